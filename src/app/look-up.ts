import { type Advisor, situationOf } from "../advice/advise.ts";
import { cover } from "../advice/coverage.ts";
import { workloadProblem } from "../advice/estimated.ts";
import { why, whyNot } from "../advice/reasons.ts";
import { answerEstimate } from "../advice/request.ts";
import type { Situation } from "../advice/situation.ts";
import type { Chart } from "../chart/chart.ts";
import { type Answers, readAnswers } from "../checklist/answers.ts";
import { routes } from "../checklist/ids.ts";
import { answersGiven } from "../conversation/answer-words.ts";
import { cardBlocks, cardTitle } from "../present/card.ts";
import { chartsOf } from "../present/charts.ts";
import { allBlocks, type Details, detailsOf } from "../present/details/details.ts";
import type { Ticked } from "../present/details/section.ts";
import { estimateAnswerBlocks } from "../present/estimate-blocks.ts";
import { estimateChartsOf } from "../present/estimate-charts.ts";
import { routeWords } from "../present/labels.ts";
import { findPlans, planBlocks, readPlanFilter, routeNamed } from "../present/plans.ts";
import { summarise, summaryBlocks } from "../present/summary.ts";
import { type Recommendation, recommend } from "../purchase/recommend.ts";
import { nearest } from "../quantity/nearest.ts";
import type { Block } from "../screen/screen.ts";
import { referenceMessages } from "./reference-messages.ts";
import { sharedPlans } from "./shared-plans.ts";
import { nameVendors, type ReadEstimate, readEstimateWords, understoodBlocks } from "./typed-estimate.ts";
import { nameModels } from "./typed-models.ts";

const { plans: words } = referenceMessages;
const routeNames = routes.map((route) => routeWords[route].name);

/** What was asked for, to be read and as data for scripts. `charts`: what a picture of it would show, the first says most. */
export type Found = { blocks: Block[]; data: unknown; charts?: () => Chart[] };

/**
 * A recommendation for answers from outside, which are checked; else everything that is wrong with them, a sentence each.
 * Without `details` what a card says: the answer on one screen.
 */
export function lookUpAdvice(
  given: unknown,
  advisor: Advisor,
  { details }: { details: boolean } = { details: true },
): Found | { problems: string[] } {
  const { vendors, rows } = advisor.market.catalogue;
  const sellers = { vendors: vendors.map((vendor) => vendor.id), rows: rows.map((row) => row.id) };
  const { answers, problems } = readAnswers(given, advisor.checklist.questions, sellers);
  if (problems.length > 0) return { problems: problems.map((problem) => problem.text) };
  const situation = situationOf(advisor, answers);
  const wrong = workloadProblem(situation);
  if (wrong !== undefined) return { problems: [wrong.text] };
  const result = recommend(advisor, situation);
  return {
    blocks: details ? allBlocks(detailsFor(result, situation, advisor)) : cardFor(result, situation, advisor),
    data: {
      ...result,
      routes: result.routes.map((each) => ({ ...each, why: why(each.route, situation) })),
      ruledOut: result.ruledOut.map((each) => ({ ...each, why: whyNot(each.route, situation) })),
    },
    charts: () => chartsOf(result, situation, advisor),
  };
}

/** What its card says of a recommendation, for answers that were checked when they were kept. */
export function lookUpCard(answers: Answers, advisor: Advisor): Block[] {
  const situation = situationOf(advisor, answers);
  return cardFor(recommend(advisor, situation), situation, advisor);
}

function cardFor(result: Recommendation, situation: Situation, advisor: Advisor): Block[] {
  return [{ block: "heading", text: cardTitle(result, advisor) }, ...cardBlocks(result, situation, advisor)];
}

/**
 * All that led to a recommendation, for answers that were checked when they were kept, as it is on the advisor's day. `ticked`:
 * what of the things to verify somebody ticked.
 */
export function lookUpDetails(answers: Answers, advisor: Advisor, ticked: readonly Ticked[] = []): Details {
  const situation = situationOf(advisor, answers);
  return detailsFor(recommend(advisor, situation), situation, advisor, ticked);
}

function detailsFor(
  result: Recommendation,
  situation: Situation,
  advisor: Advisor,
  ticked: readonly Ticked[] = [],
): Details {
  return detailsOf({ result, situation, advisor, said: answersGiven(situation), ticked });
}

/** An estimate for work as JSON or as it is typed (`words`); a sentence where it cannot be read. */
export function lookUpEstimate(
  given: { input: unknown } | { words: string },
  advisor: Advisor,
): Found | { problem: string } {
  const read: ReadEstimate = "words" in given ? readEstimateWords(given.words) : given;
  if ("problem" in read) return read;
  const named = "words" in given ? nameVendors(nameModels(read.input, advisor.rates.models), advisor.market) : read;
  if ("problem" in named) return named;
  const answer = answerEstimate(advisor, named.input);
  return "problem" in answer
    ? { problem: answer.problem }
    : {
        blocks: [...understoodBlocks(read.understood), ...estimateAnswerBlocks(answer, advisor)],
        data: read.understood === undefined ? answer : { ...answer, understood: read.understood },
        charts: () => estimateChartsOf(answer.estimate, workloadOf(named.input), advisor),
      };
}

/** The work of what was asked for; the estimate has read it, so that it is there. */
function workloadOf(input: unknown): unknown {
  return typeof input === "object" && input !== null && "workload" in input ? input.workload : undefined;
}

/**
 * What is sold by a vendor, as a product or on a route, null: by all of them; a sentence where there is no such name.
 * `sources`: with every reading behind it.
 */
export function lookUpPlans(
  { of, route, sources }: { of: string | null; route: string | null; sources: boolean },
  advisor: Advisor,
): Found | { problem: string } {
  const { market } = advisor;
  const named = route === null ? undefined : routeNamed(route);
  if (route !== null && named === undefined) return { problem: words.noRoute(route, nearest(route, routeNames)) };
  const shared = of === null || route !== null ? null : sharedPlans(of, market);
  if (shared !== null) return { blocks: planBlocks(shared.rows, advisor, false, true), data: shared.rows };
  const asked = of === null ? {} : readPlanFilter(of, market);
  if ("problem" in asked) return asked;
  if (named !== undefined && asked.route !== undefined && asked.route !== named)
    return { problem: words.twoRoutes(routeWords[asked.route].name, routeWords[named].name) };
  const rows = findPlans(market, { ...asked, ...(named === undefined ? {} : { route: named }) });
  return { blocks: planBlocks(rows, advisor, sources, true), data: rows };
}

/** What is known, what is stale and what has no price. */
export function lookUpCatalogue(advisor: Advisor): Found {
  const summary = summarise(advisor, cover(advisor));
  return { blocks: summaryBlocks(summary), data: summary };
}
