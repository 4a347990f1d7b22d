import type { Catalogue, PlainDate, RateBook } from "#pricing";
import type { Answers } from "../checklist/answers.ts";
import { type Checklist, openChecklist } from "../checklist/checklist.ts";
import { type Route, routes } from "../checklist/ids.ts";
import { firstDay, knownOn } from "../market/known.ts";
import { type LocalReading, withReadings } from "../market/local-readings.ts";
import { type Market, openMarket } from "../market/market.ts";
import { priceWork } from "./estimated.ts";
import { findFindings } from "./findings.ts";
import { messages } from "./messages.ts";
import { missingQuestions } from "./missing.ts";
import { findNotices } from "./notices.ts";
import { howRuledOut } from "./reasons.ts";
import { refusedPairs } from "./refused.ts";
import type { Result, StatedQuote } from "./result.ts";
import { openRouteBook, type RouteBook } from "./route-book.ts";
import { noSigns, type Signs, Situation } from "./situation.ts";
import { verifyList } from "./verify.ts";
import { describeWallets } from "./wallets.ts";

/**
 * The advisor on one day: checklist and catalogue, checked and ready. Make it once; it keeps nothing of any person.
 * `readings`: what was read again here, and is laid over the catalogue.
 */
export type Advisor = {
  checklist: Checklist;
  market: Market;
  rates: RateBook;
  routeBook: RouteBook;
  readings: readonly LocalReading[];
};

/** The advisor of each day, with what was read again for whoever asks. */
export type AdvisorOn = (asOf: PlainDate, readings?: readonly LocalReading[]) => Advisor;

/** Opens the advisor on a day. Throws a `ChecklistError` when checklist and catalogue do not fit. */
export function openAdvisor(
  catalogue: Catalogue,
  rates: RateBook,
  asOf: PlainDate,
  readings: readonly LocalReading[] = [],
): Advisor {
  return openAdvisors(catalogue, rates)(asOf, readings);
}

/**
 * The advisor as it could have been asked on that day: with the prices, rules and readings that were known then, and no
 * later ones. A sentence where nothing was known yet. Throws as `openAdvisor` does.
 */
export function openAdvisorThen(
  catalogue: Catalogue,
  rates: RateBook,
  asOf: PlainDate,
  readings: readonly LocalReading[] = [],
): Advisor | { problem: string } {
  const first = firstDay(catalogue);
  if (first !== null && asOf < first) return { problem: messages.notYet(asOf, first) };
  const checklist = openChecklist(catalogue);
  const then = readings.filter(({ on }) => on <= asOf);
  const market = openMarket(withReadings(knownOn(catalogue, asOf), then), asOf);
  return { checklist, market, rates, routeBook: openRouteBook(checklist, market), readings: then };
}

/**
 * The advisor of each day. The checklist, which neither day nor reading changes, is checked at once: a day that is new costs
 * little. A few are kept: today's, those of teams that read something again, and those of decisions that people look at.
 * Throws as `openAdvisor` does.
 */
export function openAdvisors(catalogue: Catalogue, rates: RateBook): AdvisorOn {
  const checklist = openChecklist(catalogue);
  const kept = new Map<string, Advisor>();
  return (asOf, readings = []) => {
    const key = readings.length === 0 ? asOf : `${asOf} ${JSON.stringify(readings)}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
    const market = openMarket(withReadings(catalogue, readings), asOf);
    const advisor = { checklist, market, rates, routeBook: openRouteBook(checklist, market), readings };
    kept.set(key, advisor);
    return advisor;
  };
}

const mostKept = 16;

/**
 * One person's answers as a situation that rules are judged by. Answers to questions that are not asked now stay with
 * the person, and stay out of the situation. `before`: the situation until now, whose price of the work may still hold.
 */
export function situationOf(
  advisor: Advisor,
  answers: Answers,
  { signs = noSigns, before }: { signs?: Signs; before?: Situation | undefined } = {},
): Situation {
  const { checklist, market } = advisor;
  const situation = new Situation(checklist, market, answers, signs);
  const idle = (Object.keys(answers) as (keyof Answers)[]).filter((id) => situation.asked(id) === false);
  const counts = idle.length === 0 ? situation : new Situation(checklist, market, without(answers, idle), signs);
  const priced = priceWork(advisor, counts, before?.signs.priced);
  if (priced === null) return counts;
  if ("problem" in priced.estimated) return new Situation(checklist, market, counts.answers, { ...signs, priced });
  const { estimate, signs: shown } = priced.estimated;
  const workload = new Set([...signs.workload, ...shown]);
  return new Situation(checklist, market, counts.answers, { ...signs, priced, workload, estimate });
}

function without(answers: Answers, ids: readonly (keyof Answers)[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id as keyof Answers)));
}

/** The recommendation for these answers. Pure: the same answers on the same day give the same result, in any order. */
export function advise(advisor: Advisor, answers: Answers, signs?: Signs): Result {
  return resultOf(advisor, situationOf(advisor, answers, signs === undefined ? {} : { signs }));
}

/** The recommendation for a situation that is already open. */
export function resultOf({ market, routeBook }: Advisor, situation: Situation): Result {
  const missing = missingQuestions(situation);
  const findings = findFindings(situation, missing);
  const stillOpen = [...routeBook.stillOpen(situation)];
  const wallets = describeWallets(situation);
  const blocked = findings.some((finding) => finding.severity === "block");
  return {
    catalogue: { version: market.catalogue.version, asOf: market.asOf },
    routes: situation.routes.map(({ route, rules }, at) => ({ route, primary: at === 0, rules: [...rules] })),
    ruledOut: ruledOut(situation, stillOpen),
    stillOpen,
    wallets,
    quote: quoteOf(situation),
    connections: [...market.edgesOf(situation.vendors)],
    findings,
    refused: refusedPairs(wallets),
    notices: findNotices(situation),
    verify: verifyList(situation),
    estimate: situation.signs.estimate,
    flips: [...routeBook.flips(situation)],
    missing,
    complete: missing.length === 0 && !blocked,
  };
}

/** A quote is the price of a contract, and of nothing else. */
function quoteOf(situation: Situation): StatedQuote | null {
  const quote = situation.answer("quote");
  return typeof quote === "object" && situation.listed("enterprise_contract") === true ? quote : null;
}

/** Every route neither listed nor open. RT-17 is named where it is what closed the door. */
function ruledOut(situation: Situation, stillOpen: readonly Route[]): Result["ruledOut"] {
  const listed = new Set(situation.routes.map((each) => each.route));
  const forCustomers = situation.derived("customers_use") === true;
  return routes
    .filter((route) => !listed.has(route) && !stillOpen.includes(route))
    .map((route) =>
      forCustomers && personsRoutes.includes(route)
        ? { route, rules: ["RT-17"], how: "cannot" }
        : { route, rules: [], how: howRuledOut(route, situation) },
    );
}

const personsRoutes: readonly Route[] = ["app_subscription", "team_workspace", "stay_free"];
