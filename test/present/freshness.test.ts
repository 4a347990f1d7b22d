import { describe, expect, it } from "vitest";
import { freshnessBlocks, freshnessLine } from "../../src/present/freshness.ts";

const vendor = (name: string, fresh: number, stale: number) => ({ id: name.toLowerCase(), name, fresh, stale });
const some = {
  fresh: 9,
  stale: 7,
  vendors: [vendor("A", 3, 1), vendor("B", 4, 0), vendor("C", 1, 3), vendor("D", 0, 2), vendor("E", 1, 1)],
};

describe("how much is fresh", () => {
  it("is one line that names where most is to be checked", () => {
    expect(freshnessLine(some)).toBe("9 of 16 facts are fresh. Most to check: C 3, D 2, A 1.");
    expect(freshnessLine({ fresh: 4, stale: 0, vendors: [vendor("B", 4, 0)] })).toBe("All 4 facts are fresh.");
  });

  it("is a table by vendor on demand, the most to check first, without those that have nothing to check", () => {
    const [, table, rest] = freshnessBlocks(some);
    expect(table).toMatchObject({
      rows: [
        ["C", "1", "3"],
        ["D", "0", "2"],
        ["A", "3", "1"],
        ["E", "1", "1"],
      ],
    });
    expect(rest).toMatchObject({ text: "All fresh: B." });
    expect(freshnessBlocks({ fresh: 4, stale: 0, vendors: [vendor("B", 4, 0)] })).toHaveLength(1);
  });
});
