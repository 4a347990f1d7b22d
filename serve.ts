import { setTimeout as pause } from "node:timers/promises";
import {
  type AdvisorOn,
  applyRetention,
  type Chart,
  type ConfiguredChat,
  createBot,
  createDispatcher,
  createTeamFacts,
  createUnderWay,
  type Env,
  type Log,
  type Output,
  openAdvisors,
  type Store,
  StoreError,
} from "#core";
import { chats } from "./adapters/chats.ts";
import { openLog, readLevel } from "./adapters/log/index.ts";
import { openPainter } from "./adapters/picture/index.ts";
import { openStore } from "./adapters/sql/index.ts";
import { createTurns, openWorker } from "./adapters/worker/index.ts";
import type { Knowledge } from "./knowledge.ts";
import { askOnce } from "./newer-prices.ts";

const betweenRounds = 1_000;
const aDay = 86_400_000;

/**
 * When each part of a stop is over at the latest, in milliseconds after it began: who waits for a post is told how things
 * stand, answers are cut off, posts are left as they are, the process ends. Service managers kill after ten seconds.
 */
const stops = { waiting: 6_000, answers: 8_000, posts: 9_000, all: 9_500 };

type NamedChat = { name: string; chat: ConfiguredChat };

/** Every chat that is set up, or one line that says what is missing or wrong. */
export function configured(env: Env): { chats: NamedChat[] } | { misuse: string } {
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
  { today, newId, knowledge }: { today: () => string; newId: () => string; knowledge: Knowledge },
): Promise<Output> {
  const setUp = configured(env);
  if ("misuse" in setUp) return setUp;
  const level = readLevel(env.AICOST_LOG);
  if ("problem" in level) return { misuse: level.problem };
  const log = openLog(level.level);
  let store: Store;
  try {
    store = await writableStore(env);
  } catch (error) {
    if (error instanceof StoreError) return { misuse: error.message };
    throw error;
  }
  const openAll = () => openAdvisors(knowledge.open().catalogue, knowledge.open().rates);
  let advisors = openAll();
  const advisorOn: AdvisorOn = (...given) => advisors(...given);
  const stopping = Promise.withResolvers<{ misuse: string } | null>();
  const waited = Promise.withResolvers<void>();
  const rounds = createUnderWay();
  const worker = openWorker(new URL("worker.ts", import.meta.url), {}, knowledge.given);
  const painter = openPainter();
  const draw = async (charts: readonly Chart[]) => {
    try {
      return await painter.draw(charts);
    } catch (error) {
      log.warn("a picture was not drawn", String(error));
      throw error;
    }
  };
  const base = {
    store,
    ...createTeamFacts(advisorOn, { store, today, log }),
    now: Date.now,
    newId,
    log,
    pictures: true,
  };
  const bot = createBot({ ...base, counter: async () => worker.counter });
  let round: () => Promise<unknown> = async () => undefined;
  const ports = {
    ...base,
    bot,
    estimator: worker.estimator,
    draw,
    turn: createTurns(),
    deliver: () => Promise.race([rounds.add(round()), waited.promise]),
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
    log,
  });
  round = () => dispatcher.round();
  // What is read and compiled once is ready before the first person asks.
  bot.first();
  const stopRounds = repeat(betweenRounds, () => rounds.add(round()), log);
  const stopRetention = repeat(aDay, () => applyRetention(store, Date.now()), log);
  const asking = new AbortController();
  const askForPrices = async () => {
    if (!(await askOnce(knowledge, today(), asking.signal, log))) return;
    advisors = openAll();
    worker.renew();
  };
  const stopPrices = knowledge.prices === null ? async () => undefined : repeat(aDay, askForPrices, log);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.resolve(null));
  // A bug in what nobody waits for is written down; whoever else is being answered goes on.
  process.on("unhandledRejection", (reason) => log.fault(reason));

  const startAll = async () => {
    for (const { name, adapter } of adapters) {
      const port = await adapter.start(env.AICOST_HOST || null);
      say(port === null ? `${name}: connected. Ctrl-C stops.` : `${name}: listening on port ${port}. Ctrl-C stops.`);
    }
  };
  startAll().catch((error: unknown) => stopping.resolve({ misuse: startProblem(error, env.AICOST_HOST) }));
  const ended = await stopping.promise;
  if (ended === null) say("Stopping: what is under way is finished.");

  asking.abort();
  const over = new AbortController();
  const after = (milliseconds: number) =>
    pause(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  // Whatever is still open, such as a call without an answer, does not keep the program alive.
  setTimeout(() => process.exit(), stops.all + 300).unref();
  after(stops.waiting).then(waited.resolve);
  const [answers, posts] = [after(stops.answers), after(stops.posts)];
  await Promise.all(adapters.map(({ adapter }) => adapter.stop(answers)));
  // Only now: what people did last is still brought out, and nobody can ask for more.
  await Promise.race([Promise.all([stopRounds(), stopRetention(), stopPrices(), rounds.settled()]), posts]);
  await Promise.race([Promise.all([store.close(), worker.close(), painter.close()]), after(stops.all)]);
  over.abort();
  return ended ?? { text: "Stopped." };
}

/** Why a chat could not be started, in one line. */
function startProblem(error: unknown, host: string | undefined): string {
  const { code, port, hostname, message } = error as NodeJS.ErrnoException & { port?: number; hostname?: string };
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program (EADDRINUSE): end that one, or set another port.`;
  if (code === "EACCES") return `Port ${port} may not be listened on by this user (EACCES): set one above 1023.`;
  if (code === "EADDRNOTAVAIL" || (host !== undefined && hostname === host))
    return `AICOST_HOST is "${host}", which is no address of this machine: 127.0.0.1 is one; without it, all of them are used.`;
  return `A chat could not be started: ${message ?? String(error)}`;
}

/** The store, once something was written into it and taken back. */
export async function writableStore(env: Env): Promise<Store> {
  const store = await openStore({ url: env.DATABASE_URL, file: env.AICOST_DB, keys: env.AICOST_KEY, now: Date.now });
  try {
    await store.tryWrite();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Does it again and again, never twice at once; what goes wrong is written down and does not end it. */
function repeat(between: number, work: () => Promise<unknown>, log: Log): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const done = (async () => {
    while (!stopped) {
      await work().catch((error: unknown) => log.fault(error));
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, between);
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
