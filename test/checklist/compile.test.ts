import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, type Evidence } from "../../src/checklist/compile.ts";
import {
  all,
  always,
  any,
  type Condition,
  derived,
  eq,
  fact,
  gte,
  has,
  known,
  listed,
  not,
  onlyExplained,
  routed,
  vendor,
  words,
  workload,
} from "../../src/checklist/condition.ts";
import type { FactId } from "../../src/checklist/ids.ts";
import type { Truth } from "../../src/checklist/truth.ts";
import { anyEvidence, anyTree, judge } from "./reference.ts";

/** Nothing is asked, known or found, but for what a test says. */
function evidence(given: Partial<Evidence> = {}): Evidence {
  return {
    asked: () => false,
    options: () => undefined,
    count: () => undefined,
    known: () => false,
    vendor: () => false,
    derived: () => false,
    fact: () => false,
    listed: () => false,
    routed: () => false,
    workload: () => false,
    words: () => false,
    ...given,
  };
}

const truths: Truth[] = [true, false, undefined];
const places: FactId[] = ["two_vendors", "plan_chosen", "unit_unknown"];

/** Every way to give three values to this many parts. */
function waysOf(parts: number): Truth[][] {
  if (parts === 0) return [[]];
  return waysOf(parts - 1).flatMap((way) => truths.map((truth) => [...way, truth]));
}

const rows = [0, 1, 2, 3].flatMap(waysOf);
const parts = (way: Truth[]) => way.map((_, at): Condition => fact(places[at] as FactId));
const where = (way: Truth[]) => evidence({ fact: (name) => way[places.indexOf(name)] });

describe("compile, on all, any and not", () => {
  it("holds an all when every part does, and drops it when one part does", () => {
    expect(rows).toHaveLength(1 + 3 + 9 + 27);
    for (const way of rows) {
      const expected = way.includes(false) ? false : way.includes(undefined) ? undefined : true;
      expect(compile(all(...parts(way)))(where(way)), `all of ${way}`).toBe(expected);
    }
  });

  it("holds an any when one part does, and drops it when every part does", () => {
    for (const way of rows) {
      const expected = way.includes(true) ? true : way.includes(undefined) ? undefined : false;
      expect(compile(any(...parts(way)))(where(way)), `any of ${way}`).toBe(expected);
    }
  });

  it("turns true and false around, and leaves the unknown unknown", () => {
    expect(truths.map((truth) => compile(not(fact("two_vendors")))(where([truth])))).toEqual([false, true, undefined]);
  });
});

describe("compile, on an answer", () => {
  const asking = (asked: Truth, given: Partial<Evidence>) => evidence({ asked: () => asked, ...given });
  const isCode = compile(eq("job", "code", "both"));
  const makesMedia = compile(has("output", "image", "video"));
  const isTeam = compile(gte("seats", 5));

  it.each<[string, readonly string[] | undefined, Truth]>([
    ["one of the options", ["both"], true],
    ["another option", ["person"], false],
    ["nothing", undefined, undefined],
    ["no option at all", [], false],
  ])("compares a single answer that is %s", (_, held, expected) => {
    expect(isCode(asking(true, { options: () => held }))).toBe(expected);
  });

  it.each<[string, readonly string[] | undefined, Truth]>([
    ["one of them among others", ["text", "video"], true],
    ["others only", ["text", "code"], false],
    ["nothing", undefined, undefined],
  ])("looks in a list that has %s", (_, held, expected) => {
    expect(makesMedia(asking(true, { options: () => held }))).toBe(expected);
  });

  it.each<[number | undefined, Truth]>([
    [4, false],
    [5, true],
    [6, true],
    [undefined, undefined],
  ])("compares the number %s with five", (count, expected) => {
    expect(isTeam(asking(true, { count: () => count }))).toBe(expected);
  });

  it("is false, not unknown, when the question is not asked", () => {
    for (const test of [isCode, makesMedia, isTeam]) {
      expect(test(asking(false, {}))).toBe(false);
      // An answer from before, to a question that no longer applies, does not count.
      expect(test(asking(false, { options: () => ["both", "video"], count: () => 9 }))).toBe(false);
    }
    expect(compile(not(eq("job", "code")))(asking(false, {}))).toBe(true);
  });

  it("is unknown while it is open whether the question is asked, unless the answer is no anyway", () => {
    expect(isCode(asking(undefined, { options: () => ["code"] }))).toBeUndefined();
    expect(isCode(asking(undefined, {}))).toBeUndefined();
    expect(isCode(asking(undefined, { options: () => ["person"] }))).toBe(false);
  });
});

describe("compile, on other leaves", () => {
  it("asks the evidence for exactly the id in the leaf", () => {
    const seen: string[] = [];
    const note = (what: string) => (id: string) => seen.push(`${what} ${id}`) > 0;
    const witness = evidence({
      ...{ known: note("known"), vendor: note("vendor"), derived: note("derived"), fact: note("fact") },
      ...{ listed: note("listed"), routed: note("routed"), workload: note("workload"), words: note("words") },
    });
    const leaves = [known("cap"), vendor("kling"), derived("code"), fact("two_vendors"), listed("api_meter")];
    const signs = [routed("RT-03"), workload("retries"), words("asks_price")];
    expect([...leaves, ...signs].map((leaf) => compile(leaf)(witness))).not.toContain(false);
    expect(seen).toEqual([
      ...["known cap", "vendor kling", "derived code", "fact two_vendors", "listed api_meter"],
      ...["routed RT-03", "workload retries", "words asks_price"],
    ]);
  });

  it("holds always, and never what is only explained", () => {
    expect([compile(always)(evidence()), compile(onlyExplained)(evidence())]).toEqual([true, false]);
  });
});

describe("compile, on any tree", () => {
  it("agrees with the definition", () => {
    fc.assert(
      fc.property(anyTree, anyEvidence, (tree, found) => {
        expect(compile(tree)(found)).toBe(judge(tree, found));
      }),
      { numRuns: 1_000 },
    );
  });
});
