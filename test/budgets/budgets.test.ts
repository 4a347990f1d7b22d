import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { judgingMessages } from "../../src/present/judging-messages.ts";
import { personas } from "../conversation/personas.ts";
import { endsOn } from "./ends.ts";
import { type Figures, figuresOf, medianOf, transcriptOf, type Walk } from "./surface.ts";

const person = await vi.hoisted(async () => new (await import("../wire/terminal-person.ts")).Person());
vi.mock("@clack/prompts", async (original) => person.wrapped(await original<object>()));

/** Two budgets, a contract and a quote to tell: there is more to ask and to say than for anybody else. */
const known = "both, and a contract";

/**
 * What thirty-two people meet on each end, from the first page to the card. With FIGURES=1 the figures are printed, with
 * FIGURES=2 all that they read, too.
 */
describe.each(Object.entries(endsOn("2026-11-21", person)))("in %s, thirty-two people", (name, open) => {
  const walks = new Map<string, Walk>();
  const figures = new Map<string, Figures>();
  const faults: unknown[] = [];

  beforeAll(async () => {
    const end = await open();
    for (const [who, script] of Object.entries(personas)) walks.set(who, await end.walk(script));
    faults.push(...end.faults());
    await end.close();
    for (const [who, walk] of walks) figures.set(who, figuresOf(walk));
  });
  afterAll(() => {
    if (process.env.FIGURES === "2")
      for (const [who, walk] of walks) console.log(`######## ${name}: ${who}\n\n${transcriptOf(walk)}`);
    if (process.env.FIGURES !== undefined)
      console.table({ median: all(median), most: all((figure) => Math.max(...valuesOf(figure))) });
  });

  const valuesOf = (figure: keyof Figures) => [...figures.values()].map((each) => each[figure]);
  const median = (figure: keyof Figures) => medianOf(valuesOf(figure));
  const over = (figure: keyof Figures, most: number) =>
    [...figures].filter(([, each]) => each[figure] > most).map(([who]) => who);
  const all = (of: (figure: keyof Figures) => number) => {
    const [first] = figures.values();
    return Object.fromEntries(Object.keys(first ?? {}).map((figure) => [figure, of(figure as keyof Figures)]));
  };

  it("all come to a recommendation, and nothing is refused on the way", () => {
    expect(walks.size).toBe(32);
    expect(faults).toEqual([]);
  });

  it("meet at most 5 pages and 16 fields at the median; only who has two budgets and a contract meets over 7 and 22", () => {
    expect(median("pages")).toBeLessThanOrEqual(5);
    expect(median("fields")).toBeLessThanOrEqual(16);
    expect(over("pages", 7)).toEqual([known]);
    expect(over("fields", 22)).toEqual([known]);
  });

  it("meet at most 5 fields and 120 words on a page, and read 550 words in all at the median", () => {
    expect(over("mostFields", 5)).toEqual([]);
    expect(over("mostWords", 120)).toEqual([]);
    expect(median("words")).toBeLessThanOrEqual(550);
  });

  it("get a result of at most 170 words", () => {
    expect(over("result", 170)).toEqual([]);
  });

  // A terminal posts no card: what it says stands in the result above.
  it.skipIf(name === "terminal")(
    "get a card of at most 110 words at the median, 140 for one budget, in 12 blocks",
    () => {
      for (const figure of ["card", "aloud"] as const) {
        expect(median(figure)).toBeLessThanOrEqual(110);
        expect(over(figure, 140).filter((who) => who !== "both budgets")).toEqual([]);
        expect(over(figure, 180)).toEqual([]);
      }
      expect(over("blocks", 12)).toEqual([]);
      // What is counted is the card, and not what its owner is told of it.
      const direct = [...walks.values()].filter(({ card }) =>
        card?.lines.join("\n").includes(judgingMessages.needsYou.title),
      );
      expect(direct).toEqual([]);
    },
  );
});
