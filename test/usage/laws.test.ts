import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Money } from "../../src/quantity/money.ts";
import { byDay, byModel, type Totals, totalOf } from "../../src/usage/totals.ts";
import { usageOf } from "./ask.ts";

const tokens = fc.nat({ max: 2_000_000_000 });
const record = fc.record({
  request_id: fc.uuid(),
  startTime: fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, "0")}T12:00:00Z`),
  model: fc.constantFrom("gpt-6-sol", "gpt-6-luna", "anthropic/claude-haiku-5-5", "own-model"),
  custom_llm_provider: fc.option(fc.constantFrom("openai", "anthropic")),
  prompt_tokens: tokens,
  completion_tokens: tokens,
  spend: fc.double({ min: 0, max: 1000, noNaN: true }),
});
const records = fc.array(record, { minLength: 1, maxLength: 40 });

const costs = (all: readonly Money[]) => all.map(({ amount, currency }) => `${amount.toFixed()} ${currency}`);
const plain = ({ tokens: each, requests, cost }: Totals) => ({ each, requests, cost: costs(cost) });
/** The sum of sums, as `totalOf` makes it of rows. */
const sumOf = (parts: readonly Totals[]) =>
  plain(totalOf(parts.map((part) => ({ day: "", vendor: "", model: null, tier: "standard", long: false, ...part }))));

describe("what is read of a file", () => {
  it("has the same total by day, by model and as a whole", () => {
    fc.assert(
      fc.property(records, (all) => {
        const { rows } = usageOf(JSON.stringify(all));
        const whole = plain(totalOf(rows));
        expect(sumOf(byDay(rows))).toEqual(whole);
        expect(sumOf(byModel(rows))).toEqual(whole);
        const input = all.reduce((sum, each) => sum + BigInt(each.prompt_tokens), 0n);
        expect(whole.each.input + whole.each.cached).toBe(input);
      }),
    );
  });

  it("is the same in whatever order its records stand, repeats included", () => {
    fc.assert(
      fc.property(
        records.chain((all) => {
          const some = [...all, ...all.slice(0, 3).map((each) => ({ ...each, spend: 1 }))];
          return fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
          );
        }),
        ([all, shuffled]) => {
          expect(usageOf(JSON.stringify(shuffled))).toEqual(usageOf(JSON.stringify(all)));
        },
      ),
    );
  });

  it("is the same as a list and as a line each", () => {
    fc.assert(
      fc.property(records, (all) => {
        expect(usageOf(all.map((each) => JSON.stringify(each)).join("\n"))).toEqual(usageOf(JSON.stringify(all)));
      }),
    );
  });

  it("is a sentence or sums for any text, and never an exception", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.string({ unit: "binary" })), (text) => {
        try {
          expect(usageOf(text).rows).toBeDefined();
        } catch (error) {
          expect((error as Error).message).toMatch(/^(This|The) [^\n]*\.$/);
        }
      }),
    );
  });
});
