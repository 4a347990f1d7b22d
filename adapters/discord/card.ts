import { type APIComponentInContainer, ComponentType, MessageFlags } from "discord.js";
import { type Action, type Block, type CardMessage, clean, shortened } from "#core";
import { most } from "./limits.ts";
import { buttonRows, type DiscordMessage, textBlocks } from "./message.ts";
import { linesOf } from "./render.ts";
import { escaped } from "./text.ts";

/** A message in a channel: one container, its parts set apart by lines. What it says may fill the message. */
export function renderCard({ title, blocks, actions, picture }: CardMessage): DiscordMessage {
  const parts = partsOf(blocks);
  const [first = [], ...others] = parts;
  const head = [`## ${escaped(shortened(title.trim() || "-", 70))}`, ...first.flatMap(linesOf)];
  const shown: APIComponentInContainer[] = [
    ...textBlocks(head),
    ...(picture === undefined ? [] : [galleryOf(picture)]),
    ...others.flatMap((part): APIComponentInContainer[] => [
      { type: ComponentType.Separator },
      ...textBlocks(part.flatMap(linesOf)),
    ]),
    ...buttonRows(actions, "", () => null),
  ];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, accent_color: accentOf(blocks, actions), components: shown }],
    allowed_mentions: { parse: [] },
  };
}

/** A picture that is attached to the message, by its name there. */
function galleryOf({ reference, alt }: NonNullable<CardMessage["picture"]>): APIComponentInContainer {
  const media = { url: `attachment://${reference}` };
  return { type: ComponentType.MediaGallery, items: [{ media, description: shortened(clean(alt), most.alt) }] };
}

/** At most so many parts: a message holds forty components, and every part takes two. */
const mostParts = 6;

/** The blocks of a card in parts: each heading begins one. */
function partsOf(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.block === "heading" && parts.length < mostParts) parts.push([block]);
    else parts.at(-1)?.push(block);
  }
  return parts.filter((part, at) => at === 0 || part.length > 0);
}

/** Grey for what is over, amber while something stops it, green else. The words say it too. */
function accentOf(blocks: readonly Block[], actions: readonly Action[]): number {
  if (actions.length > 0 && !actions.some(({ action }) => action === "approve")) return 0x80848e;
  return blocks.some((block) => block.block === "finding" && block.severity === "block") ? 0xf0b232 : 0x248046;
}
