import { countWords } from "../../src/screen/words.ts";

/**
 * What a person has before their eyes at one moment: its lines from top to bottom, how many fields to fill in, and how many
 * blocks it is made of. A line may begin with marks such as `( )` and hold the kind of a field in angle brackets: neither is
 * a word. Options that stand open count (radio buttons, checkboxes, a list in the terminal); those of a closed select do not:
 * nobody reads them who does not open it.
 */
export type Surface = { title: string; lines: string[]; fields: number; blocks: number };

/** Everything that one person meets on one end, from the first page to the card in its channel. */
export type Walk = {
  /** What stands before the first page; empty on an end that opens with it. */
  opening: string[];
  pages: Surface[];
  result: Surface;
  /** What the team reads above the buttons; null on an end that posts nothing. */
  card: Surface | null;
  /** What a screen reader and a notification say of the card; null where the end has no such text. */
  aloud: string | null;
};

/** What somebody does on a page: fills it in and goes on, goes back, or asks for the result. */
export type Move = "on" | "back" | "show";

/** How many words of a surface are read. An address is opened, not read. */
export function wordsOf({ lines }: Pick<Surface, "lines">): number {
  const text = lines
    .join(" ")
    .replace(/<[a-z_ ]+>/g, " ")
    .replace(/<?https?:\/\/\S+/g, " ");
  return countWords([{ block: "text", text }]);
}

export type Figures = {
  pages: number;
  fields: number;
  /** Of the page that has most. */
  mostFields: number;
  mostWords: number;
  /** Of all pages together and what stands before them, without the result. */
  words: number;
  result: number;
  card: number;
  aloud: number;
  blocks: number;
};

export function figuresOf({ opening, pages, result, card, aloud }: Walk): Figures {
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  const words = pages.map(wordsOf);
  const fields = pages.map((page) => page.fields);
  return {
    pages: pages.length,
    fields: sum(fields),
    mostFields: Math.max(0, ...fields),
    mostWords: Math.max(0, ...words),
    words: wordsOf({ lines: opening }) + sum(words),
    result: wordsOf(result),
    card: card === null ? 0 : wordsOf(card),
    aloud: aloud === null ? 0 : wordsOf({ lines: [aloud] }),
    blocks: card?.blocks ?? 0,
  };
}

export function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

/** A walk as it can be read aloud from top to bottom. */
export function transcriptOf({ opening, pages, result, card, aloud }: Walk): string {
  return [{ lines: opening }, ...pages, result, ...(card === null ? [] : [card])]
    .map((surface) => [...surface.lines, `    (${wordsOf(surface)} words)`].join("\n"))
    .concat(aloud === null ? [] : [`read aloud\n${aloud}`])
    .join("\n\n");
}
