import { clean } from "./clean.ts";
import type { Block } from "./screen.ts";
import { lastReadWords } from "./source-words.ts";

/** Blocks as plain lines, without any markup: for screen readers, for notifications, and to be copied. */
export function plainText(title: string, blocks: readonly Block[]): string {
  return [clean(title), ...blocks.flatMap(plainLines)].join("\n");
}

/** One block as lines. */
export function plainLines(block: Block): string[] {
  return linesOf(block).map(clean);
}

function linesOf(block: Block): string[] {
  switch (block.block) {
    case "heading":
      return ["", block.text];
    case "text":
    case "quiet":
      return [block.text];
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case "table":
      return rowLines(block);
    case "finding":
      return [
        `${block.title}. ${block.text}${block.label === null ? "" : ` ${block.label}`}`,
        ...block.sources.map((source) => `${source.url} (${lastReadWords(source)})`),
      ];
    case "source":
      return [`${block.source.url} (${lastReadWords(block.source)})`];
    case "link":
      return [`${block.text}: ${block.url}`];
    case "people":
      return [`${block.label}: ${block.people.join(", ")}`];
    case "channel":
      return [`${block.label}: ${block.channel}`];
  }
}

/** A table read aloud: every cell with the name of its column, so that no row depends on where it stands. */
export function rowLines({ columns, rows }: Extract<Block, { block: "table" }>): string[] {
  return rows.map(([first = "", ...rest]) => {
    const cells = rest.flatMap((cell, at) => (cell === "" ? [] : [`${columns[at + 1]} ${cell}`]));
    return [first, ...(cells.length === 0 ? [] : [cells.join(", ")])].filter(Boolean).join(": ");
  });
}
