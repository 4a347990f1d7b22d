import { describe, expect, it, vi } from "vitest";
import { libraryRows } from "../../pricing/rates/library.ts";
import { type Newer, newerSchema, updateOf, withNewer } from "../../pricing/rates/newer.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { type Taken, takeNewer } from "../../pricing/rates/take-newer.ts";
import { type DataModel, dataWith, dataWithNew, shippedData } from "./price-data.ts";

const today = "2026-11-21";
/** A model that our own rows say nothing of. */
const known = "gpt-4-turbo";
const ours = openRates();

function take(data: unknown, { on = today, newer = null }: { on?: string; newer?: Newer | null } = {}): Taken {
  const taken = takeNewer(data, on, {
    newer,
    rows: withNewer(libraryRows, newer),
    isOurs: (ref) => ours.isOwn(ref, on),
  });
  if ("problem" in taken) throw new Error(taken.problem);
  // What is kept can be read again.
  return { ...taken, newer: newerSchema.parse(JSON.parse(JSON.stringify(taken.newer))) };
}
const priceOf = (newer: Newer | null, model: string, day: string) => {
  const found = openRates(undefined, undefined, newer).find({ vendor: "openai", model }, day);
  return "row" in found ? found.row : undefined;
};
const set = (prices: unknown) => (model: DataModel) => {
  model.prices = prices;
};
const was = { input_mtok: 10, output_mtok: 30 };

describe("newer data of the library that says the same", () => {
  const taken = take(shippedData());

  it("changes, adds, refuses and misses nothing", () => {
    expect(taken).toMatchObject({ changed: [], added: [], gone: [], newer: { rates: [], refused: [] } });
    expect(taken.newer.same.length).toBeGreaterThan(100);
  });

  it("renews the prices that it says, as a third party's", () => {
    expect(priceOf(null, known, today)?.staleAfter).toBe("2026-12-21");
    expect(priceOf(taken.newer, known, today)).toMatchObject({
      input: "10",
      confirmed: { on: today, evidence: "third_party" },
      staleAfter: "2027-02-19",
    });
  });
});

describe("a price that changed", () => {
  const taken = take(dataWith(known, set({ ...was, input_mtok: 8 })));

  it("holds from the day on which it was seen, and the old one until the day before", () => {
    expect(taken).toMatchObject({ changed: [`openai:${known}`], added: [], gone: [] });
    expect([priceOf(taken.newer, known, "2026-11-20")?.input, priceOf(taken.newer, known, today)?.input]).toEqual([
      "10",
      "8",
    ]);
    expect(priceOf(taken.newer, `${known}-2026-11-01`, today)?.input).toBe("8");
  });

  it("is told with its day and by whose data, and shows the page that ships", () => {
    expect(priceOf(taken.newer, known, today)).toMatchObject({
      updated: true,
      source: {
        readOn: today,
        evidence: "third_party",
        url: libraryRows({ vendor: "openai", model: known })[0]?.source.url,
      },
    });
    expect(updateOf(taken.newer)).toEqual({
      readOn: today,
      changed: { on: today, models: [`openai:${known}`] },
      refused: [],
    });
  });

  it("stays when it is said again, and counts as read again", () => {
    const again = take(dataWith(known, set({ ...was, input_mtok: 8 })), { on: "2026-11-25", newer: taken.newer });
    expect(again.changed).toEqual([]);
    expect(updateOf(again.newer)).toMatchObject({ readOn: "2026-11-25", changed: { on: today } });
    expect(priceOf(again.newer, known, "2026-11-25")).toMatchObject({ input: "8", confirmed: { on: "2026-11-25" } });
  });

  it("may change again, each from its own day", () => {
    const again = take(dataWith(known, set({ ...was, input_mtok: 6 })), { on: "2026-11-25", newer: taken.newer });
    const inputs = ["2026-11-20", today, "2026-11-24", "2026-11-25"].map(
      (day) => priceOf(again.newer, known, day)?.input,
    );
    expect(inputs).toEqual(["10", "8", "8", "6"]);
  });

  it.each([
    ["counts from its own day, where that is later than what we read last", "2026-11-10", "2026-11-10"],
    ["counts from today, where it is said to be older than what we read", "2025-01-01", today],
  ])("%s", (_, start, from) => {
    const prices = [{ prices: was }, { constraint: { start_date: start }, prices: { ...was, input_mtok: 8 } }];
    expect(priceOf(take(dataWith(known, set(prices))).newer, known, today)).toMatchObject({ input: "8", from });
  });

  it("is kept for its day where it is announced", () => {
    const prices = [{ prices: was }, { constraint: { start_date: "2027-01-01" }, prices: { ...was, input_mtok: 12 } }];
    const { newer, changed } = take(dataWith(known, set(prices)));
    expect(changed).toEqual([`openai:${known}`]);
    expect(["2026-12-31", "2027-01-01"].map((day) => priceOf(newer, known, day)?.input)).toEqual(["10", "12"]);
  });
});

