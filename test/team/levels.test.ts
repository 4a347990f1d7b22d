import { describe, expect, it } from "vitest";
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
