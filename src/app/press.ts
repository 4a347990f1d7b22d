import type { Act, Values } from "../screen/screen.ts";
import { readDecisionTicket } from "./decision-ticket.ts";
import { readFact } from "./fact-ticket.ts";
import { readForm, readFormTicket } from "./form-ids.ts";
import { readOperation } from "./operation-ids.ts";
import { type Request, readTarget } from "./request.ts";
import { usages } from "./use-usage-ids.ts";

/** A button that was pressed: what it does, what it is about (a ticket, a decision, a post), and what was typed beside it. */
export type Press = { act: Act; about: string; values?: Values };

/** What carries, or leads to, what was asked for. */
export type CarryingAct = "more" | "yes" | "line";

/** What a button asks for. Not among them are those that carry what is wanted, and are read before. */
export function requestOfPress(act: Exclude<Act, CarryingAct>, about: string, values: Values): Request {
  const kept = readDecisionTicket(about);
  const chosen = (field: string) => (typeof values[field] === "string" && values[field] !== "" ? values[field] : null);
  const form = readFormTicket(about);
  const fact = readFact(about);
  switch (act) {
    case "fact":
      return fact === null ? { ask: "details", ticket: about } : { ask: "fact", ...fact };
    case "still-true":
      return fact === null ? { ask: "details", ticket: about } : { ask: "confirm-fact", ...fact, says: "same" };
    case "next":
      if (form !== null) return { ask: "fill", ...form, values };
      if (fact !== null) return { ask: "confirm-fact", ...fact, says: "differs", value: chosen("value") ?? "" };
      // The only form about a decision that is sent is the one for its name.
      return kept === null
        ? { ask: "answer", ticket: about, values }
        : { ask: "rename", decision: kept, name: chosen("name") ?? "" };
    case "rename":
      return { ask: "naming", decision: about };
    case "pick":
      // A form outside of the conversation has one field where somebody is picked: that fills it in.
      return form === null ? { ask: "pick", ticket: about, values } : { ask: "fill", ...form, values };
    case "form": {
      const ref = readForm(about);
      return ref === null ? { ask: "open" } : { ask: "form", ...ref };
    }
    case "do": {
      const ref = readOperation(about);
      return ref === null ? { ask: "open" } : { ask: "do", ...ref };
    }
    case "direct":
      return { ask: "direct", about };
    case "use-usage": {
      const [id = "", how] = about.split("/");
      return { ask: "use-usage", id, over: usages.find((each) => each === how) ?? null };
    }
    case "back":
      return { ask: "back", ticket: about, values };
    case "show":
      return { ask: "show", ticket: about, values };
    case "edit":
      // Where a channel is chosen in the message, the screen is shown again with it.
      return kept === null ? { ask: "edit", ticket: about, question: chosen("edit") } : { ask: "decision", id: kept };
    case "restart":
    case "resume":
    case "settings":
    case "forget":
    case "decisions":
      return { ask: act };
    case "begin":
      return { ask: "open" };
    case "post":
      return kept === null
        ? { ask: "post", ticket: about, channel: chosen("channel") }
        : { ask: "share", decision: kept, channel: chosen("channel") };
    case "save":
      return { ask: "keep", ticket: about };
    case "copy":
      return { ask: "copy", ticket: about };
    case "cancel":
      return { ask: "leave", decision: kept };
    case "look":
      return { ask: "decision", id: about };
    case "approve":
      return { ask: "approve", decision: about, anyway: false };
    case "why":
      return readTarget(about) ?? { ask: "why", decision: about };
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
