import type { Advisor } from "../advice/advise.ts";
import type { Comparison } from "../advice/compare/comparison.ts";
import { exampleLine } from "../advice/compare/examples.ts";
import { compareMedia } from "../advice/compare/media.ts";
import { type Asked, type Refused, readComparison } from "../advice/compare/request.ts";
import { compareText } from "../advice/compare/text.ts";
import { type Estimator, isSmallEstimate } from "../advice/estimator.ts";
import { answerEstimate, type EstimateAnswer } from "../advice/request.ts";
import type { Who } from "../conversation/bot.ts";
import { compareBlocks } from "../present/compare-blocks.ts";
import { compareMessages as words } from "../present/compare-messages.ts";
import type { Screen } from "../screen/screen.ts";
import type { WorkloadOf } from "../workload/workload.ts";
import type { Found } from "./look-up.ts";
import { type AppPorts, infoScreen, textBlock } from "./ports.ts";
import { readCompareWords } from "./typed-compare.ts";

/** One piece of finished work in dollars with each vendor, from words or JSON; else what is wrong and a line that is right. */
export function lookUpComparison(
  given: { input: unknown } | { words: string },
  advisor: Advisor,
): Found | { problems: string[] } {
  const asked = "words" in given ? readCompareWords(given.words, advisor) : readComparison(given.input, advisor);
  const made = "problem" in asked ? asked : compareNow(asked, advisor);
  if ("problem" in made) return { problems: [made.problem, words.forExample(`compare ${made.example}`)] };
  return { blocks: compareBlocks(made, advisor.market), data: made };
}

/** `compare`: what is small is worked out here, the rest beside the event loop. */
export async function compareScreen(
  typedWords: string,
  who: Who,
  advisor: Advisor,
  ports: Pick<AppPorts, "typed" | "estimator">,
): Promise<Screen> {
  const asked = readCompareWords(typedWords, advisor);
  const made = "problem" in asked ? asked : await compareBeside(asked, who, advisor, ports.estimator);
  if ("ways" in made) return infoScreen("compare", words.title, compareBlocks(made, advisor.market).slice(1));
  return infoScreen("compare", words.title, [
    textBlock(made.problem),
    textBlock(words.forExample(ports.typed("compare", made.example))),
  ]);
}

function compareNow(asked: Asked, advisor: Advisor): Comparison | Refused {
  return isText(asked)
    ? compareText(asked, advisor)
    : compareLines(asked, answerEstimate(advisor, inputOf(asked)), advisor);
}

async function compareBeside(
  asked: Asked,
  { tenant, person }: Who,
  advisor: Advisor,
  estimator: Estimator,
): Promise<Comparison | Refused> {
  const input = inputOf(asked);
  if (isText(asked) || isSmallEstimate(advisor, input)) return compareNow(asked, advisor);
  const day = advisor.market.asOf;
  return compareLines(
    asked,
    await estimator.estimate(input, day, `${tenant.platform} ${tenant.id} ${person}`),
    advisor,
  );
}

function compareLines(asked: Asked, answer: EstimateAnswer | { problem: string }, advisor: Advisor) {
  return "problem" in answer
    ? { problem: answer.problem, example: exampleLine(asked.vendors, asked.given, advisor.market) }
    : compareMedia(asked, answer, advisor);
}

function inputOf({ given, vendors }: Asked) {
  return { workload: given, ...(vendors.length === 0 ? {} : { vendor: vendors }) };
}

function isText(asked: Asked): asked is Asked & { workload: WorkloadOf<"text" | "usage"> } {
  return asked.workload.kind === "text" || asked.workload.kind === "usage";
}
