import type { RawFile } from "discord.js";
import { type Composed, shortened } from "#core";
import { renderCard } from "./card.ts";
import { most } from "./limits.ts";

/** What the picture of a card is called among the files of its message. */
export const pictureName = "cost.png";

/** A card with its picture: what its message becomes. Sent again, it has one picture still: its files are those named here. */
export function withPicture({ png, alt, message }: Extract<Composed, { do: "picture" }>): {
  body: object;
  files: RawFile[];
} {
  const { flags, components, allowed_mentions } = renderCard({ ...message, picture: { reference: pictureName, alt } });
  const attachments = [{ id: "0", filename: pictureName, description: shortened(alt, most.alt) }];
  const files = [{ name: pictureName, data: Buffer.from(png), contentType: "image/png" }];
  return { body: { flags, components, allowed_mentions, attachments }, files };
}
