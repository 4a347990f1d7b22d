import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyDecision } from "#core";
import { isFilter, readFilter } from "../../src/ledger/read-filter.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const { market } = advisorOn(exampleDay);
const read = (words: string) => readFilter(words, "2026-11-21", market);

describe("what narrows a list of decisions", () => {
  it.each([
    ["vendor:openai", { vendor: "OpenAI" }],
    ["vendor:chatgpt", { vendor: "OpenAI" }],
    ["vendor:nobody-known", { vendor: "nobody-known" }],
    ["owner:@ben", { owner: "ben" }],
    ['owner:"Ben Miller" chats', { owner: "Ben Miller", words: ["chats"] }],
    ["over:$100", { over: "100" }],
    ["over:1,500.50", { over: "1500.5" }],
    ["over:$1.5k", { over: "1500" }],
    ["older:30d", { before: Date.parse("2026-10-22") }],
    ["older:2w", { before: Date.parse("2026-11-07") }],
    ["older:1m", { before: Date.parse("2026-10-21") }],
    ["older:1year", { before: Date.parse("2025-11-21") }],
    ["state:open", { state: "open" }],
    ["STATE:Waiting-for-approval", { state: "waiting" }],
    ['state:"open points"', { state: "open" }],
    ["state:rejected", { state: "declined" }],
    ["Support: chats", { words: ["Support:", "chats"] }],
    ["", {}],
  ])("%j is understood", (words, filter) => {
    expect(read(words)).toMatchObject({ filter: { ...everyDecision, ...filter } });
  });

  it.each([
    ["vendr:openai", /no filter "vendr".*vendor/],
    ["vendor:", /needs a value.*vendor:openai/],
    ["vendor:a vendor:b", /once/],
    ["over:lots", /"lots" is no amount.*over:\$100/],
    ["over:-5", /no amount/],
    ["older:yesterday", /no age.*older:30d/],
    ["older:1001d", /no age/],
    ["state:fine", /"fine" is no state.*state:approved/],
  ])("%j is refused with an example", (words, problem) => {
    expect(read(words)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it("takes any text, in time that grows with its length, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (words) => {
        const found = read(words);
        expect("problem" in found || Array.isArray(found.filter.words)).toBe(true);
      }),
    );
    expect(isFilter(`vendor:"${"a ".repeat(20_000)}`)).toBe(true);
  });
});
