import { fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { FakeSlack } from "../wire/slack.ts";

/** `/aicost` under load, beside the least that Bolt can do: acknowledge, and open a window that never changes. */
const inFlight = 20;
const requests = 3_000;

const slack = await new FakeSlack().start();

type Opened = { url: string; cpu: () => Promise<number>; stop: () => void };
type Result = { perSecond: number; p99: number; cpu: number };

/** An app in a process of its own, as it runs: the load and Slack's side have the other core. */
async function open(name: string): Promise<Opened> {
  const child = fork(new URL("slack-app.ts", import.meta.url), [name, slack.apiUrl], { stdio: "inherit" });
  const port = await new Promise((resolve) => child.once("message", resolve));
  const cpu = async () => {
    const told = once(child, "message");
    child.send("cpu");
    return (await told)[0] as number;
  };
  return { url: `http://127.0.0.1:${port}`, cpu, stop: () => child.kill() };
}

async function load({ url, cpu }: Opened): Promise<Result> {
  slack.appUrl = url;
  const worked = await cpu();
  const took: number[] = [];
  let left = requests;
  const before = slack.calls.length;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) {
        const user = `U${left}`;
        const trigger = slack.newTrigger();
        const body = new URLSearchParams({
          command: "/aicost",
          text: "",
          user_id: user,
          team_id: "T1",
          channel_id: "CPUBLIC01",
          trigger_id: trigger,
          response_url: slack.newResponseUrl(),
        });
        const started = performance.now();
        await slack.send(body.toString());
        // The window counts, not the acknowledgement.
        await slack.opened(trigger);
        took.push(performance.now() - started);
      }
    }),
  );
  while (slack.calls.length - before < requests) await new Promise((resolve) => setTimeout(resolve, 1));
  const seconds = (performance.now() - began) / 1_000;
  took.sort((one, other) => one - other);
  return {
    perSecond: requests / seconds,
    p99: took[Math.floor(took.length * 0.99)] ?? 0,
    cpu: ((await cpu()) - worked) / requests,
  };
}

slack.checks = false;
const rounds: Record<string, Result[]> = { bare: [], same: [], half: [], aicost: [] };
for (let round = 0; round < 4; round++) {
  for (const name of ["bare", "same", "half", "aicost"]) {
    const app = await open(name);
    const result = await load(app);
    // The first round warms both up.
    if (round > 0) rounds[name]?.push(result);
    app.stop();
  }
}
const best = (name: string) =>
  rounds[name]?.sort((one, other) => other.perSecond - one.perSecond)[0] ?? { perSecond: 0, p99: 0, cpu: 0 };
const least = (name: string) => Math.min(...(rounds[name] ?? []).map(({ cpu }) => cpu));
const [reference, same, own] = [best("bare"), best("same"), best("aicost")];
console.log(`${cpus()[0]?.model}, Node ${process.version}, ${inFlight} in flight, ${requests} commands, best of 3`);
console.log(`bare Bolt: ${reference.perSecond.toFixed(0)} a second, p99 ${reference.p99.toFixed(1)} ms`);
console.log(`bare Bolt with our first page: ${same.perSecond.toFixed(0)} a second, p99 ${same.p99.toFixed(1)} ms`);
const half = best("half");
console.log(`bare Bolt with half of it: ${half.perSecond.toFixed(0)} a second, p99 ${half.p99.toFixed(1)} ms`);
console.log(`aicost:    ${own.perSecond.toFixed(0)} a second, p99 ${own.p99.toFixed(1)} ms`);
console.log(`of bare Bolt with our first page: throughput ${(own.perSecond / same.perSecond).toFixed(2)}`);
console.log(
  `ratios: throughput ${(own.perSecond / reference.perSecond).toFixed(2)} (aim 0.8), p99 ${(own.p99 / reference.p99).toFixed(2)} (aim 2)`,
);
const worked = Object.keys(rounds).map((name) => `${name} ${least(name).toFixed(2)} ms`);
console.log(`work of the process for one command, the least of 3: ${worked.join(", ")}`);
if (slack.complaints.length > 0) console.log(`refused: ${[...new Set(slack.complaints)].join("; ")}`);
await slack.stop();
