import { type Block, clean, lastReadWords } from "#core";

/** Blocks as a Markdown document. Everything that people or vendors wrote is escaped: it stays text. */
export function toMarkdown(title: string, blocks: readonly Block[]): string {
  return `# ${escaped(title)}\n\n${blocks.map(renderBlock).join("\n\n")}\n`;
}

function renderBlock(block: Block): string {
  switch (block.block) {
    case "heading":
      return `## ${escaped(block.text)}`;
    case "text":
      return escaped(block.text);
    case "quiet":
      return `_${escaped(block.text)}_`;
    case "facts":
      return block.facts.map(({ label, value }) => `- **${escaped(label)}**: ${escaped(value)}`).join("\n");
    case "table":
      return [block.columns, block.columns.map(() => "---"), ...block.rows]
        .map((row, at) => `| ${row.map((cell) => (at === 1 ? cell : escaped(cell))).join(" | ")} |`)
        .join("\n");
    case "finding": {
      const label = block.label === null ? [] : [`  - ${escaped(block.label)}`];
      const sources = block.sources.map((source) => `  - ${sourceLine(source)}`);
      return [`- **${escaped(block.title)}.** ${escaped(block.text)}`, ...label, ...sources].join("\n");
    }
    case "source":
      return `- ${sourceLine(block.source)}`;
    case "link":
      return `- ${escaped(block.text)}: <${clean(block.url).replace(/[<> ]/g, encodeURIComponent)}>`;
    case "people":
      return `- **${escaped(block.label)}**: ${escaped(block.people.join(", "))}`;
    case "channel":
      return `- **${escaped(block.label)}**: ${escaped(block.channel)}`;
  }
}

function sourceLine(source: Extract<Block, { block: "source" }>["source"]): string {
  return `<${clean(source.url).replace(/[<> ]/g, encodeURIComponent)}> (${lastReadWords(source)})`;
}

/** A character that Markdown or HTML would give a meaning to is written as itself. */
function escaped(text: string): string {
  return clean(text).replace(/[\\`*_{}[\]<>#|~@]/g, (mark) => `\\${mark}`);
}
