import { describe, expect, it } from "vitest";
import { burnDown } from "../../src/team/burn-down.ts";
import { eventsOf } from "../../src/team/events.ts";
import { type Holding, holdingSchema } from "../../src/team/holding.ts";
import { levelsOf } from "../../src/team/levels.ts";

const month = (amount: string) => ({ by: "month", low: amount, expected: amount, high: amount });
const holding = (lots: object[], use: object | null): Holding =>
  holdingSchema.parse({ product: "OpenAI API", held: { kind: "lots", lots, order: "expiry" }, use });
const march = { amount: "300", bought: "2026-01-01", expires: "2026-03-02" };

describe("what is left of a balance, day by day", () => {
  it("goes down to nothing by what is used", () => {
    // $5 a day.
    const levels = levelsOf(holding([{ ...march, expires: null }], month("150")), "2026-01-01");
    expect(levels[0]).toMatchObject({ on: "2026-01-01" });
    expect(levels[0]?.left.toFixed()).toBe("300");
    expect(levels.at(-1)?.on).toBe("2026-03-02");
    expect(levels.at(-1)?.left.toFixed()).toBe("0");
    const at = levels.find(({ on }) => on === "2026-01-31");
    expect(at?.left.toFixed()).toBe("150");
  });

  it("has two levels on the day on which something expires", () => {
    // $2 a day, for the 60 days until 2 March: $180 of $300 are left then.
    const levels = levelsOf(holding([march], month("60")), "2026-01-01");
    const last = levels.filter(({ on }) => on === "2026-03-02").map(({ left }) => left.toFixed());
    expect(last).toEqual(["180", "0"]);
  });

  it("begins with today, and knows what was used until then", () => {
    const [first] = levelsOf(holding([march], month("60")), "2026-01-11");
    expect([first?.on, first?.left.toFixed()]).toEqual(["2026-01-11", "280"]);
  });

  it("cannot be foreseen where nobody knows the use, nor for seats", () => {
    expect(levelsOf(holding([march], null), "2026-01-01")).toEqual([]);
    const seats = holdingSchema.parse({
      product: "ChatGPT Business",
      held: { kind: "seats", count: 5, price: null, per: "month", renews: "2026-12-01", notice: null },
      use: month("60"),
    });
    expect(levelsOf(seats, "2026-01-01")).toEqual([]);
  });

  it("is shown for two years at most", () => {
    const levels = levelsOf(holding([{ ...march, expires: null }], month("1")), "2026-01-01");
    expect(levels.at(-1)?.on).toBe("2028-01-01");
  });
});

it("what was bought after a balance had run dry runs out later, and is foreseen", () => {
  // $200 from March at $2 a day are gone on 9 June; $300 from November last until 31 March.
  const lots = [
    { amount: "200", bought: "2026-03-01", expires: "2027-01-15" },
    { amount: "300", bought: "2026-11-01", expires: "2027-11-01" },
  ];
  const zeroOn = (day: string) => burnDown(holding(lots, month("60")), day)?.zero?.expected;
  expect(zeroOn("2026-07-01")).toBe("2026-06-09");
  expect(zeroOn("2026-11-21")).toBe("2027-03-31");
  expect(levelsOf(holding(lots, month("60")), "2026-11-21").at(-1)?.on).toBe("2027-03-31");
  expect(eventsOf(holding(lots, month("60")), "2026-11-21").map(({ what, on }) => [what, on])).toContainEqual([
    "zero",
    "2027-03-31",
  ]);
});

it("what is bought on a later day is not held yet, and is there from that day on", () => {
  const lots = [
    { ...march, expires: null },
    { amount: "500", bought: "2026-03-01", expires: null },
  ];
  const held = holding(lots, month("60"));
  expect(burnDown(held, "2026-01-11")?.left.toFixed()).toBe("280");
  // $2 a day: $182 on 28 February.
  const on = (day: string) =>
    levelsOf(held, "2026-01-11")
      .find((level) => level.on === day)
      ?.left.toFixed();
  expect([on("2026-01-11"), on("2026-03-01")]).toEqual(["280", "682"]);
});
