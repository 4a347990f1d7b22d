import {
  type Advisor,
  answerEstimate,
  countedBlocks,
  cover,
  estimateAnswerBlocks,
  explain,
  findPlans,
  isPlainDate,
  nameVendors,
  nearest,
  type Output,
  planBlocks,
  readAnswers,
  readChat,
  readEstimateWords,
  readPlanFilter,
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
import { exportDecisions, listDecisions, showDecision } from "./decisions.ts";
import { helpText } from "./help.ts";
import { readJson, readText } from "./input.ts";
import { doctorVerb, rotateVerb, withStore } from "./operator.ts";
import type { TerminalPorts } from "./ports.ts";
import { type Printed, toJson } from "./printed.ts";
import type { Command } from "./receive.ts";
import { type Layout, renderBlocks } from "./render.ts";

/** Runs one verb. Reads a file only for `advise`, `estimate` and `tokens`, and the store for `decisions`; writes nothing. */
export async function runVerb(
  command: Exclude<Command, { verb: "converse" }>,
  ports: TerminalPorts,
  layout: Layout,
  say: (line: string) => void,
): Promise<Printed> {
  if ("asOf" in command && command.asOf !== null && !isPlainDate(command.asOf)) {
    return { misuse: `--as-of "${command.asOf}" is no day: write YYYY-MM-DD, such as ${ports.today}.` };
  }
  const open = () => ports.openAdvisor(("asOf" in command ? command.asOf : null) ?? ports.today);
  switch (command.verb) {
    case "help":
      return { text: helpText(ports.chats.verbs) };
    case "version":
      return { text: ports.version };
    case "advise":
      return adviseVerb(command, open, layout);
    case "estimate":
      return estimateVerb(command, open, layout);
    case "tokens":
      return tokensVerb(command, ports, layout);
    case "plans":
      return plansVerb(command, open(), layout);
    case "explain": {
      const found = explain(command.topic, open());
      return "problem" in found ? { misuse: found.problem } : { text: renderBlocks(found.blocks, layout).trimStart() };
    }
    case "decisions":
      return withStore(ports, (store) =>
        command.show === null ? listDecisions(store, layout) : showDecision(store, command.show, ports, layout),
      );
    case "export":
      return withStore(ports, (store) => exportDecisions(store, command.format));
    case "serve":
      return ports.chats.serve(say);
    case "doctor":
      return doctorVerb(await ports.chats.doctor());
    case "rotate-key":
      return rotateVerb(ports);
    case "operate":
      return command.operator.run(command.value, ports.env);
    case "catalogue": {
      const advisor = open();
      const summary = summarise(advisor, cover(advisor));
      return { text: command.json ? toJson(summary) : renderBlocks(summaryBlocks(summary), layout).trimStart() };
    }
  }
}

async function adviseVerb(
  command: Extract<Command, { verb: "advise" }>,
  open: () => Advisor,
  layout: Layout,
): Promise<Printed> {
  const read = await readJson(command.answers);
  if ("misuse" in read) return read;
  const advisor = open();
  const { catalogue } = advisor.market;
  const sellers = { vendors: catalogue.vendors.map((vendor) => vendor.id), rows: catalogue.rows.map((row) => row.id) };
  const { answers, problems } = readAnswers(read.value, advisor.checklist.questions, sellers);
  if (problems.length > 0) return { misuses: problems.map((problem) => problem.text) };
  const situation = situationOf(advisor, answers);
  const wrong = workloadProblem(situation);
  if (wrong !== undefined) return { misuse: wrong.text };
  const result = resultOf(advisor, situation);
  if (!command.json)
    return { text: renderBlocks(recommendationBlocks(result, situation, advisor), layout).trimStart() };
  return {
    text: toJson({
      ...result,
      routes: result.routes.map((each) => ({ ...each, why: why(each.route, situation) })),
      ruledOut: result.ruledOut.map((each) => ({ ...each, why: whyNot(each.route, situation) })),
    }),
  };
}

async function estimateVerb(
  command: Extract<Command, { verb: "estimate" }>,
  open: () => Advisor,
  layout: Layout,
): Promise<Output> {
  const read = await readWork(command.from);
  if ("misuse" in read) return read;
  const advisor = open();
  const named = "words" in command.from ? nameVendors(read.value, advisor.market) : { input: read.value };
  if ("problem" in named) return { misuse: named.problem };
  const answer = answerEstimate(advisor, named.input);
  if ("problem" in answer) return { misuse: answer.problem };
  if (command.json) return { text: toJson(answer) };
  return { text: renderBlocks(estimateAnswerBlocks(answer, advisor), layout).trimStart() };
}

async function readWork(from: Extract<Command, { verb: "estimate" }>["from"]) {
  if ("file" in from) return readJson(from.file);
  const read = readEstimateWords(from.words);
  return "problem" in read ? { misuse: read.problem } : { value: read.input };
}

async function tokensVerb(
  command: Extract<Command, { verb: "tokens" }>,
  ports: TerminalPorts,
  layout: Layout,
): Promise<Output> {
  const read = await readText(command.file);
  if ("misuse" in read) return read;
  const what = command.chat ? readChat(read.text) : read.text;
  const counter = await ports.openCounter();
  const counted = await counter.count(what, command.model);
  await counter.close();
  if ("problem" in counted) return { misuse: counted.problem };
  return { text: command.json ? toJson(counted) : renderBlocks(countedBlocks(counted), layout).trimStart() };
}

function plansVerb(command: Extract<Command, { verb: "plans" }>, advisor: Advisor, layout: Layout): Output {
  const { market } = advisor;
  const { route, of } = command;
  if (route !== null && !routes.some((each) => each === route))
    return { misuse: `There is no route "${route}". ${nearest(route, routes)}` };
  const asked = of === null ? {} : readPlanFilter(of, market);
  if ("problem" in asked) return { misuse: asked.problem };
  if (route !== null && asked.route !== undefined && asked.route !== route)
    return { misuse: `plans takes one route: ${asked.route}, or ${route}.` };
  const rows = findPlans(market, { ...asked, ...(route === null ? {} : { route }) });
  return { text: command.json ? toJson(rows) : renderBlocks(planBlocks(rows, advisor), layout).trimStart() };
}
