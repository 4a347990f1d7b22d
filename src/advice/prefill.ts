import type { Row } from "#pricing";
import type { QuestionId } from "../checklist/ids.ts";
import type { Situation } from "./situation.ts";

/**
 * What an earlier answer or the catalogue answers for a question: one option for each wallet, or `undefined` when one of them
 * is not known.
 */
export function prefilledOptions(question: QuestionId, situation: Situation): readonly string[] | undefined {
  const followed = follows[question]?.(situation);
  if (followed !== undefined) return followed;
  const tell = told[question];
  if (tell === undefined || situation.wallets.length === 0) return undefined;
  // Who says "on a date" against the catalogue has to say which.
  if (question === "expires_on" && situation.answer("expiry") !== undefined) return undefined;
  const options: string[] = [];
  for (const { row } of situation.wallets) {
    const option = tell(row);
    if (option === null) return undefined;
    if (!options.includes(option)) options.push(option);
  }
  return options;
}

/** Questions that a row can answer. A day of expiry is known when the row says how long its units live. */
const told: { [Q in QuestionId]?: (row: Row) => string | null } = {
  unit: (row) => row.unit,
  refunds: (row) => row.refunds.answer,
  expiry: (row) => row.expiry.answer,
  expires_on: (row) => (row.expiry.life === null && row.expiry.answer === "on_date" ? null : "by_life"),
  rollover: (row) => (row.expiry.answer === "each_cycle" ? row.rollover.answer : "no"),
  at_zero: (row) => row.atZero.answer,
};

/** Questions that earlier answers settle, where they do so for certain. */
const follows: { [Q in QuestionId]?: (situation: Situation) => readonly string[] | undefined } = {
  reload_cap: (situation) => {
    const funding = situation.answer("funding");
    if (funding === "auto_capped") return ["monthly_cap"];
    return funding === "auto_uncapped" ? ["none"] : undefined;
  },
  // Whoever named only sellers that are coding tools themselves has said which.
  tools: ({ answers, vendors }) => {
    const named = [...vendors].flatMap((vendor) => toolOf[vendor] ?? []);
    const others = ["other", "undecided"].some((each) => answers.vendor?.includes(each));
    return named.length > 0 && named.length === vendors.size && !others ? named : undefined;
  },
};

/** Vendors that sell one coding tool and nothing else. */
const toolOf: Readonly<Record<string, string>> = { github: "copilot", cursor: "cursor", replit: "replit" };
