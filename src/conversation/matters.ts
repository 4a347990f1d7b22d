import { wantedBefore } from "../advice/missing.ts";
import type { Situation } from "../advice/situation.ts";
import { questionsIn } from "../checklist/condition-reads.ts";
import type { QuestionId } from "../checklist/ids.ts";
import { moneyQuestions } from "../purchase/reads.ts";

const known = new WeakMap<Situation, ReadonlySet<QuestionId>>();

/**
 * The questions whose answers can still change the route, a blocker or the money, and the tools: what the walk asks. All
 * others are offered on the result and never have to be opened. Worked out from the conditions of the checklist, once for
 * each situation.
 */
export function matters(situation: Situation): ReadonlySet<QuestionId> {
  const found =
    known.get(situation) ??
    new Set([...ofRoutes(situation), ...ofBlockers(situation), ...ofTools(situation), ...moneyQuestions]);
  known.set(situation, found);
  return found;
}

/** What an undecided step of the route waits for: in each list those before the step that decides. */
function ofRoutes(situation: Situation): QuestionId[] {
  const decided = new Set<string>();
  return situation.checklist.steps.flatMap((step) => {
    if (decided.has(step.list)) return [];
    const truth = step.test(situation);
    if (truth === true) decided.add(step.list);
    return truth === undefined ? [...wantedBefore(step.if, situation)] : [];
  });
}

/** The tools, while one of them would make a rule fire that does not fire without: a warning of a mistake made with it. */
function ofTools(situation: Situation): QuestionId[] {
  const { checklist } = situation;
  if (situation.asked("tools") !== true) return [];
  const waiting = checklist.ready.filter(
    ({ rule, fires }) => questionsIn(rule.if).includes("tools") && fires(situation) === undefined,
  );
  const kind = checklist.questions.find(({ id }) => id === "tools")?.kind;
  const options = kind?.type === "choices" ? kind.options : [];
  const decided = options.some(({ id }) => {
    const chosen = situation.with({ tools: [id] });
    return waiting.some(({ fires }) => fires(chosen) === true);
  });
  return decided ? ["tools"] : [];
}

/** What a rule that would stop a purchase reads, while it stops it or could. */
function ofBlockers(situation: Situation): QuestionId[] {
  return situation.checklist.ready.flatMap(({ rule, fires }) =>
    (rule.severity === "block" || rule.severity === "refuse") && fires(situation) !== false ? questionsIn(rule.if) : [],
  );
}
