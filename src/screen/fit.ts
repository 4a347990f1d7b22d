import { plainLines, rowLines } from "./plain.ts";
import type { Block } from "./screen.ts";
import { lastReadWords } from "./source-words.ts";

/** How much an adapter can show at once: visible characters and blocks on a page, and characters in one text. */
export type Limits = {
  characters: number;
  blocks: number;
  text: number;
  /** How long a text becomes when it is written, where marks have to be put before some characters: at most twice. */
  width?: (text: string) => number;
};

/**
 * Blocks cut into pages that an adapter can show: nothing is left out, and what is too long for one text is parted between
 * words. Always at least one page. A page has at most `limits.blocks` blocks and weighs at most `limits.characters`.
 */
export function fitPages(blocks: readonly Block[], limits: Limits): Block[][] {
  const { width = (text: string) => text.length } = limits;
  const weightOf = (block: Block) => weigh(block, width);
  const room = Math.max(20, Math.min(limits.text, limits.characters - overhead) - overhead);
  const longest = limits.width === undefined ? room : Math.max(20, room / 2);
  const pages: Block[][] = [];
  let page: Block[] = [];
  let weight = 0;
  for (const block of blocks.flatMap((each) => (weightOf(each) <= longest ? [each] : small(each, longest)))) {
    const more = weightOf(block);
    // A heading at the foot of a page would announce what stands on the next one.
    const alone = block.block === "heading" && weight + more + 200 > limits.characters;
    if (page.length > 0 && (page.length >= limits.blocks || weight + more > limits.characters || alone)) {
      pages.push(page);
      page = [];
      weight = 0;
    }
    page.push(block);
    weight += more;
  }
  return [...pages, page];
}

/** The room that blocks take up beside others on one page. */
export function roomOf(blocks: readonly Block[], { width = (text: string) => text.length }: Limits): number {
  return blocks.reduce((sum, block) => sum + weigh(block, width), 0);
}

/** What adapters put around a text: a label, marks of emphasis, the day of a reading. */
const overhead = 40;

/** Characters that a block takes up on any end, with room for what stands around them. */
function weigh(block: Block, width: (text: string) => number): number {
  const sum = (...texts: string[]) => texts.reduce((total, text) => total + width(text), 0);
  switch (block.block) {
    case "heading":
    case "text":
    case "quiet":
      return sum(block.text) + 10;
    case "facts":
      return block.facts.reduce((total, { label, value }) => total + sum(label, value) + 10, 0);
    case "table":
      return rowLines(block).reduce((total, line) => total + sum(line) + 5, sum(block.columns.join("")));
    case "finding":
      return block.sources.reduce(
        (total, source) => total + sum(source.url) + overhead,
        sum(block.title, block.text, block.label ?? "") + overhead,
      );
    case "source":
      return sum(block.source.url) + overhead;
    case "link":
      return sum(block.text, block.url) + 10;
    case "people":
      return block.people.reduce((total, person) => total + Math.max(sum(person), 24) + 4, sum(block.label) + 4);
    case "channel":
      return sum(block.label) + Math.max(sum(block.channel), 24) + 4;
  }
}

const plainWeight = (block: Block) => weigh(block, (text) => text.length);

/** A block as one or more of at most `most` characters. */
function small(block: Block, most: number): Block[] {
  if (plainWeight(block) <= most) return [block];
  switch (block.block) {
    case "heading":
    case "text":
    case "quiet":
      return parts(block.text, most - 10).map((text) => ({ ...block, text }));
    case "facts":
      return gather(
        block.facts.flatMap((fact) => {
          const [label = "", ...rest] = parts(fact.label, most / 3);
          const value = [...rest, fact.value].join(" ");
          return parts(value, most - label.length - 10).map((text, at) => ({
            label: at === 0 ? label : "",
            value: text,
          }));
        }),
        (facts) => ({ block: "facts", facts }),
        most,
      );
    case "table":
      return rowLines(block).some((line) => line.length + block.columns.join("").length + 5 > most)
        ? rowLines(block).flatMap((text) => small({ block: "text", text }, most))
        : gather(block.rows, (rows) => ({ block: "table", columns: block.columns, rows }), most);
    case "finding": {
      const [title = "", ...more] = parts(block.title, most / 3);
      const said = [...more, block.text, block.label].filter(Boolean).join(" ");
      const [first = "", ...rest] = parts(said, most - title.length - overhead);
      return [
        { ...block, title, text: first, label: null, sources: [] },
        ...rest.map((text): Block => ({ block: "text", text })),
        ...block.sources.flatMap((source) => small({ block: "source", source }, most)),
      ];
    }
    case "source":
    case "link":
      // An address that is cut leads nowhere: shown as text, whole, in parts.
      return parts(
        block.block === "link" ? `${block.text}: ${block.url}` : `${block.source.url} (${lastReadWords(block.source)})`,
        most - 10,
      ).map((text): Block => ({ block: "text", text }));
    case "channel":
      return parts(`${block.label}: ${block.channel}`, most - 10).map((text): Block => ({ block: "text", text }));
    case "people":
      return [block.label, ...block.people].every((each) => each.length + overhead < most / 2)
        ? gather(block.people, (people) => ({ block: "people", label: block.label, people }), most)
        : parts(plainLines(block).join(" "), most - 10).map((text): Block => ({ block: "text", text }));
  }
}

/** Things put together into as few blocks as hold them. */
function gather<T>(things: readonly T[], block: (some: T[]) => Block, most: number): Block[] {
  const blocks: Block[] = [];
  let some: T[] = [];
  for (const thing of things) {
    if (some.length > 0 && plainWeight(block([...some, thing])) > most) {
      blocks.push(block(some));
      some = [];
    }
    some.push(thing);
  }
  return some.length === 0 ? blocks : [...blocks, block(some)];
}

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text in parts of at most `most` characters: between words, or, within a word that long, between whole letters. */
export function parts(text: string, most: number): string[] {
  const room = Math.max(1, Math.floor(most));
  const found: string[] = [];
  let left = text;
  while (left.length > room) {
    const blank = left.lastIndexOf(" ", room);
    const cut = blank > room / 2 ? blank : wholeLetters(left, room);
    found.push(left.slice(0, cut).trimEnd());
    left = left.slice(cut).trimStart();
  }
  return [...found, left];
}

/** A text of at most `most` characters, with a mark where something is missing. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, wholeLetters(text, most - 1)).trimEnd()}…`;
}

function wholeLetters(text: string, most: number): number {
  let cut = 0;
  for (const { segment, index } of letters.segment(text.slice(0, most + 40))) {
    if (index + segment.length > most) break;
    cut = index + segment.length;
  }
  // One letter can be made of more marks than fit: then it is cut between them, never between halves of one.
  return cut > 0 ? cut : /[\ud800-\udbff]/.test(text[most - 1] ?? "") && most > 1 ? most - 1 : most;
}
