import type { DerivedId, FactId, QuestionId, Route, WordSign, WorkloadSign } from "./ids.ts";

/**
 * A condition is a small syntax tree, never a function: so it can be checked when loaded, explained in words and
 * enumerated. It has three values; see `truth.ts`.
 */
export type Condition =
  | { is: "always" }
  | { is: "all"; of: Condition[] }
  | { is: "any"; of: Condition[] }
  | { is: "not"; of: Condition }
  /** The single answer is one of `options`. */
  | { is: "eq"; question: QuestionId; options: string[] }
  /** The many-valued answer contains at least one of `options`. */
  | { is: "has"; question: QuestionId; options: string[] }
  /** The number, or how many options were chosen, is at least `value`. */
  | { is: "gte"; question: QuestionId; value: number }
  /** The question is asked and answered with something else than "I don't know". Never itself unknown. */
  | { is: "known"; question: QuestionId }
  /** A row or the whole vendor was chosen. */
  | { is: "vendor"; vendor: string }
  | { is: "derived"; name: DerivedId }
  | { is: "fact"; name: FactId }
  /** The route is among the recommended ones. */
  | { is: "listed"; route: Route }
  /** This rule's step decided a route. */
  | { is: "routed"; rule: string }
  | { is: "workload"; sign: WorkloadSign }
  | { is: "words"; sign: WordSign }
  /** Told when asked for, by `explain`; no answer fires it. */
  | { is: "explain" };

export const always: Condition = { is: "always" };
export const onlyExplained: Condition = { is: "explain" };
export const all = (...of: Condition[]): Condition => ({ is: "all", of });
export const any = (...of: Condition[]): Condition => ({ is: "any", of });
export const not = (of: Condition): Condition => ({ is: "not", of });
export const eq = (question: QuestionId, ...options: string[]): Condition => ({ is: "eq", question, options });
export const has = (question: QuestionId, ...options: string[]): Condition => ({ is: "has", question, options });
export const gte = (question: QuestionId, value: number): Condition => ({ is: "gte", question, value });
export const known = (question: QuestionId): Condition => ({ is: "known", question });
export const vendor = (id: string): Condition => ({ is: "vendor", vendor: id });
export const derived = (name: DerivedId): Condition => ({ is: "derived", name });
export const fact = (name: FactId): Condition => ({ is: "fact", name });
export const listed = (route: Route): Condition => ({ is: "listed", route });
export const routed = (rule: string): Condition => ({ is: "routed", rule });
export const workload = (sign: WorkloadSign): Condition => ({ is: "workload", sign });
export const words = (sign: WordSign): Condition => ({ is: "words", sign });

/** Every leaf of a tree, left to right. */
export function leaves(condition: Condition): Condition[] {
  switch (condition.is) {
    case "all":
    case "any":
      return condition.of.flatMap(leaves);
    case "not":
      return leaves(condition.of);
    case "always":
    case "eq":
    case "has":
    case "gte":
    case "known":
    case "vendor":
    case "derived":
    case "fact":
    case "listed":
    case "routed":
    case "workload":
    case "words":
    case "explain":
      return [condition];
  }
}
