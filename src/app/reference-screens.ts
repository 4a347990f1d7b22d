import type { Advisor } from "../advice/advise.ts";
import { isSmallEstimate } from "../advice/estimator.ts";
import { answerEstimate } from "../advice/request.ts";
import { routes } from "../checklist/ids.ts";
import type { Who } from "../conversation/bot.ts";
import { dayWords } from "../market/days.ts";
import { countFreshness } from "../market/freshness.ts";
import { estimateAnswerBlocks } from "../present/estimate-blocks.ts";
import { explain } from "../present/explain.ts";
import { freshnessBlocks } from "../present/freshness.ts";
import { routeWords } from "../present/labels.ts";
import { findPlans, planBlocks, readPlanFilter } from "../present/plans.ts";
import { topics } from "../present/topics.ts";
import type { Block, Screen } from "../screen/screen.ts";
import { type AppPorts, infoScreen, textBlock } from "./ports.ts";
import { sharedPlans } from "./shared-plans.ts";
import { exampleLines } from "./suggest.ts";
import { compareExample } from "./typed-compare.ts";
import { estimateExamples, nameVendors, readEstimateWords, tooMuch, understoodBlocks } from "./typed-estimate.ts";
import { nameModels } from "./typed-models.ts";

type Typed = AppPorts["typed"];

/** What can be typed, with an example of each: also the answer to a word that is none. */
export function helpScreen(problem: string | null, typed: Typed): Screen {
  const facts = [
    { label: typed("", ""), value: "the guided questions, then a recommendation you can post" },
    { label: typed("", exampleLines[0]), value: "the same, beginning with what you say in one line" },
    { label: typed("resume", ""), value: "go on where you stopped" },
    { label: typed("plans", "kling"), value: "what a vendor sells, or what is sold as an API meter" },
    { label: typed("estimate", estimateExamples[0] ?? ""), value: "what work costs, as a range" },
    { label: typed("compare", compareExample), value: "the same finished work in dollars with each vendor" },
    { label: typed("explain", "traps"), value: `${topics.join(", ")}, any product, or a question in your own words` },
    { label: typed("decisions", ""), value: "what was decided here" },
    { label: typed("decisions", "vendor:openai owner:ben over:$100"), value: "the same, filtered" },
    { label: typed("decisions", "totals"), value: "what is committed, by owner and vendor" },
    { label: typed("link", ""), value: "show decisions of your team in Slack and in Discord" },
    { label: typed("catalogue", ""), value: "how fresh the prices are, by vendor" },
    { label: typed("balances", ""), value: "what the team holds, and when it expires" },
    { label: typed("usage", ""), value: "what your real usage costs, from a vendor's export" },
    { label: typed("settings", ""), value: "the usual channel, and what is kept of you" },
  ];
  return infoScreen(
    "help",
    "How to pay for AI work",
    [
      ...(problem === null ? [] : [textBlock(problem)]),
      { block: "facts", facts },
      { block: "quiet", text: "Only you see this. Nothing is posted before you press Post." },
    ],
    [{ action: "resume", label: "Open the questions", weight: "main" }],
  );
}

/** `catalogue`: how much of what is known is fresh, by vendor. */
export function catalogueScreen({ market }: Advisor): Screen {
  return infoScreen("catalogue", "How fresh the prices are", [
    ...freshnessBlocks(countFreshness(market)),
    { block: "quiet", text: `Prices and rules as of ${dayWords(market.asOf)}.` },
  ]);
}

/** `plans`, with a route, a vendor or a product: what is sold there; of a product with every reading behind it. */
export function plansScreen(word: string, advisor: Advisor, typed: Typed): Screen {
  const { market } = advisor;
  const { vendors } = market.catalogue;
  if (word.trim() === "")
    return infoScreen("plans", "What is sold", [
      textBlock(`Name a vendor, a product or a route: ${typed("plans", "kling")}, ${typed("plans", "API meter")}.`),
      {
        block: "facts",
        facts: [
          { label: "Routes", value: routes.map((route) => routeWords[route].name).join(", ") },
          { label: "Vendors", value: vendors.map(({ name }) => name).join(", ") },
        ],
      },
    ]);
  const shared = sharedPlans(word, market);
  if (shared !== null) return infoScreen("plans", shared.vendors.join(", "), planBlocks(shared.rows, advisor));
  const asked = readPlanFilter(word, market);
  if ("problem" in asked)
    return infoScreen("plans", "What is sold", [
      textBlock(asked.problem),
      textBlock(`${typed("plans", "")} names all vendors and routes.`),
    ]);
  const { route, vendor, product } = asked;
  const row = product === undefined ? undefined : market.row(product);
  const seller = row?.vendor ?? vendor;
  const name = row?.product ?? (seller === undefined ? undefined : market.vendorName(seller));
  const title = [name, routes.flatMap((each) => (each === route ? routeWords[each].name : []))].flat();
  const rest: Block[] =
    row === undefined
      ? []
      : [textBlock(`All that ${market.vendorName(row.vendor)} sells: ${typed("plans", row.vendor)}.`)];
  return infoScreen("plans", title.filter((part) => part !== undefined).join(", "), [
    ...planBlocks(findPlans(market, asked), advisor, product !== undefined),
    ...rest,
  ]);
}

export function explainScreen(topic: string, advisor: Advisor, typed: Typed): Screen {
  if (topic === "")
    return infoScreen("explain", "What can be explained", [
      textBlock(`${topics.join(", ")}; a route, unit, vendor or product by its name; or a question in your own words.`),
      textBlock(
        `${typed("explain", "traps")}, ${typed("explain", "kling")}, ${typed("explain", "how many Kling credits is $20 of OpenAI?")}`,
      ),
    ]);
  const found = explain(topic, advisor);
  const [first, ...rest]: Block[] = "problem" in found ? [textBlock(found.problem)] : found.blocks;
  if (first?.block === "heading") return infoScreen("explain", first.text, rest);
  return infoScreen("explain", "Explained", first === undefined ? [] : [first, ...rest]);
}

/** `estimate`: what is small is worked out here, the rest beside the event loop. */
export async function estimateScreen(
  words: string,
  { tenant, person }: Who,
  advisor: Advisor,
  { typed, estimator }: Pick<AppPorts, "typed" | "estimator">,
): Promise<Screen> {
  const examples = [
    textBlock("For example:"),
    ...estimateExamples.map((example) => textBlock(typed("estimate", example))),
  ];
  const refused = (problem: string) => infoScreen("estimate", "What work costs", [textBlock(problem), ...examples]);
  if (words === "") return refused("Say the kind of work and its amounts; any amount may be a range.");
  const read = readEstimateWords(words);
  const named = "problem" in read ? read : nameVendors(nameModels(read.input, advisor.rates.models), advisor.market);
  if ("problem" in named) return refused(named.problem);
  const more = tooMuch(named.input);
  if (more !== undefined) return refused(more);
  const answer = isSmallEstimate(advisor, named.input)
    ? answerEstimate(advisor, named.input)
    : await estimator.estimate(named.input, advisor.market.asOf, `${tenant.platform} ${tenant.id} ${person}`);
  if ("problem" in answer) return refused(answer.problem);
  const [first, ...rest] = estimateAnswerBlocks(answer, advisor);
  const shown = first === undefined || first.block === "heading" ? rest : [first, ...rest];
  return infoScreen("estimate", "Estimate", [
    ...("problem" in read ? [] : understoodBlocks(read.understood)),
    ...shown,
  ]);
}
