import type { Route } from "../checklist/ids.ts";
import type { RouteList } from "../checklist/routes.ts";
import type { Situation } from "./situation.ts";

/** A recommended route, the rules that decided it, and the lists it came from. */
export type ListedRoute = { route: Route; rules: string[]; lists: RouteList[] };

/** In each list the first step that is true decides. One route found by two lists is one route with both rules. */
export function decideRoutes(situation: Situation): ListedRoute[] {
  const found: ListedRoute[] = [];
  const decided = new Set<RouteList>();
  for (const step of situation.checklist.steps) {
    if (decided.has(step.list) || step.test(situation) !== true) continue;
    decided.add(step.list);
    const known = found.find((each) => each.route === step.route);
    if (known === undefined) found.push({ route: step.route, rules: [step.rule], lists: [step.list] });
    else {
      if (!known.rules.includes(step.rule)) known.rules.push(step.rule);
      known.lists.push(step.list);
    }
  }
  return found;
}
