import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moneyAxis } from "../../src/chart/axis.ts";
import { costChart } from "../../src/chart/cost.ts";
import { decimal } from "../../src/quantity/money.ts";

/** From a hundredth of a cent to hundreds of millions. */
const amount = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: -6, max: 3 }))
  .map(([digits, power]) =>
    decimal(String(digits)).times(decimal(power < 0 ? `0.${"0".repeat(-power - 1)}1` : "1".padEnd(power + 1, "0"))),
  );

const band = fc.tuple(amount, amount, amount).map((all) => {
  const [low, expected, high] = all.toSorted((one, other) => one.cmp(other)).map((each) => each.toFixed());
  return { low: low ?? "0", expected: expected ?? "0", high: high ?? "0" };
});

const options = fc.array(
  fc.record({
    name: fc.constantFrom("OpenAI API", "Kling app", "A", "B"),
    others: fc.array(fc.constantFrom("Pro", "Lite", "")),
    note: fc.constantFrom(null, "recommended"),
    main: fc.boolean(),
    usd: band,
  }),
  { maxLength: 12 },
);

describe("an axis", () => {
  it("goes from zero over everything on it, in a few even steps whose labels differ", () => {
    fc.assert(
      fc.property(amount, (most) => {
        const { ticks, to } = moneyAxis("US dollars", most);
        expect(ticks[0]).toEqual({ at: "0", label: "$0" });
        expect(decimal(to).gte(most)).toBe(true);
        expect(to).toBe(ticks.at(-1)?.at);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
        const step = decimal(ticks[1]?.at ?? "0");
        for (const [at, tick] of ticks.entries()) expect(tick.at).toBe(step.times(String(at)).toFixed());
      }),
    );
  });

  it("is not much longer than what is on it", () => {
    fc.assert(
      fc.property(amount, (most) => {
        fc.pre(most.gt("0"));
        expect(decimal(moneyAxis("", most).to).lte(most.times("2"))).toBe(true);
      }),
    );
  });
});

describe("the cost of options", () => {
  it("has room for every bar, no two names alike, and every figure in the words beside it", () => {
    fc.assert(
      fc.property(options, (some) => {
        const chart = costChart("Cost", some, { subject: "5,000 chats", freshness: "Prices last checked today" });
        if (chart === null || chart.form !== "bars") return;
        expect(chart.bars.length).toBeGreaterThanOrEqual(2);
        expect(new Set(chart.bars.map(({ name }) => name)).size).toBe(chart.bars.length);
        for (const { high, name, value } of chart.bars) {
          expect(decimal(chart.axis.to).gte(high)).toBe(true);
          expect(chart.alt).toContain(name);
          expect(chart.alt).toContain(value);
        }
        for (const said of [chart.title, chart.subject, chart.freshness]) expect(chart.alt).toContain(said);
      }),
    );
  });
});
