import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { situationOf } from "../../src/advice/advise.ts";
import { mostCandidates, type Purchase } from "../../src/purchase/purchase.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { decimal } from "../../src/quantity/money.ts";
import { anyAnswers } from "../advice/answers-arbitrary.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const cents = /^-?\d+\.\d{2}$/;

/** Judges the purchases of many situations. */
function always(judge: (purchases: Purchase[], situation: ReturnType<typeof situationOf>) => void): void {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const situation = situationOf(advisor, answers);
      judge(recommend(advisor, situation).purchases, situation);
    }),
    { numRuns: 300 },
  );
}

describe("a purchase, whatever the answers", () => {
  it("is there for each budget, in the order of the routes", () => {
    always((purchases, { routes }) => {
      const wanted = routes.flatMap(({ lists }) =>
        lists.flatMap((list) => (list === "enterprise" ? [] : [list === "code" ? "program" : "people"])),
      );
      expect(purchases.map(({ budget }) => budget)).toEqual(wanted.length === 0 ? ["people"] : wanted);
    });
  });

  it("names a product, or the one answer that would settle it", () => {
    always((purchases) => {
      for (const { kind, picks, settledBy, next } of purchases) {
        expect(picks.length === 0).toBe(kind === "none");
        expect(settledBy !== null).toBe(kind === "none");
        expect(next.length).toBeGreaterThan(0);
      }
    });
  });

  it("picks nothing that is excluded, and loses nothing that was named", () => {
    always((purchases, { chosenRows, routes }) => {
      for (const { picks, excluded } of purchases)
        expect(excluded.filter(({ row }) => picks.some((pick) => pick.row === row))).toEqual([]);
      if (routes.length === 0 || purchases.some(({ kind }) => kind === "none")) return;
      const told = purchases.flatMap(({ picks, candidates, excluded }) => [...picks, ...candidates, ...excluded]);
      for (const row of chosenRows.filter(({ kind }) => kind !== "tier" && kind !== "contract"))
        expect(
          told.some((each) => each.row === row.id),
          row.id,
        ).toBe(true);
    });
  });

  it("gives money to the cent, its ends in order, and what has no price last", () => {
    always((purchases) => {
      for (const { picks, candidates, monthly } of purchases) {
        for (const band of [monthly, ...picks.map((pick) => pick.monthly), ...candidates.map((each) => each.monthly)]) {
          if (band === null) continue;
          for (const amount of Object.values(band)) expect(amount).toMatch(cents);
          expect(decimal(band.low).lte(band.expected) && decimal(band.expected).lte(band.high)).toBe(true);
        }
        expect(candidates.length).toBeLessThanOrEqual(mostCandidates);
        const unpriced = candidates.findIndex((each) => each.monthly === null);
        if (unpriced >= 0) expect(candidates.slice(unpriced).every((each) => each.monthly === null)).toBe(true);
      }
    });
  });

  it("ends in two to four steps, each with an official page", () => {
    const pages = new Set(advisor.market.catalogue.rows.map(({ source }) => source.url));
    always((purchases) => {
      for (const { kind, next } of purchases) {
        if (kind === "none") continue;
        expect(next.length).toBeGreaterThanOrEqual(2);
        expect(next.length).toBeLessThanOrEqual(4);
        for (const { url } of next) expect(pages.has(url ?? "")).toBe(true);
      }
    });
  });

  it("never has a price for a contract that nobody has quoted", () => {
    always((purchases, situation) => {
      for (const { kind, picks, monthly } of purchases) {
        if (kind !== "quote" || typeof situation.answer("quote") === "object") continue;
        expect([monthly, ...picks.map((pick) => pick.monthly)].every((each) => each === null)).toBe(true);
      }
    });
  });

  it("is the same for the same answers", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const once = recommend(advisor, situationOf(advisor, answers));
        expect(recommend(advisor, situationOf(advisor, { ...answers }))).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });
});
