import { ApplicationCommandType, InteractionType } from "discord.js";
import type { Follow, Interaction } from "#core";
import type { Handle } from "./handlers.ts";

/** The handling of an interaction, followed: it is acknowledged when Discord has its first answer. */
export function followed(
  follow: Follow,
  payload: unknown,
  respond: Parameters<Handle>[1],
  handle: Handle,
): ReturnType<Handle> {
  return follow({ platform: "discord", kind: kindOf(payload) }, async ({ acknowledged, ignored }) => {
    const handled = await handle(payload, async (...answer) => {
      await respond(...answer);
      acknowledged();
    });
    if (handled !== "answered") ignored();
    return handled;
  });
}

const kinds: Readonly<Record<number, Interaction["kind"]>> = {
  [InteractionType.MessageComponent]: "button",
  [InteractionType.ModalSubmit]: "form",
  [InteractionType.ApplicationCommandAutocomplete]: "search",
};

/** By what Discord calls it. Nobody has looked yet whether the payload is whole. */
function kindOf(payload: unknown): Interaction["kind"] {
  const { type, data } = (payload ?? {}) as { type?: unknown; data?: { type?: unknown } };
  if (type === InteractionType.ApplicationCommand)
    return data?.type === ApplicationCommandType.Message ? "shortcut" : "command";
  return typeof type === "number" ? (kinds[type] ?? "other") : "other";
}
