import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { codesIn } from "../app/codes.ts";
import { endsOn } from "./ends.ts";
import { anyMoves, anyScript } from "./scripts-arbitrary.ts";
import { figuresOf, wordsOf } from "./surface.ts";

const person = await vi.hoisted(async () => new (await import("../wire/terminal-person.ts")).Person());
vi.mock("@clack/prompts", async (original) => person.wrapped(await original<object>()));

const withoutAddresses = (line: string) => line.replace(/<?https?:\/\/\S+/g, "");

/** A terminal opens every list and says its keys beside each question: who comes back to a full page reads a few words more. */
const mostOnPage = (end: string) => (end === "terminal" ? 140 : 120);

describe.each(Object.entries(endsOn("2026-11-21", person)))("in %s, whatever is answered", (name, open) => {
  it("no page is over its budget, and nobody reads a code of the program", async () => {
    const end = await open();
    await fc.assert(
      fc.asyncProperty(anyScript, anyMoves, async (script, moves) => {
        const walk = await end.walk(script, moves);
        const { mostFields, result } = figuresOf(walk);
        expect(
          walk.pages.filter((page) => wordsOf(page) > mostOnPage(name)).map(({ lines }) => lines.join("\n")),
        ).toEqual([]);
        expect(mostFields).toBeLessThanOrEqual(5);
        // Two budgets are told twice over, and several vendors in a table: the people who have them are counted by name.
        const two = walk.result.lines.some((line) => line.includes("Two budgets"));
        const compared = walk.result.lines.some((line) => line.includes("Same work"));
        expect(result).toBeLessThanOrEqual(two ? 210 : compared ? 195 : 185);
        const surfaces = [...walk.pages, walk.result, ...(walk.card === null ? [] : [walk.card])];
        const lines = [...surfaces.flatMap((surface) => surface.lines), walk.aloud ?? ""];
        expect(codesIn(lines.map(withoutAddresses))).toEqual([]);
      }),
      { numRuns: 8 },
    );
    expect(end.faults()).toEqual([]);
    await end.close();
  });
});
