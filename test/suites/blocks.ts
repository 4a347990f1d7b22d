import fc from "fast-check";
import type { Block } from "#core";
import { dayWords } from "../../src/market/days.ts";

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "@everyone",
    "<!channel>",
    "`x`",
    "*b*",
    "|",
    "\u001b[2J",
    "\u009b31m",
    "\u202e",
    "\u0007",
    "\u061c",
    "\u2028",
    "\u200b",
    "\u3164",
  ),
);
export const line = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(" "));
export const source = fc.record({ url: fc.webUrl(), readOn: fc.constantFrom("2026-09-30", null), stale: fc.boolean() });
/** Any block, with what people and attackers write. */
export const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ block: fc.constantFrom("heading", "text", "quiet"), text: line }) as fc.Arbitrary<Block>,
  fc.record({
    block: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: line, value: line }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    block: fc.constant("table" as const),
    columns: fc.constant<string[]>(["A", "B"]),
    rows: fc.array(
      fc.tuple(line, line).map((row): string[] => row),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    block: fc.constant("finding" as const),
    rule: fc.constant("BD-01"),
    severity: fc.constantFrom("block" as const, "refuse" as const, "warn" as const, "route" as const, "note" as const),
    title: line,
    text: line,
    label: fc.option(line),
    sources: fc.array(source, { maxLength: 2 }),
  }),
  fc.record({ block: fc.constant("source" as const), source }),
  fc.record({ block: fc.constant("link" as const), text: line, url: fc.webUrl() }),
  fc.record({ block: fc.constant("people" as const), label: line, people: fc.array(line, { maxLength: 3 }) }),
  fc.record({ block: fc.constant("channel" as const), label: line, channel: line }),
);

/** Letters and digits only, so that breaking lines does not hide a word. */
export const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

const sourceContents = ({ url, readOn }: { url: string; readOn: string | null }) => [
  url,
  readOn === null ? "" : dayWords(readOn),
];

/** Every text, address and day that a block holds. */
export function contents(each: Block): string[] {
  switch (each.block) {
    case "heading":
    case "text":
    case "quiet":
      return [each.text];
    case "facts":
      return each.facts.flatMap(({ label, value }) => [label, value]);
    case "table":
      return each.rows.flat();
    case "finding":
      return [each.title, each.text, each.label ?? "", ...each.sources.flatMap(sourceContents)];
    case "source":
      return sourceContents(each.source);
    case "link":
      return [each.text, each.url];
    case "people":
      return [each.label, ...each.people];
    case "channel":
      return [each.label, each.channel];
  }
}
