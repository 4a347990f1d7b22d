import { expect, it } from "vitest";
import { isPlainDate } from "#core";
import { messages as measuredMessages } from "../../src/estimate/measured/messages.ts";
import { usageMessages } from "../../src/present/usage-messages.ts";
import { noteWords, messages as readMessages, reasonWords } from "../../src/usage/messages.ts";
import { jsonShapes, tableShapes } from "../../src/usage/read.ts";

it("every form of export has an address and a day on which it was learnt", () => {
  for (const { sources } of [...jsonShapes, ...tableShapes]) {
    expect(sources.length).toBeGreaterThan(0);
    for (const { url, readOn } of sources) {
      expect(URL.canParse(url)).toBe(true);
      expect(isPlainDate(readOn)).toBe(true);
    }
  }
});

const textsOf = (words: object): string[] =>
  Object.values(words).flatMap((each) =>
    typeof each === "string" ? each : typeof each === "object" && each !== null ? textsOf(each) : [],
  );

it("what people read has short sentences and no word of ours", () => {
  const all = [readMessages, reasonWords, noteWords, usageMessages, measuredMessages].flatMap(textsOf);
  expect(all.length).toBeGreaterThan(60);
  for (const text of all) {
    for (const sentence of text.split(/(?<=[.?])\s+/)) expect(sentence.split(/\s+/).length, sentence).toBeLessThan(19);
    expect(text).not.toMatch(/\b(wallet|row|catalogue|screen|whoever|somebody|whatever)s?\b|[!\u2013\u2014]/i);
  }
});
