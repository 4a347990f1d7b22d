import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bought } from "#core";
import type { Sided } from "../../src/ledger/sides.ts";
import { sumsOf, totalsOf } from "../../src/ledger/totals.ts";
import { decimal } from "../../src/quantity/money.ts";
import type { CurrentDecision } from "../../src/store/rows.ts";

const amount = fc
  .bigInt({ min: 0n, max: 10n ** 14n })
  .map((cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`);
const band = amount.map((expected) => ({ low: expected, expected, high: expected }));
const pick: fc.Arbitrary<Bought["picks"][number]> = fc.record({
  row: fc.constantFrom("a1", "a2", "b1", "gone"),
  product: fc.constantFrom("Plus", "API"),
  model: fc.constant(null),
  quantity: fc.record({
    count: fc.constant("1"),
    of: fc.constantFrom("seat", "account", "balance", "package", "contract"),
  }),
  monthly: fc.option(band),
  annual: fc.option(amount.map((each) => ({ amount: each }))),
  firstPayment: fc.option(amount),
  currency: fc.constantFrom("USD", "EUR"),
});
const bought: fc.Arbitrary<Bought> = fc.record({
  budget: fc.constantFrom("people", "program"),
  kind: fc.constantFrom("free", "subscribe", "seats", "top_up", "package", "pay_as_you_go", "quote"),
  picks: fc.array(pick, { maxLength: 3 }),
  monthly: fc.constant(null),
  owner: fc.constantFrom(null, "Ben", "ben ", "<@U1|Ben>", "<@U2|Ana>"),
});
const decision: fc.Arbitrary<Sided<CurrentDecision>> = fc.record({
  id: fc.uuid(),
  tenant: fc.constantFrom({ platform: "slack", id: "T" }, { platform: "discord", id: "9" }),
  summary: fc.constant({ name: "Plan", money: "", owner: "", vendor: "" }),
  route: fc.constant(null),
  complete: fc.boolean(),
  catalogue: fc.constant("c"),
  by: fc.constant("U1"),
  at: fc.integer({ min: 0, max: 9 }),
  supersededBy: fc.option(fc.constant("other"), { freq: 3 }),
  verdict: fc.constantFrom(null, "approved", "declined"),
  bought: fc.option(fc.array(bought, { maxLength: 3 }), { freq: 9 }),
});
const vendorOf = (row: string) => (row === "gone" ? undefined : row.slice(0, 1));
const some = fc.array(decision, { maxLength: 8 });
const flat = (groups: ReturnType<typeof totalsOf>["byOwner"]) => groups.flatMap(({ sums }) => sums);
/** Sums by what keeps them apart, exactly, whatever groups they stand in. */
const whole = (sums: ReturnType<typeof sumsOf>) => {
  const all: Record<string, string> = {};
  for (const { currency, period, paid, amount: each } of sums) {
    const key = `${currency} ${period} ${paid}`;
    all[key] = decimal(all[key] ?? "0")
      .plus(each.expected)
      .toFixed();
  }
  return all;
};

describe("what a team has committed", () => {
  it("is the same sum over owners, over vendors, and over all lines, to the last cent", () => {
    fc.assert(
      fc.property(some, (decisions) => {
        const { lines, byOwner, byVendor } = totalsOf(decisions, vendorOf);
        const all = whole(sumsOf(lines));
        expect(whole(flat(byOwner))).toEqual(all);
        expect(whole(flat(byVendor))).toEqual(all);
        expect(flat(byOwner).reduce((many, sum) => many + sum.lines, 0)).toBe(lines.length);
      }),
    );
  });

  it("counts nothing that was superseded or declined, and tells of every pick that holds, once", () => {
    fc.assert(
      fc.property(some, (decisions) => {
        const { lines, rest } = totalsOf(decisions, vendorOf);
        const holds = decisions.filter(({ supersededBy, verdict }) => supersededBy === null && verdict !== "declined");
        const told = new Set([...lines, ...rest].map((each) => each.decision));
        for (const id of told) expect(holds.some((each) => each.id === id)).toBe(true);
        const parts = holds.flatMap((each) => each.bought?.map(({ picks }) => Math.max(1, picks.length)) ?? [1]);
        expect(lines.length + rest.length).toBe(parts.reduce((sum, many) => sum + many, 0));
      }),
    );
  });

  it("does not depend on the order of decisions", () => {
    fc.assert(
      fc.property(some, fc.nat(), (decisions, turn) => {
        const at = decisions.length === 0 ? 0 : turn % decisions.length;
        const turned = [...decisions.slice(at), ...decisions.slice(0, at)].reverse();
        const [one, other] = [totalsOf(decisions, vendorOf), totalsOf(turned, vendorOf)];
        expect(JSON.stringify([other.byOwner, other.byVendor])).toBe(JSON.stringify([one.byOwner, one.byVendor]));
      }),
    );
  });

  const of = (monthly: string | null, more: Partial<Bought["picks"][number]>, kind: Bought["kind"] = "seats") =>
    totalsOf(
      [
        {
          ...(fc.sample(decision, { numRuns: 1, seed: 1 })[0] as Sided<CurrentDecision>),
          supersededBy: null,
          verdict: null,
          bought: [
            {
              budget: "people",
              kind,
              monthly: null,
              owner: "<@U1|Ben>",
              picks: [
                {
                  row: "a1",
                  product: "Team",
                  model: null,
                  quantity: { count: "5", of: "seat" },
                  monthly: monthly === null ? null : { low: monthly, expected: monthly, high: monthly },
                  annual: null,
                  firstPayment: null,
                  currency: "USD",
                  ...more,
                },
              ],
            },
          ],
        },
      ],
      vendorOf,
    );
  const sums = (totals: ReturnType<typeof totalsOf>) =>
    flat(totals.byVendor).map(({ period, paid, amount: { expected } }) => [period, paid, expected.toFixed()]);

  it("is a year's where the year is paid at once, with the month's share beside it, in no month's sum", () => {
    const yearly = of("25.00", { firstPayment: "300.00" });
    expect(sums(yearly)).toEqual([["year", "fixed", "300"]]);
    expect(yearly.lines[0]?.monthShare).toBe("25.00");
    const quoted = of("1200.00", { annual: { amount: "14400.00" }, quantity: { count: "1", of: "contract" } }, "quote");
    expect(sums(quoted)).toEqual([["year", "fixed", "14400"]]);
  });

  it("is a month's where a year is only offered, and use where it is paid by use", () => {
    expect(sums(of("125.00", { annual: { amount: "1200.00" }, firstPayment: "125.00" }))).toEqual([
      ["month", "fixed", "125"],
    ]);
    expect(sums(of("13.37", { quantity: { count: "1", of: "balance" } }, "top_up"))).toEqual([
      ["month", "use", "13.37"],
    ]);
  });

  it("keeps people of two platforms with one id apart", () => {
    const [one] = fc.sample(decision, { numRuns: 1, seed: 1 });
    if (one === undefined) throw new Error("there is one");
    const with_ = (platform: string) => ({ ...one, supersededBy: null, verdict: null, tenant: { platform, id: "T" } });
    const monthly = { low: "1.00", expected: "1.00", high: "1.00" };
    const line = of("1.00", {}).lines[0];
    expect(line).toBeDefined();
    const lines = ["slack", "discord"].map((platform) => ({
      ...with_(platform),
      bought: [
        {
          budget: "people" as const,
          kind: "seats" as const,
          monthly,
          owner: "<@U1|Ben>",
          picks: [
            {
              row: "a1",
              product: "Team",
              model: null,
              quantity: { count: "1", of: "seat" as const },
              monthly,
              annual: null,
              firstPayment: null,
              currency: "USD",
            },
          ],
        },
      ],
    }));
    expect(totalsOf(lines, vendorOf).byOwner.map(({ key }) => key)).toEqual(["id discord U1", "id slack U1"]);
  });

  it("lists what has no amount with its reason", () => {
    expect(of(null, {}).rest.map(({ reason }) => reason)).toEqual(["no-price"]);
    expect(of(null, {}, "quote").rest.map(({ reason }) => reason)).toEqual(["no-quote"]);
  });
});
