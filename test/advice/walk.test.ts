import { describe, expect, it } from "vitest";
import { fullTries } from "../../src/advice/coverage.ts";
import type { Situation } from "../../src/advice/situation.ts";
import { walk } from "../../src/advice/walk.ts";
import type { Route } from "../../src/checklist/ids.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);

const refusesPrice = advisor.checklist.ready.find((each) => each.rule.id === "RT-09");

/** One path's end: what was found there. Judged once, for all that must hold. */
type End = { s: Situation; code: boolean; person: boolean; need: boolean; routes: readonly Route[] };

const endOf = (s: Situation): End => ({
  s,
  code: s.derived("code") === true,
  person: s.derived("person") === true,
  need: s.derived("any_enterprise_need") === true,
  routes: s.routes.map(({ route }) => route),
});

/** What must hold at the end of every path. */
const invariants: Record<string, (end: End) => boolean> = {
  "a known way to the model has a primary route": ({ routes, code, person }) => routes.length > 0 || !(code || person),
  "no route is listed twice": ({ routes }) => routes.length < 2 || new Set(routes).size === routes.length,
  "code always has a programmatic or an enterprise route": ({ routes, code }) =>
    !code || routes.some((route) => programmatic.includes(route)),
  "a person's own interactive work never lists the meter": ({ routes, code }) =>
    code || !(routes.includes("api_meter") || routes.includes("usage_package")),
  "customers are never served by an app subscription": ({ s, routes }) =>
    s.answers.audience !== "customers" || !routes.some((route) => forOneself.includes(route)),
  "any enterprise need makes the contract primary": ({ routes, need }) => !need || routes[0] === "enterprise_contract",
  "the enterprise contract is listed only for a need": ({ routes, need }) =>
    need || !routes.includes("enterprise_contract"),
  "an enterprise need without a quote is refused a price": ({ s, need }) =>
    !need || typeof s.answers.quote === "object" || refusesPrice?.fires(s) === true,
  "only an unclear way to the model leaves no route": ({ s, routes }) =>
    routes.length > 0 || s.answers.job === "unsure" || s.answers.job === "unknown",
};
const programmatic: readonly Route[] = ["api_meter", "usage_package", "prepaid_credits", "enterprise_contract"];
const forOneself: readonly Route[] = ["app_subscription", "team_workspace", "stay_free"];

/** That every route, option and rule is reached is tried by the command that says so: `catalogue`. */
describe("every path through the checklist", () => {
  it("keeps the invariants on at least a million paths", () => {
    const broken = new Map<string, string>();
    const checks = Object.entries(invariants);
    const paths = walk(advisor, fullTries(advisor), (situation) => {
      const end = endOf(situation);
      for (const [name, holds] of checks)
        if (!holds(end) && !broken.has(name)) broken.set(name, JSON.stringify(situation.answers));
      return undefined;
    });
    expect([...broken]).toEqual([]);
    expect(paths).toBeGreaterThan(1_000_000);
  });
});
