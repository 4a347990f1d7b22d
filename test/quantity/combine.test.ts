import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine, refuseToAdd } from "../../src/quantity/combine.ts";
import { formatRefusal } from "../../src/quantity/messages.ts";
import { decimal } from "../../src/quantity/money.ts";
import { isRefusal, type Measure, type Quantity, type Refusal } from "../../src/quantity/quantity.ts";

// No name here holds a digit: a digit in a refusal can then only be a figure that leaked.
const wallets = {
  kling: { name: "Kling Standard", unitName: "Kling credits" },
  runway: { name: "Runway Pro", unitName: "Runway credits" },
  meter: { name: "OpenAI API", unitName: "API balance" },
};

const amount = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => decimal(String(cents)).div("100"));
const measure: fc.Arbitrary<Measure> = fc
  .record({
    id: fc.constantFrom(...(Object.keys(wallets) as (keyof typeof wallets)[])),
    budgetOwner: fc.constantFrom(null, "Ana", "Ben"),
    unit: fc.constantFrom("credit" as const, "account_balance" as const, "seat_month" as const, null),
    currency: fc.constantFrom(null, "USD", "EUR"),
    period: fc.constantFrom(null, "month" as const, "year" as const, "once" as const),
    readOn: fc.constantFrom(null, "2026-09-30", "2026-10-05", "2026-10-30"),
  })
  .map(({ id, budgetOwner, ...rest }) => ({ ...rest, wallet: { id, ...wallets[id], budgetOwner } }));
const quantity: fc.Arbitrary<Quantity> = fc.tuple(measure, amount).map(([of, much]) => ({ ...of, amount: much }));

const credits: Quantity = {
  amount: decimal("0.1"),
  unit: "credit",
  wallet: { id: "kling", ...wallets.kling, budgetOwner: "Ana" },
  currency: null,
  period: "month",
  readOn: "2026-10-05",
};
const change = (changed: Partial<Quantity>): Quantity => ({ ...credits, amount: decimal("0.2"), ...changed });

function sumOf(left: Quantity, right: Quantity): Quantity {
  const result = combine(left, right);
  if (isRefusal(result)) throw new Error(formatRefusal(result));
  return result;
}

function refusalOf(left: Quantity, right: Quantity): Refusal {
  const result = combine(left, right);
  if (!isRefusal(result)) throw new Error(`a sum: ${result.amount.toFixed()}`);
  return result;
}

describe("combine, inside one wallet", () => {
  it("adds exactly: 0.1 and 0.2 are 0.3", () => {
    const sum = sumOf(credits, change({}));
    expect({ ...sum, amount: sum.amount.toFixed() }).toEqual({ ...credits, amount: "0.3" });
  });

  it("adds any two amounts to the cent, whatever the order and the grouping", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000), { minLength: 3, maxLength: 3 }), (cents) => {
        const [a = credits, b = credits, c = credits] = cents.map((each) =>
          change({ amount: decimal(String(each)).div("100") }),
        );
        const total = decimal(String(cents.reduce((so, each) => so + each, 0))).div("100");
        expect(sumOf(sumOf(a, b), c).amount.eq(total)).toBe(true);
        expect(sumOf(c, sumOf(b, a)).amount.eq(total)).toBe(true);
      }),
    );
  });

  it.each([
    ["2026-09-30", "2026-10-05", "2026-09-30"],
    ["2026-10-05", "2026-09-30", "2026-09-30"],
    ["2026-10-05", null, null],
    [null, "2026-10-05", null],
  ])("is as old as its older part: %s and %s give %s", (one, other, age) => {
    expect(sumOf(change({ readOn: one }), change({ readOn: other })).readOn).toBe(age);
  });
});

describe("combine, across a border", () => {
  const inRunway = { id: "runway", ...wallets.runway, budgetOwner: "Ana" };
  it.each<[string, Partial<Quantity>, Refusal["rule"]]>([
    ["wallets", { wallet: inRunway }, "UN-02"],
    ["units", { unit: "second" }, "UN-02"],
    ["seats and use", { unit: "seat_month" }, "UN-10"],
    ["currencies", { currency: "USD" }, "UN-02"],
    ["periods", { period: "year" }, "UN-02"],
    ["periods, one unnamed", { period: null }, "UN-02"],
    ["owners", { wallet: { ...credits.wallet, budgetOwner: "Ben" } }, "RT-04"],
    ["owners, one unnamed", { wallet: { ...credits.wallet, budgetOwner: null } }, "RT-04"],
  ])("refuses to add over two %s and names the rule", (_, changed, rule) => {
    expect(refusalOf(credits, change(changed)).rule).toBe(rule);
    expect(refusalOf(change(changed), credits).rule).toBe(rule);
  });

  it("refuses to add units that nobody knows, even in one wallet", () => {
    expect(refusalOf(change({ unit: null }), change({ unit: null })).rule).toBe("UN-02");
  });

  it("gives a sum exactly where wallet, unit, owner, currency and period are one", () => {
    const key = ({ unit, wallet, currency, period }: Measure) => [
      unit,
      wallet.id,
      wallet.budgetOwner,
      currency,
      period,
    ];
    fc.assert(
      fc.property(quantity, quantity, fc.boolean(), (left, other, alike) => {
        // Two drawn at random seldom agree: half of the time the second one is made to.
        const right = alike ? { ...left, amount: other.amount, readOn: other.readOn } : other;
        const one = left.unit !== null && JSON.stringify(key(left)) === JSON.stringify(key(right));
        const result = combine(left, right);
        expect(isRefusal(result)).toBe(!one);
        expect("amount" in result).toBe(one);
        expect(refuseToAdd(left, right) === undefined).toBe(one);
      }),
    );
  });

  it("is the same from both sides", () => {
    fc.assert(
      fc.property(quantity, quantity, (left, right) => {
        const [one, other] = [combine(left, right), combine(right, left)];
        const turned = isRefusal(other) ? { ...other, left: other.right, right: other.left } : other;
        expect(JSON.parse(JSON.stringify(one))).toEqual(JSON.parse(JSON.stringify(turned)));
      }),
    );
  });

  it("leaves no way to get a figure out of a refusal", () => {
    fc.assert(
      fc.property(quantity, quantity, (left, right) => {
        const result = combine(left, right);
        if (!isRefusal(result)) return;
        // The rule's own id is the one place where digits belong.
        for (const text of [formatRefusal(result), JSON.stringify(result)]) {
          expect(text.replaceAll(result.rule, "")).not.toMatch(/\p{N}/u);
        }
      }),
    );
  });

  it("names both sides in the refusal", () => {
    const refusal = refusalOf(credits, change({ wallet: inRunway }));
    expect(refusal.left).toContain("Kling credits");
    expect(refusal.right).toContain("Runway credits");
    expect(formatRefusal(refusal)).toMatch(/Kling Standard.*Runway Pro/);
  });
});
