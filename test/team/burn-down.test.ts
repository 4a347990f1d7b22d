import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#pricing";
import { type Burn, drain, type Lot } from "../../src/estimate/balance/drain.ts";
import { decimal } from "../../src/quantity/money.ts";
import { type BurnDown, burnDown, pathOf } from "../../src/team/burn-down.ts";
import { type Holding, holdingSchema } from "../../src/team/holding.ts";
import { burnOf } from "../../src/team/use.ts";

type Example = {
  name: string;
  today: string;
  holding: unknown;
  expect: { left: string; losses: [string, string][]; zero: string | null; largestTopUp: string | null };
};
const examples: Example[] = JSON.parse(readFileSync("test/team/holdings.json", "utf8"));
const cents = (amount: { round(digits: number): { toFixed(): string } }) => amount.round(2).toFixed();
const down = (holding: Holding, today: string): BurnDown => {
  const found = burnDown(holding, today);
  if (found === null) throw new Error("it has no lots");
  return found;
};

describe("what becomes of a balance, worked by hand", () => {
  it.each(examples)("$name", ({ holding, today, expect: wanted }) => {
    const found = down(holdingSchema.parse(holding), today);
    expect({
      left: cents(found.left),
      losses: found.losses.map(({ on, expected }) => [on, cents(expected)]),
      zero: found.zero?.expected ?? null,
      largestTopUp: found.largestTopUp === null ? null : cents(found.largestTopUp.amount),
    }).toEqual(wanted);
  });
});

const first = "2026-01-01";
const amounts = fc.integer({ min: 1, max: 500_000 }).map((each) => (each / 100).toFixed(2));
const days = (most: number) => fc.integer({ min: 0, max: most }).map((each) => addDays(first, each));
const anyLot = fc
  .record({ amount: amounts, bought: days(200), life: fc.option(fc.integer({ min: 1, max: 500 })) })
  .map(({ amount, bought, life }) => ({ amount, bought, expires: life === null ? null : addDays(bought, life) }));
const anyUse = fc
  .tuple(amounts, amounts, amounts)
  .map((each) => each.sort((a, b) => Number(a) - Number(b)))
  .map(([low = "", expected = "", high = ""]) => ({ by: "month" as const, low, expected, high }));
const anyHolding = fc
  .record({
    lots: fc.array(anyLot, { minLength: 1, maxLength: 5 }),
    order: fc.constantFrom("expiry" as const, "listed" as const),
    use: fc.option(anyUse),
  })
  .map(({ lots, order, use }) => holdingSchema.parse({ product: "x", held: { kind: "lots", lots, order }, use }));
const today = days(400);
const rate = (amount: string): Burn => {
  const exact = decimal(amount);
  return burnOf({ amount: { low: exact, expected: exact, high: exact }, days: 30 }, "expected");
};
const sum = (lots: readonly { amount: ReturnType<typeof decimal> }[]) =>
  lots.reduce((all, { amount }) => all.plus(amount), decimal("0"));
const lotsIn = (holding: Holding): Lot[] => pathOf(holding)?.lots ?? [];
const order = (holding: Holding) => pathOf(holding)?.order ?? "expiry";
const total = (drained: ReturnType<typeof drain>, what: "used" | "lost" | "left") =>
  sum(drained.lots.map((each) => ({ amount: each[what] })));
/** More than any rounding leaves behind, and less than any cent. */
const trace = decimal("0.000001");
const close = (one: ReturnType<typeof decimal>, other: ReturnType<typeof decimal>) =>
  expect(one.minus(other).abs().lt(trace), `${one.toFixed()} is ${other.toFixed()}`).toBe(true);

