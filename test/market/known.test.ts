import { describe, expect, it } from "vitest";
import { type Advisor, answerEstimate, lookUpAdvice, openAdvisorThen } from "#core";
import type { Row } from "#pricing";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { firstDay, knownOn } from "../../src/market/known.ts";

const catalogue = openCatalogue();
const rates = openRates();
const first = firstDay(catalogue) ?? "";

/** One row with these days. */
function rowOf(days: { from?: string; until?: string; readOn?: string | null }): Row {
  const [some] = catalogue.rows;
  if (some === undefined) throw new Error("there is no row");
  const { from = null, until = null, readOn = null } = days;
  return { ...some, from, until, source: { ...some.source, readOn } };
}
const knows = (row: Row, day: string) => knownOn({ ...catalogue, rows: [row], connections: [] }, day).rows.length === 1;

describe("a row", () => {
  it.each([
    ["is not known before it was read", { readOn: "2026-05-05" }, "2026-05-04", false],
    ["is known on the day of its reading", { readOn: "2026-05-05" }, "2026-05-05", true],
    ["is not known before it was sold", { from: "2026-09-01", readOn: "2026-08-01" }, "2026-08-31", false],
    [
      "is known since it was sold, though it was read later",
      { from: "2026-04-01", readOn: "2026-08-01" },
      "2026-04-01",
      true,
    ],
    [
      "that was over when it was read is known of the time before",
      { until: "2026-03-31", readOn: "2026-08-01" },
      "2026-03-01",
      true,
    ],
    ["that nobody has read on a known day is known", { readOn: null }, "2020-01-01", true],
  ])("%s", (_, days, day, known) => expect(knows(rowOf(days), day)).toBe(known));
});

describe("the advisor of a day long past", () => {
  it("says from which day on it can answer, and nothing else", () => {
    const [before, then] = ["2020-01-01", first].map((day) => openAdvisorThen(catalogue, rates, day));
    expect(before).toEqual({ problem: expect.stringMatching(new RegExp(`2020-01-01.*${first}`)) });
    expect(then).not.toHaveProperty("problem");
  });

  it.each([first, "2026-01-31", "2026-06-10", "2026-09-15"])(
    "answers on %s with nothing that was read later",
    (day) => {
      const advisor = openAdvisorThen(catalogue, rates, day) as Advisor;
      const found = lookUpAdvice({ job: "both", audience: "team", output: ["text", "video"], seats: 5 }, advisor);
      const work = { kind: "media", output: "video", accepted: 20, acceptanceRate: 0.4, seconds: 8, audio: true };
      const priced = answerEstimate(advisor, { workload: work });
      const days = [...JSON.stringify([found, priced]).matchAll(/"readOn":"([\d-]+)"/g)].map(([, each]) => each ?? "");
      // What is known by its own days may have been read later.
      const dated = advisor.market.catalogue.rows.filter((row) => row.from !== null || row.until !== null);
      const sold = new Set(dated.map((row) => row.source.readOn));
      expect(days.filter((each) => each > day && !sold.has(each))).toEqual([]);
    },
  );

  it("has no reading of a later day, and counts nothing as confirmed by one", () => {
    const day = "2026-10-01";
    const { rows, connections } = knownOn(catalogue, day);
    const late = [...rows, ...connections].filter(
      ({ readings = [], confirmed }) => readings.some(({ on }) => on > day) || (confirmed?.on ?? "") > day,
    );
    expect(late).toEqual([]);
    // There is something to leave out.
    expect(catalogue.rows.some(({ readings = [] }) => readings.some(({ on }) => on > day))).toBe(true);
  });

  it("has no connection between rows that it does not know", () => {
    const { rows, connections } = knownOn(catalogue, "2026-06-10");
    const ids = new Set(rows.map((row) => row.id));
    expect(connections.filter((edge) => !ids.has(edge.from) || (edge.readOn ?? "") > "2026-06-10")).toEqual([]);
  });
});
