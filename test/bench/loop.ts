import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRates } from "../../pricing/rates/open.ts";
import { FakeSlack, signingSecret } from "../wire/slack.ts";
import { Person } from "../wire/slack-person.ts";
import { until } from "../wire/team.ts";
import { pageTitle } from "../words.ts";
import { machine, report } from "./report.ts";

/** For how long the program's event loop is held while people ask for much at once: the aim is never more than 50 ms. */
const aim = 50;
const atOnce = 10;
const folder = mkdtempSync(join(tmpdir(), "aicost-bench-"));
const slack = await new FakeSlack().start();
const port = await freePort();
const program = fork(new URL("../../main.ts", import.meta.url), ["serve"], {
  execArgv: ["--import", new URL("loop-watch.ts", import.meta.url).href],
  env: {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    SLACK_BOT_TOKEN: "xoxb-test",
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    AICOST_DB: join(folder, "aicost.db"),
    AICOST_HOST: "127.0.0.1",
    AICOST_LOG: "warn",
    PORT: String(port),
  },
  stdio: ["ignore", "inherit", "pipe", "ipc"],
});
slack.appUrl = `http://127.0.0.1:${port}`;

type Held = { held: number; cpu: number; rss: number };

async function told<T>(asked: string): Promise<T> {
  const answer = once(program, "message");
  program.send(asked);
  return (await answer)[0] as T;
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  await told("begin");
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  const { held, cpu, rss } = await told<Held>("end");
  report({
    what: name,
    ratio: `${held.toFixed(0)} ms`,
    aim: `${aim} ms`,
    figures: `own work ${cpu.toFixed(0)} ms, all answered in ${took.toFixed(0)} ms, ${rss.toFixed(0)} MB`,
  });
}

let people = 0;
const somebody = () => new Person(slack, `U${++people}`);
const together = (work: (person: Person, at: number) => Promise<unknown>, many = atOnce) =>
  Promise.all(Array.from({ length: many }, (_, at) => work(somebody(), at)));

/** Numbers that nobody asked for before, so that nothing is remembered. */
let fresh = 0;
const range = (low: number, high: number) => ({ low, expected: (low + high) / 2 + ++fresh, high: high + 2 * fresh });
const heavy = () => {
  const models = openRates().models.slice(0, 20);
  return `estimate ${JSON.stringify({
    kind: "text",
    models: models.map((model) => ({ model, share: 0.05 })),
    conversations: range(3_000, 9_000),
    turns: { low: 5, expected: 10, high: 40 },
    systemTokens: range(1_000, 3_000),
    userTokens: range(100, 300),
    answerTokens: range(100, 300),
    prefixTokens: range(10, 50),
    reasoning: { low: 1.5, expected: 4, high: 15 },
    retryRate: { low: 0, expected: 0.1, high: 0.2 },
    batchShare: { low: 0, expected: 0.1, high: 0.3 },
    history: "full",
  })}`;
};
const light = () =>
  `estimate text model=openai:gpt-5.6-terra conversations=${++fresh} turns=6 systemTokens=2000 userTokens=200 answerTokens=300 history=full`;
const clips = () =>
  `estimate media output=video accepted=${++fresh}-40 acceptanceRate=40% failureRate=0 seconds=8 resolution=1080p audio=yes`;
/** As much as is read of one request. */
const pasted = () => `${"such words as people paste when they are asked for an example ".repeat(14_500)}${++fresh}`;

const pipeline = {
  job: "code",
  audience: "customers",
  output: ["text"],
  vendor: ["openai"],
  stage: "production",
  shape: "spiky",
  controls: ["system_prompts"],
  builder: "yes",
  enterprise_needs: ["none"],
  data: "internal",
  can_wait: "no",
  owner_kind: "company",
  owner: "Ben",
  cap: "alerts_only",
  payment: "card",
  funding: "auto_uncapped",
  "workload.conversations": "3000-8000",
  "workload.turns": "6-10",
};
const lengths = { "workload.systemTokens": "2-3 pages", "workload.userTokens": "100-200 words" };

/** People with the window open. They come one after another: each takes the newest window for theirs. */
async function inWindows(): Promise<Person[]> {
  const all = Array.from({ length: atOnce }, somebody);
  for (const person of all) await person.command("");
  return all;
}

/** Answers until a page is there. A page that says "one moment" is waited for. */
async function toPage(person: Person, title: string, script: Record<string, string | string[]>): Promise<void> {
  for (let at = 0; !person.title.startsWith(title); at++) {
    if (at > 30) throw new Error(`stuck on ${person.title}`);
    await until(() => person.view?.view.submit !== undefined, "the page can be answered");
    await person.answer(script);
  }
}

const toLengths = (person: Person) => toPage(person, pageTitle("lengths"), pipeline);

console.log(`${machine}; SQLite in a file, Slack alone`);
const began = performance.now();
await once(program.stderr as NodeJS.ReadableStream, "data");
console.log(`listening after ${(performance.now() - began).toFixed(0)} ms`);
try {
  await measure("the first /aicost", () => somebody().command(""));
  await measure("the first estimate", () => somebody().command(light()));
  await measure(`${atOnce} bare commands at once`, () => together((person) => person.command("")));
  await measure(`${atOnce} small estimates at once`, () => together((person) => person.command(light())));
  await measure(`${atOnce} estimates of every wallet at once`, () => together((person) => person.command(clips())));
  await measure(`${atOnce} heavy estimates at once`, () => together((person) => person.command(heavy())));
  await measure(`${atOnce} commands of 0.9 MB at once`, () =>
    together((person) => person.command(`estimate ${pasted()}`)),
  );
  await measure(`${atOnce} questions of 0.9 MB at once`, () =>
    together((person) => person.command(`explain ${pasted()}`)),
  );
  const team = await inWindows();
  for (const person of team) await toLengths(person);
  await measure(`${atOnce} pastes as long as a form takes at once`, () =>
    Promise.all(
      team.map(async (person) => {
        for (const field of ["systemTokens", "userTokens", "answerTokens"])
          person.fill(`workload.${field}`, field === "systemTokens" ? pasted() : "100-300 words");
        await person.submit();
      }),
    ),
  );
  const others = await inWindows();
  for (const person of others) await toLengths(person);
  await measure(`${atOnce} pages whose work has ranges at once`, () =>
    Promise.all(others.map((person) => person.answer(lengths))),
  );
  const whole = await inWindows();
  await measure(`${atOnce} whole conversations at once`, () =>
    Promise.all(whole.map((person) => toPage(person, "Recommendation", { ...pipeline, ...lengths }))),
  );
  await measure("1,000 bare commands, 20 at a time", async () => {
    for (let round = 0; round < 50; round++) await together((person) => person.command(""), 20);
  });
  await told("a day on");
  slack.ahead = 86_400_000;
  await measure("the first commands of the next day", () =>
    together((person, at) => person.command(at % 2 === 0 ? "" : light())),
  );
} finally {
  program.kill("SIGTERM");
  await once(program, "exit");
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (slack.complaints.length > 0) console.log(`refused: ${[...new Set(slack.complaints)].join("; ")}`);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
