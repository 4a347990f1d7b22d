import { describe, expect, it } from "vitest";
import type { RateRow } from "#pricing";
import type { Context } from "../../src/estimate/context.ts";
import { calendarOf, changesOf } from "../../src/estimate/text/calendar.ts";
import { exactly } from "../../src/quantity/band.ts";
import { decimal } from "../../src/quantity/money.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const row = (from: string, until: string | null, input: string, readOn = "2026-10-01"): RateRow => ({
  from,
  until,
  input,
  cached: null,
  write5m: null,
  write1h: null,
  output: input,
  long: null,
  peak: null,
  source: { url: "https://example.com/prices", readOn, evidence: "official_copy" },
  staleAfter: "2026-12-30",
  confidence: "high",
  note: null,
});

/** A market with one invented model of these prices, on 20 November 2026. */
function context(rows: RateRow[]): Context {
  const find = (_: unknown, day: string) => {
    const found = rows.find((each) => (each.from ?? "") <= day && day <= (each.until ?? "9999"));
    return found === undefined ? { unknown: "none" } : { row: found };
  };
  const rates = { ...advisor.rates, rows: () => rows, find };
  return { market: advisor.market, rates, day: exampleDay, vendors: [], chosen: [], commercial: undefined, routes: [] };
}
const monthly = (given: Context) => (day: string) => {
  const found = given.rates.find({ vendor: "x", model: "y" }, day);
  return "row" in found ? exactly(decimal(found.row.input)) : null;
};
const sum = (rows: RateRow[]) => calendarOf(["x:y"], context(rows), monthly(context(rows)));
const usdOf = (rows: RateRow[]) =>
  sum(rows)?.months.map(({ month, usd, announced }) => [month, usd?.expected, announced]);

describe("twelve months of prices", () => {
  it("begin with the next month and add up", () => {
    const year = sum([row("2026-01-01", null, "10")]);
    expect(year?.months[0]?.month).toBe("2026-12");
    expect(year?.months.at(-1)?.month).toBe("2027-11");
    expect(year?.total?.expected).toBe("120");
  });

  it("split the month in which a price changes by its days, and mark it", () => {
    // 16 of 31 days at 10, 15 at 41: 5.161... + 19.838... = 25.
    const months = usdOf([row("2026-01-01", "2027-01-16", "10"), row("2027-01-17", null, "41")]);
    expect(months?.slice(0, 3)).toEqual([
      ["2026-12", "10", false],
      ["2027-01", "25", true],
      ["2027-02", "41", true],
    ]);
  });

  it("end before the month in which a price is not known, were it for one day", () => {
    const split = sum([row("2026-01-01", "2027-01-16", "10"), row("2027-01-18", null, "41")]);
    expect([split?.months.map(({ month }) => month), split?.total?.expected]).toEqual([["2026-12"], "10"]);
    // Ten months, from December to September: October lacks its last day.
    const ending = sum([row("2026-01-01", "2027-10-30", "10")]);
    expect([ending?.months.at(-1)?.month, ending?.total?.expected]).toEqual(["2027-09", "100"]);
    expect(sum([row("2026-01-01", "2026-12-30", "10")])).toEqual({ months: [], total: null });
  });

  it("mark no month for a price that is in force already", () => {
    expect(usdOf([row("2026-11-01", null, "10")])?.some(([, , announced]) => announced)).toBe(false);
    expect(
      usdOf([row("2026-01-01", "2026-12-31", "10"), row("2027-01-01", null, "20", "2027-01-01")])?.some(
        ([, , announced]) => announced,
      ),
    ).toBe(false);
  });
});

describe("changes ahead", () => {
  const on = (rows: RateRow[]) =>
    changesOf(["x:y"], context(rows)).map(({ on: day, announced, text }) => [day, announced, text]);

  it("are those after today and before the last month ends, the earliest first", () => {
    expect(
      on([
        row("2026-01-01", "2026-11-20", "1"),
        row("2026-11-21", "2027-11-29", "2"),
        row("2027-11-30", "2027-11-30", "3"),
        row("2027-12-01", null, "4"),
      ]),
    ).toEqual([
      ["2026-11-21", true, "From this day 1M tokens cost $2 as input and $2 as output."],
      ["2027-11-30", true, "From this day 1M tokens cost $3 as input and $3 as output."],
    ]);
  });

  it("tell the day from which no price is known, unless another follows at once", () => {
    expect(on([row("2026-01-01", "2026-12-31", "1")])).toEqual([
      ["2027-01-01", false, "No price is known from this day on."],
    ]);
    expect(on([row("2026-01-01", "2026-12-31", "1"), row("2027-01-05", null, "2", "2027-02-01")])).toEqual([
      ["2027-01-01", false, "No price is known from this day on."],
      ["2027-01-05", false, "From this day 1M tokens cost $2 as input and $2 as output."],
    ]);
  });
});
