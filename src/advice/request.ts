import { readAnswer } from "../checklist/answers.ts";
import { questionsIn } from "../checklist/condition-reads.ts";
import { convert, currencyExample, currencySchema } from "../estimate/convert.ts";
import type { Estimate } from "../estimate/result.ts";
import type { Edge } from "../market/market.ts";
import { nearest } from "../quantity/nearest.ts";
import { workExamples } from "../workload/examples.ts";
import { faultLine, firstFault } from "../workload/fault.ts";
import { messages as faultMessages, faults } from "../workload/messages.ts";
import { readWorkload, type Workload } from "../workload/workload.ts";
import type { Advisor } from "./advise.ts";
import { priceWork } from "./estimated.ts";
import { type Finding, findFindings } from "./findings.ts";
import { requestWords as words } from "./messages.ts";
import { noSigns, Situation } from "./situation.ts";

/** What is asked of the estimate alone, without a recommendation around it. */
export type EstimateAnswer = {
  catalogue: { version: string; asOf: string };
  estimate: Estimate;
  findings: Finding[];
  connections: Edge[];
};

const keys = ["workload", "vendor", "currency"];

/** `{ workload, vendor?, currency? }` from outside as an estimate, or one sentence that names the field to put right. */
export function answerEstimate(advisor: Advisor, input: unknown): EstimateAnswer | { problem: string } {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return { problem: words.notAnObject };
  const given = input as Record<string, unknown>;
  const stray = Object.keys(given).find((key) => !keys.includes(key));
  if (stray !== undefined) return { problem: words.noField(stray.slice(0, 60), nearest(stray, keys)) };
  if (given.workload === undefined) return { problem: words.noWorkload(JSON.stringify(workExamples.voice)) };
  const read = readWorkload(given.workload);
  if ("problem" in read) return { problem: `workload: ${read.problem}` };
  const vendor = readVendor(advisor, given.vendor);
  if ("problem" in vendor) return { problem: `vendor: ${vendor.problem}` };
  const currency =
    given.currency === undefined ? undefined : currencySchema.safeParse(given.currency, { reportInput: true });
  if (currency?.success === false)
    return {
      problem: `currency: ${faultLine(firstFault(currency.error, currencyExample, Object.keys(currencyExample)))}`,
    };
  const answers = {
    ...(vendor.value === undefined ? {} : { vendor: vendor.value as string[] }),
    output: outputsOf(read.workload),
    workload: given.workload as Record<string, unknown>,
  };
  // Without a job there is no route: the work alone is priced, on whatever wallets there are for it.
  const { checklist, market } = advisor;
  const estimated = priceWork(advisor, new Situation(checklist, market, answers))?.estimated;
  if (estimated === undefined || "problem" in estimated)
    return { problem: `workload: ${estimated?.problem ?? faultMessages.sentence(faults.missing)}` };
  const { estimate, signs } = estimated;
  const situation = new Situation(checklist, market, answers, { ...noSigns, workload: signs, estimate });
  const converted = currency?.data && estimate.total ? convert(estimate.total, currency.data) : null;
  return {
    catalogue: { version: advisor.market.catalogue.version, asOf: advisor.market.asOf },
    estimate: { ...estimate, converted },
    findings: findFindings(situation, []).filter(({ rule }) => isAboutWork(rule, advisor)),
    connections: [...advisor.market.edgesOf(situation.vendors)],
  };
}

/** A rule that reads nothing but the work and the vendors: without the other answers the rest would only guess. */
function isAboutWork(id: string, { checklist }: Advisor): boolean {
  const rule = checklist.rules.find((each) => each.id === id);
  return rule !== undefined && questionsIn(rule.if).every((question) => question === "vendor" || question === "output");
}

function readVendor({ market, checklist }: Advisor, value: unknown) {
  if (value === undefined) return { value };
  const kind = checklist.questions.find((question) => question.id === "vendor")?.kind ?? { type: "vendors" as const };
  const { vendors, rows } = market.catalogue;
  return readAnswer(kind, value, { vendors: vendors.map((each) => each.id), rows: rows.map((row) => row.id) });
}

/** What the work makes: rules on media speak of media work, and of no other. */
function outputsOf(work: Workload): string[] {
  switch (work.kind) {
    case "media":
      return [work.output];
    case "voice":
    case "music":
      return [work.kind];
    case "images":
      return ["image"];
    case "text":
    case "usage":
    case "measured":
    case "flat":
    case "seats":
    case "prepaid":
    case "lots":
      return ["text"];
  }
}
