import { App, HTTPReceiver } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { createBot, createDispatcher } from "#core";
import { createSlackAdapter, readSettings } from "../../adapters/slack/index.ts";
import { renderModal } from "../../adapters/slack/modal.ts";
import { openStore } from "../../adapters/sql/index.ts";
import { createTurns } from "../../adapters/worker/index.ts";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { openAdvisor } from "../../src/advice/advise.ts";
import { directEstimator } from "../at-once.ts";
import { signingSecret } from "../wire/slack.ts";

async function bare(apiUrl: string, view: ModalView): Promise<number> {
  const receiver = new HTTPReceiver({ signingSecret });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: "xoxb-test", botId: "B1", botUserId: "UBOT" }),
    clientOptions: { slackApiUrl: apiUrl },
    convoStore: false,
  });
  app.command("/aicost", async ({ ack, client, body }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view,
    });
  });
  const server = await app.start({ port: 0, host: "127.0.0.1" } as never);
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

async function ours(apiUrl: string, database: string | undefined): Promise<number> {
  const settings = readSettings({
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: "xoxb-test",
    SLACK_API_URL: apiUrl,
    PORT: "0",
  });
  if (settings === null || "problem" in settings) throw new Error("settings");
  const place = database === undefined ? { file: ":memory:" } : { url: database };
  const store = await openStore({ ...place, now: Date.now });
  const advisor = openAdvisor(openCatalogue(), openRates(), "2026-11-20");
  let id = 0;
  const ports = {
    store,
    advisor: () => advisor,
    advisorOn: () => advisor,
    now: Date.now,
    newId: () => `n${process.pid}x${++id}`,
  };
  const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("no")) });
  const log = { info: () => undefined, warn: console.error, fault: (error: unknown) => String(error) };
  const end = createSlackAdapter(settings, {
    ...ports,
    bot,
    log,
    estimator: directEstimator,
    turn: createTurns(),
    fatal: () => undefined,
    deliver: async () => undefined,
  });
  createDispatcher({ store, senders: [end.sender], now: Date.now, random: Math.random, log });
  return (await end.start("127.0.0.1")) ?? 0;
}

const small: ModalView = {
  type: "modal",
  title: { type: "plain_text", text: "Bare" },
  blocks: [{ type: "section", text: { type: "plain_text", text: "Nothing" } }],
};

/** Our first page, drawn once: what a program would send that only opened it. */
async function firstPage(): Promise<ModalView> {
  const advisor = openAdvisor(openCatalogue(), openRates(), "2026-11-20");
  const store = await openStore({ file: ":memory:", now: Date.now });
  const counter = () => Promise.reject(new Error("no"));
  return renderModal(createBot({ store, advisor: () => advisor, now: Date.now, newId: () => "x", counter }).first());
}

/** The half of that page, as if it asked half as much. */
async function halfPage(): Promise<ModalView> {
  const page = await firstPage();
  return { ...page, blocks: page.blocks.slice(0, Math.ceil(page.blocks.length / 2)) };
}

/** What the process has worked so far, in milliseconds: on a busy machine the time on the wall says less. */
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1_000);
});

const pages: Record<string, () => Promise<ModalView>> = { bare: async () => small, same: firstPage, half: halfPage };
const [name = "", apiUrl = "", database] = process.argv.slice(2);
const page = pages[name];
process.send?.(page === undefined ? await ours(apiUrl, database) : await bare(apiUrl, await page()));
