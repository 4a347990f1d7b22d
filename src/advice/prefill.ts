import type { Row } from "#pricing";
import type { QuestionId } from "../checklist/ids.ts";
import type { Situation } from "./situation.ts";

/** What the catalogue answers for a question: one option for each wallet, or `undefined` when one of them is not known. */
export function prefilledOptions(question: QuestionId, situation: Situation): readonly string[] | undefined {
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
  expires_on: (row) => (row.expiry.life === null && row.expiry.answer === "on_date" ? null : "by its life"),
  rollover: (row) => (row.expiry.answer === "each_cycle" ? row.rollover.answer : "no"),
  at_zero: (row) => row.atZero.answer,
};
