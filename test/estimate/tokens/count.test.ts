import { createRequire } from "node:module";
import fc from "fast-check";
import { get_encoding } from "tiktoken";
import { afterAll, describe, expect, it } from "vitest";
import { openCounter, openEncoding, type RankData } from "#core";
import { fromBase64, toBytes } from "../../../src/estimate/tokens/bytes.ts";
import type { Encoding } from "../../../src/estimate/tokens/encoding.ts";
import { countMerged } from "../../../src/estimate/tokens/merge.ts";

const require = createRequire(import.meta.url);
const encodings = (["o200k_base", "cl100k_base"] as const).map((name) => ({
  name,
  count: openCounter(openEncoding(require(`js-tiktoken/ranks/${name}`) as RankData)),
  reference: get_encoding(name),
}));

afterAll(() => {
  for (const { reference } of encodings) reference.free();
});

const texts: [title: string, text: string][] = [
  ["nothing", ""],
  [
    "prose",
    "People keep buying the wrong thing: a chat plan for a job that needs the API, credits that expire unused.",
  ],
  ["contractions", "I'll say it's theirs, we've DON'T CAN'T 'S 'll 'LL it's'nt"],
  ["code", "export function f<T>(a: T[]): T | undefined {\n\treturn a?.[0]; // first\n}\n\n\n  if (x!==y) { /* … */ }"],
  ["Chinese", "今天天气很好，我们去公园散步吧。人工智能的费用应该怎么付？"],
  ["Japanese and Korean", "請求書はいつ届きますか？ 결제는 어떻게 하나요?"],
  ["Arabic, Hebrew, Hindi, Thai", "السلام عليكم שלום עולם नमस्ते दुनिया สวัสดีชาวโลก"],
  ["emoji with joiners", "😀👩‍👩‍👧‍👦🏳️‍🌈 👍🏽 ❤️‍🔥"],
  ["numbers", "1 12 123 1234 12345678901234567890 3.14159 1,000,000 ½ ② ٣"],
  ["white space", " \t \n\n   \r\n \u00a0\u3000 \u2028 x  y\n \n"],
  ["white space that JavaScript and Unicode see differently", "a\ufeffb \ufeff \u0085 c\u0085\u0085d \u180e e"],
  ["special tokens as they are typed", "<|endoftext|> <|im_start|>system<|im_end|> <|fim_prefix|>"],
  ["halves of surrogate pairs", "a\ud800b \udc00 \ud83d\ud83d\ude00 \udfff"],
  ["controls", "\u0000\u0001\u001b[31m\u007f"],
  ["combining marks", "e\u0301 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢ ñ"],
  ["a long word", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(40)],
  ["base64", Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) & 255)).toString("base64")],
  ["equal letters", "a".repeat(2000)],
  ["equal capitals", "Z".repeat(2000)],
  ["equal blanks", " ".repeat(3000)],
  ["equal line ends", "\n".repeat(2000)],
  ["blanks before a word", `${" ".repeat(500)}x${"\t".repeat(300)}\n`],
  [
    "unbroken Chinese",
    Array.from({ length: 1500 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join(""),
  ],
  ["a path of punctuation", "-".repeat(700) + "=".repeat(700) + "//".repeat(300)],
];

describe.each(encodings)("$name", ({ count, reference }) => {
  const expected = (text: string) => reference.encode(text, [], []).length;

  it.each(texts)("counts %s as tiktoken does", (_title, text) => {
    expect(count(text)).toBe(expected(text));
  });

  it("counts any text as tiktoken does", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.string({
        unit: fc.constantFrom(" ", "\n", "\r", "\t", "a", "B", "'s", "9", "。", "\u00a0", "\u0085", "\ufeff"),
        maxLength: 80,
      }),
      fc
        .tuple(fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }), fc.nat(300))
        .map(([unit, times]) => unit.repeat(times)),
    );
    fc.assert(
      fc.property(text, (each) => {
        expect(count(each)).toBe(expected(each));
      }),
      { numRuns: 1500 },
    );
  });

  it("counts a text again as before, whatever was counted in between", () => {
    const first = texts.map(([, text]) => count(text));
    expect(texts.map(([, text]) => count(text))).toEqual(first);
  });
});

describe("merging", () => {
  /** The plain loop: look at all pairs, merge the lowest rank, the leftmost first. */
  function plainly(bytes: string, ranks: ReadonlyMap<string, number>): number {
    const parts = [...bytes];
    for (;;) {
      let best = Number.POSITIVE_INFINITY;
      let at = -1;
      for (let each = 0; each + 1 < parts.length; each++) {
        const rank = ranks.get(`${parts[each]}${parts[each + 1]}`) ?? Number.POSITIVE_INFINITY;
        if (rank < best) [best, at] = [rank, each];
      }
      if (at < 0) return parts.length;
      parts.splice(at, 2, `${parts[at]}${parts[at + 1]}`);
    }
  }

  it("by a queue gives what the plain loop gives, for any ranks and any length", () => {
    const piece = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 200 });
    const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 2, maxLength: 5 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(piece, words, (bytes, known) => {
        const ranks = new Map(known.map((word, rank) => [word, rank]));
        const encoding: Encoding = { ranks, longest: Math.max(1, ...known.map((word) => word.length)), pieces: /./gu };
        expect(countMerged(bytes, encoding)).toBe(plainly(bytes, ranks));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("bytes", () => {
  it("are those of UTF-8, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const utf8 = Buffer.from(new TextEncoder().encode(text));
        expect(Buffer.from(toBytes(text), "latin1")).toEqual(utf8);
      }),
    );
    expect(Buffer.from(toBytes("\ud800x"), "latin1").toString("utf8")).toBe("\ufffdx");
  });

  it("are read from base64 of any length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(Buffer.from(fromBase64(Buffer.from(bytes).toString("base64")), "latin1")).toEqual(Buffer.from(bytes));
      }),
    );
  });
});
