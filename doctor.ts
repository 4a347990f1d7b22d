import { type Check, type Env, StoreError } from "#core";
import { readLevel } from "./adapters/log/index.ts";
import { configured, writableStore } from "./serve.ts";

/** Looks at everything that has to be in order before a chat can be served. */
export async function doctor(env: Env): Promise<readonly Check[] | { misuse: string }> {
  const setUp = configured(env);
  if ("misuse" in setUp) return setUp;
  const level = readLevel(env.AICOST_LOG);
  const log: Check[] = "problem" in level ? [{ name: "Log", well: false, says: level.problem }] : [];
  return [...(await Promise.all(setUp.chats.map(({ chat }) => chat.diagnose()))).flat(), await database(env), ...log];
}

async function database(env: Env): Promise<Check> {
  try {
    const store = await writableStore(env);
    await store.close();
    const where = env.DATABASE_URL ? "PostgreSQL" : env.AICOST_DB || "data/aicost.db";
    return { name: "Database", well: true, says: where };
  } catch (error) {
    if (error instanceof StoreError) return { name: "Database", well: false, says: error.message };
    throw error;
  }
}
