import fc from "fast-check";
import { expect, it } from "vitest";
import { situationOf } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { matters } from "../../src/conversation/matters.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { answerOf, anyAnswers } from "../advice/answers-arbitrary.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);

/** The routes, and what is bought, how many and for how much. */
function moneyOf(answers: Answers) {
  const { routes, purchases } = recommend(advisor, situationOf(advisor, answers));
  const bought = purchases.map(({ kind, picks, monthly }) => ({
    kind,
    monthly,
    picks: picks.map(({ row, model, quantity, annual, firstPayment }) => [row, model, quantity, annual, firstPayment]),
  }));
  return { routes: routes.map(({ route }) => route), bought };
}

const oneAnswer = fc
  .constantFrom(...advisor.checklist.questions)
  .chain(({ id, kind }) => fc.tuple(anyAnswers, fc.constant(id), answerOf(kind)));

it("A question that is left out of the walk can change neither the route nor the money", () => {
  fc.assert(
    fc.property(oneAnswer, ([{ ...answers }, id, answer]) => {
      delete answers[id];
      const before = situationOf(advisor, answers);
      fc.pre(before.asked(id) === true && !matters(before).has(id));
      expect(moneyOf({ ...answers, [id]: answer } as Answers)).toEqual(moneyOf(answers));
    }),
    { numRuns: 300 },
  );
});
