import type { Values } from "../conversation/read-fields.ts";
import type { Act } from "../screen/screen.ts";
import type { Request } from "./request.ts";

/** A button that was pressed: what it does, what it is about (a ticket, a decision, a post), and what was typed beside it. */
export type Press = { act: Act; about: string; values?: Values };

/** What a button asks for. `more` is not among them: it carries a whole request, which paging reads. */
export function requestOfPress(act: Exclude<Act, "more">, about: string, values: Values): Request {
  const chosen = (field: string) => (typeof values[field] === "string" && values[field] !== "" ? values[field] : null);
  switch (act) {
    case "next":
      return { ask: "answer", ticket: about, values };
    case "back":
      return { ask: "back", ticket: about, values };
    case "edit":
      return { ask: "edit", ticket: about, question: chosen("edit") };
    case "restart":
    case "resume":
    case "settings":
    case "forget":
      return { ask: act };
    case "begin":
      return { ask: "open" };
    case "post":
      return { ask: "post", ticket: about, channel: chosen("channel") };
    case "save":
      return { ask: "keep", ticket: about };
    case "copy":
      return { ask: "copy", ticket: about };
    case "cancel":
      return { ask: "leave" };
    case "look":
      return { ask: "decision", id: about };
    case "why":
    case "approve":
    case "check":
    case "undo":
    case "revise":
      return { ask: act, decision: about };
    case "retry":
      return { ask: "retry", post: about };
    case "use-channel":
      return { ask: "use-channel", channel: about };
    case "no-channel":
      return { ask: "use-channel", channel: null };
  }
}
