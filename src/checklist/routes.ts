import { all, any, type Condition, derived, eq, fact, gte, has, not } from "./condition.ts";
import type { Route } from "./ids.ts";

/** Which list a step belongs to. In each list the first step that is true decides; the enterprise list comes first. */
export type RouteList = "enterprise" | "code" | "person";

/** One step of the route decision. It matches only when it is true; an unknown one is skipped and stays open. */
export type RouteStep = {
  list: RouteList;
  rule: string;
  route: Route;
  if: Condition;
  /** Why a later step of the list is not taken, once this one is: a clause behind "not now:". */
  comesFirst: string;
};

const code = derived("code");
const person = derived("person");

/** From so many people on, their accounts belong to the company. */
const teamOf = 5;

/** The route decision, in order. The first route that is found is the primary one. */
export const routeSteps: RouteStep[] = [
  {
    list: "enterprise",
    rule: "RT-08",
    route: "enterprise_contract",
    if: derived("any_enterprise_need"),
    comesFirst: "your requirements need a contract",
  },
  {
    list: "code",
    rule: "RT-11",
    route: "usage_package",
    if: all(
      code,
      has("output", "image", "video"),
      eq("shape", "steady"),
      not(eq("stage", "trying")),
      fact("package_sold"),
    ),
    comesFirst: "a package suits steady use",
  },
  {
    list: "code",
    rule: "RT-12",
    route: "prepaid_credits",
    if: all(code, eq("stage", "trying"), eq("funding", "manual")),
    comesFirst: "a fixed balance suits a trial",
  },
  { list: "code", rule: "RT-03", route: "api_meter", if: code, comesFirst: "your software pays per use" },
  {
    list: "person",
    rule: "RT-05",
    route: "team_workspace",
    // A company's work in personal accounts leaves with the person (BD-10).
    if: all(
      person,
      eq("audience", "team"),
      any(
        derived("any_team_need"),
        gte("seats", teamOf),
        eq("data", "confidential", "regulated"),
        fact("only_team_rows_chosen"),
      ),
    ),
    comesFirst: "the team should own the account",
  },
  {
    list: "person",
    rule: "RT-13",
    route: "stay_free",
    if: all(person, eq("intensity", "trying")),
    comesFirst: "a free plan is enough for now",
  },
  {
    list: "person",
    rule: "RT-12",
    route: "prepaid_credits",
    if: all(person, eq("intensity", "hits_limit"), fact("top_up_priced")),
    comesFirst: "you can top up your current plan",
  },
  {
    list: "person",
    rule: "RT-02",
    route: "app_subscription",
    if: person,
    comesFirst: "a subscription is enough",
  },
];
