import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { situationOf } from "../../src/advice/advise.ts";
import { readAnswers } from "../../src/checklist/answers.ts";
import type { Purchase } from "../../src/purchase/purchase.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { advisorOn } from "../advisor.ts";

/** A purchase worked by hand from the catalogue. What is left out is not asserted. */
type Expected = {
  budget: Purchase["budget"];
  kind: Purchase["kind"];
  pick?: string | null;
  count?: string | null;
  monthly?: string | null;
  annual?: string | null;
  saves?: string | null;
  firstPayment?: string | null;
  runnerUp?: string | null;
  excluded?: string[];
  candidateMonthly?: Record<string, string>;
  breakEven?: unknown;
};
type Example = { about: string; asOf: string; answers: unknown; arithmetic: string[]; expect: Expected[] };

const folder = new URL("examples/", import.meta.url);

function purchasesFor({ answers: given, asOf }: Example): Purchase[] {
  const advisor = advisorOn(asOf);
  const { vendors, rows } = advisor.market.catalogue;
  const sellers = { vendors: vendors.map(({ id }) => id), rows: rows.map(({ id }) => id) };
  const { answers, problems } = readAnswers(given, advisor.checklist.questions, sellers);
  expect(problems).toEqual([]);
  return recommend(advisor, situationOf(advisor, answers)).purchases;
}

/** The figures of a purchase that an example speaks of. */
function told({ picks, monthly, runnerUp, breakEven, budget, kind }: Purchase, expected: Expected) {
  const [pick] = picks;
  const all = {
    budget,
    kind,
    pick: pick?.row ?? null,
    count: pick?.quantity.count ?? null,
    monthly: monthly?.expected ?? null,
    annual: pick?.annual?.amount ?? null,
    saves: pick?.annual?.saves ?? null,
    firstPayment: pick?.firstPayment ?? null,
    runnerUp: runnerUp?.row ?? null,
    breakEven,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in expected));
}

describe("a purchase worked by hand", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const example = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Example;
    it(`${file}: ${example.about}`, () => {
      const purchases = purchasesFor(example);
      expect(purchases).toHaveLength(example.expect.length);
      for (const [at, expected] of example.expect.entries()) {
        const purchase = purchases[at] as Purchase;
        const { excluded = [], candidateMonthly = {}, ...figures } = expected;
        expect(told(purchase, expected)).toEqual(figures);
        expect(purchase.excluded.map(({ row }) => row)).toEqual(expect.arrayContaining(excluded));
        for (const [row, amount] of Object.entries(candidateMonthly))
          expect(
            purchase.candidates.flatMap((each) => (each.row === row ? (each.monthly?.expected ?? []) : [])),
          ).toContain(amount);
      }
    });
  }
});
