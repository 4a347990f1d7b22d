import type { Question } from "../question.ts";
import { expiryQuestions } from "./expiry.ts";
import { ownershipQuestions } from "./ownership.ts";
import { toolQuestions } from "./tools.ts";
import { unitQuestions } from "./unit.ts";
import { useQuestions } from "./use.ts";
import { workQuestions } from "./work.ts";

/** Every question of the checklist, in the order in which they are worth asking. */
export const questions: Question[] = [
  ...workQuestions,
  ...useQuestions,
  ...toolQuestions,
  ...unitQuestions,
  ...ownershipQuestions,
  ...expiryQuestions,
];
