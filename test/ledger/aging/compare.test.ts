import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#pricing";
import { announcedAhead, announcedFor } from "../../../src/ledger/aging/announced.ts";
import { differences, stateOf } from "../../../src/ledger/aging/changes.ts";
import { compare } from "../../../src/ledger/aging/compare.ts";
import type { Basis, BasisMoney } from "../../../src/purchase/basis.ts";
import { evaluate } from "../../../src/purchase/evaluate.ts";
import { anyAnswers } from "../../advice/answers-arbitrary.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { advisors, withRow } from "./other-facts.ts";

const month = (expected: string, more: Partial<BasisMoney> = {}): BasisMoney => ({
  low: expected,
  expected,
  high: expected,
  currency: "USD",
  period: "month",
  ...more,
});

const balance = {
  row: "a-plan",
  product: "A Plan",
  price: { amount: "20", currency: "USD", period: "month", kind: "list", per: "account" } as const,
  unit: { answer: "message", text: "messages" },
  expiry: { answer: "x", text: "Each month." },
  whenEmpty: { answer: null, text: "It waits." },
  sold: true,
};

const pick = { row: "a-plan", product: "A Plan", model: null, count: "2" };
const basis = (more: Partial<Basis> = {}): Basis => ({
  on: exampleDay,
  facts: {},
  routes: ["app_subscription"],
  buys: [{ budget: "people", kind: "subscribe", picks: [pick], money: month("40") }],
  balances: [balance],
  edges: [{ from: "a", to: "b", status: "separate" }],
  rates: [{ model: "v:m", input: "1", cached: null, output: "2" }],
  rules: ["BD-01"],
  ...more,
});

const paying = (money: BasisMoney | null, more: Partial<Basis> = {}) =>
  basis({ buys: [{ budget: "people", kind: "subscribe", picks: [pick], money }], ...more });
const abouts = (then: Basis, now: Basis, share = "0.1") => compare(then, now, share)?.map(({ about }) => about) ?? null;
const priced = (amount: string) => [{ ...balance, price: { ...balance.price, amount } }];

describe("what is worth telling of a decision", () => {
  it.each<[string, Basis, string[]]>([
    ["another route", basis({ routes: ["api_meter"] }), ["routes"]],
    ["no route any more", basis({ routes: [] }), ["routes"]],
    [
      "another kind of buying",
      basis({ buys: [{ budget: "people", kind: "seats", picks: [pick], money: month("40") }] }),
      ["buy"],
    ],
    [
      "another number",
      basis({ buys: [{ budget: "people", kind: "subscribe", picks: [{ ...pick, count: "3" }], money: month("40") }] }),
      ["buy"],
    ],
    ["something that stands against it", basis({ rules: ["BD-01", "BD-02"] }), ["rule"]],
    ["something that stood against it", basis({ rules: [] }), ["rule"]],
    ["that it is not sold", basis({ balances: [{ ...balance, sold: false }] }), ["sold"]],
    ["another expiry", basis({ balances: [{ ...balance, expiry: { answer: "y", text: "Each week." } }] }), ["expiry"]],
    ["another unit", basis({ balances: [{ ...balance, unit: { answer: "credit", text: "credits" } }] }), ["unit"]],
    [
      "what no page answers, in other words",
      basis({ balances: [{ ...balance, whenEmpty: { answer: null, text: "It stops." } }] }),
      ["whenEmpty"],
    ],
    ["that two balances are one", basis({ edges: [{ from: "a", to: "b", status: "connected" }] }), ["edge"]],
    ["money that is not known any more", paying(null), ["money"]],
    ["money of another currency", paying(month("40", { currency: "EUR" })), ["money"]],
    ["money of another kind", paying(month("40", { period: "first payment" })), ["money"]],
  ])("is %s", (_, now, told) => expect(abouts(basis(), now)).toEqual(told));

  it.each<[string, Basis]>([
    [
      "other words for the same expiry",
      basis({ balances: [{ ...balance, expiry: { answer: "x", text: "Every month." } }] }),
    ],
    ["another day", basis({ on: "2027-11-20" })],
    ["other facts alone", basis({ facts: { "row z": "1" } })],
    ["an amount in other digits", paying(month("40.00"), { balances: priced("20.0") })],
    ["a price within money that moved less than its share", paying(month("41"), { balances: priced("20.5") })],
    [
      "a rate within money that did not move",
      basis({ rates: [{ model: "v:m", input: "9", cached: null, output: "9" }] }),
    ],
    ["what an older program did not work out", basis({ buys: null })],
  ])("is not %s", (_, now) => expect(abouts(basis(), now)).toBeNull());

  it("is a price or a rate by itself where no money is known, by the same share", () => {
    const [then, bit, much] = ["20", "21", "30"].map((amount) => paying(null, { balances: priced(amount) }));
    expect([abouts(then as Basis, bit as Basis), abouts(then as Basis, much as Basis)]).toEqual([null, ["price"]]);
    const rate = (input: string) => paying(null, { rates: [{ model: "v:m", input, cached: null, output: "2" }] });
    expect([abouts(rate("1"), rate("1.05")), abouts(rate("1"), rate("2"))]).toEqual([null, ["rate"]]);
  });

  it("comes with everything else that is different, before and after", () => {
    const now = basis({ routes: ["api_meter"], balances: priced("21"), buys: paying(month("42")).buys });
    expect(abouts(basis(), now)).toEqual(["routes", "money", "price"]);
  });

  const cents = fc.integer({ min: 1, max: 100_000 }).map((amount) => (amount / 100).toFixed(2));
  it("is money exactly where it moved by more than the share of what it was, up or down", () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 100 }), (before, after, percent) => {
        const moved =
          Math.abs(Number(after) * 100 - Number(before) * 100) * 100 > Number(before) * 100 * percent + 1e-6;
        const told = compare(paying(month(before)), paying(month(after)), (percent / 100).toFixed(2));
        expect(told !== null).toBe(moved);
      }),
    );
  });
});

