import { all, type Condition, derived, eq, fact, has, not } from "./condition.ts";
import type { Route } from "./ids.ts";

/** Which list a step belongs to. In each list the first step that is true decides; the enterprise list comes first. */
export type RouteList = "enterprise" | "code" | "person";

/** One step of the route decision. It matches only when it is true; an unknown one is skipped and stays open. */
export type RouteStep = { list: RouteList; rule: string; route: Route; if: Condition };

const code = derived("code");
const person = derived("person");

/** The route decision, in order. The first route that is found is the primary one. */
export const routeSteps: RouteStep[] = [
  { list: "enterprise", rule: "RT-08", route: "enterprise_contract", if: derived("any_enterprise_need") },
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
  },
  {
    list: "code",
    rule: "RT-12",
    route: "prepaid_credits",
    if: all(code, eq("stage", "trying"), eq("funding", "manual")),
  },
  { list: "code", rule: "RT-03", route: "api_meter", if: code },
  {
    list: "person",
    rule: "RT-05",
    route: "team_workspace",
    if: all(person, eq("audience", "team"), derived("any_team_need")),
  },
  { list: "person", rule: "RT-13", route: "stay_free", if: all(person, eq("intensity", "trying")) },
  { list: "person", rule: "RT-12", route: "prepaid_credits", if: all(person, eq("intensity", "hits_limit")) },
  { list: "person", rule: "RT-02", route: "app_subscription", if: person },
];
