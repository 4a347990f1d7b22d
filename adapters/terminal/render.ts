import { type Block, clean, lastReadWords, severityWords } from "#core";
import { widestLabel } from "./limits.ts";
import { type Layout, paint, type Style, wrap } from "./lines.ts";
import { renderTable } from "./table.ts";

type Source = Extract<Block, { block: "source" }>["source"];

/** Blocks as lines of text. Pure: the same blocks give the same lines. */
export function renderBlocks(blocks: readonly Block[], layout: Layout): string {
  return blocks.map((block) => renderBlock(block, layout)).join("\n");
}

function renderBlock(block: Block, layout: Layout): string {
  switch (block.block) {
    case "heading":
      return `\n${paint("bold", wrap(block.text, layout.width, ""), layout)}`;
    case "text":
      return wrap(block.text, layout.width, "");
    case "quiet":
      return paint("dim", wrap(block.text, layout.width, ""), layout);
    case "facts":
      return renderFacts(block.facts, layout);
    case "table":
      return renderTable(block.columns, block.rows, layout);
    case "finding": {
      const head = `${severityWords[block.severity]} ${block.rule}: `;
      const label = block.label === null ? [] : [wrap(block.label, layout.width, "  ")];
      const text = paint(styles[block.severity], wrap(head + block.text, layout.width, "  ", ""), layout);
      return [text, ...label, ...block.sources.map((source) => renderSource(source, layout))].join("\n");
    }
    case "source":
      return renderSource(block.source, layout);
    case "link":
      return `${wrap(block.text, layout.width, "")}\n  ${clean(block.url)}`;
    case "people":
      return renderFacts([{ label: block.label, value: block.people.join(", ") }], layout);
    case "channel":
      return renderFacts([{ label: block.label, value: block.channel }], layout);
  }
}

const styles: Record<Extract<Block, { block: "finding" }>["severity"], Style> = {
  block: "red",
  refuse: "magenta",
  warn: "yellow",
  route: "green",
  note: "reset",
};

/** Where and when a fact was read. An address is never broken, so that it can be opened. */
function renderSource(source: Source, layout: Layout): string {
  const read = `(${lastReadWords(source)})`;
  const address = `  ${clean(source.url)}`;
  const fits = address.length + 1 + read.length <= layout.width;
  return paint("dim", fits ? `${address} ${read}` : `${address}\n${wrap(read, layout.width, "    ")}`, layout);
}

/** Labels in a column of their own; where one is too long for that, each fact stands under its label. */
function renderFacts(facts: readonly { label: string; value: string }[], layout: Layout): string {
  const column = Math.max(0, ...facts.map((fact) => clean(fact.label).length)) + 2;
  if (column > widestLabel) {
    return facts
      .map(({ label, value }) => `${wrap(label, layout.width, "")}\n${wrap(value, layout.width, "    ")}`)
      .join("\n");
  }
  return facts
    .map(({ label, value }) => wrap(value, layout.width, " ".repeat(column), clean(label).padEnd(column)))
    .join("\n");
}
