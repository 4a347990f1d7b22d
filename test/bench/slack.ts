import { cpus } from "node:os";
import { App, HTTPReceiver } from "@slack/bolt";
import { createBot, createCourier, openAdvisor } from "#core";
import { createSlackEnd, readSettings } from "../../adapters/slack/index.ts";
import { openStore } from "../../adapters/sql/index.ts";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { FakeSlack, signingSecret } from "../wire/slack.ts";

/** `/aicost` under load, beside the least that Bolt can do: acknowledge, and open a window that never changes. */
const inFlight = 20;
const requests = 3_000;

async function bare(slack: FakeSlack): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const receiver = new HTTPReceiver({ signingSecret });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: "xoxb-test", botId: "B1", botUserId: "UBOT" }),
    clientOptions: { slackApiUrl: slack.apiUrl },
    convoStore: false,
  });
  app.command("/aicost", async ({ ack, client, body }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: "modal",
        title: { type: "plain_text", text: "Bare" },
        blocks: [{ type: "section", text: { type: "plain_text", text: "Nothing" } }],
      },
    });
  });
  const server = await app.start({ port: 0, host: "127.0.0.1" } as never);
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`, stop: () => app.stop() };
}

async function ours(slack: FakeSlack): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const settings = readSettings({
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: "xoxb-test",
    SLACK_API_URL: slack.apiUrl,
    PORT: "0",
  });
  if (settings === null || "problem" in settings) throw new Error("settings");
  const store = await openStore({ file: ":memory:", now: Date.now });
  const advisor = openAdvisor(openCatalogue(), openRates(), "2026-11-20");
  let id = 0;
  const ports = { store, advisor: () => advisor, advisorOn: () => advisor, now: Date.now, newId: () => `n${++id}` };
  const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("no")) });
  const log = { info: () => undefined, warn: console.error, fault: (error: unknown) => String(error) };
  const end = createSlackEnd(settings, { ...ports, bot, log, deliver: async () => undefined });
  createCourier({ store, senders: [end.sender], now: Date.now, random: Math.random });
  const port = await end.start("127.0.0.1");
  return { url: `http://127.0.0.1:${port}`, stop: () => end.stop().then(() => store.close()) };
}

async function load(slack: FakeSlack, url: string) {
  slack.appUrl = url;
  const took: number[] = [];
  let left = requests;
  const before = slack.calls.length;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) {
        const body = new URLSearchParams({
          command: "/aicost",
          text: "",
          user_id: `U${left}`,
          team_id: "T1",
          channel_id: "CPUBLIC01",
          trigger_id: slack.newTrigger(),
          response_url: slack.newResponseUrl(),
        });
        const opened = slack.calls.length;
        const started = performance.now();
        await slack.send(body.toString());
        // The window counts, not the acknowledgement.
        while (slack.calls.length === opened) await new Promise((resolve) => setImmediate(resolve));
        took.push(performance.now() - started);
      }
    }),
  );
  while (slack.calls.length - before < requests) await new Promise((resolve) => setTimeout(resolve, 1));
  const seconds = (performance.now() - began) / 1_000;
  took.sort((one, other) => one - other);
  return { perSecond: requests / seconds, p99: took[Math.floor(took.length * 0.99)] ?? 0 };
}

const slack = await new FakeSlack().start();
const rounds: Record<string, { perSecond: number; p99: number }[]> = { bare: [], aicost: [] };
for (let round = 0; round < 4; round++) {
  for (const [name, open] of [
    ["bare", bare],
    ["aicost", ours],
  ] as const) {
    const app = await open(slack);
    const result = await load(slack, app.url);
    // The first round warms both up.
    if (round > 0) rounds[name]?.push(result);
    await app.stop();
  }
}
const best = (name: string) =>
  rounds[name]?.sort((one, other) => other.perSecond - one.perSecond)[0] ?? { perSecond: 0, p99: 0 };
const [reference, own] = [best("bare"), best("aicost")];
console.log(`${cpus()[0]?.model}, Node ${process.version}, ${inFlight} in flight, ${requests} commands, best of 3`);
console.log(`bare Bolt: ${reference.perSecond.toFixed(0)} a second, p99 ${reference.p99.toFixed(1)} ms`);
console.log(`aicost:    ${own.perSecond.toFixed(0)} a second, p99 ${own.p99.toFixed(1)} ms`);
console.log(
  `ratios: throughput ${(own.perSecond / reference.perSecond).toFixed(2)} (aim 0.8), p99 ${(own.p99 / reference.p99).toFixed(2)} (aim 2)`,
);
if (slack.complaints.length > 0) console.log(`refused: ${[...new Set(slack.complaints)].join("; ")}`);
await slack.stop();
