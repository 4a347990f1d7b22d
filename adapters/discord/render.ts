import { type Block, clean, type Fact, lastReadWords, rowLines } from "#core";
import { address, escaped, isId } from "./text.ts";

/** Blocks as lines of Discord's markup: ours where we want it, and none in anybody's text. */
export function linesOf(block: Block): string[] {
  switch (block.block) {
    case "heading":
      return ["", `**${bold(block.text)}**`];
    case "text":
      return [escaped(block.text)];
    case "quiet":
      return [`-# ${escaped(block.text)}`];
    case "facts":
      return block.facts.map((fact) =>
        fact.label.trim() === "" ? inWords(fact) : `**${bold(fact.label)}:** ${inWords(fact)}`,
      );
    case "table":
      return rowLines(block).map((line, at) => row(line, block.rows[at]?.[0] ?? ""));
    case "finding":
      return [
        `**${bold(block.title)}.** ${escaped(block.text)}`,
        ...(block.label === null ? [] : [`-# ${escaped(block.label)}`]),
        ...block.sources.map(sourceLine),
      ];
    case "source":
      return [sourceLine(block.source)];
    case "link":
      return [`${escaped(block.text)}: ${address(block.url)}`];
    case "people":
      return [
        `**${bold(block.label)}:** ${block.people.map((id) => (isId(id) ? `<@${id}>` : escaped(id))).join(", ")}`,
      ];
    case "channel":
      return [`**${bold(block.label)}:** ${isId(block.channel) ? `<#${block.channel}>` : escaped(block.channel)}`];
  }
}

/** Somebody whom Discord knows is shown as Discord shows people; no message of ours pings anybody. */
function inWords({ value, person }: Fact): string {
  return person !== undefined && isId(person.id) ? `<@${person.id}>${escaped(person.rest)}` : escaped(value);
}

/** A row of a table: what it is about stands out from what is said of it. */
function row(line: string, first: string): string {
  const head = clean(first).trim();
  const rest = clean(line).trim();
  return head === "" || !rest.startsWith(head)
    ? escaped(line)
    : `**${escaped(head)}**${escaped(rest.slice(head.length))}`;
}

/** Emphasis around nothing would show its marks. */
function bold(text: string): string {
  return escaped(clean(text).trim() || "-");
}

function sourceLine(source: Extract<Block, { block: "source" }>["source"]): string {
  return `-# ${address(source.url)} (${lastReadWords(source)})`;
}
