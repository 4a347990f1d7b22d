import type { Condition } from "./condition.ts";
import type { DerivedId, FactId, QuestionId, Route, WordSign, WorkloadSign } from "./ids.ts";
import { and, not, type Truth } from "./truth.ts";

/** What a condition asks of a situation. Each answer has three values, but for those that are always certain. */
export type Evidence = {
  /** Whether the question is asked at all. A question that is not asked has no answer that counts. */
  asked(question: QuestionId): Truth;
  /** The options that hold: one for a single answer, more where wallets differ. Undefined: not known. */
  options(question: QuestionId): readonly string[] | undefined;
  /** The number, or how many options were chosen. Undefined: not known. */
  count(question: QuestionId): number | undefined;
  known(question: QuestionId): boolean;
  vendor(id: string): Truth;
  derived(name: DerivedId): Truth;
  fact(name: FactId): Truth;
  listed(route: Route): Truth;
  routed(rule: string): boolean;
  workload(sign: WorkloadSign): boolean;
  words(sign: WordSign): boolean;
};

export type Test = (evidence: Evidence) => Truth;

/** A condition as a function of the evidence. Built once when loaded: a decision then walks no tree. */
export function compile(condition: Condition): Test {
  switch (condition.is) {
    case "always":
      return () => true;
    case "explain":
      return () => false;
    case "all":
      return every(condition.of.map(compile));
    case "any":
      return some(condition.of.map(compile));
    case "not": {
      const inner = compile(condition.of);
      return (evidence) => not(inner(evidence));
    }
    case "eq":
    case "has": {
      const { question, options } = condition;
      return (evidence) => ifAsked(evidence, question, oneOf(evidence.options(question), options));
    }
    case "gte": {
      const { question, value } = condition;
      return (evidence) => ifAsked(evidence, question, atLeast(evidence.count(question), value));
    }
    case "known": {
      const { question } = condition;
      return (evidence) => evidence.known(question);
    }
    case "vendor":
      return (evidence) => evidence.vendor(condition.vendor);
    case "derived":
      return (evidence) => evidence.derived(condition.name);
    case "fact":
      return (evidence) => evidence.fact(condition.name);
    case "listed":
      return (evidence) => evidence.listed(condition.route);
    case "routed":
      return (evidence) => evidence.routed(condition.rule);
    case "workload":
      return (evidence) => evidence.workload(condition.sign);
    case "words":
      return (evidence) => evidence.words(condition.sign);
  }
}

function every(tests: Test[]): Test {
  return (evidence) => {
    let result: Truth = true;
    for (const test of tests) {
      const truth = test(evidence);
      if (truth === false) return false;
      if (truth === undefined) result = undefined;
    }
    return result;
  };
}

function some(tests: Test[]): Test {
  return (evidence) => {
    let result: Truth = false;
    for (const test of tests) {
      const truth = test(evidence);
      if (truth === true) return true;
      if (truth === undefined) result = undefined;
    }
    return result;
  };
}

function ifAsked(evidence: Evidence, question: QuestionId, truth: Truth): Truth {
  return truth === false ? false : and(evidence.asked(question), truth);
}

function oneOf(held: readonly string[] | undefined, wanted: readonly string[]): Truth {
  if (held === undefined) return undefined;
  for (const option of held) if (wanted.includes(option)) return true;
  return false;
}

function atLeast(count: number | undefined, value: number): Truth {
  return count === undefined ? undefined : count >= value;
}
