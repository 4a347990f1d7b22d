import type { Who } from "../conversation/bot.ts";
import { readDirectAbout } from "../outbox/direct.ts";
import type { Request } from "./request.ts";

/**
 * What a button of a direct message asks for, and of whom it is then: of the team that it is about, where nothing more is
 * filled in; a form says itself of which team it is. Null for what no message of ours carries here.
 */
export function requestOfDirect(from: Who, text: string): { who: Who; request: Request } | null {
  const read = readDirectAbout(from, text);
  if (read === null) return null;
  const { who, verb, about } = read;
  const within = `${who.tenant.id}/${about}`;
  switch (verb) {
    case "approve":
    case "anyway":
      return { who, request: { ask: "approve", decision: about, anyway: verb === "anyway" } };
    case "decline":
      return { who: from, request: { ask: "form", form: "declining", about: within } };
    case "answer":
      return { who: from, request: { ask: "form", form: "answering", about: within } };
    case "balance":
      return { who, request: { ask: "balance", id: about } };
    case "snooze":
      return { who, request: { ask: "do", operation: "snooze", about } };
    case "done":
      return { who, request: { ask: "do", operation: "reminder-done", about } };
  }
}
