import { readFact, writeFact } from "./fact-ticket.ts";
import { formTicket, readFormTicket } from "./form-ids.ts";
import type { Reading } from "./request.ts";

/** What a form about a kept decision carries, where one of the conversation carries its ticket. */
const version = "d1";

function writeDecisionTicket(id: string): string {
  return `${version}.${id}`;
}

/** The decision that a form was about; null for a ticket of the conversation, or anything else. */
export function readDecisionTicket(text: string): string | null {
  return /^d1\.([\w-]{1,64})$/.exec(text)?.[1] ?? null;
}

/** What the form of a reading carries: the form, the fact or the decision it is about; null where it is about none. */
export function ticketFor(reading: Reading): string | null {
  if (reading.ask === "form") return formTicket(reading);
  if (reading.ask === "fact") return writeFact(reading.fact, reading.of);
  if (reading.ask === "naming") return writeDecisionTicket(reading.decision);
  return reading.ask === "decision" ? writeDecisionTicket(reading.id) : null;
}

/** The form that is opened anew by its ticket. Null for other readings. */
export function formAgain(reading: Reading): Reading | null {
  if (reading.ask !== "page") return null;
  const form = readFormTicket(reading.ticket);
  if (form !== null) return { ask: "form", ...form };
  const fact = readFact(reading.ticket);
  if (fact !== null) return { ask: "fact", ...fact };
  const decision = readDecisionTicket(reading.ticket);
  return decision === null ? null : { ask: "naming", decision };
}
