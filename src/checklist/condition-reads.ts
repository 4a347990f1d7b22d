import type { Condition } from "./condition.ts";
import { derivedConditions } from "./derived.ts";
import { factReads } from "./facts.ts";
import type { QuestionId } from "./ids.ts";

/** The questions that a condition reads, itself or through what is derived from them. */
export function questionsIn(condition: Condition): QuestionId[] {
  switch (condition.is) {
    case "all":
    case "any":
      return condition.of.flatMap(questionsIn);
    case "not":
      return questionsIn(condition.of);
    case "derived":
      return questionsIn(derivedConditions[condition.name]);
    case "fact":
      return [...factReads[condition.name]];
    case "vendor":
      return ["vendor"];
    case "eq":
    case "has":
    case "gte":
    case "known":
      return [condition.question];
    case "always":
    case "listed":
    case "routed":
    case "workload":
    case "words":
    case "explain":
      return [];
  }
}
