import { answerEstimate } from "#core";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { advise, openAdvisor, situationOf } from "../../src/advice/advise.ts";
import { fullTries } from "../../src/advice/coverage.ts";
import { walk } from "../../src/advice/walk.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { machine, report } from "./report.ts";

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
console.log(machine);
report({
  what: "catalogue and checklist opened and checked",
  figures: `${(performance.now() - started).toFixed(0)} ms`,
});

for (const [name, answers] of Object.entries(situations)) {
  // Answers of their own each time, as each person's are: nothing is remembered of them.
  const bought = rate(() => recommend(advisor, situationOf(advisor, { ...answers })));
  const whole = rate(() => advise(advisor, { ...answers }));
  const routes = rate(() => situationOf(advisor, { ...answers }));
  report({
    what: name,
    figures: `${bought} recommendations with purchases a second, ${whole} without, ${routes} route decisions`,
  });
}

const conversation = {
  kind: "text",
  model: "openai:gpt-6-sol",
  conversations: 5000,
  turns: 10,
  systemTokens: 2000,
  userTokens: 1000,
  answerTokens: 1000,
  history: "full",
};
/** The same work with other amounts each time: an estimate that was made is not made again for the same ones. */
const works: Record<string, (call: number) => unknown> = {
  "text, exact": (call) => ({ ...conversation, conversations: 5000 + call }),
  "text, two ranges and their percentiles": (call) => ({
    ...conversation,
    conversations: { low: 3000, expected: 5000 + call, high: 9000 },
    turns: { low: 5, expected: 10, high: 40 },
  }),
  "video, every wallet": (call) => ({
    kind: "media",
    output: "video",
    accepted: 100 + call,
    acceptanceRate: 0.4,
    seconds: 8,
    resolution: "1080p",
    audio: true,
  }),
};
for (const [name, work] of Object.entries(works)) {
  const ask = (call: number) => answerEstimate(advisor, { workload: work(call) });
  for (let warm = 1; warm <= 20; warm += 1) ask(-warm);
  const start = performance.now();
  for (let call = 0; call < 50; call += 1) ask(call);
  report({
    what: `estimate of ${name}, other amounts each time`,
    figures: `${((performance.now() - start) / 50).toFixed(1)} ms`,
  });
}

const before = performance.now();
const paths = walk(advisor, fullTries(advisor), () => undefined);
const took = (performance.now() - before) / 1000;
report({
  what: "every path of the checklist walked",
  figures: `${paths.toLocaleString("en-US")} paths in ${took.toFixed(1)} s, ${Math.round(paths / took).toLocaleString("en-US")} a second`,
});

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
