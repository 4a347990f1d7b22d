import { describe, expect, it } from "vitest";
import { dollars, moneyWords, unitWords } from "../../src/quantity/amounts.ts";

const band = (low: string, expected: string, high: string) => ({ low, expected, high });

describe("money in words", () => {
  it.each([
    ["1800", "$1,800.00"],
    ["0.36", "$0.36"],
    ["0.0011965", "$0.0012"],
    ["0", "$0.00"],
    ["59.835", "$59.84"],
  ])("%s that is exact is said to the cent, or to two digits below one", (amount, words) => {
    expect(moneyWords(band(amount, amount, amount))).toBe(words);
  });

  it.each([
    [band("1080", "1800", "3240"), "$1,100 to $3,200, expected $1,800"],
    [band("7.26", "13.3", "19.37"), "$7.30 to $19, expected $13"],
    [band("1000", "1040", "1100"), "$1,000 to $1,100, expected $1,040"],
    [band("1000", "1045", "1101"), "$1,000 to $1,100, expected $1,000"],
    [band("0.001", "0.004", "0.015"), "$0.001 to $0.02, expected $0.004"],
    [band("0", "0", "280"), "$0 to $280, expected $0"],
  ])("%j has no more digits than it deserves", (range, words) => {
    expect(moneyWords(range)).toBe(words);
  });

  it("is in another currency only by its code", () => {
    expect(moneyWords(band("1.5", "1.5", "1.5"), "EUR")).toBe("EUR 1.50");
    expect(dollars("1234.5", 3)).toBe("$1,230");
  });
});

describe("units in words", () => {
  it("are whole where they are known, and rounded where they are a range", () => {
    expect(unitWords("600000000", "600000000", "600000000")).toBe("600,000,000");
    expect(unitWords("360", "600", "1080")).toBe("360 to 1,100, expected 600");
    expect(unitWords("9.6", "9.6", "9.6")).toBe("9.6");
  });
});
