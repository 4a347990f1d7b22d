import fc from "fast-check";
import type { Question } from "../../src/checklist/question.ts";
import { questions } from "../../src/checklist/questions/index.ts";
import { type Ask, asks } from "../../src/conversation/workload/asks.ts";
import type { Script } from "../conversation/play.ts";
import type { Move } from "./surface.ts";

/** What may be typed about the work, by part: lengths, amounts and shares that are right. */
function typed({ part, length, options }: Ask): fc.Arbitrary<string> {
  // Clips and pictures have this size in common.
  if (part === "resolution") return fc.constant("4k");
  if (options !== undefined && options.length > 0) return fc.constantFrom(...options.map(({ id }) => id));
  return length ? fc.constantFrom("2 pages", "300 words") : fc.constantFrom("3", "20", "10-40");
}

const work = Object.values(asks)
  .flat()
  .filter(({ part, options }) => part !== "model" && part !== "turns" && options?.length !== 0)
  .map((ask) => [`workload.${ask.part}`, typed(ask)] as const);

function answersTo({ id, kind }: Question): (readonly [string, fc.Arbitrary<string | string[]>])[] {
  switch (kind.type) {
    case "choice":
      return [[id, fc.constantFrom(...kind.options.map((option) => option.id))]];
    case "choices": {
      const some = kind.options.map((option) => option.id).filter((option) => option !== "none");
      const none = some.length < kind.options.length ? [fc.constant<string[]>(["none"])] : [];
      return [[id, fc.oneof(...none, fc.subarray(some, { minLength: 1, maxLength: 4 }))]];
    }
    case "vendors":
      return [[id, fc.subarray(["openai", "anthropic", "kling", "openai-chatgpt-plus"], { minLength: 1 })]];
    case "count":
      return [[id, fc.constantFrom("1", "12", "400")]];
    case "owner":
      return [id, "owner.seats", "owner.api", "duties.all"].map((field) => [field, fc.constantFrom("Ana", "Ben")]);
    case "date":
    case "duties":
    case "quote":
    case "link":
    case "workload":
    case "channel":
      return [];
  }
}

/** Anything that somebody may answer on the way, each question perhaps not at all. */
export const anyScript: fc.Arbitrary<Script> = fc.record(
  Object.fromEntries([...questions.flatMap(answersTo), ...work]),
  {
    requiredKeys: [],
  },
) as fc.Arbitrary<Script>;

/** Where somebody turns on the way; on from there. */
export const anyMoves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof({ weight: 6, arbitrary: fc.constant("on" as const) }, fc.constantFrom("back" as const, "show" as const)),
  { maxLength: 10 },
);
