import type { ReceiverEvent } from "@slack/bolt";
import type { Follow, Interaction } from "#core";

/** Bolt's hearing of an event, followed: it is acknowledged when Slack has its answer. */
export function followed(
  follow: Follow,
  event: ReceiverEvent,
  hear: (event: ReceiverEvent) => Promise<void>,
): Promise<void> {
  return follow({ platform: "slack", kind: kindOf(event.body) }, async ({ acknowledged, ignored }) => {
    const ack: ReceiverEvent["ack"] = async (response) => {
      await event.ack(response);
      acknowledged();
    };
    await hear({ ...event, ack, customProperties: { ...event.customProperties, ignored } });
  });
}

const kinds: Readonly<Record<string, Interaction["kind"]>> = {
  shortcut: "shortcut",
  message_action: "shortcut",
  block_actions: "button",
  view_submission: "form",
  view_closed: "form",
  block_suggestion: "search",
  event_callback: "event",
};

/** By what Slack calls it. A command has no type; nobody has looked yet whether the payload is whole. */
function kindOf(body: unknown): Interaction["kind"] {
  const { type, command, event } = (body ?? {}) as { type?: unknown; command?: unknown; event?: { type?: unknown } };
  if (command !== undefined) return "command";
  if (event?.type === "app_home_opened") return "home";
  return typeof type === "string" && Object.hasOwn(kinds, type) ? (kinds[type] ?? "other") : "other";
}
