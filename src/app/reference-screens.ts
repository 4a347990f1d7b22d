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
import { helpMessages, referenceMessages as words } from "./reference-messages.ts";
import { sharedPlans } from "./shared-plans.ts";
import { exampleLines } from "./suggest-words.ts";
import { compareExample } from "./typed-compare.ts";
import { estimateExamples, nameVendors, readEstimateWords, tooMuch, understoodBlocks } from "./typed-estimate.ts";
import { nameModels } from "./typed-models.ts";

type Typed = AppPorts["typed"];

/** What can be typed, with an example of each: also the answer to a word that is none. */
export function helpScreen(problem: string | null, typed: Typed): Screen {
  const { does } = helpMessages;
  const facts = [
    { label: typed("", ""), value: does.questions },
    { label: typed("", exampleLines[0]), value: does.line },
    { label: typed("resume", ""), value: does.resume },
    { label: typed("plans", "kling"), value: does.plans },
    { label: typed("estimate", estimateExamples[0] ?? ""), value: does.estimate },
    { label: typed("compare", compareExample), value: does.compare },
    { label: typed("explain", "traps"), value: does.explain(topics) },
    { label: typed("decisions", ""), value: does.decisions },
    { label: typed("decisions", "vendor:openai owner:ben over:$100"), value: does.filtered },
    { label: typed("decisions", "totals"), value: does.totals },
    { label: typed("link", ""), value: does.link },
    { label: typed("catalogue", ""), value: does.catalogue },
    { label: typed("balances", ""), value: does.balances },
    { label: typed("usage", ""), value: does.usage },
    { label: typed("settings", ""), value: does.settings },
  ];
  return infoScreen(
    "help",
    helpMessages.title,
    [
      ...(problem === null ? [] : [textBlock(problem)]),
      { block: "facts", facts },
      { block: "quiet", text: helpMessages.private },
    ],
    [{ action: "resume", label: helpMessages.openQuestions, weight: "main" }],
  );
}

/** `catalogue`: how much of what is known is fresh, by vendor. */
export function catalogueScreen({ market }: Advisor): Screen {
  return infoScreen("catalogue", words.catalogue.title, [
    ...freshnessBlocks(countFreshness(market)),
    { block: "quiet", text: words.catalogue.asOf(dayWords(market.asOf)) },
  ]);
}

/** `plans`, with a route, a vendor or a product: what is sold there; of a product with every reading behind it. */
export function plansScreen(word: string, advisor: Advisor, typed: Typed): Screen {
  const { market } = advisor;
  const { vendors } = market.catalogue;
  if (word.trim() === "")
    return infoScreen("plans", words.plans.title, [
      textBlock(words.plans.ask(typed("plans", "kling"), typed("plans", routeWords.api_meter.name))),
      {
        block: "facts",
        facts: [
          { label: words.plans.routes, value: routes.map((route) => routeWords[route].name).join(", ") },
          { label: words.plans.vendors, value: vendors.map(({ name }) => name).join(", ") },
        ],
      },
    ]);
  const shared = sharedPlans(word, market);
  if (shared !== null) return infoScreen("plans", shared.vendors.join(", "), planBlocks(shared.rows, advisor));
  const asked = readPlanFilter(word, market);
  if ("problem" in asked)
    return infoScreen("plans", words.plans.title, [
      textBlock(asked.problem),
      textBlock(words.plans.all(typed("plans", ""))),
    ]);
  const { route, vendor, product } = asked;
  const row = product === undefined ? undefined : market.row(product);
  const seller = row?.vendor ?? vendor;
  const name = row?.product ?? (seller === undefined ? undefined : market.vendorName(seller));
  const title = [name, routes.flatMap((each) => (each === route ? routeWords[each].name : []))].flat();
  const rest: Block[] =
    row === undefined ? [] : [textBlock(words.plans.more(market.vendorName(row.vendor), typed("plans", row.vendor)))];
  return infoScreen("plans", title.filter((part) => part !== undefined).join(", "), [
    ...planBlocks(findPlans(market, asked), advisor, product !== undefined),
    ...rest,
  ]);
}

export function explainScreen(topic: string, advisor: Advisor, typed: Typed): Screen {
  if (topic === "")
    return infoScreen("explain", words.explain.title, [
      textBlock(words.explain.topics(topics)),
      textBlock(
        `${typed("explain", "traps")}, ${typed("explain", "kling")}, ${typed("explain", words.explain.question)}`,
      ),
    ]);
  const found = explain(topic, advisor);
  const [first, ...rest]: Block[] = "problem" in found ? [textBlock(found.problem)] : found.blocks;
  if (first?.block === "heading") return infoScreen("explain", first.text, rest);
  return infoScreen("explain", words.explain.explained, first === undefined ? [] : [first, ...rest]);
}

/** `estimate`: what is small is worked out here, the rest beside the event loop. */
export async function estimateScreen(
  typedWork: string,
  { tenant, person }: Who,
  advisor: Advisor,
  { typed, estimator }: Pick<AppPorts, "typed" | "estimator">,
): Promise<Screen> {
  const examples = [
    textBlock(words.estimate.examples),
    ...estimateExamples.map((example) => textBlock(typed("estimate", example))),
  ];
  const refused = (problem: string) => infoScreen("estimate", words.estimate.title, [textBlock(problem), ...examples]);
  if (typedWork === "") return refused(words.estimate.ask);
  const read = readEstimateWords(typedWork);
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
  return infoScreen("estimate", words.estimate.done, [
    ...("problem" in read ? [] : understoodBlocks(read.understood)),
    ...shown,
  ]);
}
