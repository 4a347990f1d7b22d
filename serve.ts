import { setTimeout as pause } from "node:timers/promises";
import {
  type AdvisorOn,
  applyRetention,
  type Chart,
  type ChatAdapter,
  type ConfiguredChat,
  createAging,
  createBot,
  createDispatcher,
  createReminding,
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
import { createDownloads } from "./adapters/files/index.ts";
import { apart, openLog } from "./adapters/log/index.ts";
import { openPainter } from "./adapters/picture/index.ts";
import { openStore } from "./adapters/sql/index.ts";
import { createTurns, openWorker } from "./adapters/worker/index.ts";
import type { Knowledge } from "./knowledge.ts";
import { askOnce } from "./newer-prices.ts";
import { openOperation } from "./operation.ts";
import { startMessages, programMessages as words } from "./program-messages.ts";
import type { Settings } from "./settings.ts";

const betweenRounds = 1_000;
/** What people hold is looked at this often for reminders, in milliseconds. */
const betweenLooks = 5_000;
const aDay = 86_400_000;
/** How often it is asked whether decisions are to be looked at again: a new day is noticed so soon. */
const betweenAging = 600_000;
/** Between two pages of decisions the event loop is left to people for so long. */
const betweenPages = 5;

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
  return { misuse: words.noChat(chats.map(({ setUpBy }) => setUpBy)) };
}

/** Answers in every chat that is set up, until SIGINT or SIGTERM, or until one of them cannot go on. */
export async function serve(
  { env, settings }: { env: Env; settings: Settings },
  say: (line: string) => void,
  { today, newId, knowledge }: { today: () => string; newId: () => string; knowledge: Knowledge },
): Promise<Output> {
  const setUp = configured(env);
  if ("misuse" in setUp) return setUp;
  const log = openLog(settings.level);
  let store: Store;
  try {
    store = await writableStore(settings.store);
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
  const { readingsOf, ...teamFacts } = createTeamFacts(advisorOn, { store, today, log });
  const base = { store, ...teamFacts, now: Date.now, newId, log, pictures: true };
  const bot = createBot({ ...base, counter: async () => worker.counter });
  let round: () => Promise<unknown> = async () => undefined;
  const adapters: ChatAdapter[] = [];
  const operation = await openOperation({
    port: settings.healthPort,
    store,
    adapters: () => adapters,
    advisorOn,
    today,
    log,
  });
  const ports = {
    ...base,
    follow: operation.follow,
    pages: operation.pages,
    bot,
    estimator: worker.estimator,
    usage: worker.usage,
    download: createDownloads(),
    draw,
    turn: createTurns(),
    // What is brought out then may be anybody's.
    deliver: () => Promise.race([rounds.add(apart(round)), waited.promise]),
    fatal: (reason: string) => stopping.resolve({ misuse: reason }),
  };
  adapters.push(...(await Promise.all(setUp.chats.map(({ chat }) => chat.open(ports)))));
  const dispatcher = createDispatcher({
    store,
    senders: adapters.map(({ sender }) => sender),
    now: Date.now,
    random: Math.random,
    log,
    ...(operation.posted === undefined ? {} : { ended: operation.posted }),
  });
  const reminding = createReminding({
    store,
    platforms: adapters.map(({ sender }) => sender.platform),
    now: Date.now,
    log,
  });
  round = () => dispatcher.round();
  // What is read and compiled once is ready before the first person asks.
  bot.first();
  const stopRounds = repeat(betweenRounds, () => rounds.add(round()), log);
  const asking = new AbortController();
  // Many may be due at once, as on the first of a month: each round takes some, and people have their turns between.
  const remindAll = async () => {
    while (!asking.signal.aborted && (await reminding.round()) > 0) await pause(betweenPages).then(ports.turn);
  };
  const stopReminding = repeat(betweenLooks, remindAll, log);
  const aging = createAging({
    store,
    platforms: adapters.map(({ sender }) => sender.platform),
    advisor: base.advisor,
    evaluate: async (answers, day, then, tenant) => worker.evaluate(answers, day, then, await readingsOf(tenant)),
    turn: () => pause(betweenPages).then(ports.turn),
    now: Date.now,
    log,
  });
  const stopAging = repeat(betweenAging, () => aging.round(), log);
  const stopRetention = repeat(aDay, () => applyRetention(store, Date.now()), log);
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
    // First: whoever looks sees that it lives, and what is not there yet.
    const own = await operation.listen(settings.host);
    if (own !== null) say(words.health(own));
    for (const [place, { name }] of setUp.chats.entries()) {
      const port = (await adapters[place]?.start(settings.host)) ?? null;
      say(words.started(name, port));
    }
  };
  startAll().catch((error: unknown) => stopping.resolve({ misuse: startProblem(error, settings.host) }));
  const ended = await stopping.promise;
  if (ended === null) say(words.stopping);

  asking.abort();
  operation.stopping();
  const over = new AbortController();
  const after = (milliseconds: number) =>
    pause(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  // Whatever is still open, such as a call without an answer, does not keep the program alive.
  setTimeout(() => process.exit(), stops.all + 300).unref();
  after(stops.waiting).then(waited.resolve);
  const [answers, posts] = [after(stops.answers), after(stops.posts)];
  await Promise.all(adapters.map((adapter) => adapter.stop(answers)));
  // Only now: what people did last is still brought out, and nobody can ask for more.
  aging.stop();
  const stopped = [stopRounds(), stopReminding(), stopAging(), stopRetention(), stopPrices(), rounds.settled()];
  await Promise.race([Promise.all(stopped), posts]);
  await Promise.race([Promise.all([store.close(), worker.close(), painter.close()]), after(stops.all)]);
  operation.close();
  over.abort();
  return ended ?? { text: words.stopped };
}

/** Why a chat could not be started, in one line. */
function startProblem(error: unknown, host: string | null): string {
  const { code, port, hostname, message } = error as NodeJS.ErrnoException & { port?: number; hostname?: string };
  if (code === "EADDRINUSE") return startMessages.portTaken(port);
  if (code === "EACCES") return startMessages.portForbidden(port);
  if (code === "EADDRNOTAVAIL" || (host !== null && hostname === host)) return startMessages.host(host);
  return startMessages.other(message ?? String(error));
}

/** The store, once something was written into it and taken back. */
export async function writableStore(settings: Settings["store"]): Promise<Store> {
  const store = await openStore({ ...settings, now: Date.now });
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
