import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { situationOf } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { matters } from "../../src/conversation/matters.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { answerOf, anyAnswers } from "../advice/answers-arbitrary.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { personas } from "./personas.ts";
import { play } from "./play.ts";

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

/** Whether one answer more changes what the walk says it cannot; null where it is not asked, or is in the walk. */
function moves({ ...answers }: Answers, id: keyof Answers, answer: unknown): boolean | null {
  delete answers[id];
  const before = situationOf(advisor, answers);
  if (before.asked(id) !== true || matters(before).has(id)) return null;
  return JSON.stringify(moneyOf({ ...answers, [id]: answer } as Answers)) !== JSON.stringify(moneyOf(answers));
}

describe("a question that is left out of the walk", () => {
  it("changes neither the route nor the money by what thirty-two people answer", () => {
    const compared = Object.entries(personas).flatMap(([name, script]) => {
      const { answers } = play(advisor, script).draft;
      const ids = Object.keys(answers) as (keyof Answers)[];
      return ids.map((id) => ({ who: `${name}: ${id}`, moved: moves(answers, id, answers[id]) }));
    });
    expect(compared.filter(({ moved }) => moved).map(({ who }) => who)).toEqual([]);
    expect(compared.filter(({ moved }) => moved !== null).length).toBeGreaterThan(15);
  });

  it("changes neither by any answer beside any others", () => {
    let compared = 0;
    fc.assert(
      fc.property(oneAnswer, ([answers, id, answer]) => {
        const moved = moves(answers, id, answer);
        if (moved !== null) compared++;
        expect(moved).not.toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(5);
  });
});
