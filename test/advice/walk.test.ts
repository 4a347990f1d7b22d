import { describe, expect, it } from "vitest";
import { cover, fullTries } from "../../src/advice/coverage.ts";
import type { Situation } from "../../src/advice/situation.ts";
import { walk } from "../../src/advice/walk.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);

const refusesPrice = advisor.checklist.ready.find((each) => each.rule.id === "RT-09");

/** What must hold at the end of every path. Each returns the offence, or nothing. */
const invariants: Record<string, (situation: Situation) => boolean> = {
  "a known way to the model has a primary route": (s) =>
    s.routes.length > 0 || (s.derived("code") !== true && s.derived("person") !== true),
  "no route is listed twice": (s) => new Set(s.routes.map((each) => each.route)).size === s.routes.length,
  "code always has a programmatic or an enterprise route": (s) =>
    s.derived("code") !== true ||
    s.routes.some(({ route }) =>
      ["api_meter", "usage_package", "prepaid_credits", "enterprise_contract"].includes(route),
    ),
  "a person's own interactive work never lists the meter": (s) =>
    s.derived("code") === true || !s.routes.some(({ route }) => route === "api_meter" || route === "usage_package"),
  "customers are never served by an app subscription": (s) =>
    s.answers.audience !== "customers" ||
    !s.routes.some(({ route }) => ["app_subscription", "team_workspace", "stay_free"].includes(route)),
  "any enterprise need makes the contract primary": (s) =>
    s.derived("any_enterprise_need") !== true || s.routes[0]?.route === "enterprise_contract",
  "the enterprise contract is listed only for a need": (s) =>
    s.derived("any_enterprise_need") === true || !s.routes.some(({ route }) => route === "enterprise_contract"),
  "an enterprise need without a quote is refused a price": (s) =>
    s.derived("any_enterprise_need") !== true || typeof s.answers.quote === "object" || refusesPrice?.fires(s) === true,
  "only an unclear way to the model leaves no route": (s) =>
    s.routes.length > 0 || s.answers.job === "unsure" || s.answers.job === "unknown",
};

describe("every path through the checklist", () => {
  it("keeps the invariants on at least a million paths", () => {
    const broken = new Map<string, string>();
    const checks = Object.entries(invariants);
    const paths = walk(advisor, fullTries(advisor), (situation) => {
      for (const [name, holds] of checks)
        if (!holds(situation) && !broken.has(name)) broken.set(name, JSON.stringify(situation.answers));
      return undefined;
    });
    expect([...broken]).toEqual([]);
    expect(paths).toBeGreaterThan(1_000_000);
  });

  it("reaches every route, every option and every rule that answers can fire", () => {
    const coverage = cover(advisor);
    expect(coverage.routesNotReached).toEqual([]);
    expect(coverage.optionsNotReached).toEqual([]);
    expect(coverage.rulesNotReached).toEqual([]);
    expect(coverage.paths).toBeGreaterThan(1_000_000);
  });
});
