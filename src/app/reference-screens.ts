import type { Advisor } from "../advice/advise.ts";
import { isSmallEstimate } from "../advice/estimator.ts";
import { answerEstimate } from "../advice/request.ts";
import { routes } from "../checklist/ids.ts";
import { estimateAnswerBlocks } from "../present/estimate-blocks.ts";
import { explain } from "../present/explain.ts";
import { routeWords } from "../present/labels.ts";
import { findPlans, planBlocks } from "../present/plans.ts";
import { topics } from "../present/topics.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import { nearest } from "../quantity/nearest.ts";
import type { Block, Screen } from "../screen/screen.ts";
import { type AppPorts, text, told } from "./ports.ts";
import { estimateExamples, readEstimateWords, tooMuch } from "./typed-estimate.ts";

type Typed = AppPorts["typed"];

/** What can be typed, with an example of each: also the answer to a word that is none. */
export function helpScreen(problem: string | null, typed: Typed): Screen {
  const facts = [
    { label: typed("", ""), value: "the guided questions, then a recommendation you can post" },
    { label: typed("resume", ""), value: "go on where you stopped" },
    { label: typed("plans", "kling"), value: "what is sold by a vendor, or on a route such as api_meter" },
    { label: typed("estimate", estimateExamples[0] ?? ""), value: "what work costs, as a range" },
    { label: typed("explain", "traps"), value: `${topics.join(", ")}, any id, or a question in your own words` },
    { label: typed("decisions", ""), value: "what was decided here" },
    { label: typed("settings", ""), value: "the usual channel, and what is kept of you" },
  ];
  return told(
    "help",
    "How to pay for AI work",
    [
      ...(problem === null ? [] : [text(problem)]),
      { block: "facts", facts },
      { block: "quiet", text: "Only you see this. Nothing is posted before you press Post." },
    ],
    [{ action: "resume", label: "Open the questions", weight: "main" }],
  );
}

/** `plans`, with a route or a vendor: what is sold there. */
export function plansScreen(word: string, { market }: Advisor, typed: Typed): Screen {
  const asked = word.toLowerCase();
  const vendors = market.catalogue.vendors.map((vendor) => vendor.id);
  if (asked === "")
    return told("plans", "What is sold", [
      text(`Name a vendor or a route: ${typed("plans", "kling")}, ${typed("plans", "api_meter")}.`),
      {
        block: "facts",
        facts: [
          { label: "Routes", value: routes.join(", ") },
          { label: "Vendors", value: vendors.join(", ") },
        ],
      },
    ]);
  const route = routes.find((each) => each === asked || routeWords[each].name.toLowerCase() === asked);
  const vendor = market.catalogue.vendors.find((each) => each.id === asked || each.name.toLowerCase() === asked);
  if (route === undefined && vendor === undefined)
    return told("plans", "What is sold", [
      text(`There is no route or vendor "${word.slice(0, 60)}". ${nearest(asked, [...routes, ...vendors])}`),
    ]);
  const rows = findPlans(market, route === undefined ? { vendor: vendor?.id ?? "" } : { route });
  return told("plans", route === undefined ? (vendor?.name ?? "") : routeWords[route].name, planBlocks(rows, market));
}

export function explainScreen(topic: string, advisor: Advisor, typed: Typed): Screen {
  if (topic === "")
    return told("explain", "What can be explained", [
      text(`${topics.join(", ")}; a route, unit, rule, vendor or product by its id; or a question in your own words.`),
      text(
        `${typed("explain", "traps")}, ${typed("explain", "kling")}, ${typed("explain", "how many Kling credits is $20 of OpenAI?")}`,
      ),
    ]);
  const found = explain(topic, advisor);
  const [first, ...rest]: Block[] = "problem" in found ? [text(found.problem)] : found.blocks;
  if (first?.block === "heading") return told("explain", first.text, rest);
  return told("explain", "Explained", first === undefined ? [] : [first, ...rest]);
}

/** `estimate`: what is small is worked out here, the rest beside the event loop. `who` asks. */
export async function estimateScreen(
  words: string,
  who: string,
  advisor: Advisor,
  { typed, estimator }: Pick<AppPorts, "typed" | "estimator">,
): Promise<Screen> {
  const examples = [text("For example:"), ...estimateExamples.map((example) => text(typed("estimate", example)))];
  const refused = (problem: string) => told("estimate", "What work costs", [text(problem), ...examples]);
  if (words === "") return refused("Say the kind of work and its amounts; any amount may be a range.");
  const read = readEstimateWords(words);
  if ("problem" in read) return refused(read.problem);
  const more = tooMuch(read.input);
  if (more !== undefined) return refused(more);
  const answer = isSmallEstimate(advisor, read.input)
    ? answerEstimate(advisor, read.input)
    : await estimator.estimate(read.input, advisor.market.asOf, who);
  if ("problem" in answer) return refused(answer.problem);
  const [first, ...rest] = estimateAnswerBlocks(answer, advisor);
  return told("estimate", "Estimate", first === undefined || first.block === "heading" ? rest : [first, ...rest]);
}

/** A line that is too long to be read: people type less, and programs paste. */
export function longLineScreen(length: number): Screen {
  return told("long", "That is too long", [
    text(
      `This line has ${formatAmount(decimal(String(length)))} characters, and at most ${formatAmount(decimal(String(longestLine)))} are read. Ask for less at once. Long texts are counted where the questions ask how long they are.`,
    ),
  ]);
}

export const longestLine = 4_000;
