import { describe, expect, it } from "vitest";
import { cardOf } from "../../src/conversation/decide.ts";
import { countWords } from "../../src/screen/words.ts";
import { advisorOn } from "../advisor.ts";
import { wordsOfScreen } from "./counted-words.ts";
import { personas } from "./personas.ts";
import { play } from "./play.ts";

const advisor = advisorOn("2026-11-21");

/** How much each of thirty-two people meets on the way to a card. */
const walked = Object.entries(personas).map(([name, script]) => {
  const { screens, turn } = play(advisor, script);
  const { title, blocks } = cardOf(turn, advisor);
  return {
    name,
    budgets: blocks.filter(({ block }) => block === "facts").length,
    pages: screens.length,
    fields: screens.reduce((sum, { fields }) => sum + fields.length, 0),
    longest: Math.max(...screens.map(wordsOfScreen)),
    words: screens.reduce((sum, screen) => sum + wordsOfScreen(screen), 0),
    card: countWords([{ block: "text", text: title }, ...blocks]),
    blocks: blocks.length,
  };
});

type Figure = Exclude<keyof (typeof walked)[number], "name">;
const median = (figure: Figure) =>
  walked.map((each) => each[figure]).sort((one, other) => one - other)[Math.floor(walked.length / 2)] ?? 0;
const over = (figure: Figure, most: number) => walked.filter((each) => each[figure] > most).map(({ name }) => name);

describe("thirty-two people on their way to a card", () => {
  it("each walk to the end: none of the thirty-two is left out of the counts", () => {
    expect(walked).toHaveLength(32);
  });

  it("meet at most 5 pages and 16 fields at the median", () => {
    expect(median("pages")).toBeLessThanOrEqual(5);
    expect(median("fields")).toBeLessThanOrEqual(16);
  });

  it("meet at most 7 pages and 22 fields, but for who has two budgets, a contract and a quote to tell", () => {
    expect(over("pages", 7)).toEqual(["both, and a contract"]);
    expect(over("fields", 22)).toEqual(["both, and a contract"]);
  });

  it("read at most 120 words on a page, and 550 in all", () => {
    expect(over("longest", 120)).toEqual([]);
    expect(over("words", 550)).toEqual([]);
  });

  it("get a card of at most 110 words at the median, never more than 130 for one budget, in at most 12 blocks", () => {
    expect(median("card")).toBeLessThanOrEqual(110);
    const one = walked.filter(({ budgets }) => budgets < 2);
    expect(one.filter(({ card }) => card > 130).map(({ name }) => name)).toEqual([]);
    expect(one.filter(({ blocks }) => blocks > 12).map(({ name }) => name)).toEqual([]);
    expect(over("card", 180)).toEqual([]);
  });
});
