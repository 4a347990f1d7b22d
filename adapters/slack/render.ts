import type { KnownBlock, RichTextElement, RichTextSection } from "@slack/types";
import { type Block, clean, type Fact, lastReadWords, rowLines, shortened } from "#core";
import { isId, isPerson } from "./codes.ts";
import { most } from "./limits.ts";

/** Where blocks stand: a table is drawn in messages only. */
export type Surface = "message" | "view";

/**
 * Blocks for Slack. Every text is an element of rich text or plain text: nothing in it is parsed, so nobody's text can
 * become a mention, a link or an emphasis.
 */
export function renderBlocks(blocks: readonly Block[], surface: Surface): KnownBlock[] {
  const rendered: KnownBlock[] = [];
  let lines: RichTextElement[][] = [];
  let length = 0;
  let tables = 0;
  const flush = () => {
    if (lines.length > 0) rendered.push(richText(lines));
    lines = [];
    length = 0;
  };
  for (const block of blocks) {
    if (block.block === "table" && surface === "message" && tables === 0 && fitsTable(block)) {
      flush();
      rendered.push(table(block));
      tables++;
      continue;
    }
    for (const line of linesOf(block)) {
      const size = line.reduce((sum, element) => sum + sizeOf(element), 1);
      if (length + size > most.text) flush();
      // A heading is set off from what stands above it, unless it is the first.
      if (block.block === "heading" && lines.length > 0) lines.push([text("")]);
      lines.push(line);
      length += size;
    }
  }
  flush();
  return rendered;
}

function richText(lines: readonly RichTextElement[][]): KnownBlock {
  const elements = lines.flatMap((line, at) => (at === 0 ? line : [text("\n"), ...line])).filter(saysSomething);
  const section: RichTextSection = {
    type: "rich_text_section",
    elements: elements.length === 0 ? [text(" ")] : elements,
  };
  return { type: "rich_text", elements: [section] };
}

function saysSomething(element: RichTextElement): boolean {
  return element.type !== "text" || element.text !== "";
}

function sizeOf(element: RichTextElement): number {
  switch (element.type) {
    case "text":
      return element.text.length;
    case "link":
      return element.url.length + (element.text?.length ?? 0);
    case "user":
    case "channel":
    case "broadcast":
    case "color":
    case "date":
    case "emoji":
    case "team":
    case "usergroup":
      return 30;
  }
}

type Style = { bold?: boolean; italic?: boolean };

function text(words: string, style?: Style): RichTextElement {
  // Responder breaks between lines are ours; inside a text they are blanks by now.
  const said = words === "\n" ? words : clean(words);
  return { type: "text", text: said, ...(style === undefined ? {} : { style }) };
}

function linesOf(block: Block): RichTextElement[][] {
  switch (block.block) {
    case "heading":
      return [[text(block.text, { bold: true })]];
    case "text":
      return [[text(block.text)]];
    case "quiet":
      return [[text(block.text, { italic: true })]];
    case "facts":
      return block.facts.map((fact) =>
        fact.label === "" ? valueElements(fact) : [text(`${fact.label}: `, { bold: true }), ...valueElements(fact)],
      );
    case "table":
      return rowLines(block).map((line) => [text(line)]);
    case "finding":
      return [
        [text(`${block.title}. `, { bold: true }), text(block.text)],
        ...(block.label === null ? [] : [[text(block.label, { italic: true })]]),
        ...block.sources.map(sourceLine),
      ];
    case "source":
      return [sourceLine(block.source)];
    case "link":
      return [linkLine(block.url, block.text)];
    case "people":
      return [
        [
          text(`${block.label}: `, { bold: true }),
          ...block.people.flatMap((person, at) => [
            ...(at === 0 ? [] : [text(", ")]),
            isId(person) ? { type: "user" as const, user_id: person } : text(person),
          ]),
        ],
      ];
    case "channel":
      return [
        [
          text(`${block.label}: `, { bold: true }),
          isId(block.channel) ? { type: "channel" as const, channel_id: block.channel } : text(block.channel),
        ],
      ];
  }
}

/** Somebody whom Slack knows is shown as Slack shows people. */
function valueElements({ value, person }: Fact): RichTextElement[] {
  if (person === undefined || !isPerson(person.id)) return [text(value)];
  return [{ type: "user", user_id: person.id }, text(person.rest)];
}

type Source = Extract<Block, { block: "source" }>["source"];

function sourceLine(source: Source): RichTextElement[] {
  return [...linkLine(source.url, source.url), text(` (${lastReadWords(source)})`)];
}

/** An address that is none is shown as text: a link that Slack does not take would refuse the whole message. */
function linkLine(url: string, words: string): RichTextElement[] {
  const address = clean(url);
  if (!/^https?:\/\/[^\s<>|"]+$/.test(address) || address.length > most.text) return [text(`${words} ${url}`)];
  return [{ type: "link", url: address, text: clean(words) }];
}

type Table = Extract<Block, { block: "table" }>;

function fitsTable({ columns, rows }: Table): boolean {
  return columns.length > 0 && columns.length <= most.tableColumns && rows.length < most.tableRows;
}

/** An empty cell is refused by Slack: a blank stands for it. */
function table({ columns, rows }: Table): KnownBlock {
  const cell = (words: string | undefined) => ({ type: "raw_text" as const, text: clean(words ?? "").trim() || " " });
  return {
    type: "table",
    rows: [columns, ...rows].map((row) => columns.map((_, at) => cell(row[at]))),
    column_settings: columns.map((_, at) =>
      at === 0 ? { is_wrapped: true } : { align: "right" as const, is_wrapped: true },
    ),
  };
}

/** Words that Slack shows as they are. Only what could be read as an emoji says that it is none: every window is smaller for it. */
export function plain(words: string, longest: number): { type: "plain_text"; text: string; emoji?: false } {
  const text = shortened(clean(words).trim() || " ", longest);
  return mayHoldEmoji.test(text) ? { type: "plain_text", text, emoji: false } : { type: "plain_text", text };
}

const mayHoldEmoji = /:|[^\n -~]/;
