import { type Check, type Env, StoreError } from "#core";
import { usualFile } from "./adapters/sql/usual-file.ts";
import type { Knowledge } from "./knowledge.ts";
import { keptWords } from "./newer-prices-messages.ts";
import { configured, writableStore } from "./serve.ts";
import type { Settings } from "./settings.ts";

/** Looks at everything that has to be in order before a chat can be served. */
export async function doctor(
  { env, settings }: { env: Env; settings: Settings },
  knowledge: Knowledge,
): Promise<readonly Check[] | { misuse: string }> {
  const setUp = configured(env);
  if ("misuse" in setUp) return setUp;
  const chats = await Promise.all(setUp.chats.map(({ chat }) => chat.diagnose()));
  return [
    ...chats.flat(),
    await database(settings.store),
    ...keys(settings.store),
    ...ownFacts(env, knowledge),
    ...newerPrices(knowledge),
  ];
}

/** How much of what is known was added here: whoever set the folder can see that it is read. */
function ownFacts({ AICOST_FACTS: folder }: Env, { given, open }: Knowledge): Check[] {
  if (!folder) return [];
  const rows = open().catalogue.rows.filter(({ own }) => own).length;
  const models = given().own.rates.flatMap(({ content }) => (content as { models: unknown[] }).models).length;
  return [{ name: "Own facts", well: true, says: `${rows} rows and the prices of ${models} models from ${folder}` }];
}

function newerPrices({ prices, given }: Knowledge): Check[] {
  return prices === null ? [] : [{ name: "Model prices", well: true, says: keptWords(given().newer) }];
}

/** More than one key is for the time in which one is replaced. */
function keys({ keys: ring = "" }: Settings["store"]): Check[] {
  const number = ring.split(",").length;
  if (number < 2) return [];
  const says = `${number} keys. Tokens are encrypted with the first once "rotate-key" was run; then take the others out.`;
  return [{ name: "AICOST_KEY", well: true, says }];
}

async function database(settings: Settings["store"]): Promise<Check> {
  try {
    const store = await writableStore(settings);
    await store.close();
    const where = settings.url === undefined ? (settings.file ?? usualFile) : "PostgreSQL";
    return { name: "Database", well: true, says: where };
  } catch (error) {
    if (error instanceof StoreError) return { name: "Database", well: false, says: error.message };
    throw error;
  }
}