describe("a burn-down", () => {
  it("loses and makes nothing: what was bought is gone, used, expired or left", () => {
    fc.assert(
      fc.property(anyHolding, amounts, today, (holding, use, until) => {
        const lots = lotsIn(holding);
        const drained = drain(lots, rate(use), first, { until, order: order(holding) });
        for (const each of drained.lots)
          expect(each.used.plus(each.lost).plus(each.left).eq(each.lot.amount)).toBe(true);
        expect(total(drained, "used").eq(drained.used)).toBe(true);
        for (const each of drained.lots) {
          if (each.lot.expires !== null && each.lot.expires <= until) expect(each.left.toFixed()).toBe("0");
          else expect(each.lost.toFixed()).toBe("0");
        }
      }),
    );
  });

  it("with a level keeps what was gone apart, and adds up", () => {
    fc.assert(
      fc.property(anyHolding, amounts, amounts, days(300), today, (holding, one, other, on, until) => {
        const [less, more] = [one, other].sort((a, b) => Number(a) - Number(b));
        const use = {
          by: "levels" as const,
          first: { amount: more ?? "", on: addDays(on, -7) },
          second: { amount: less ?? "", on },
        };
        const path = pathOf({ ...holding, use });
        if (path === null) throw new Error("it has lots");
        const drained = drain(path.lots, rate("10"), path.from, { until, order: path.order });
        const all = path.gone.plus(total(drained, "used")).plus(total(drained, "lost")).plus(total(drained, "left"));
        expect(all.eq(sum(lotsIn(holding)))).toBe(true);
        const there = lotsIn(holding).filter(
          ({ bought, expires }) => bought <= on && (expires === null || expires > on),
        );
        const level = sum(path.lots.filter(({ bought }) => bought <= on));
        const most = sum(there);
        expect(level.eq(most.lt(less ?? "") ? most : decimal(less ?? ""))).toBe(true);
      }),
    );
  });

  it("never leaves or loses more when more is used, nor runs out later", () => {
    fc.assert(
      fc.property(anyHolding, amounts, amounts, today, (holding, one, other, until) => {
        const [slow = "", fast = ""] = [one, other].sort((a, b) => Number(a) - Number(b));
        const at = (use: string, upTo?: string) =>
          drain(lotsIn(holding), rate(use), first, {
            order: order(holding),
            ...(upTo === undefined ? {} : { until: upTo }),
          });
        const [slowly, fastly] = [at(slow, until), at(fast, until)];
        expect(fastly.used.plus(trace).gte(slowly.used)).toBe(true);
        expect(total(fastly, "left").lte(total(slowly, "left").plus(trace))).toBe(true);
        expect(total(at(fast), "lost").lte(total(at(slow), "lost").plus(trace))).toBe(true);
        const [late, early] = [at(slow).shortOn, at(fast).shortOn];
        if (late !== null && order(holding) === "expiry") expect(early !== null && early <= late).toBe(true);
      }),
    );
  });

  it("has its ends in order, and the sum of what is left and what will expire is never more than was bought", () => {
    fc.assert(
      fc.property(anyHolding, today, (holding, day) => {
        const { from, left, losses, bought, zero } = down(holding, day);
        for (const { low, expected, high, on } of losses) {
          expect(on > day).toBe(true);
          expect(high.gt("0")).toBe(true);
          if (order(holding) === "expiry")
            expect(low.lte(expected.plus(trace)) && expected.lte(high.plus(trace))).toBe(true);
        }
        const ahead = losses.reduce((all, { expected }) => all.plus(expected), decimal("0"));
        const seen = day < from ? from : day;
        const later = lotsIn(holding).reduce(
          (all, lot) => (lot.bought > seen ? all.plus(lot.amount) : all),
          decimal("0"),
        );
        expect(left.plus(later).lte(bought.plus(trace)) && ahead.lte(left.plus(later).plus(trace))).toBe(true);
        // As listed, faster use may leave its last units in a lot that expires, where slower use leaves them in one that never does.
        if (order(holding) === "listed") return;
        const [early, expected, late] = [zero?.early, zero?.expected, zero?.late];
        if (expected != null) expect(early != null && early <= expected).toBe(true);
        if (late != null) expect(expected != null && expected <= late).toBe(true);
      }),
    );
  });

  it("draws what expires first, so that no other order loses less", () => {
    fc.assert(
      fc.property(anyHolding, amounts, (holding, use) => {
        const lots = lotsIn(holding);
        const lost = (how: "expiry" | "listed") => total(drain(lots, rate(use), first, { order: how }), "lost");
        expect(lost("expiry").lte(lost("listed").plus(trace))).toBe(true);
      }),
    );
  });

  it("knows the largest top-up: with it nothing more expires, and with a unit more something does", () => {
    fc.assert(
      fc.property(anyHolding, today, fc.integer({ min: 1, max: 500 }), (holding, day, life) => {
        fc.pre(holding.use?.by === "month" && lotsIn(holding).every(({ bought }) => bought <= day));
        const until = addDays(day, life);
        const { largestTopUp } = burnDown(holding, day, until) ?? { largestTopUp: null };
        if (largestTopUp === null || holding.use?.by !== "month") throw new Error("use is known");
        const burn = rate(holding.use.low);
        const { from = "" } = pathOf(holding) ?? {};
        const lost = (more: ReturnType<typeof decimal>) => {
          const lots = [...lotsIn(holding), { amount: more, bought: day, expires: until }];
          return total(drain(lots, burn, from, { order: order(holding) }), "lost");
        };
        const without = lost(decimal("0"));
        close(lost(largestTopUp.amount), without);
        expect(lost(largestTopUp.amount.plus("1")).gt(without.plus("0.99"))).toBe(true);
      }),
    );
  });
});
