import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, isPlainDate } from "../../pricing/dates.ts";

// The calendar again, by the rule taught at school, so that nothing here leans on the platform's dates.
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;

const write = (year: number, month: number, day: number) =>
  [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");

const year = fc.integer({ min: 1900, max: 2199 });
const month = fc.integer({ min: 1, max: 12 });
const anyDay = fc
  .tuple(year, month, fc.nat(30))
  .map(([y, m, d]) => ({ year: y, month: m, day: 1 + (d % lengthOf(y, m)) }));
const anyDate = anyDay.map((day) => write(day.year, day.month, day.day));

describe("isPlainDate", () => {
  it.each(["2026-01-01", "2026-12-31", "2024-02-29", "2000-02-29", "1999-11-30"])("knows the day %s", (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  it.each([
    ...["2026-02-29", "2026-02-30", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00"],
    ...["2026-1-1", "26-01-01", "2026/01/01", "20260101", "2026-01-01T00:00", " 2026-01-01", "2026-01-01\n", ""],
    ...["today", "-026-01-01", "+2026-01-01", "２０２６-01-01"],
  ])("knows no day %j", (text) => {
    expect(isPlainDate(text)).toBe(false);
  });

  it("agrees with the calendar on any year, month and day", () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (y, m, d) => {
        expect(isPlainDate(write(y, m, d))).toBe(d >= 1 && d <= lengthOf(y, m));
      }),
    );
  });

  it("takes any text without throwing", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isPlainDate(text)).toBeTypeOf("boolean");
      }),
    );
  });
});

describe("addDays", () => {
  it.each([
    ["2026-10-05", 90, "2027-01-03"],
    ["2026-10-05", 60, "2026-12-04"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2024-01-01", 366, "2025-01-01"],
    // Nights on which clocks change in Europe and America have 23 or 25 hours, and are still one day.
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-11-01", 1, "2026-11-02"],
  ])("from %s by %d is %s", (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
  });

  it("steps to the next day of the calendar", () => {
    fc.assert(
      fc.property(anyDay, ({ year: y, month: m, day: d }) => {
        const next = d < lengthOf(y, m) ? write(y, m, d + 1) : m < 12 ? write(y, m + 1, 1) : write(y + 1, 1, 1);
        expect(addDays(write(y, m, d), 1)).toBe(next);
      }),
    );
  });

  it("adds up, and comes back", () => {
    const days = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(anyDate, days, days, (date, one, two) => {
        expect(addDays(addDays(date, one), two)).toBe(addDays(date, one + two));
        expect(addDays(addDays(date, one), -one)).toBe(date);
      }),
    );
  });
});

describe("addMonths", () => {
  it.each([
    ["2026-01-15", 1, "2026-02-15"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-08-31", 1, "2026-09-30"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-10-05", 24, "2028-10-05"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-10", -1, "2025-12-10"],
    ["2026-05-31", 0, "2026-05-31"],
  ])("from %s by %d is %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it("lands in the right month, on the same day or on its last", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), ({ year: y, month: m, day: d }, months) => {
        const count = y * 12 + (m - 1) + months;
        const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
        const to = write(toYear, toMonth, Math.min(d, lengthOf(toYear, toMonth)));
        expect(addMonths(write(y, m, d), months)).toBe(to);
      }),
    );
  });

  it("never turns the order of two days around", () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.integer({ min: 0, max: 600 }), (one, two, months) => {
        const [early, late] = one < two ? [one, two] : [two, one];
        expect(addMonths(early, months) <= addMonths(late, months)).toBe(true);
      }),
    );
  });
});
