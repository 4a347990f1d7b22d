import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Events, GatewayIntentBits, type InteractionReplyOptions, MessageFlags } from "discord.js";
import { createBot } from "#core";
import { createDiscordAdapter, readSettings } from "../../adapters/discord/index.ts";
import { renderReply } from "../../adapters/discord/message.ts";
import { openStore } from "../../adapters/sql/index.ts";
import { createTurns } from "../../adapters/worker/index.ts";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { openAdvisor } from "../../src/advice/advise.ts";
import { directEstimator } from "../at-once.ts";
import { token } from "../wire/discord.ts";

const folder = mkdtempSync(join(tmpdir(), "aicost-bench-"));

async function open() {
  const store = await openStore({ file: join(folder, "aicost.db"), now: Date.now });
  const advisor = openAdvisor(openCatalogue(), openRates(), "2026-11-20");
  let id = 0;
  const ports = { store, advisor: () => advisor, advisorOn: () => advisor, now: Date.now, newId: () => `n${++id}` };
  return { ...ports, bot: createBot({ ...ports, counter: () => Promise.reject(new Error("no")) }) };
}

/** What discord.js does by itself: it hears, and replies with this. */
async function bare(api: string, message: InteractionReplyOptions): Promise<void> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(message);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
}

async function ours(api: string): Promise<void> {
  const settings = readSettings({ DISCORD_TOKEN: token, DISCORD_API_URL: api });
  if (settings === null || "problem" in settings) throw new Error("settings");
  const log = { info: () => undefined, warn: console.error, fault: (error: unknown) => String(error) };
  const end = createDiscordAdapter(settings, {
    ...(await open()),
    log,
    estimator: directEstimator,
    turn: createTurns(),
    fatal: console.error,
    deliver: async () => undefined,
  });
  await end.start(null);
}

/** Our first page, drawn once: what a program would send that only showed it. */
async function firstPage(): Promise<InteractionReplyOptions> {
  const { bot } = await open();
  const page = renderReply(bot.first(), { picked: null, usual: null, problem: null });
  const flags = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;
  return { components: page.components, flags } as InteractionReplyOptions;
}

const small: InteractionReplyOptions = { content: "Nothing", flags: MessageFlags.Ephemeral };
const [name = "", apiUrl = ""] = process.argv.slice(2);
const apps: Record<string, () => Promise<void>> = {
  bare: () => bare(apiUrl, small),
  same: async () => bare(apiUrl, await firstPage()),
  aicost: () => ours(apiUrl),
};
await apps[name]?.();
process.send?.("ready");
process.on("SIGTERM", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
