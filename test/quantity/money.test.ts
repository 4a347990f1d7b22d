import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, formatAmount, formatMoney } from "../../src/quantity/money.ts";

const dollars = (amount: string) => formatMoney({ amount: decimal(amount), currency: "USD" });

/** Any whole number of thousandths, up to a thousand million millions. */
const thousandths = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

function write(count: bigint, places: number): string {
  const digits = String(count < 0n ? -count : count).padStart(places + 1, "0");
  return `${count < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

describe("decimal", () => {
  it.each(["0", "8.80", "12000", "-3.5", "0.000000000000000001", "123456789012345678901234567890.12"])(
    "reads %s exactly",
    (text) => {
      expect(decimal(text).eq(text)).toBe(true);
    },
  );

  it.each([
    ...["", " ", " 1", "1 ", "1\n", "\t2", "1 000"],
    ...["1e3", "1E3", "1e-7", "NaN", "Infinity", "-Infinity", "null"],
    ...[".5", "5.", "+1", "--1", "1.2.3", "1,000", "1,5", "0x10", "$5", "٣", "１"],
  ])("refuses %j", (text) => {
    expect(() => decimal(text)).toThrow();
  });

  it.each([0.1, 8.8, Number.NaN, 1e21])("refuses the float %d, which types alone cannot keep out of JSON", (float) => {
    expect(() => decimal(float as unknown as string)).toThrow();
  });

  it("adds without the error that floats have", () => {
    expect(decimal("0.1").plus(decimal("0.2")).toFixed()).toBe("0.3");
  });
});

describe("formatMoney", () => {
  it.each([
    ["0", "$0.00"],
    ["8.8", "$8.80"],
    ["0.004", "$0.00"],
    ["0.005", "$0.01"],
    ["0.00499999999999999999", "$0.00"],
    // In floats 1.005 lies a little under its half cent, and 1.00 would come out.
    ["1.005", "$1.01"],
    ["2.675", "$2.68"],
    ["0.125", "$0.13"],
    ["0.135", "$0.14"],
    ["9.995", "$10.00"],
    ["999.995", "$1,000.00"],
    ["999", "$999.00"],
    ["1000", "$1,000.00"],
    ["1234567.891", "$1,234,567.89"],
    ["-5", "-$5.00"],
    ["-1234.5", "-$1,234.50"],
    ["-0.005", "-$0.01"],
  ])("writes %s dollars as %s", (amount, text) => {
    expect(dollars(amount)).toBe(text);
  });

  it("puts the code of any other currency in front", () => {
    expect(formatMoney({ amount: decimal("1234.5"), currency: "EUR" })).toBe("EUR 1,234.50");
    expect(formatMoney({ amount: decimal("-5"), currency: "JPY" })).toBe("-JPY 5.00");
  });

  it("writes no sign before an amount that rounds to nothing", () => {
    expect(dollars("-0.004")).toBe("$0.00");
    expect(dollars("-0")).toBe("$0.00");
  });

  it("is the nearest cent, halves away from zero, for any amount", () => {
    fc.assert(
      fc.property(
        thousandths.filter((count) => count >= 5n || count <= -5n),
        (count) => {
          // The same in whole numbers: no decimals, no library.
          const size = count < 0n ? -count : count;
          const cents = (size + 5n) / 10n;
          const whole = (cents / 100n).toLocaleString("en-US");
          const expected = `${count < 0n ? "-" : ""}$${whole}.${String(cents % 100n).padStart(2, "0")}`;
          expect(dollars(write(count, 3))).toBe(expected);
        },
      ),
    );
  });
});

describe("formatAmount", () => {
  it.each([
    ["660", "660"],
    ["8.80", "8.8"],
    ["100", "100"],
    ["1000", "1,000"],
    ["12000.50", "12,000.5"],
    ["1234567.000", "1,234,567"],
    ["0.000001", "0.000001"],
    ["0.0000000000001234", "0.0000000000001234"],
    ["-1234.50", "-1,234.5"],
    ["-999", "-999"],
  ])("writes %s as %s", (amount, text) => {
    expect(formatAmount(decimal(amount))).toBe(text);
  });

  it("loses nothing: without its separators it reads back as the same amount", () => {
    const places = fc.integer({ min: 1, max: 18 });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), places, (count, decimals) => {
        const amount = decimal(write(count, decimals));
        expect(decimal(formatAmount(amount).replaceAll(",", "")).eq(amount)).toBe(true);
      }),
    );
  });
});
