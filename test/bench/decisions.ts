import { cpus } from "node:os";
import { type Answers, advise, openAdvisor, situationOf } from "#core";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { fullTries } from "../../src/advice/coverage.ts";
import { walk } from "../../src/advice/walk.ts";

/** Situations from small to large: no vendor, one vendor, and two vendors with both budgets. */
const situations: Record<string, Answers> = {
  "a person, no vendor": { job: "person", audience: "me", output: ["text"], intensity: "daily" },
  "a program, one vendor": {
    job: "code",
    audience: "customers",
    output: ["text"],
    stage: "production",
    shape: "steady",
    vendor: ["anthropic"],
  },
  "both budgets, two vendors": {
    job: "both",
    audience: "team",
    output: ["text", "image"],
    vendor: ["openai", "kling"],
    stage: "production",
    shape: "steady",
    intensity: "daily",
    owner_kind: "company",
  },
};

const seconds = 2;
const started = performance.now();
const advisor = openAdvisor(openCatalogue(), openRates(), "2026-11-20");
console.log(`Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"}`);
console.log(`catalogue and checklist opened and checked in ${(performance.now() - started).toFixed(0)} ms`);

for (const [name, answers] of Object.entries(situations)) {
  const whole = rate(() => advise(advisor, answers));
  const routes = rate(() => situationOf(advisor, answers));
  console.log(`${name}: ${whole} recommendations a second, ${routes} route decisions a second`);
}

const before = performance.now();
const paths = walk(advisor, fullTries(advisor), () => undefined);
const took = (performance.now() - before) / 1000;
console.log(
  `walk: ${paths.toLocaleString("en-US")} paths in ${took.toFixed(1)} s, ${Math.round(paths / took).toLocaleString("en-US")} a second`,
);

/** Calls a second on one core, after a warm-up. */
function rate(work: () => unknown): string {
  for (let warm = 0; warm < 2_000; warm += 1) work();
  const until = performance.now() + seconds * 1000;
  let calls = 0;
  while (performance.now() < until) {
    for (let batch = 0; batch < 100; batch += 1) work();
    calls += 100;
  }
  return Math.round(calls / seconds).toLocaleString("en-US");
}
