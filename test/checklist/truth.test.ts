import { describe, expect, it } from "vitest";
import { and, not, type Truth } from "../../src/checklist/truth.ts";

describe("three values", () => {
  it.each<[Truth, Truth, Truth]>([
    [true, true, true],
    [true, false, false],
    [true, undefined, undefined],
    [false, true, false],
    [false, false, false],
    // What is false is false, whatever the rest turns out to be.
    [false, undefined, false],
    [undefined, true, undefined],
    [undefined, false, false],
    [undefined, undefined, undefined],
  ])("make %s and %s into %s", (left, right, both) => {
    expect(and(left, right)).toBe(both);
  });

  it("turn around, but for the unknown", () => {
    expect([not(true), not(false), not(undefined)]).toEqual([false, true, undefined]);
  });
});
