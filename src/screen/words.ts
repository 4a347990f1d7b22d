import type { Block } from "./screen.ts";

/** How many words of blocks a person reads. Addresses are opened, not read. */
export function countWords(blocks: readonly Block[]): number {
  return blocks
    .flatMap(textsOf)
    .join(" ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function textsOf(block: Block): string[] {
  switch (block.block) {
    case "heading":
    case "text":
    case "quiet":
    case "link":
      return [block.text];
    case "facts":
      return block.facts.flatMap(({ label, value }) => [label, value]);
    case "table":
      return [...block.columns, ...block.rows.flat()];
    case "finding":
      return [block.title, block.text, block.label ?? ""];
    case "people":
      return [block.label];
    case "channel":
      return [block.label];
    case "source":
      return [];
  }
}
