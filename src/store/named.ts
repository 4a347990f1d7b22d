import { addDays, type PlainDate } from "#pricing";
import { nameOfRoutes, nameWithFacts, type Summary } from "../present/decision-name.ts";
import type { DecisionLine, Moment } from "./rows.ts";

type Named = Pick<DecisionLine, "summary" | "route" | "at">;

/** What is said of a decision in a list. One that was kept before decisions had names has the name of its route. */
export function summaryOfLine({ summary, route }: Pick<Named, "summary" | "route">): Summary {
  return summary ?? { name: nameOfRoutes(route === null ? [] : [{ route }]), money: "", owner: "", vendor: "" };
}

/** What a decision is called wherever it stands alone: its name, money, owner and day. */
export function nameOf(line: Named): string {
  return nameWithFacts(summaryOfLine(line), dayOf(line.at));
}

/** The day of a moment, as it was in Greenwich. */
export function dayOf(at: Moment): PlainDate {
  return addDays("1970-01-01", Math.floor(at / 86_400_000));
}
