import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../adapters/sql/index.ts";
import { simulateYear } from "../outbox/year.ts";
import { startPostgres } from "../postgres.ts";
import { machine, report } from "./report.ts";

/** A year of reminders for a thousand teams and two processes, on both stores: every reminder once, and how long it takes. */
const teams = 1_000;
const now = () => 1_795_000_000_000;
const folder = mkdtempSync(join(tmpdir(), "aicost-bench-"));

async function measure(name: string, settings: { file: string } | { url: string }, together: boolean): Promise<void> {
  const began = performance.now();
  const told = await simulateYear({ teams, together, open: () => openStore({ ...settings, now }) });
  const once = JSON.stringify(told.found) === JSON.stringify(told.expected);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  report({
    what: name,
    figures: `${told.found.length} messages, ${once ? "each as expected, once" : "NOT as expected"}; ${told.looks} looks in ${seconds} s`,
  });
}

console.log(machine);
try {
  await measure("SQLite", { file: join(folder, "aicost.db") }, false);
  const server = await startPostgres();
  await measure("PostgreSQL 18", { url: server.url }, true);
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
