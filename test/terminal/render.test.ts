import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "#core";
import { toMarkdown } from "../../adapters/terminal/markdown.ts";
import { renderBlocks } from "../../adapters/terminal/render.ts";

const plain = (width: number) => ({ width, colour: false });
const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom("@everyone", "<!channel>", "`x`", "*b*", "|", "\u001b[2J", "\u009b31m", "\u202e", "\u0007"),
);
const line = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(" "));
const source = fc.record({ url: fc.webUrl(), readOn: fc.constantFrom("2026-09-30", null), stale: fc.boolean() });
const block: fc.Arbitrary<Block> = fc.oneof(
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
const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** Every text, address and day that a block holds. */
function contents(each: Block): string[] {
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
      return [
        each.rule,
        each.text,
        each.label ?? "",
        ...each.sources.flatMap(({ url, readOn }) => [url, readOn ?? ""]),
      ];
    case "source":
      return [each.source.url, each.source.readOn ?? ""];
    case "link":
      return [each.text, each.url];
    case "people":
      return [each.label, ...each.people];
    case "channel":
      return [each.label, each.channel];
  }
}

describe("the terminal's rendering", () => {
  for (const width of [40, 80]) {
    it(`loses nothing of any screen at ${width} columns`, () => {
      fc.assert(
        fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
          const rendered = squeezed(renderBlocks(blocks, plain(width)));
          for (const text of blocks.flatMap(contents))
            for (const part of text.split(/\s+/)) expect(rendered).toContain(squeezed(cleaned(part)));
        }),
      );
    });

    it(`writes no line wider than ${width} columns, but for a word that cannot be broken`, () => {
      fc.assert(
        fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
          for (const written of renderBlocks(blocks, plain(width)).split("\n")) {
            if (written.length > width)
              expect(
                written
                  .trim()
                  .split(/ +/)
                  .some((part) => part.length > width - 30),
              ).toBe(true);
          }
        }),
      );
    });
  }

  it("lets no text command the terminal", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        expect(commands(renderBlocks(blocks, plain(80)))).toEqual([]);
      }),
    );
  });

  it("is pure: twice the same, and the blocks are as before", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const before = structuredClone(blocks);
        expect(renderBlocks(blocks, plain(80))).toBe(renderBlocks(blocks, plain(80)));
        expect(blocks).toEqual(before);
      }),
    );
  });

  it("uses colour only where it may", () => {
    const warning: Block = {
      block: "finding",
      rule: "BD-01",
      severity: "warn",
      text: "apart",
      label: null,
      sources: [],
    };
    expect(renderBlocks([warning], { width: 80, colour: true })).toContain("\u001b[");
    expect(renderBlocks([warning], plain(80))).not.toContain("\u001b[");
  });
});

describe("the saved Markdown", () => {
  it("gives no text of others a meaning", () => {
    const hostile = "*b* _i_ `c` [l](http://x.y) <b> # h | @everyone <!channel> ~s~ ![i](u)";
    const written = toMarkdown(hostile, [
      { block: "text", text: hostile },
      { block: "facts", facts: [{ label: hostile, value: hostile }] },
    ]);
    const body = written.replace(/\*\*|^- |^# /gm, "");
    expect(body).not.toMatch(/(?<!\\)[*_`[\]<>#|~@]/);
  });

  it("holds every address and day", () => {
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 4 }), (sources) => {
        const written = toMarkdown(
          "t",
          sources.map((each) => ({ block: "source", source: each })),
        );
        for (const each of sources) expect(written).toContain(`<${each.url.replace(/[<> ]/g, encodeURIComponent)}>`);
      }),
    );
  });
});

/** The characters that a terminal would obey, but for the end of a line. */
function commands(text: string): string[] {
  return [...text].filter((character) => character !== "\n" && /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(character));
}

function cleaned(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ");
}
