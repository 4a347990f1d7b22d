import {
  applyRetention,
  type ChatAdapter,
  type Check,
  type ConfiguredChat,
  createBot,
  createDispatcher,
  type Env,
  type Log,
  type Output,
  openAdvisors,
  type Store,
  StoreError,
} from "#core";
import { chats } from "./adapters/chats.ts";
import { openLog } from "./adapters/log/index.ts";
import { openStore } from "./adapters/sql/index.ts";
import { openWorker } from "./adapters/worker/index.ts";
import { openCatalogue } from "./pricing/open.ts";
import { openRates } from "./pricing/rates/open.ts";

const betweenRounds = 1_000;
const aDay = 86_400_000;

type NamedChat = { name: string; chat: ConfiguredChat };

/** Every chat that is set up, or one line that says what is missing or wrong. */
function configured(env: Env): { chats: NamedChat[] } | { misuse: string } {
  const found: NamedChat[] = [];
  for (const { name, configure } of chats) {
    const chat = configure(env);
    if (chat !== null && "problem" in chat) return { misuse: chat.problem };
    if (chat !== null) found.push({ name, chat });
  }
  if (found.length > 0) return { chats: found };
  const ways = chats.map(({ setUpBy }) => setUpBy).join(", or ");
  return { misuse: `No chat is set up: set ${ways}. The README tells step by step where they are.` };
}

/** Answers in every chat that is set up, until SIGINT or SIGTERM, or until one of them cannot go on. */
export async function serve(
  env: Env,
  say: (line: string) => void,
  { today, newId }: { today: () => string; newId: () => string },
): Promise<Output> {
  const setUp = configured(env);
  if ("misuse" in setUp) return setUp;
  const log = openLog(env.AICOST_LOG);
  let store: Store;
  try {
    store = await storeOf(env);
  } catch (error) {
    if (error instanceof StoreError) return { misuse: error.message };
    throw error;
  }
  const advisorOn = openAdvisors(openCatalogue(), openRates());
  const stopping = Promise.withResolvers<{ misuse: string } | null>();
  const worker = openWorker(new URL("worker.ts", import.meta.url));
  let deliver: () => Promise<unknown> = async () => undefined;
  const base = { store, advisor: () => advisorOn(today()), advisorOn, now: Date.now, newId, log };
  const bot = createBot({ ...base, counter: async () => worker.counter });
  const ports = {
    ...base,
    bot,
    estimator: worker.estimator,
    deliver: () => deliver(),
    fatal: (reason: string) => stopping.resolve({ misuse: reason }),
  };
  const adapters = await Promise.all(
    setUp.chats.map(async ({ name, chat }) => ({ name, adapter: await chat.open(ports) })),
  );
  const dispatcher = createDispatcher({
    store,
    senders: adapters.map(({ adapter }) => adapter.sender),
    now: Date.now,
    random: Math.random,
  });
  deliver = () => dispatcher.round();
  // What is read and compiled once is ready before the first person asks.
  bot.first();
  const stopRounds = repeat(betweenRounds, deliver, log);
  const stopRetention = repeat(aDay, () => applyRetention(store, Date.now()), log);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.resolve(null));
  // A bug in what nobody waits for is written down; whoever else is being answered goes on.
  process.on("unhandledRejection", (reason) => log.fault(reason));
  let ended: { misuse: string } | null = null;
  try {
    for (const { name, adapter } of adapters) {
      const port = await adapter.start(env.AICOST_HOST ?? null);
      say(port === null ? `${name}: connected. Ctrl-C stops.` : `${name}: listening on port ${port}. Ctrl-C stops.`);
    }
    ended = await stopping.promise;
    say("Stopping: what is under way is finished.");
  } catch (error) {
    ended = { misuse: `A chat could not be started: ${error instanceof Error ? error.message : String(error)}` };
  }
  await Promise.all(adapters.map(({ adapter }) => stopAdapter(adapter)));
  await stopRounds();
  await stopRetention();
  await store.close();
  await worker.close();
  return ended ?? { text: "Stopped." };
}

/** Looks at everything that has to be in order before a chat can be served. */
export async function doctor(env: Env): Promise<Output> {
  const setUp = configured(env);
  if ("misuse" in setUp) return setUp;
  const checks = [...(await Promise.all(setUp.chats.map(({ chat }) => chat.diagnose()))).flat(), await database(env)];
  const text = checks.map(({ name, well, says }) => `${well ? "well " : "WRONG"}  ${name}: ${says}`).join("\n");
  return checks.every(({ well }) => well) ? { text } : { misuse: text };
}

async function database(env: Env): Promise<Check> {
  try {
    const store = await storeOf(env);
    await store.close();
    const where = env.DATABASE_URL === undefined ? (env.AICOST_DB ?? "data/aicost.db") : "PostgreSQL";
    return { name: "Database", well: true, says: where };
  } catch (error) {
    if (error instanceof StoreError) return { name: "Database", well: false, says: error.message };
    throw error;
  }
}

function storeOf(env: Env): Promise<Store> {
  return openStore({ url: env.DATABASE_URL, file: env.AICOST_DB, keys: env.AICOST_KEY, now: Date.now });
}

/** Does it again and again, never twice at once; what goes wrong is written down and does not end it. */
function repeat(pause: number, work: () => Promise<unknown>, log: Log): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const done = (async () => {
    while (!stopped) {
      await work().catch((error: unknown) => log.fault(error));
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await done;
  };
}

const patience = 10_000;

/** A connection that does not end must not keep the program alive. */
async function stopAdapter(adapter: ChatAdapter): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    adapter.stop(),
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    }),
  ]);
  clearTimeout(timer);
}
