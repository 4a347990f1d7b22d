import type { Market } from "../market/market.ts";
import type { Block } from "../screen/screen.ts";

/** Blocks in which models go by their names: `gpt-4o` for `openai:gpt-4o`, whose key is for scripts. Addresses stay. */
export function withPlainModels(blocks: readonly Block[], { catalogue }: Market): Block[] {
  const vendors = catalogue.vendors.map(({ id }) => id.replace(/[^\w-]/g, "")).join("|");
  const keys = new RegExp(`(?<![\\w./:-])(?:${vendors}):(?=[a-z0-9])`, "g");
  return blocks.map((block) => plainBlock(block, (text) => text.replace(keys, "")));
}

function plainBlock(block: Block, plain: (text: string) => string): Block {
  switch (block.block) {
    case "heading":
    case "text":
    case "quiet":
      return { ...block, text: plain(block.text) };
    case "facts":
      return {
        ...block,
        facts: block.facts.map((fact) => ({ ...fact, label: plain(fact.label), value: plain(fact.value) })),
      };
    case "table":
      return { ...block, columns: block.columns.map(plain), rows: block.rows.map((row) => row.map(plain)) };
    case "finding":
      return { ...block, title: plain(block.title), text: plain(block.text) };
    case "source":
    case "link":
    case "people":
    case "channel":
      return block;
  }
}
