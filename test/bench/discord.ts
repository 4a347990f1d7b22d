import { fork } from "node:child_process";
import { once } from "node:events";
import { script } from "../adapters/discord/steps.ts";
import { FakeDiscord, type Interaction } from "../wire/discord.ts";
import { Person } from "../wire/discord-person.ts";
import { inTurn } from "./in-turn.ts";
import { machine, median, report, share } from "./report.ts";

/**
 * The first answer to `/aicost` beside the least that discord.js can do: a client that replies with a message that never
 * changes. Then pages, with a thousand conversations in progress in one process, on a store in a file.
 */
const inFlight = 20;
const commands = 500;
const warmUps = 3;
const measured = 15;
const people = 1_000;
const pacing = [20, 50, 200];

type App = { discord: FakeDiscord; answered: Map<string, () => void>; stop: () => Promise<void> };
type Result = { perSecond: number; p50: number; p99: number };

/** An app in a process of its own, on a Discord of its own. */
async function open(name: Name): Promise<App> {
  const discord = await new FakeDiscord().start();
  discord.checks = false;
  const answered = new Map<string, () => void>();
  discord.onAnswer = ({ id }: Interaction) => answered.get(id)?.();
  const child = fork(new URL("discord-app.ts", import.meta.url), [name, discord.apiUrl], { stdio: "inherit" });
  await once(child, "message");
  return {
    discord,
    answered,
    async stop() {
      child.kill();
      await once(child, "exit");
      await discord.stop();
    },
  };
}

let persons = 500_000_000_000_000_000n;
const somebody = (discord: FakeDiscord) => new Person(discord, String(persons++));

async function load({ discord, answered }: App): Promise<Result> {
  const took: number[] = [];
  let left = commands;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) {
        const payload = { ...somebody(discord).base(2), data: { id: "1", name: "aicost", type: 1, options: [] } };
        const { promise, resolve } = Promise.withResolvers<void>();
        const started = performance.now();
        const { id } = await discord.send(payload);
        answered.set(id, resolve);
        await promise;
        took.push(performance.now() - started);
        answered.delete(id);
        discord.interactions.delete(id);
      }
    }),
  );
  const perSecond = commands / ((performance.now() - began) / 1_000);
  return { perSecond, p50: share(took, 0.5), p99: share(took, 0.99) };
}

console.log(`${machine}, ${inFlight} in flight, ${measured} rounds of ${commands} commands in turn, medians`);
const names = ["bare", "same", "aicost"] as const;
type Name = (typeof names)[number];
const apps = {} as Record<Name, App>;
for (const name of names) apps[name] = await open(name);
const rounds = await inTurn(names, (name) => load(apps[name]), { warmUps, measured });
await apps.bare.stop();
await apps.same.stop();

const middle = (name: Name, figure: keyof Result) => median(rounds.map((round) => round[name][figure]));
const ratio = (to: Name, figure: keyof Result) =>
  median(rounds.map(({ aicost, ...others }) => aicost[figure] / { ...others, aicost }[to][figure])).toFixed(2);
for (const [what, figure] of [
  ["p50", "p50"],
  ["p99", "p99"],
] as const)
  report({
    what: `${what} to the first answer, of a bare handler's`,
    ratio: ratio("bare", figure),
    figures: `${middle("aicost", figure).toFixed(1)} ms, bare ${middle("bare", figure).toFixed(1)} ms, with our page ${middle("same", figure).toFixed(1)} ms`,
  });
report({
  what: "first answers a second, of a bare handler's",
  ratio: ratio("bare", "perSecond"),
  figures: `${middle("aicost", "perSecond").toFixed(0)}, bare ${middle("bare", "perSecond").toFixed(0)}, with our page ${middle("same", "perSecond").toFixed(0)}`,
});

const { discord } = apps.aicost;
const took: number[] = [];
const interact = discord.interact.bind(discord);
discord.interact = async (payload, ephemeral) => {
  const began = performance.now();
  const interaction = await interact(payload, ephemeral ?? null);
  took.push(interaction.answers.length === 0 ? Number.POSITIVE_INFINITY : performance.now() - began);
  return interaction;
};
const everybody = Array.from({ length: people }, () => somebody(discord));

async function each(what: string, at: number, work: (person: Person) => Promise<unknown>): Promise<void> {
  took.length = 0;
  const waiting = [...everybody];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: at }, async () => {
      for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) await work(person);
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  report({
    what: `${people} conversations: ${what}, ${at} at a time`,
    figures: `${(took.length / seconds).toFixed(0)} answers a second, p50 ${share(took, 0.5).toFixed(1)} ms, p99 ${share(took, 0.99).toFixed(1)} ms`,
  });
}

await each("begin", 50, (person) => person.command());
await each("first page", 50, (person) => person.answer({ ...script, audience: "team" }));
for (const at of pacing)
  await each("back and on", at, async (person) => {
    await person.press("Back");
    await person.answer({});
  });
await apps.aicost.stop();
