import fc from "fast-check";
import type { Evidence } from "../../src/checklist/compile.ts";
import { all, always, any, type Condition, eq, fact, gte, has, known, not } from "../../src/checklist/condition.ts";
import type { FactId, QuestionId } from "../../src/checklist/ids.ts";
import type { Truth } from "../../src/checklist/truth.ts";

// Conditions once more, worked out as Kleene defined them: false is 0, unknown a half, true 1; "all" is the smallest
// part and "any" the largest. Slow and plain, with no short cuts to get wrong.
const half = 0.5;
const size = (truth: Truth) => (truth === undefined ? half : Number(truth));

/** What a condition is worth, by its definition. Knows only the leaves that `anyTree` makes. */
export function judge(tree: Condition, found: Evidence): Truth {
  const worth = weigh(tree, found);
  return worth === half ? undefined : worth === 1;
}

function weigh(tree: Condition, found: Evidence): number {
  if (tree.is === "always") return 1;
  if (tree.is === "all") return Math.min(1, ...tree.of.map((part) => weigh(part, found)));
  if (tree.is === "any") return Math.max(0, ...tree.of.map((part) => weigh(part, found)));
  if (tree.is === "not") return 1 - weigh(tree.of, found);
  if (tree.is === "fact") return size(found.fact(tree.name));
  if (tree.is === "known") return size(found.known(tree.question));
  if (tree.is === "eq" || tree.is === "has") {
    const held = found.options(tree.question);
    const common = held?.filter((option) => tree.options.includes(option));
    return Math.min(size(found.asked(tree.question)), size(common && common.length > 0));
  }
  if (tree.is === "gte") {
    const count = found.count(tree.question);
    return Math.min(size(found.asked(tree.question)), size(count === undefined ? undefined : count >= tree.value));
  }
  throw new Error(`the reference does not know ${tree.is}`);
}

// A tiny world: few ids and few options, so that trees and evidence meet often.
const facts: FactId[] = ["two_vendors", "plan_chosen"];
const asked: QuestionId[] = ["job", "output", "seats"];
const options = ["a", "b", "c"];

const truth = fc.constantFrom<Truth[]>(true, false, undefined);
const some = fc.subarray(options);
const leaf = fc.oneof(
  fc.constant(always),
  fc.constantFrom(...facts).map(fact),
  fc.constantFrom(...asked).map(known),
  fc.tuple(fc.constantFrom(...asked), some).map(([question, wanted]) => eq(question, ...wanted)),
  fc.tuple(fc.constantFrom(...asked), some).map(([question, wanted]) => has(question, ...wanted)),
  fc.tuple(fc.constantFrom(...asked), fc.nat(3)).map(([question, value]) => gte(question, value)),
);

/** Any small tree over the tiny world. */
export const anyTree: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie("tree"), { maxLength: 3 }).map((parts) => all(...parts)),
    fc.array(tie("tree"), { maxLength: 3 }).map((parts) => any(...parts)),
    tie("tree").map(not),
  ),
})).tree;

const perQuestion = fc.record({
  asked: truth,
  options: fc.option(some, { nil: undefined }),
  count: fc.option(fc.nat(3), { nil: undefined }),
  known: fc.boolean(),
});

/** Any evidence about the tiny world. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .tuple(fc.array(perQuestion, { minLength: 3, maxLength: 3 }), fc.array(truth, { minLength: 2, maxLength: 2 }))
  .map(([told, states]) => {
    const of = (question: QuestionId) => told[asked.indexOf(question)];
    return {
      asked: (question) => of(question)?.asked,
      options: (question) => of(question)?.options,
      count: (question) => of(question)?.count,
      known: (question) => of(question)?.known ?? false,
      fact: (name) => states[facts.indexOf(name)],
      vendor: () => undefined,
      derived: () => undefined,
      listed: () => undefined,
      routed: () => false,
      workload: () => false,
      words: () => false,
    };
  });
