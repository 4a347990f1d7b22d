import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, clean } from "#core";
import { toMarkdown } from "../../../adapters/terminal/markdown.ts";
import { renderBlocks } from "../../../adapters/terminal/render.ts";
import { block, contents, source, squeezed } from "../../suites/blocks.ts";

const plain = (width: number) => ({ width, colour: false });
describe("the terminal's rendering", () => {
  for (const width of [40, 80]) {
    it(`loses nothing of any screen at ${width} columns`, () => {
      fc.assert(
        fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
          const rendered = squeezed(renderBlocks(blocks, plain(width)));
          for (const text of blocks.flatMap(contents))
            for (const part of text.split(/\s+/)) expect(rendered).toContain(squeezed(clean(part)));
        }),
      );
    });

    it(`writes no line wider than ${width} columns, but for a word that cannot be broken`, () => {
      fc.assert(
        fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
          for (const written of renderBlocks(blocks, plain(width)).split("\n")) {
            const unbroken = written
              .trim()
              .split(/ +/)
              .some((part) => part.length > width - 30);
            expect(written.length <= width || unbroken, written).toBe(true);
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
      title: "Keep apart",
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

  it("lets no address end before its end", () => {
    const url = "https://acme.example/a> [b](https://elsewhere.example) <c";
    const [known] = fc.sample(source, 1);
    if (known === undefined) throw new Error("no source");
    const escaped = "<https://acme.example/a%3E%20[b](https://elsewhere.example)%20%3Cc>";
    expect(toMarkdown("t", [{ block: "source", source: { ...known, url } }])).toContain(escaped);
    expect(toMarkdown("t", [{ block: "link", text: "x", url }])).toContain(escaped);
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
