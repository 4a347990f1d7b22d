import fc from "fast-check";
import type { Answers } from "../../src/checklist/answers.ts";
import { duties } from "../../src/checklist/ids.ts";
import type { AnswerKind } from "../../src/checklist/question.ts";
import { questions } from "../../src/checklist/questions/index.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const { catalogue } = advisorOn(exampleDay).market;
const sellers = [
  ...catalogue.vendors.map((vendor) => vendor.id),
  ...catalogue.rows.map((row) => row.id),
  "other",
  "undecided",
];

/** Any valid answer to a question of this kind, "I don't know" among them. */
export function answerOf(kind: AnswerKind): fc.Arbitrary<unknown> {
  const unknown = fc.constant("unknown");
  const name = fc.constantFrom("Ana", "Ben", "Team Red");
  switch (kind.type) {
    case "choice":
      return fc.oneof(unknown, fc.constantFrom(...kind.options.map((option) => option.id)));
    case "choices": {
      const some = kind.options.map((option) => option.id).filter((id) => id !== "none");
      const alone = kind.options.some((option) => option.id === "none") ? [fc.constant(["none"])] : [];
      return fc.oneof(unknown, ...alone, fc.subarray(some, { minLength: 1 }));
    }
    case "vendors":
      return fc.oneof(unknown, fc.subarray(sellers, { minLength: 1, maxLength: 3 }));
    case "count":
      return fc.integer({ min: 1, max: 500 });
    case "date":
      return fc.constantFrom("2026-12-31", "2027-06-30");
    case "owner":
      return fc.oneof(unknown, name, fc.record({ seats: name, api: name }, { requiredKeys: [] }));
    case "duties":
      return fc.oneof(unknown, fc.dictionary(fc.constantFrom(...duties), fc.constantFrom("Ana", "none", "unknown")));
    case "quote":
      return fc.constantFrom("unknown", "none", { amount: "12000", currency: "USD", unit: "year", term: "12 months" });
    case "link":
      return fc.constantFrom("unknown", "none", { url: "https://example.com/page", readOn: "2026-11-01" });
    case "workload":
    case "channel":
      return unknown;
  }
}

const enumerable = questions.filter(
  (question) => question.kind.type !== "workload" && question.kind.type !== "channel",
);

/** Any set of answers, applying or not, in any order of keys. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(...enumerable.map((question) => fc.option(answerOf(question.kind), { nil: undefined, freq: 2 })))
  .map(
    (values) =>
      Object.fromEntries(
        enumerable.flatMap((question, at) => (values[at] === undefined ? [] : [[question.id, values[at]]])),
      ) as Answers,
  );
