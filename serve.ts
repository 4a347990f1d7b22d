import {
  type Advisor,
  applyRetention,
  type Check,
  createBot,
  createDispatcher,
  type Log,
  openAdvisor,
  type Store,
  StoreError,
  type TokenCounter,
} from "#core";
import * as discord from "./adapters/discord/index.ts";
import { openLog } from "./adapters/log/index.ts";
import * as slack from "./adapters/slack/index.ts";
import { openStore } from "./adapters/sql/index.ts";
import { openTokenCounter } from "./adapters/tokens/index.ts";
import { openCatalogue } from "./pricing/open.ts";
import { openRates } from "./pricing/rates/open.ts";

type Env = Record<string, string | undefined>;
type Output = { text: string } | { misuse: string };
type ChatAdapter = slack.SlackAdapter | discord.DiscordAdapter;

const noChat =
  "No chat is set up: set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, or DISCORD_TOKEN. The README tells step by step where they are.";
const betweenRounds = 1_000;
const aDay = 86_400_000;

type Settings = { slack: slack.SlackSettings | null; discord: discord.DiscordSettings | null };

/** The settings of every chat that is set up, or what is wrong with them. */
function readAll(env: Env): Settings | { misuse: string } {
  const [forSlack, forDiscord] = [slack.readSettings(env), discord.readSettings(env)];
  for (const each of [forSlack, forDiscord]) if (each !== null && "problem" in each) return { misuse: each.problem };
  if (forSlack === null && forDiscord === null) return { misuse: noChat };
  return { slack: forSlack as Settings["slack"], discord: forDiscord as Settings["discord"] };
}

/** Answers in every chat that is set up, until SIGINT or SIGTERM, or until one of them cannot go on. */
export async function serve(
  env: Env,
  say: (line: string) => void,
  { today, newId }: { today: () => string; newId: () => string },
): Promise<Output> {
  const settings = readAll(env);
  if ("misuse" in settings) return settings;
  const log = openLog(env.AICOST_LOG);
  let store: Store;
  try {
    store = await storeOf(env);
  } catch (error) {
    if (error instanceof StoreError) return { misuse: error.message };
    throw error;
  }
  const advisorOn = advisorsByDay();
  const stopping = Promise.withResolvers<{ misuse: string } | null>();
  let counter: TokenCounter | undefined;
  let deliver: () => Promise<unknown> = async () => undefined;
  const base = { store, advisor: () => advisorOn(today()), advisorOn, now: Date.now, newId, log };
  const bot = createBot({
    ...base,
    async counter() {
      counter ??= openTokenCounter();
      return counter;
    },
  });
  const ports = {
    ...base,
    bot,
    deliver: () => deliver(),
    fatal: (reason: string) => stopping.resolve({ misuse: reason }),
  };
  const adapters: { name: string; adapter: ChatAdapter }[] = [];
  if (settings.slack !== null)
    adapters.push({ name: "Slack", adapter: slack.createSlackAdapter(settings.slack, ports) });
  if (settings.discord !== null)
    adapters.push({ name: "Discord", adapter: discord.createDiscordAdapter(settings.discord, ports) });
  const dispatcher = createDispatcher({
    store,
    senders: adapters.map(({ adapter }) => adapter.sender),
    now: Date.now,
    random: Math.random,
    log,
  });
  deliver = () => dispatcher.round();
  // What is read and compiled once is ready before the first person asks.
  ports.advisor();
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
  await counter?.close();
  return ended ?? { text: "Stopped." };
}

/** Looks at everything that has to be in order before a chat can be served. */
export async function doctor(env: Env): Promise<Output> {
  const settings = readAll(env);
  if ("misuse" in settings) return settings;
  const checks = [
    ...(settings.slack === null ? [] : await slack.diagnose(settings.slack)),
    ...(settings.discord === null ? [] : await discord.diagnose(settings.discord)),
    await database(env),
  ];
  const text = checks.map(({ name, well, says }) => `${well ? "well " : "WRONG"}  ${name}: ${says}`).join("\n");
  return checks.every(({ well }) => well) ? { text } : { misuse: text };
}

/** Registers the command at Discord, everywhere or in one guild. */
export async function discordCommands(env: Env, guild: string | null): Promise<Output> {
  const settings = discord.readSettings(env);
  if (settings === null) return { misuse: "DISCORD_TOKEN is missing. The README tells where it is." };
  if ("problem" in settings) return { misuse: settings.problem };
  try {
    return { text: await discord.registerCommands(settings, guild) };
  } catch (error) {
    if (error instanceof discord.RegisterError) return { misuse: error.message };
    throw error;
  }
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
