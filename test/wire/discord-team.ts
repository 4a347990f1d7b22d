import {
  type Chart,
  type ChatAdapter,
  createBot,
  createDispatcher,
  type Estimator,
  type Store,
  type UsageReader,
} from "#core";
import { createDiscordAdapter, readSettings } from "../../adapters/discord/index.ts";
import { createDownloads } from "../../adapters/files/index.ts";
import { openStore } from "../../adapters/sql/index.ts";
import { changeTeam } from "../../src/store/team.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { atOnce, directEstimator, directReader } from "../at-once.ts";
import { FakeDiscord, guild, token } from "./discord.ts";
import { Person } from "./discord-person.ts";
import { keptLog, pagesOf, roundsUntil, testClock } from "./team.ts";

/** A whole end on loopback: the store, the bot, discord.js and a Discord that enforces its rules. */
export type Team = {
  discord: FakeDiscord;
  store: Store;
  adapter: ChatAdapter;
  ana: Person;
  ben: Person;
  faults: unknown[];
  warnings: string[];
  fatals: string[];
  round(): Promise<number>;
  /** Rounds until something is so: a channel rests a second after each post. */
  rounds(until: () => boolean): Promise<void>;
  /** Puts the clocks forward: the app's and Discord's. */
  later(milliseconds: number): void;
  restart(): Promise<void>;
  close(): Promise<void>;
};

export type TeamOptions = {
  env?: Record<string, string>;
  /** Interactions over HTTP. */
  http?: boolean;
  wrap?: (store: Store) => Store;
  estimator?: Estimator;
  usage?: UsageReader;
  day?: () => string;
  now?: () => number;
  /** Draws the pictures of cards. Left out: they have none. */
  draw?: (charts: readonly Chart[]) => Promise<Uint8Array>;
};

let ids = 0;

export async function openTeam({
  env = {},
  http = false,
  wrap = (store) => store,
  estimator = directEstimator,
  usage = directReader,
  day,
  now: fixed,
  draw,
}: TeamOptions = {}): Promise<Team> {
  const clock = testClock();
  const now = fixed ?? clock.now;
  const discord = await new FakeDiscord().start();
  const fatals: string[] = [];
  const { log, faults, warnings } = keptLog();
  const store = wrap(await openStore({ file: ":memory:", now }));
  await changeTeam({ platform: "discord", id: guild }, { approvers: ["<@400000000000000002|Ben>"] }, { store });
  const settings = readSettings({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: discord.apiUrl,
    ...(http ? { DISCORD_PUBLIC_KEY: discord.publicKey, DISCORD_PORT: "0" } : {}),
    ...env,
  });
  if (settings === null || "problem" in settings) throw new Error(JSON.stringify(settings));
  const today = () => advisorOn(day?.() ?? exampleDay);
  const newId = () => `id-${(++ids).toString(36)}`;
  const open = async () => {
    const ports = { store, advisor: today, advisorOn: () => today(), now, newId, pictures: draw !== undefined };
    const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("nothing was pasted")) });
    let round: () => Promise<number> = async () => 0;
    const fatal = (reason: string) => void fatals.push(reason);
    const adapter: ChatAdapter = createDiscordAdapter(settings, {
      pages: pagesOf(store, () => adapter, now, log),
      ...ports,
      bot,
      log,
      estimator,
      usage,
      download: createDownloads(),
      turn: atOnce,
      fatal,
      ...(draw === undefined ? {} : { draw }),
      deliver: () => round(),
    });
    const dispatcher = createDispatcher({ store, senders: [adapter.sender], now, random: Math.random, log });
    round = () => dispatcher.round();
    const port = await adapter.start("127.0.0.1");
    if (port !== null) discord.endpoint = `http://127.0.0.1:${port}/`;
    return { adapter, round };
  };
  // As the program does before it listens: the first person does not wait for it.
  today();
  let running = await open();
  const later = (milliseconds: number) => {
    clock.later(milliseconds);
    discord.ahead += milliseconds;
  };
  return {
    discord,
    store,
    get adapter() {
      return running.adapter;
    },
    ana: new Person(discord, "400000000000000001"),
    ben: new Person(discord, "400000000000000002"),
    faults,
    warnings,
    fatals,
    round: () => running.round(),
    rounds: (until) => roundsUntil(() => running.round(), later, until),
    later,
    async restart() {
      await running.adapter.stop(new Promise(() => undefined));
      running = await open();
    },
    async close() {
      await running.adapter.stop(Promise.resolve());
      await discord.stop();
      await store.close();
    },
  };
}
