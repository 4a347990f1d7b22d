import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, shortened } from "#core";
import { fitPages, parts } from "../../src/screen/fit.ts";
import { plainText } from "../../src/screen/plain.ts";
import { block, squeezed } from "../suites/blocks.ts";

const limits = fc.record({
  characters: fc.integer({ min: 200, max: 4_000 }),
  blocks: fc.integer({ min: 1, max: 12 }),
  text: fc.integer({ min: 100, max: 3_000 }),
});
const long = fc.integer({ min: 0, max: 3_000 }).map((many): Block => ({ block: "text", text: "word ".repeat(many) }));
const blocks = fc.array(fc.oneof(block, long), { maxLength: 12 });
const textOf = (some: readonly Block[]) => plainText("", some);

describe("pages", () => {
  it("hold every letter of what they are made of, in its order", () => {
    fc.assert(
      fc.property(blocks, limits, (some, most) => {
        // Names of columns and labels are said again with every row that is parted from the others: only cells are compared.
        const plain = some.filter(
          (each) => each.block !== "table" && each.block !== "finding" && each.block !== "people",
        );
        expect(
          squeezed(
            fitPages(plain, most)
              .flat()
              .map((each) => textOf([each]))
              .join(""),
          ),
        ).toBe(squeezed(textOf(plain)));
      }),
    );
  });

  it("are never more than a page holds, and no text in them more than a text may have", () => {
    fc.assert(
      fc.property(blocks, limits, (some, most) => {
        const pages = fitPages(some, most);
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(most.blocks);
          expect(page.length > 0 || pages.length === 1).toBe(true);
          expect(textOf(page).length).toBeLessThanOrEqual(most.characters);
          for (const each of page)
            if (each.block === "text" || each.block === "quiet" || each.block === "heading")
              expect(each.text.length).toBeLessThanOrEqual(most.text);
        }
      }),
    );
  });

  it("are as few as they can be, one after the other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (many) => {
        const some = Array.from({ length: many }, (_, at): Block => ({ block: "text", text: `${at}`.padEnd(90, "x") }));
        // A text of ninety letters weighs a hundred: ten to a page.
        expect(fitPages(some, { characters: 1_000, blocks: 99, text: 900 }).length).toBe(Math.ceil(many / 10));
      }),
    );
  });

  it("are one where all fits, and one even of nothing", () => {
    expect(fitPages([], { characters: 100, blocks: 1, text: 100 })).toEqual([[]]);
    const few: Block[] = [{ block: "text", text: "a" }];
    expect(fitPages(few, { characters: 100, blocks: 1, text: 100 })).toEqual([few]);
  });

  it("count what marks of writing add", () => {
    const stars: Block[] = [
      { block: "text", text: "*".repeat(90) },
      { block: "text", text: "*".repeat(90) },
    ];
    const room = { characters: 220, blocks: 9, text: 200 };
    expect(fitPages(stars, room)).toHaveLength(1);
    expect(fitPages(stars, { ...room, width: (text) => text.length * 2 }).length).toBeGreaterThan(1);
  });

  it("leave a heading where there is room below it", () => {
    const some: Block[] = [
      { block: "text", text: "x" },
      { block: "heading", text: "Next" },
      { block: "text", text: "y" },
    ];
    expect(fitPages(some, { characters: 900, blocks: 9, text: 900 })).toEqual([some]);
  });

  it("do not leave a heading at the foot", () => {
    const some: Block[] = [
      { block: "text", text: "x".repeat(700) },
      { block: "heading", text: "Next" },
      { block: "text", text: "y".repeat(300) },
    ];
    expect(fitPages(some, { characters: 900, blocks: 9, text: 900 }).map((page) => page[0]?.block)).toEqual([
      "text",
      "heading",
    ]);
  });
});

describe("a text in parts", () => {
  it("is cut between words, and nowhere in a letter", () => {
    expect(parts("one two three", 8)).toEqual(["one two", "three"]);
    const family = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";
    for (const part of parts(family.repeat(20), 30)) expect(part.length % family.length).toBe(0);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.integer({ min: 20, max: 60 }), (text, most) => {
        const cut = parts(text, most);
        for (const part of cut) {
          expect(part.length).toBeLessThanOrEqual(most);
          expect(part.isWellFormed()).toBe(true);
        }
        expect(squeezed(cut.join(""))).toBe(squeezed(text));
      }),
    );
  });

  it("that is shortened says so", () => {
    expect(shortened("short", 10)).toBe("short");
    expect(shortened("much too long", 8)).toBe("much to…");
    expect(shortened("\u{1f600}\u{1f600}\u{1f600}", 4)).toBe("\u{1f600}…");
  });
});
