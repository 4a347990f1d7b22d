import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { startPostgres } from "../postgres.ts";
import { FakeSlack } from "../wire/slack.ts";
import { Person } from "../wire/slack-person.ts";
import { machine, median, report } from "./report.ts";

/**
 * Conversations in two processes on one PostgreSQL, beside the same in one. Both are given the same part of a core, at the same
 * time: else the load and the database would take what the second one needs.
 */
const part = { milliseconds: 4, of: 20 };
const inFlight = 16;
const conversations = 100;
const warmUps = 1;
const measured = 7;

type App = { slack: FakeSlack; child: ChildProcess };

const server = await startPostgres();
const apps: App[] = [];
for (let at = 0; at < 2; at++) {
  const slack = await new FakeSlack().start();
  slack.checks = false;
  const child = fork(new URL("slack-app.ts", import.meta.url), ["aicost", slack.apiUrl, server.url], {
    stdio: "inherit",
  });
  slack.appUrl = `http://127.0.0.1:${(await once(child, "message"))[0]}`;
  apps.push({ slack, child });
}

const over = new Int32Array(new SharedArrayBuffer(4));
const throttle = new Worker(new URL("throttle.ts", import.meta.url), {
  workerData: { pids: apps.map(({ child }) => child.pid), on: part.milliseconds, of: part.of, over },
});

let persons = 0;

/** People who open the window, answer its first page, and go back, spread over these processes. */
async function load(used: readonly App[]): Promise<number> {
  let left = conversations * used.length;
  const began = performance.now();
  await Promise.all(
    used.flatMap(({ slack }) =>
      Array.from({ length: inFlight }, async () => {
        while (left-- > 0) {
          const person = new Person(slack, `U${++persons}`);
          await person.command("");
          await person.answer({ job: "person", audience: "me", output: ["text"] });
          await person.press("Back");
        }
      }),
    ),
  );
  return (conversations * used.length * 3) / ((performance.now() - began) / 1_000);
}

console.log(
  `${machine}; each process has ${part.milliseconds} of ${part.of} ms of a core; ${measured} rounds in turn, medians`,
);
const rounds: { one: number; two: number }[] = [];
for (let round = -warmUps; round < measured; round++) {
  const result = { one: await load(apps.slice(0, 1)), two: await load(apps) };
  if (round >= 0) rounds.push(result);
}
report({
  what: "interactions a second of two processes, of one's",
  ratio: median(rounds.map(({ one, two }) => two / one)).toFixed(2),
  aim: "1.7",
  figures: `two ${median(rounds.map(({ two }) => two)).toFixed(0)}, one ${median(rounds.map(({ one }) => one)).toFixed(0)}; each is given ${part.milliseconds} of ${part.of} ms of a core`,
});
Atomics.store(over, 0, 1);
await once(throttle, "message");
for (const { slack, child } of apps) {
  child.kill();
  await once(child, "exit");
  await slack.stop();
}
await server.stop();
