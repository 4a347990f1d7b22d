import type { Surface } from "../budgets/surface.ts";
import type { Json } from "./slack.ts";

/**
 * A modal as its person reads it. What Slack's client adds by itself, such as "(optional)" behind a label, is not ours and
 * does not stand here.
 */
export function readView(view: Json): Surface {
  const blocks: Json[] = view.blocks ?? [];
  const submit = view.submit === undefined ? [] : [`[${view.submit.text}]`];
  return {
    title: blocks.find(({ type }) => type === "header")?.text.text ?? "",
    lines: [`== ${view.title?.text}`, ...linesOf(blocks), [`[${view.close?.text}]`, ...submit].join(" ")],
    fields: blocks.filter(({ type }) => type === "input").length,
    blocks: blocks.length,
  };
}

/** A card in its channel, above its buttons. */
export function readCard(body: Json): Surface {
  const blocks: Json[] = body.blocks.filter(({ type }: Json) => type !== "actions");
  const title = blocks.find(({ type }) => type === "header")?.text.text ?? "";
  return { title, lines: linesOf(blocks), fields: 0, blocks: blocks.length };
}

export function linesOf(blocks: Json[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "header":
        return [`# ${block.text.text}`];
      case "context":
        return [`  ${block.elements.map((each: Json) => each.text).join(" ")}`];
      case "alert":
        return [`! ${block.text.text}`];
      case "rich_text":
        return block.elements
          .flatMap((section: Json) => section.elements)
          .map((each: Json) => (each.style?.bold ? `*${each.text}*` : (each.text ?? each.user_id ?? each.channel_id)))
          .join("")
          .split("\n");
      case "table":
        return block.rows.map((row: Json[]) => `| ${row.map((cell) => cell.text).join(" | ")} |`);
      case "section":
        return [[block.text.text, ...accessoryOf(block.accessory)].join(" ")];
      case "actions":
        return [block.elements.map((each: Json) => `[${each.text?.text ?? `${each.placeholder.text} v`}]`).join(" ")];
      case "input":
        return inputLines(block);
      default:
        throw new Error(`nobody knows how ${block.type} is read`);
    }
  });
}

/** A select beside a text shows what is chosen in it, else its placeholder. */
function accessoryOf(element: Json | undefined): string[] {
  if (element === undefined) return [];
  const shows = element.initial_conversation ?? element.placeholder?.text;
  return [`<${element.type}>`, ...(shows === undefined ? [] : [shows])];
}

/** Radio buttons and checkboxes stand open; of a select only what is chosen shows, else its placeholder. */
function inputLines({ label, hint, element }: Json): string[] {
  const open = ["radio_buttons", "checkboxes"].includes(element.type);
  const chosen = [element.initial_option, ...(element.initial_options ?? [])].filter(Boolean);
  const shows = open
    ? []
    : [
        element.initial_value,
        ...chosen.map((each) => each.text.text),
        element.initial_date,
        element.initial_user,
        element.initial_conversation,
        chosen.length === 0 ? element.placeholder?.text : undefined,
      ].filter(Boolean);
  return [
    `? ${[`${label.text} <${element.type}>`, ...shows].join(" ")}`,
    ...(open ? element.options : []).map(
      (each: Json) => `    ( ) ${each.text.text}${each.description ? ` - ${each.description.text}` : ""}`,
    ),
    ...(hint === undefined ? [] : [`    ${hint.text}`]),
  ];
}
