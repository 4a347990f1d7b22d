import { fork } from "node:child_process";
import { cpus } from "node:os";
import { script } from "../adapters/discord/steps.ts";
import { FakeDiscord } from "../wire/discord.ts";
import { Person } from "../wire/discord-person.ts";

/** The time to the first answer, with a thousand conversations in progress in one process, on a store in a file. */
const people = 1_000;
const pacing = [20, 50, 200];

const discord = await new FakeDiscord().start();
discord.checks = false;
const child = fork(new URL("discord-app.ts", import.meta.url), [discord.apiUrl], { stdio: "inherit" });
await new Promise((resolve) => child.once("message", resolve));

const took: number[] = [];
const interact = discord.interact.bind(discord);
discord.interact = async (payload, ephemeral) => {
  const began = performance.now();
  const interaction = await interact(payload, ephemeral ?? null);
  took.push(interaction.answers.length === 0 ? Number.POSITIVE_INFINITY : performance.now() - began);
  discord.interactions.delete(interaction.id);
  return interaction;
};

const everybody = Array.from(
  { length: people },
  (_, at) => new Person(discord, String(500_000_000_000_000_000n + BigInt(at))),
);
const share = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;

async function each(inFlight: number, work: (person: Person) => Promise<unknown>): Promise<string> {
  took.length = 0;
  const waiting = [...everybody];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) await work(person);
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const sorted = [...took].sort((one, other) => one - other);
  const figures = `${took.length} answers, ${(took.length / seconds).toFixed(0)} a second, p50 ${share(sorted, 0.5).toFixed(1)} ms, p99 ${share(sorted, 0.99).toFixed(1)} ms`;
  return `${String(inFlight).padStart(4)} in flight: ${figures}`;
}

console.log(`${cpus()[0]?.model}, Node ${process.version}, ${people} conversations, SQLite in a file`);
console.log(`begin         ${await each(50, (person) => person.command())}`);
console.log(`first page    ${await each(50, (person) => person.answer({ ...script, audience: "team" }))}`);
for (const inFlight of pacing) {
  console.log(
    `back and on   ${await each(inFlight, async (person) => {
      await person.press("Back");
      await person.answer({});
    })}`,
  );
}
child.kill();
await discord.stop();
