import { pino } from "pino";
import {
  type Advisor,
  createBot,
  createCourier,
  keepHouse,
  type Log,
  openAdvisor,
  type Store,
  StoreError,
  type TokenCounter,
} from "#core";
import { createSlackEnd, diagnose, readSettings, type SlackEnd } from "./adapters/slack/index.ts";
import { openStore } from "./adapters/sql/index.ts";
import { openTokenCounter } from "./adapters/tokens/index.ts";
import { openCatalogue } from "./pricing/open.ts";
import { openRates } from "./pricing/rates/open.ts";

type Env = Record<string, string | undefined>;
type Output = { text: string } | { misuse: string };

const noChat =
  "No chat is set up: set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET. The README tells step by step where they are.";
const betweenRounds = 1_000;
const aDay = 86_400_000;

/** Answers in every chat that is set up, until SIGINT or SIGTERM. */
export async function serve(
  env: Env,
  say: (line: string) => void,
  { today, newId }: { today: () => string; newId: () => string },
): Promise<Output> {
  const settings = readSettings(env);
  if (settings === null) return { misuse: noChat };
  if ("problem" in settings) return { misuse: settings.problem };
  const log = openLog(env);
  let store: Store;
  try {
    store = await storeOf(env);
  } catch (error) {
    if (error instanceof StoreError) return { misuse: error.message };
    throw error;
  }
  const advisorOn = advisorsByDay();
  let counter: TokenCounter | undefined;
  const ports = { store, advisor: () => advisorOn(today()), advisorOn, now: Date.now, newId, log };
  const bot = createBot({
    ...ports,
    async counter() {
      counter ??= openTokenCounter();
      return counter;
    },
  });
  let deliver: () => Promise<unknown> = async () => undefined;
  const end = createSlackEnd(settings, { ...ports, bot, deliver: () => deliver() });
  const courier = createCourier({ store, senders: [end.sender], now: Date.now, random: Math.random });
  deliver = () => courier.round();
  // What is read and compiled once is ready before the first person asks.
  ports.advisor();
  const stopRounds = repeat(betweenRounds, deliver, log);
  const stopHouse = repeat(aDay, () => keepHouse(store, Date.now()), log);
  const close = async () => {
    await stopRounds();
    await stopHouse();
    await store.close();
    await counter?.close();
  };
  try {
    const port = await end.start(env.AICOST_HOST ?? null);
    say(port === null ? "Slack: connected. Ctrl-C stops." : `Slack: listening on port ${port}. Ctrl-C stops.`);
  } catch (error) {
    await close();
    return { misuse: `Slack could not be started: ${error instanceof Error ? error.message : String(error)}` };
  }
  await toldToStop();
  say("Stopping: what is under way is finished.");
  await stopEnd(end);
  await close();
  return { text: "Stopped." };
}

/** Looks at everything that has to be in order before a chat can be served. */
export async function doctor(env: Env): Promise<Output> {
  const settings = readSettings(env);
  if (settings === null) return { misuse: noChat };
  if ("problem" in settings) return { misuse: settings.problem };
  const checks = [...(await diagnose(settings)), await database(env)];
  const text = checks.map(({ name, well, says }) => `${well ? "well " : "WRONG"}  ${name}: ${says}`).join("\n");
  return checks.every(({ well }) => well) ? { text } : { misuse: text };
}

async function database(env: Env): Promise<{ name: string; well: boolean; says: string }> {
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

/** The advisor of each day, made once. A few days are kept: today, and those of decisions that people look at. */
function advisorsByDay(): (day: string) => Advisor {
  const catalogue = openCatalogue();
  const rates = openRates();
  const days = new Map<string, Advisor>();
  return (day) => {
    const known = days.get(day);
    if (known !== undefined) return known;
    if (days.size >= 8) days.delete(days.keys().next().value ?? "");
    const advisor = openAdvisor(catalogue, rates, day);
    days.set(day, advisor);
    return advisor;
  };
}

/** Does it again and again, never twice at once; what goes wrong is written down and does not end it. */
function repeat(pause: number, work: () => Promise<unknown>, log: Log): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const done = (async () => {
    while (!stopped) {
      await work().catch((error: unknown) => log.fault(error));
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await done;
  };
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

const patience = 10_000;

/** A connection that does not end must not keep the program alive. */
async function stopEnd(end: SlackEnd): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    end.stop(),
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    }),
  ]);
  clearTimeout(timer);
}

/** Lines of JSON on the error stream. Tokens that an error might carry are taken out. */
function openLog(env: Env): Log {
  const logger = pino(
    {
      level: env.AICOST_LOG ?? "info",
      redact: { paths: ["*.token", "*.headers", "error.original", "details.headers"], censor: "(hidden)" },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (words, details) => logger.info({ details }, words),
    warn: (words, details) => logger.warn({ details }, words),
    fault(error) {
      const reference = Date.now().toString(36);
      logger.error({ reference, err: error }, "fault");
      return reference;
    },
  };
}