describe("two states of a decision", () => {
  const day = advisorOn(exampleDay);
  const dearer = advisors(
    withRow("openai-chatgpt-plus", (row) => {
      row.price.amount = "90";
    }),
  )(exampleDay);

  const shuffled = (given: Basis, order: (many: readonly unknown[]) => unknown[]): Basis => ({
    ...given,
    buys: order(given.buys ?? []) as Basis["buys"],
    balances: order(given.balances) as Basis["balances"],
    edges: order(given.edges) as Basis["edges"],
    rates: order(given.rates) as Basis["rates"],
    rules: order(given.rules) as Basis["rules"],
    facts: Object.fromEntries(order(Object.entries(given.facts)) as [string, string][]),
  });

  it("are told the same in whatever order anything stands in them, under one key", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const [then, now] = [evaluate(day, answers, exampleDay), evaluate(dearer, answers, exampleDay)];
        const reversed = (many: readonly unknown[]) => [...many].reverse();
        const one = differences(then, now);
        const other = differences(shuffled(then, reversed), shuffled(now, reversed));
        expect(other).toEqual(one);
        expect(stateOf([...one].reverse())).toBe(stateOf(one));
      }),
      { numRuns: 60 },
    );
  });

  it("tell two balances once, also where pages contradict each other, and nothing while both still do", () => {
    const contradicted = { job: "both" as const, vendor: ["anthropic-claude-ultra", "kimi-business"] };
    const [then, now] = [evaluate(day, contradicted, exampleDay), evaluate(dearer, contradicted, exampleDay)];
    expect(then.edges.filter(({ from }) => from === "anthropic-claude-ultra")).toEqual([
      { from: "anthropic-claude-ultra", to: "anthropic-api-prepaid", status: "contradicted" },
    ]);
    expect(compare(then, now, "0")).toBeNull();
  });

  it("are nothing to be told while the facts are the same, whatever the day", () => {
    fc.assert(
      fc.property(anyAnswers, fc.integer({ min: 1, max: 400 }), (answers, days) => {
        const later = advisorOn(addDays(exampleDay, days));
        const [then, now] = [evaluate(day, answers, exampleDay), evaluate(later, answers, exampleDay)];
        const same = Object.entries(then.facts).every(([fact, digest]) => (now.facts[fact] ?? digest) === digest);
        // What is left is what was announced, and its day has passed.
        if (same && !("expires_on" in answers)) expect(compare(then, now, "0")).toBeNull();
      }),
      { numRuns: 150 },
    );
  });
});

describe("a page that only became old", () => {
  const { answers } = JSON.parse(
    readFileSync(new URL("../../examples/119-claude-max-api-credit-fresh.json", import.meta.url), "utf8"),
  );
  const [then, later] = ["2026-11-20", "2027-05-20"];

  it("would change an outcome by itself, and changes nothing that was decided while it was fresh", () => {
    const decided = evaluate(advisorOn(then), answers, then);
    expect(compare(decided, evaluate(advisorOn(later), answers, later), "0")).not.toBeNull();
    expect(compare(decided, evaluate(advisorOn(later), answers, then), "0")).toBeNull();
  });
});

describe("what is announced in the shipped facts", () => {
  const using = (model: string) => ({ buys: [], rates: [{ model, input: "1", cached: null, output: "1" }] });
  const ahead = (day: string) => announcedAhead(advisorOn(day));

  it.each([
    ["google:gemini-3.8-flash", "2026-11-20", "rate", "2027-01-01"],
    ["google:gemini-4-argon", "2026-11-20", "rate", "2026-12-01"],
    ["openai:gpt-5-mini", "2026-11-20", "rate-end", "2026-12-11"],
  ])("is that of %s", (model, day, is, on) => {
    expect(announcedFor(using(model), ahead(day))).toMatchObject([{ is, on }]);
  });

  it("is that a model of pictures leaves its product, to those who use that model", () => {
    const buys = (model: string) => ({
      rates: [],
      buys: [
        {
          budget: "program" as const,
          kind: "pay_as_you_go" as const,
          money: null,
          picks: [{ row: "openai-image-api", product: "x", model, count: "1" }],
        },
      ],
    });
    expect(announcedFor(buys("gpt-image-1.5, high"), ahead("2026-11-20"))).toMatchObject([
      { is: "model-end", on: "2026-12-01" },
    ]);
    expect(announcedFor(buys("gpt-image-2"), ahead("2026-11-20"))).toEqual([]);
  });

  it("is over when its day has come", () => {
    expect(announcedFor(using("openai:gpt-5-mini"), ahead("2026-12-11"))).toEqual([]);
  });
});