describe("what is not believed", () => {
  it.each([
    ["a price times 100", { input_mtok: 1_000, output_mtok: 3_000 }],
    ["a price times 10 in one field alone", { input_mtok: 10, output_mtok: 200, cache_read_mtok: 5 }],
    ["a price for a thousand tokens", { input_mtok: 0.01, output_mtok: 0.03 }],
    ["a price of nothing", { input_mtok: 0, output_mtok: 0 }],
    ["output cheaper than input", { input_mtok: 10, output_mtok: 4 }],
    ["a cache dearer than input", { ...was, cache_read_mtok: 11 }],
    [
      "a long request that costs ten times as much",
      { ...was, input_mtok: { base: 10, tiers: [{ start: 9, price: 100 }] } },
    ],
    [
      "a jump that is announced",
      [{ prices: was }, { constraint: { start_date: "2027-01-01" }, prices: { input_mtok: 60, output_mtok: 180 } }],
    ],
  ])("%s is told, and the old price stays", (_, prices) => {
    const { newer, changed } = take(dataWith(known, set(prices)));
    expect([changed, newer.rates, newer.refused.map(({ model }) => model)]).toEqual([[], [], [`openai:${known}`]]);
    expect(newer.same).not.toContain(`openai:${known}`);
    expect(priceOf(newer, known, today)).toMatchObject({ input: "10", staleAfter: "2026-12-21" });
  });

  it("is a jump only beyond five times", () => {
    const input = (times: number) =>
      take(dataWith(known, set({ input_mtok: 10 * times, output_mtok: 30 * times }))).newer;
    expect([5, 5.1, 0.2, 0.19].map((times) => input(times).refused.map(({ why }) => why))).toEqual([
      [],
      ["jump"],
      [],
      ["jump"],
    ]);
  });

  it("is a name that two models have", () => {
    const twin = { id: "gpt-9", match: { or: [{ equals: "gpt-9" }, { equals: known }] }, prices: was };
    expect(take(dataWithNew(twin)).newer.refused).toEqual([{ model: "openai:gpt-9", why: "name" }]);
  });

  it.each([
    ["no list", { models: [] }],
    ["nothing", null],
    ["an empty list", []],
    ["half of it", shippedData().map((each) => ({ ...each, models: each.models.slice(0, each.models.length / 3) }))],
    ["a vendor less", shippedData().filter(({ id }) => id !== "google")],
  ])("is the whole, where it is %s", (_, data) => {
    expect(() => take(data)).toThrow();
  });

  it("is a model of an unknown form, as if it were not there", () => {
    for (const prices of [
      "10",
      { input_mtok: "10" },
      { input_mtok: -1, output_mtok: 1 },
      [{ prices: was, constraint: { start_date: "soon" } }],
    ]) {
      const { gone, newer } = take(dataWith(known, set(prices)));
      expect(gone).toEqual([`openai:${known}`]);
      expect(priceOf(newer, known, today)?.input).toBe("10");
    }
  });
});

describe("models that come and go", () => {
  it("keep their last price, which ages, when the data names them no more", () => {
    const data = shippedData().map((each) => ({ ...each, models: each.models.filter(({ id }) => id !== known) }));
    const { gone, newer } = take(data);
    expect(gone).toEqual([`openai:${known}`]);
    expect(priceOf(newer, known, today)).toMatchObject({ input: "10", staleAfter: "2026-12-21" });
  });

  const fresh = { id: "gpt-7", match: { or: [{ equals: "gpt-7-latest" }, { starts_with: "gpt-7" }] }, prices: was };

  it("have a price from the day on which they are seen, by their exact names alone", () => {
    const { added, newer } = take(dataWithNew(fresh));
    expect(added).toEqual(["openai:gpt-7"]);
    expect(["gpt-7", "gpt-7-latest", "gpt-7-20261120"].map((name) => priceOf(newer, name, today)?.input)).toEqual([
      "10",
      "10",
      "10",
    ]);
    expect([priceOf(newer, "gpt-7", "2026-11-20"), priceOf(newer, "gpt-7-mini", today)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("run no pattern of the data", () => {
    const exec = vi.spyOn(RegExp.prototype, "test");
    take(dataWithNew({ id: "gpt-8", match: { regex: "^(a+)+$" }, prices: was }));
    expect(exec.mock.contexts.map(String)).not.toContain("/^(a+)+$/");
    exec.mockRestore();
  });

  it("stay ours where we read their price", () => {
    const name = ours.models.find((each) => each.startsWith("openai:")) ?? "";
    const model = { id: name.slice("openai:".length), match: { equals: "x" }, prices: was };
    const { added, changed } = take(dataWithNew(model));
    expect([added, changed]).toEqual([[], []]);
  });
});
