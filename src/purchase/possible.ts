import type { Row } from "#pricing";
import { budgetsOf, outputsOf, type PurchaseContext } from "./context.ts";
import { exclusionText } from "./exclusion-messages.ts";
import type { Budget, Excluded } from "./purchase.ts";
import { usersOf } from "./users.ts";

/** Why a product cannot be bought for this. Each has an id of its own, for scripts. */
export type Exclusion =
  | { rule: "PU-01"; is: "not_sold"; since: string | null }
  | { rule: "PU-02"; is: "other_output"; makes: readonly string[]; wanted: readonly string[] }
  | { rule: "PU-03"; is: "too_many_seats"; most: number; wanted: string }
  | { rule: "PU-12"; is: "too_few_seats"; least: number; wanted: string }
  | { rule: "PU-04"; is: "no_rights" }
  | { rule: "PU-05"; is: "trains_on_data" }
  | { rule: "PU-06"; is: "personal" }
  | { rule: "PU-07"; is: "for_people" }
  | { rule: "PU-08"; is: "for_programs" }
  | { rule: "PU-09"; is: "other_route" }
  | { rule: "PU-10"; is: "free" }
  | { rule: "PU-11"; is: "yearly" };

/** `any_output`: a product that makes one of several outputs will do, as it is bought together with others. */
type Need = "every_output" | "any_output";

/** What stands against a product; undefined where nothing that is known does. */
function exclusionOf(row: Row, context: PurchaseContext, need: Need): Exclusion | undefined {
  const { situation } = context;
  const { market } = situation;
  if (!market.isSold(row)) return { rule: "PU-01", is: "not_sold", since: row.until ?? row.closedSince };
  const wanted = outputsOf(context);
  const missing = wanted.filter((each) => !row.outputs.some((made) => made === each));
  const lacking = need === "every_output" ? missing.length > 0 : wanted.length > 0 && missing.length === wanted.length;
  if (lacking) return { rule: "PU-02", is: "other_output", makes: row.outputs, wanted: missing };
  const { expected, all, told } = usersOf(context);
  const team = all ?? expected;
  if (row.kind === "seat" && told && row.seats?.min && team.lt(String(row.seats.min)))
    return { rule: "PU-12", is: "too_few_seats", least: row.seats.min, wanted: team.toFixed() };
  if (row.kind === "seat" && told && row.seats?.max && expected.gt(String(row.seats.max)))
    return { rule: "PU-03", is: "too_many_seats", most: row.seats.max, wanted: expected.toFixed() };
  if (situation.answer("rights") === "yes" && row.rights.answer === "no") return { rule: "PU-04", is: "no_rights" };
  const data = situation.answer("data");
  if ((data === "confidential" || data === "regulated") && row.dataTraining.answer === "used")
    return { rule: "PU-05", is: "trains_on_data" };
  return undefined;
}

/**
 * Rows that can be bought, and those that cannot with their reasons. Products that were named and stand on another route are
 * among the latter: what somebody named is never replaced in silence.
 */
export function sortOut(
  rows: readonly Row[],
  context: PurchaseContext,
  need: Need = "every_output",
): { possible: Row[]; excluded: Excluded[] } {
  const possible: Row[] = [];
  const excluded: Excluded[] = [];
  const tell = (row: Row, exclusion: Exclusion) =>
    excluded.push({ row: row.id, rule: exclusion.rule, why: exclusionText(exclusion, row) });
  const named = (row: Row) => context.situation.chosenRows.includes(row);
  for (const row of [...rows.filter(named), ...rows.filter((row) => !named(row))]) {
    const exclusion = exclusionOf(row, context, need);
    if (exclusion === undefined) possible.push(row);
    // What makes something else, or is sold no more, is told only of what was named: the rest was never meant.
    else if (named(row) || (exclusion.rule !== "PU-01" && exclusion.rule !== "PU-02")) tell(row, exclusion);
  }
  const route = rows[0]?.route;
  for (const row of context.situation.chosenRows)
    if (!rows.includes(row) && isOfThisBudget(row, route, context)) tell(row, otherRoute(row, route));
  return { possible, excluded };
}

const programs: ReadonlySet<string> = new Set(["api_meter", "usage_package"]);
const isForPrograms = (route: Row["route"] | undefined) => route !== undefined && programs.has(route);

/** With two budgets each names its own products; a product of the other budget is told there. */
function isOfThisBudget(row: Row, route: Row["route"] | undefined, context: PurchaseContext): boolean {
  if (route === undefined || route === "enterprise_contract") return false;
  if (row.route === "enterprise_contract" || row.kind === "tier") return false;
  return budgetsOf(context).length < 2 || isForPrograms(row.route) === isForPrograms(route);
}

function otherRoute(row: Row, route: Row["route"] | undefined): Exclusion {
  if (isForPrograms(route) && !isForPrograms(row.route)) return { rule: "PU-07", is: "for_people" };
  if (!isForPrograms(route) && isForPrograms(row.route)) return { rule: "PU-08", is: "for_programs" };
  if (route === "team_workspace") return { rule: "PU-06", is: "personal" };
  return { rule: "PU-09", is: "other_route" };
}

/** Products that were named, can be bought, and were neither taken nor compared: each with the reason. */
export function passedOver(told: ReadonlySet<string>, rows: readonly Row[]): Excluded[] {
  return rows
    .filter(({ id }) => !told.has(id))
    .map((row) => {
      const exclusion: Exclusion =
        row.price.kind === "free"
          ? { rule: "PU-10", is: "free" }
          : row.price.period === "month_billed_yearly"
            ? { rule: "PU-11", is: "yearly" }
            : { rule: "PU-09", is: "other_route" };
      return { row: row.id, rule: exclusion.rule, why: exclusionText(exclusion, row) };
    });
}

/** The products that were named for this budget. */
export function namedFor(budget: Budget, { situation, ...context }: PurchaseContext): Row[] {
  const whole = { situation, ...context };
  const both = budgetsOf(whole).length > 1;
  return situation.chosenRows.filter(
    (row) =>
      row.kind !== "tier" &&
      row.route !== "enterprise_contract" &&
      (!both || isForPrograms(row.route) === (budget === "program")),
  );
}
