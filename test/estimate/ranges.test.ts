import { describe, expect, it } from "vitest";
import type { At, Inputs, Piece } from "../../src/estimate/piece.ts";
import { evaluateRanges, gaugeOf } from "../../src/estimate/ranges.ts";
import { exactly } from "../../src/quantity/band.ts";
import { decimal } from "../../src/quantity/money.ts";

const d = (value: number) => decimal(String(value));
const band = (low: number, expected: number, high: number) => ({ low: d(low), expected: d(expected), high: d(high) });
const piece = (more: Partial<Piece>): Piece => ({
  key: "a",
  option: "base",
  wallet: null,
  model: null,
  budget: "usage",
  unit: null,
  amount: d(1),
  usd: d(1),
  notPriceable: null,
  eligible: true,
  reason: null,
  sources: [],
  ...more,
});
const numbers = (each: { low: unknown; expected: unknown; high: unknown } | null | undefined) =>
  each && [each.low, each.expected, each.high].map(String);

describe("a range that is followed", () => {
  it("takes the cheap end of each input where it makes things cheaper, low or high", () => {
    const inputs: Inputs = new Map([
      ["volume", band(10, 20, 40)],
      ["discount", band(0, 1, 5)],
      ["fixed", exactly(d(3))],
    ]);
    const evaluate = (at: At) => [
      piece({ usd: at("volume").times(at("fixed")).minus(at("discount")), amount: at("volume") }),
    ];
    const { bands, swings } = evaluateRanges(inputs, evaluate);
    expect(numbers(bands.get("a")?.usd)).toEqual(["25", "59", "120"]);
    expect(numbers(bands.get("a")?.amount)).toEqual(["10", "20", "40"]);
    expect(swings.map(({ input, low, high }) => [input, String(low), String(high)])).toEqual([
      ["volume", "29", "119"],
      ["discount", "60", "55"],
    ]);
  });

  it("keeps low, expected and high in order where the middle is the dearest", () => {
    const inputs: Inputs = new Map([["x", band(0, 5, 10)]]);
    const evaluate = (at: At) => [piece({ usd: at("x").times(d(10).minus(at("x"))) })];
    expect(numbers(evaluateRanges(inputs, evaluate).bands.get("a")?.usd)).toEqual(["0", "25", "25"]);
  });

  it("takes a line that is missing at one end as zero there", () => {
    const inputs: Inputs = new Map([["turns", band(1, 2, 3)]]);
    const evaluate = (at: At) => [
      piece({}),
      ...(at("turns").gt("1") ? [piece({ key: "cached", usd: at("turns"), amount: at("turns") })] : []),
    ];
    expect(numbers(evaluateRanges(inputs, evaluate).bands.get("cached")?.usd)).toEqual(["0", "2", "3"]);
  });

  it("has no price at all where one end has none, and says the dear end's reason", () => {
    const inputs: Inputs = new Map([["x", band(1, 2, 3)]]);
    const evaluate = (at: At) => [
      at("x").gt("1")
        ? piece({ usd: null, notPriceable: `none at ${at("x").toFixed()}`, amount: at("x") })
        : piece({ amount: at("x") }),
    ];
    const told = evaluateRanges(inputs, evaluate).bands.get("a");
    expect(told).toMatchObject({ usd: null, piece: { notPriceable: "none at 3" } });
    expect(numbers(told?.amount)).toEqual(["1", "2", "3"]);
  });

  it("is evaluated once where nothing is a range", () => {
    let times = 0;
    const evaluate = () => {
      times++;
      return [piece({})];
    };
    evaluateRanges(new Map([["x", exactly(d(1))]]), evaluate);
    expect(times).toBe(1);
  });

  it("throws on an input that does not exist: that is a mistake of ours", () => {
    expect(() => evaluateRanges(new Map(), (at) => [piece({ usd: at("nothing") })])).toThrow("nothing");
  });
});

describe("the gauge", () => {
  const two = [
    piece({ usd: d(2), amount: d(7) }),
    piece({ key: "b", usd: d(3), amount: d(8) }),
    piece({ key: "c", option: "other", usd: d(100), amount: d(100) }),
  ];

  it("adds dollars, or units, of the first option only", () => {
    expect(String(gaugeOf(two, "usd"))).toBe("5");
    expect(String(gaugeOf(two, "amount"))).toBe("15");
  });

  it("falls back to units where nothing has a price, and passes over what cannot do the work", () => {
    expect(String(gaugeOf([piece({ usd: null, amount: d(4) })], "usd"))).toBe("4");
    expect(String(gaugeOf([piece({ eligible: false, option: "x", usd: d(9) }), piece({ usd: d(2) })], "usd"))).toBe(
      "2",
    );
    expect(String(gaugeOf([piece({ usd: null, amount: null })], "usd"))).toBe("0");
    expect(String(gaugeOf([], "usd"))).toBe("0");
  });
});
