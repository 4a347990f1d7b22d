import { spell } from "../../market/name-book.ts";

/** One word, number or mark of a line, as it was typed and as it is compared. */
export type Token = { text: string; key: string; kind: "word" | "number" | "mark"; from: number };

/** A number as people type it, with thousands apart, perhaps with a letter for thousands or millions. */
const number = "(?:\\d{1,3}(?:[,\\u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
const amount = `${number}(?:k|mn|mio|m)?`;
const shapes = new RegExp(
  `(?<number>${amount}(?:\\s?[-\\u2013]\\s?${amount})?(?![\\p{L}\\p{N}%,.]*[\\p{L}\\p{N}%]|-\\d))|(?<mark>[,;()"\\u201c\\u201d!?/&~:](?=\\s|$|\\D))|(?<word>[^\\s,;()"\\u201c\\u201d!?/&~]+|\\S)`,
  "giu",
);
const edges = /^[.:'\u2019\u2013-]+|[.:'\u2019\u2013-]+$/gu;

/** A line in words, numbers and marks. Nothing of it is left out but blanks, and what stands around a word. */
export function tokensOf(line: string): Token[] {
  return [...line.matchAll(shapes)].flatMap((found): Token[] => {
    const { number: digits, mark } = found.groups ?? {};
    const at = found.index;
    if (digits !== undefined) return [{ text: digits, key: digits.toLowerCase(), kind: "number", from: at }];
    if (mark !== undefined) return [{ text: mark, key: mark, kind: "mark", from: at }];
    const text = found[0].replace(edges, "");
    const key = spell(text).tight;
    return text === "" ? [] : [{ text, key, kind: key === "" ? "mark" : "word", from: at + found[0].indexOf(text) }];
  });
}

/** The tokens at some places as they were typed: side by side as in the line, else with a blank between them. */
export function wordsAt(places: readonly number[], tokens: readonly Token[], line: string): string {
  let words = "";
  const sorted = [...new Set(places)].sort((one, other) => one - other);
  for (const [nth, at] of sorted.entries()) {
    const [token, before] = [tokens[at], tokens[at - 1]];
    if (token === undefined) continue;
    const isNext = nth > 0 && sorted[nth - 1] === at - 1 && before !== undefined;
    const gap = isNext ? line.slice(before.from + before.text.length, token.from).replace(/\s+/g, " ") : " ";
    words += nth === 0 ? token.text : `${gap}${token.text}`;
  }
  return words;
}
