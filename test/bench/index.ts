import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import type { Measured } from "./report.ts";
import { machine } from "./report.ts";

/** Runs every bench, or those whose names stand behind it, one after the other, and writes their parts of BENCHMARKS.md. */
type Bench = { name: string; title: string; file: string; args?: string[]; flags?: string[] };

// As `npm start` sets it.
const asStarted = ["--max-semi-space-size=8"];
const benches: readonly Bench[] = [
  { name: "slack", title: "`/aicost` in Slack beside bare Bolt", file: "slack.ts" },
  { name: "discord", title: "`/aicost` in Discord beside a bare handler of discord.js", file: "discord.ts" },
  { name: "decisions", title: "Decisions, purchases and estimates", file: "decisions.ts" },
  { name: "tokens", title: "Counting tokens beside three libraries", file: "tokens.ts" },
  { name: "start", title: "Start and memory", file: "start.ts" },
  { name: "processes", title: "Two processes on one PostgreSQL", file: "processes.ts" },
  { name: "store", title: "The store with 10,000 and with 1,000,000 decisions", file: "store.ts" },
  { name: "ledger", title: "A filtered page of 100,000 decisions", file: "ledger.ts" },
  { name: "loop", title: "How long the event loop is held", file: "loop.ts" },
  {
    name: "daily",
    title: "The daily look at a team's decisions and balances, SQLite",
    file: "daily.ts",
    flags: asStarted,
  },
  { name: "daily", title: "The same on PostgreSQL", file: "daily.ts", args: ["postgres"], flags: asStarted },
  { name: "reminders", title: "A year of reminders for a thousand teams", file: "reminders.ts" },
];

const wanted = process.argv.slice(2);
const sections = new Map<string, string>();
const paper = new URL("../../BENCHMARKS.md", import.meta.url);
const day = new Date().toISOString().slice(0, 10);
// What is not run now stays as it was measured.
for (const part of existsSync(paper) ? readFileSync(paper, "utf8").split("\n## ").slice(1) : [])
  sections.set(part.slice(0, part.indexOf("\n")), `## ${part.trimEnd()}`);
for (const { name, title, file, args = [], flags = [] } of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${title}`);
  const lines: Measured[] = [];
  const child = fork(new URL(file, import.meta.url), args, { execArgv: flags });
  child.on("message", ({ measured }: { measured?: Measured }) => {
    if (measured !== undefined) lines.push(measured);
  });
  const [code] = await once(child, "exit");
  if (code !== 0) process.exitCode = 1;
  sections.set(title, section(title, lines, code === 0));
  writeFileSync(paper, page());
}

function section(title: string, lines: readonly Measured[], whole: boolean): string {
  const load = loadavg()[0]?.toFixed(1);
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const rows = lines.map(
    ({ what, ratio = "", aim = "", figures }) => `| ${[what, ratio, aim, figures].map(cell).join(" | ")} |`,
  );
  const broken = whole ? [] : ["", "It did not come to its end."];
  return [
    `## ${title}`,
    "",
    `${day}; load at the end ${load}.`,
    "",
    "| What | Ratio | Aim | Figures |",
    "|---|---|---|---|",
    ...rows,
    ...broken,
  ].join("\n");
}

function page(): string {
  const head = [
    "# Benchmarks",
    "",
    `Written by \`npm run bench\`: ${machine}.`,
    "Ratios compare what ran in turn in the same minute on fresh inputs; figures belong to this machine.",
    "The load, the chat platforms (on loopback) and the databases ran on the same machine.",
  ];
  const parts = benches.flatMap(({ title }) => sections.get(title) ?? []);
  return `${[head.join("\n"), ...parts].join("\n\n")}\n`;
}
