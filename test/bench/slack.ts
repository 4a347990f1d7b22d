import { fork } from "node:child_process";
import { once } from "node:events";
import { FakeSlack } from "../wire/slack.ts";
import { inTurn } from "./in-turn.ts";
import { machine, median, report, share } from "./report.ts";

/** `/aicost` under load, beside the least that Bolt can do: acknowledge, and open a window that never changes. */
const inFlight = 20;
const requests = 1_000;
const warmUps = 3;
const measured = 15;

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
  return {
    perSecond: requests / seconds,
    p99: share(took, 0.99),
    cpu: ((await cpu()) - worked) / requests,
  };
}

slack.checks = false;
const names = ["bare", "same", "half", "aicost"] as const;
type Name = (typeof names)[number];
const apps = {} as Record<Name, Opened>;
for (const name of names) apps[name] = await open(name);
const rounds = await inTurn(names, (name) => load(apps[name]), { warmUps, measured });
for (const app of Object.values(apps)) app.stop();

const middle = (name: Name, figure: keyof Result) => median(rounds.map((round) => round[name][figure]));
const ratio = (name: Name, to: Name, figure: keyof Result) =>
  median(rounds.map((round) => round[name][figure] / round[to][figure])).toFixed(2);
console.log(`${machine}, ${inFlight} in flight, ${measured} rounds of ${requests} commands in turn, medians`);
const perSecond = (name: Name) => `${middle(name, "perSecond").toFixed(0)} a second`;
const p99 = (name: Name) => `p99 ${middle(name, "p99").toFixed(1)} ms`;
const work = (name: Name) => `${middle(name, "cpu").toFixed(2)} ms`;
report({
  what: "commands a second, of bare Bolt's",
  ratio: ratio("aicost", "bare", "perSecond"),
  aim: "0.8",
  figures: `${perSecond("aicost")}, bare ${perSecond("bare")}`,
});
report({
  what: "p99 to the open window, of bare Bolt's",
  ratio: ratio("aicost", "bare", "p99"),
  aim: "1.2",
  figures: `${p99("aicost")}, bare ${p99("bare")}`,
});
report({
  what: "commands a second, of bare Bolt with our first page",
  ratio: ratio("aicost", "same", "perSecond"),
  figures: `${perSecond("aicost")}, Bolt with our page ${perSecond("same")}, with half of it ${perSecond("half")}`,
});
report({
  what: "work of the process for one command, of bare Bolt's",
  ratio: ratio("aicost", "bare", "cpu"),
  figures: `${work("aicost")}, bare ${work("bare")}, with our page ${work("same")}`,
});
if (slack.complaints.length > 0) console.log(`refused: ${[...new Set(slack.complaints)].join("; ")}`);
await slack.stop();
