import { expect, it } from "vitest";
import { balanceChart } from "../../src/present/balance-chart.ts";
import { holdingSchema } from "../../src/team/holding.ts";

const use = { by: "month", low: "30", expected: "60", high: "90" };
const lots = (...lots: object[]) =>
  holdingSchema.parse({ product: "OpenAI API", held: { kind: "lots", lots, order: "expiry" }, use });

/** Where something expires on the chart, and what it says. */
function expiries(...given: Parameters<typeof balanceChart>) {
  const chart = balanceChart(...given);
  if (chart?.form !== "lines") throw new Error("there is a line");
  return chart.marks.filter(({ kind }) => kind === "loss").map(({ x, label }) => [x, label]);
}

it("tells once what expires on a day, all lots of that day together", () => {
  // $2 a day for 60 days: of $200 and $100, $180 are left on 2 March.
  const held = lots(
    { amount: "200", bought: "2026-01-01", expires: "2026-03-02" },
    { amount: "100", bought: "2026-01-01", expires: "2026-03-02" },
  );
  expect(expiries(held, "2026-01-01")).toEqual([["60", expect.stringContaining("$180")]]);
});

it("tells of no expiry where nothing is left to expire at the expected use", () => {
  // $100 are used by 20 February; only at half that use would some of it expire on 2 March.
  const held = lots(
    { amount: "100", bought: "2026-01-01", expires: "2026-03-02" },
    { amount: "300", bought: "2026-01-01", expires: "2026-12-31" },
  );
  expect(expiries(held, "2026-01-01").map(([x]) => x)).toEqual([]);
});
