import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBot } from "#core";
import { createDiscordAdapter, readSettings } from "../../adapters/discord/index.ts";
import { openStore } from "../../adapters/sql/index.ts";
import { createTurns } from "../../adapters/worker/index.ts";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { openAdvisor } from "../../src/advice/advise.ts";
import { directEstimator } from "../at-once.ts";
import { token } from "../wire/discord.ts";

const settings = readSettings({ DISCORD_TOKEN: token, DISCORD_API_URL: process.argv[2] ?? "" });
if (settings === null || "problem" in settings) throw new Error("settings");
const folder = mkdtempSync(join(tmpdir(), "aicost-bench-"));
const store = await openStore({ file: join(folder, "aicost.db"), now: Date.now });
const advisor = openAdvisor(openCatalogue(), openRates(), "2026-11-20");
let id = 0;
const ports = { store, advisor: () => advisor, advisorOn: () => advisor, now: Date.now, newId: () => `n${++id}` };
const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("no")) });
const log = { info: () => undefined, warn: console.error, fault: (error: unknown) => String(error) };
const end = createDiscordAdapter(settings, {
  ...ports,
  bot,
  log,
  estimator: directEstimator,
  turn: createTurns(),
  fatal: console.error,
  deliver: async () => undefined,
});
await end.start(null);
process.send?.("ready");
process.on("SIGTERM", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
