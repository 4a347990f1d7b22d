import type { Evidence, PlainDate, Row } from "#pricing";
import { dayWords } from "../market/days.ts";

/** What the advice says beside the checklist's own sentences. */
export const messages = {
  /** A rule that cannot be judged yet, and the questions that would settle it. */
  answerFirst: (questions: readonly string[]) => `Perhaps not needed. Answer first: ${questions.join(" ")}`,
  yourAnswer: (answer: string) => `${answer} (your answer).`,
  /** A day before the first that the catalogue knows of. */
  notYet: (asOf: PlainDate, first: PlainDate) =>
    `Nothing is known of ${asOf}: the catalogue can answer from ${first} on.`,
  pair: (one: string, other: string) => `${one} and ${other}`,
  allDuties: "API keys, limits and failed jobs",
  unitNotChosen: "not known yet",
  chosen: (vendor: string) => `you chose ${vendor}`,
  notChosen: (vendor: string) => `you did not choose ${vendor}`,
  answered: (topic: string, answer: string) => `${topic}: ${answer}`,
};

/** What is wrong with a request for an estimate. */
export const requestWords = {
  notAnObject: 'An estimate takes one JSON object: { "workload": ..., "vendor": [...] }.',
  noField: (given: string, nearest: string) => `"${given}" is no field of an estimate. ${nearest}`,
  noWorkload: (example: string) => `workload is missing. For example: { "workload": ${example} }.`,
};

/** What a buyer must know of one product. */
export const noticeWords = {
  discontinued: (product: string, day: PlainDate | null) =>
    `${product} was discontinued${day === null ? "" : ` on ${dayWords(day)}`}. Choose another product.`,
  closed: (product: string, since: PlainDate) =>
    `${product} has been closed to new customers since ${dayWords(since)}. Choose another product.`,
  unread: (product: string) => `We have not checked the page of ${product}. Ask the vendor for its price.`,
  stale: (product: string, day: PlainDate) =>
    `We last checked the page of ${product} on ${dayWords(day)}. Check it before you buy.`,
  differs: (product: string, evidence: Evidence, day: PlainDate, what: string) =>
    `${product}, ${verbs[evidence]} ${dayWords(day)}, differs: ${what}`,
  otherOutput: (product: string, makes: readonly string[], wanted: readonly string[]) =>
    `${product} produces ${list(makes.map(outputName))}, not ${list(wanted.map(outputName))}.`,
  notSoldOnRoute: (vendor: string, route: string, sells: readonly string[]) =>
    `${vendor} does not sell ${route}. It sells ${sells.length === 0 ? "nothing that we know of" : list(sells)}.`,
};

const verbs: Record<Evidence, string> = {
  official: "read on",
  official_copy: "read on",
  quoted_official: "quoted on",
  third_party: "read by a third party on",
  colleague: "read by a colleague on",
};

/** The seven things to verify before paying, as questions to the vendor's pages. */
export const verifyWords = {
  "VF-1": "What do you pay in?",
  "VF-2": "Who owns the account?",
  "VF-3": "Which balance is charged?",
  "VF-4": "Does unused credit expire?",
  "VF-5": "What happens when credit runs out?",
  "VF-6": "Are the app and the API connected?",
  "VF-7": "Which team or company controls do you need?",
} as const;
export type VerifyId = keyof typeof verifyWords;

export const verifyValues = {
  claimed: (url: string, day: PlainDate) => `You named this page, read ${dayWords(day)}: ${url}`,
  forOnePerson: "none: it is for one person",
  noControls: "none",
};

/** Where a balance lives, behind its vendor's name. */
export const placeWords: Record<Row["route"], string> = {
  app_subscription: "app plans",
  api_meter: "API",
  team_workspace: "team seats",
  prepaid_credits: "top-ups",
  usage_package: "API packages",
  enterprise_contract: "contract",
};

/** What the pages say of two connected balances. */
export const connectionWords = {
  contradicts: "Another page contradicts this: ",
  another: "Another page says: ",
  only: (limit: string) => ` Only: ${limit}.`,
  read: (day: PlainDate | null, stale: boolean) =>
    ` (${day === null ? "date checked unknown" : `last checked ${dayWords(day)}`}${stale ? ", check again" : ""})`,
};

/** An output inside a sentence: what can be counted stands in the plural. */
function outputName(output: string): string {
  return output === "image" ? "images" : output;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
