import { type Check, type Env, StoreError } from "#core";
import { usualFile } from "./adapters/sql/usual-file.ts";
import type { Knowledge } from "./knowledge.ts";
import { keptWords } from "./newer-prices-messages.ts";
import { doctorMessages as words } from "./program-messages.ts";
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
  return [{ name: words.ownFacts.name, well: true, says: words.ownFacts.says(rows, models, folder) }];
}

function newerPrices({ prices, given }: Knowledge): Check[] {
  return prices === null ? [] : [{ name: words.prices, well: true, says: keptWords(given().newer) }];
}

/** More than one key is for the time in which one is replaced. */
function keys({ keys: ring = "" }: Settings["store"]): Check[] {
  const number = ring.split(",").length;
  if (number < 2) return [];
  return [{ name: "AICOST_KEY", well: true, says: words.keys(number) }];
}

async function database(settings: Settings["store"]): Promise<Check> {
  try {
    const store = await writableStore(settings);
    await store.close();
    const where = settings.url === undefined ? (settings.file ?? usualFile) : words.postgres;
    return { name: words.database, well: true, says: where };
  } catch (error) {
    if (error instanceof StoreError) return { name: words.database, well: false, says: error.message };
    throw error;
  }
}
