import { describe, expect, it } from "vitest";
import { createDedupe } from "#core";

describe("what was seen", () => {
  it("is known for as long as it lasts, from when it was seen first", () => {
    let clock = 0;
    const seen = createDedupe(1_000, 10, () => clock);
    expect([seen("a"), seen("a"), seen("b")]).toEqual([false, true, false]);
    clock = 999;
    expect(seen("a")).toBe(true);
    clock = 1_000;
    expect([seen("a"), seen("a")]).toEqual([false, true]);
  });

  it("is forgotten, the oldest first, where there is too much of it", () => {
    const seen = createDedupe(1_000, 3, () => 0);
    expect(["a", "b", "c"].map(seen)).toEqual([false, false, false]);
    expect([seen("d"), seen("d")]).toEqual([false, true]);
    expect(seen("a")).toBe(false);
  });
});
