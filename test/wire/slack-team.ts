import {
  type Chart,
  type ChatAdapter,
  createBot,
  createDispatcher,
  type Estimator,
  type Store,
  type TokenCounter,
  type UsageReader,
} from "#core";
import { createDownloads } from "../../adapters/files/index.ts";
import { createSlackAdapter, readSettings } from "../../adapters/slack/index.ts";
import { openStore } from "../../adapters/sql/index.ts";
import { changeTeam } from "../../src/store/team.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { atOnce, directEstimator, directReader } from "../at-once.ts";
import { FakeSlack, signingSecret } from "./slack.ts";
import { Person } from "./slack-person.ts";
import { keptLog, pagesOf, roundsUntil, testClock } from "./team.ts";

/** A whole end on loopback: the store, the bot, Bolt and a Slack that enforces its rules. */
export type Team = {
  slack: FakeSlack;
  store: Store;
  adapter: ChatAdapter;
  ana: Person;
  ben: Person;
  faults: unknown[];
  warnings: string[];
  /** One round of the dispatcher. */
  round(): Promise<number>;
  /** Rounds until something is so: a channel rests a second after each post. */
  rounds(until: () => boolean): Promise<void>;
  /** Puts the clocks forward: the app's and Slack's. */
  later(milliseconds: number): void;
  /** The end goes, and another one takes over the same store, as after a new deployment. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export type TeamOptions = {
  env?: Record<string, string>;
  /** Wraps the store, to make it slow or to break it. */
  wrap?: (store: Store) => Store;
  counter?: () => Promise<TokenCounter>;
  estimator?: Estimator;
  usage?: UsageReader;
  turn?: () => Promise<void>;
  day?: () => string;
  /** Where Slack's socket is, in Socket Mode. */
  socketUrl?: string;
  now?: () => number;
  /** Draws the pictures of cards. Left out: they have none. */
  draw?: (charts: readonly Chart[]) => Promise<Uint8Array>;
};

let ids = 0;

export async function openTeam({
  env = {},
  wrap = (store) => store,
  counter,
  estimator = directEstimator,
  usage = directReader,
  turn = atOnce,
  day,
  socketUrl = "",
  now: fixed,
  draw,
}: TeamOptions = {}): Promise<Team> {
  const clock = testClock();
  const now = fixed ?? clock.now;
  const slack = await new FakeSlack().start();
  slack.socketUrl = socketUrl;
  const { log, faults, warnings } = keptLog();
  const key = Buffer.alloc(32, 7).toString("base64");
  const store = wrap(await openStore({ file: ":memory:", keys: key, now }));
  await changeTeam({ platform: "slack", id: "T1" }, { approvers: ["<@UBEN|Ben>"] }, { store });
  const settings = readSettings({
    SLACK_SIGNING_SECRET: signingSecret,
    ...(env.SLACK_CLIENT_ID === undefined ? { SLACK_BOT_TOKEN: "xoxb-test" } : {}),
    SLACK_API_URL: slack.apiUrl,
    AICOST_KEY: key,
    PORT: "0",
    ...env,
  });
  if (settings === null || "problem" in settings) throw new Error(JSON.stringify(settings));
  const today = () => advisorOn(day?.() ?? exampleDay);
  const newId = () => `id-${(++ids).toString(36)}`;
  const open = async () => {
    const bot = createBot({
      store,
      advisor: today,
      now,
      newId,
      pictures: draw !== undefined,
      counter: counter ?? (() => Promise.reject(new Error("nothing was pasted"))),
    });
    let round: () => Promise<number> = async () => 0;
    const adapter: ChatAdapter = createSlackAdapter(settings, {
      pages: pagesOf(store, () => adapter, now, log),
      store,
      bot,
      advisor: today,
      advisorOn: () => today(),
      now,
      newId,
      log,
      estimator,
      usage,
      download: createDownloads(),
      turn,
      fatal: () => undefined,
      pictures: draw !== undefined,
      ...(draw === undefined ? {} : { draw }),
      deliver: () => round(),
    });
    const dispatcher = createDispatcher({ store, senders: [adapter.sender], now, random: Math.random, log });
    round = () => dispatcher.round();
    const port = await adapter.start("127.0.0.1");
    slack.appUrl = `http://127.0.0.1:${port}`;
    return { adapter, round };
  };
  // As the program does before it listens: the first person does not wait for it.
  today();
  let running = await open();
  const later = (milliseconds: number) => {
    clock.later(milliseconds);
    slack.ahead += milliseconds;
  };
  return {
    slack,
    store,
    get adapter() {
      return running.adapter;
    },
    ana: new Person(slack, "UANA"),
    ben: new Person(slack, "UBEN"),
    faults,
    warnings,
    round: () => running.round(),
    rounds: (until) => roundsUntil(() => running.round(), later, until),
    later,
    async restart() {
      await running.adapter.stop(new Promise(() => undefined));
      running = await open();
    },
    async close() {
      await running.adapter.stop(Promise.resolve());
      await slack.stop();
      await store.close();
    },
  };
}
