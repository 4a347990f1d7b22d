import { readFileSync } from "node:fs";
import {
  type Advisor,
  answerEstimate,
  cover,
  estimateAnswerBlocks,
  explain,
  findPlans,
  isPlainDate,
  nearest,
  planBlocks,
  readAnswers,
  recommendationBlocks,
  resultOf,
  routes,
  situationOf,
  summarise,
  summaryBlocks,
  why,
  whyNot,
  workloadProblem,
} from "#core";
import { helpText } from "./help.ts";
import type { Command, Misuse } from "./receive.ts";
import { type Paper, renderBlocks } from "./render.ts";

/** What the verbs need from outside: the day, the advisor on a day, and the program's version. */
export type Desk = { today: string; version: string; openAdvisor: (asOf: string) => Advisor };

/** What a verb prints. */
export type Output = { text: string } | Misuse;

/** Runs one verb. Reads a file only for `advise` and `estimate`; writes nothing. */
export function runVerb(command: Exclude<Command, { verb: "converse" }>, desk: Desk, paper: Paper): Output {
  if ("asOf" in command && command.asOf !== null && !isPlainDate(command.asOf)) {
    return { misuse: `--as-of "${command.asOf}" is no day: write YYYY-MM-DD, such as ${desk.today}.` };
  }
  const open = () => desk.openAdvisor(("asOf" in command ? command.asOf : null) ?? desk.today);
  switch (command.verb) {
    case "help":
      return { text: helpText };
    case "version":
      return { text: desk.version };
    case "advise":
      return adviseVerb(command, open, paper);
    case "estimate":
      return estimateVerb(command, open, paper);
    case "plans":
      return plansVerb(command, open(), paper);
    case "explain": {
      const found = explain(command.topic, open());
      return "problem" in found ? { misuse: found.problem } : { text: renderBlocks(found.blocks, paper).trimStart() };
    }
    case "catalogue": {
      const advisor = open();
      const summary = summarise(advisor, cover(advisor));
      return { text: command.json ? toJson(summary) : renderBlocks(summaryBlocks(summary), paper).trimStart() };
    }
  }
}

function adviseVerb(command: Extract<Command, { verb: "advise" }>, open: () => Advisor, paper: Paper): Output {
  const read = readJson(command.answers);
  if ("misuse" in read) return read;
  const advisor = open();
  const { catalogue } = advisor.market;
  const sellers = { vendors: catalogue.vendors.map((vendor) => vendor.id), rows: catalogue.rows.map((row) => row.id) };
  const { answers, problems } = readAnswers(read.value, advisor.checklist.questions, sellers);
  if (problems.length > 0) return { misuse: problems.map((problem) => problem.text).join("\n") };
  const situation = situationOf(advisor, answers);
  const wrong = workloadProblem(advisor, situation);
  if (wrong !== undefined) return { misuse: wrong.text };
  const result = resultOf(advisor, situation);
  if (!command.json) return { text: renderBlocks(recommendationBlocks(result, situation, advisor), paper).trimStart() };
  return {
    text: toJson({
      ...result,
      routes: result.routes.map((each) => ({ ...each, why: why(each.route, situation) })),
      ruledOut: result.ruledOut.map((each) => ({ ...each, why: whyNot(each.route, situation) })),
    }),
  };
}

function estimateVerb(command: Extract<Command, { verb: "estimate" }>, open: () => Advisor, paper: Paper): Output {
  const read = readJson(command.answers);
  if ("misuse" in read) return read;
  const advisor = open();
  const answer = answerEstimate(advisor, read.value);
  if ("problem" in answer) return { misuse: answer.problem };
  if (command.json) return { text: toJson(answer) };
  return { text: renderBlocks(estimateAnswerBlocks(answer, advisor), paper).trimStart() };
}

function plansVerb(command: Extract<Command, { verb: "plans" }>, { market }: Advisor, paper: Paper): Output {
  const { route, vendor } = command;
  if (route !== null && !routes.some((each) => each === route))
    return { misuse: `There is no route "${route}". ${nearest(route, routes)}` };
  const vendors = market.catalogue.vendors.map((each) => each.id);
  if (vendor !== null && !vendors.includes(vendor))
    return { misuse: `There is no vendor "${vendor}". ${nearest(vendor, vendors)}` };
  const rows = findPlans(market, { ...(route === null ? {} : { route }), ...(vendor === null ? {} : { vendor }) });
  return { text: command.json ? toJson(rows) : renderBlocks(planBlocks(rows, market), paper).trimStart() };
}

/** Reads a JSON file, or the input for `-`. What a person can put right comes back as a sentence. */
function readJson(file: string): { value: unknown } | Misuse {
  const name = file === "-" ? "the input" : file;
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (cause) {
    return { misuse: `Cannot read ${name}: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}.` };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return { misuse: `${name} is no JSON: ${(cause as Error).message}.` };
  }
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
