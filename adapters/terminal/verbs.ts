import {
  type Advisor,
  answerEstimate,
  countedBlocks,
  cover,
  type Env,
  estimateAnswerBlocks,
  explain,
  findPlans,
  isPlainDate,
  nearest,
  type OperatorVerb,
  type Output,
  planBlocks,
  readAnswers,
  readChat,
  recommendationBlocks,
  resultOf,
  routes,
  type Store,
  StoreError,
  situationOf,
  summarise,
  summaryBlocks,
  type TokenCounter,
  why,
  whyNot,
  workloadProblem,
} from "#core";
import { exportDecisions, listDecisions, showDecision } from "./decisions.ts";
import { helpText } from "./help.ts";
import { readJson, readText } from "./input.ts";
import type { Command } from "./receive.ts";
import { type Layout, renderBlocks } from "./render.ts";

/** What the verbs need from outside: the day, the advisor on a day, and the program's version. */
export type TerminalPorts = {
  today: string;
  version: string;
  env: Env;
  openAdvisor: (asOf: string) => Advisor;
  openCounter: () => Promise<TokenCounter>;
  openStore: () => Promise<Store>;
  now: () => number;
  newId: () => string;
  /** What has to do with chats; the terminal only begins it. */
  chats: {
    /** Answers in the chats that are set up, until it is told to stop. `say` is for what a person should see at start. */
    serve(say: (line: string) => void): Promise<Output>;
    doctor(): Promise<Output>;
    /** What each chat brings along for operators. */
    verbs: readonly OperatorVerb[];
  };
};

/** Runs one verb. Reads a file only for `advise`, `estimate` and `tokens`, and the store for `decisions`; writes nothing. */
export async function runVerb(
  command: Exclude<Command, { verb: "converse" }>,
  ports: TerminalPorts,
  layout: Layout,
  say: (line: string) => void,
): Promise<Output> {
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
      return ports.chats.doctor();
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
): Promise<Output> {
  const read = await readJson(command.answers);
  if ("misuse" in read) return read;
  const advisor = open();
  const { catalogue } = advisor.market;
  const sellers = { vendors: catalogue.vendors.map((vendor) => vendor.id), rows: catalogue.rows.map((row) => row.id) };
  const { answers, problems } = readAnswers(read.value, advisor.checklist.questions, sellers);
  if (problems.length > 0) return { misuse: problems.map((problem) => problem.text).join("\n") };
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
  const read = await readJson(command.answers);
  if ("misuse" in read) return read;
  const advisor = open();
  const answer = answerEstimate(advisor, read.value);
  if ("problem" in answer) return { misuse: answer.problem };
  if (command.json) return { text: toJson(answer) };
  return { text: renderBlocks(estimateAnswerBlocks(answer, advisor), layout).trimStart() };
}

/** What the world did to the store is a sentence here; a bug goes on. */
async function withStore(ports: TerminalPorts, work: (store: Store) => Promise<Output>): Promise<Output> {
  try {
    const store = await ports.openStore();
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) return { misuse: error.message };
    throw error;
  }
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

function plansVerb(command: Extract<Command, { verb: "plans" }>, { market }: Advisor, layout: Layout): Output {
  const { route, vendor } = command;
  if (route !== null && !routes.some((each) => each === route))
    return { misuse: `There is no route "${route}". ${nearest(route, routes)}` };
  const vendors = market.catalogue.vendors.map((each) => each.id);
  if (vendor !== null && !vendors.includes(vendor))
    return { misuse: `There is no vendor "${vendor}". ${nearest(vendor, vendors)}` };
  const rows = findPlans(market, { ...(route === null ? {} : { route }), ...(vendor === null ? {} : { vendor }) });
  return { text: command.json ? toJson(rows) : renderBlocks(planBlocks(rows, market), layout).trimStart() };
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
