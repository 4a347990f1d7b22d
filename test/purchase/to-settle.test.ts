import { describe, expect, it } from "vitest";
import { situationOf } from "../../src/advice/advise.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { advisorOn } from "../advisor.ts";
import { personas } from "../conversation/personas.ts";
import { play } from "../conversation/play.ts";

const advisor = advisorOn("2026-11-21");

function recommended(name: string) {
  const { draft } = play(advisor, personas[name] ?? {});
  const result = recommend(advisor, situationOf(advisor, draft.answers));
  return { ...result, against: result.findings.filter(({ severity }) => severity === "block" || severity === "warn") };
}

describe("what stands against buying what is recommended", () => {
  it("is nothing of another vendor that was named beside it", () => {
    const { against, toSettle, purchases } = recommended("design team");
    expect(purchases[0]?.picks[0]?.row).toBe("leonardo-team-starter");
    expect(against.map(({ rule }) => rule)).toContain("BD-07");
    expect(toSettle).toEqual([]);
  });

  it.each(["support bot, no vendor", "developer at the limit of Copilot"])(
    "is not the unit, where the product brings one with it (%s)",
    (name) => {
      const { against, toSettle } = recommended(name);
      expect(against.map(({ rule }) => rule)).toContain("UN-08");
      expect(toSettle).not.toContain("UN-08");
    },
  );

  it("is not that two products are apart of which one is bought", () => {
    const { against, toSettle } = recommended("buyer with a quote");
    expect(against.map(({ rule }) => rule)).toContain("BD-03");
    expect(toSettle).toEqual([]);
  });

  it("stays where two products of one vendor are bought together", () => {
    expect(recommended("both budgets").toSettle).toContain("BD-03");
  });

  it("is all that was found, while there is nothing to buy", () => {
    const { against, toSettle, purchases } = recommended("nobody knows yet");
    expect(purchases.every(({ picks }) => picks.length === 0)).toBe(true);
    expect(toSettle).toEqual(against.map(({ rule }) => rule));
    expect(toSettle.length).toBeGreaterThan(3);
  });

  it("is never more than was found, and in its order", () => {
    for (const name of Object.keys(personas)) {
      const { against, toSettle } = recommended(name);
      expect(against.map(({ rule }) => rule).filter((rule) => toSettle.includes(rule))).toEqual(toSettle);
    }
  });
});
