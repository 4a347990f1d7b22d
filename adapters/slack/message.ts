import type { KnownBlock } from "@slack/types";
import { type Block, type CardMessage, clean, plainLines, type Reply, shortened } from "#core";
import { isId, isPerson } from "./codes.ts";
import { most } from "./limits.ts";
import { buttonBlocks } from "./modal.ts";
import { plain, renderBlocks } from "./render.ts";

/** A message as every method takes it. The text has everything: a screen reader reads it instead of the blocks. */
export type SlackMessage = {
  text: string;
  blocks: KnownBlock[];
  unfurl_links: false;
  unfurl_media: false;
  mrkdwn: false;
};

/** The only place where a message is made. */
function write(title: string, whole: CardMessage["whole"], blocks: KnownBlock[]): SlackMessage {
  return {
    text: shortened([inert(title), ...whole.flatMap(fallbackLines)].join("\n").trim() || " ", most.fallback),
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    mrkdwn: false,
  };
}

/** Persons are named by Slack: an id means nothing to somebody who listens. */
function fallbackLines(block: Block): string[] {
  if (block.block === "facts")
    return block.facts.map(({ label, value, person }) =>
      person === undefined || !isPerson(person.id)
        ? inert(`${label}: ${value}`)
        : `${inert(label)}: <@${person.id}>${inert(person.rest)}`,
    );
  if (block.block !== "people") return plainLines(block).map(inert);
  return [`${inert(block.label)}: ${block.people.map((id) => (isId(id) ? `<@${id}>` : inert(id))).join(", ")}`];
}

/** A text that Slack would parse: its three signs are escaped, and no mark of emphasis touches a word. */
export function inert(text: string): string {
  return clean(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[*_~`]/g, "\u200b$&\u200b");
}

export function renderCard({ title, blocks, whole, actions, picture }: CardMessage): SlackMessage {
  const head: KnownBlock = { type: "header", text: plain(title, most.header) };
  const buttons = buttonBlocks({ fields: [], actions }, null, "message");
  if (picture === undefined) return write(title, whole, [head, ...renderBlocks(blocks, "message"), ...buttons]);
  // What it costs stands first, and the picture shows it: for those who hear it, too.
  const lead = Math.max(
    0,
    blocks.findIndex(({ block }) => block !== "text"),
  );
  const [first, rest] = [blocks.slice(0, lead), blocks.slice(lead)];
  return write(
    title,
    [...whole.slice(0, lead), { block: "text", text: picture.alt }, ...whole.slice(lead)],
    [head, ...renderBlocks(first, "message"), imageOf(picture), ...renderBlocks(rest, "message"), ...buttons],
  );
}

function imageOf({ reference, alt }: NonNullable<CardMessage["picture"]>): KnownBlock {
  return { type: "image", slack_file: { id: reference }, alt_text: shortened(clean(alt), most.alt) };
}

/** A reply that only the person who asked can see. */
export function renderAnswer({ screen, ticket, notice }: Reply): SlackMessage {
  const { title, body } = screen;
  return write(title, body, [
    { type: "header", text: plain(title, most.header) },
    ...(notice === null ? [] : renderBlocks([{ block: "text", text: notice }], "message")),
    ...renderBlocks(body, "message"),
    ...buttonBlocks(screen, ticket, "message"),
  ]);
}
