import { readTicket } from "../conversation/ticket.ts";
import { type SectionId, sectionIds } from "../present/details/section.ts";
import type { Values } from "../screen/screen.ts";
import { type FactTarget, readFact, writeFact } from "./fact-ticket.ts";
import { type FormRef, readForm, writeForm } from "./form-ids.ts";
import { type LedgerPage, ledgerPages } from "./ledger-pages.ts";
import type { LinkRequest } from "./link-request.ts";
import type { OperationRef } from "./operation-ids.ts";
import type { UseOf } from "./use-usage-ids.ts";

/** What a person can look at. It changes nothing, so it can be shown again, page by page. */
export type Reading =
  | { ask: "help" }
  | { ask: "plans"; of: string }
  | { ask: "estimate"; work: string }
  | { ask: "compare"; work: string }
  | { ask: "explain"; topic: string }
  /** `of`: what narrows them, all of them without; `after`: where the page before ended. */
  | { ask: "decisions"; of?: string; after?: string }
  | { ask: "ledger"; page: LedgerPage; about: string }
  /** By its id, or, as it was typed, by the beginning of one or words of its name. */
  | { ask: "decision"; id: string }
  /** The form for another name. */
  | { ask: "naming"; decision: string }
  | { ask: "settings" }
  /** `of`: words of a product's name; all that the team holds without. */
  | { ask: "balances"; of: string }
  | { ask: "balance"; id: string }
  | ({ ask: "form" } & FormRef)
  /** One fact, for who looks whether its page still says it. */
  | ({ ask: "fact" } & FactTarget)
  /** How much of what is known is fresh, by vendor. */
  | { ask: "catalogue" }
  /** What was read of a usage export, by the id under which it is kept. */
  | { ask: "usage"; id: string }
  /** Details of a decision, or of the recommendation before it is one: the front page, or the one named by `part`. */
  | { ask: "why"; decision: string; part?: SectionId }
  | { ask: "details"; ticket: string; part?: SectionId }
  /** Whether today's facts still say the same. The team is told once for each state of the facts, however often it is asked. */
  | { ask: "check"; decision: string }
  /** A page of the conversation as it is, or its card as plain lines. */
  | { ask: "page"; ticket: string }
  | { ask: "copy"; ticket: string };

/** Everything a person can ask for, each with its own arguments. Every adapter speaks in these. */
export type Request =
  | Reading
  | { ask: "open" }
  /** One line of work that the conversation begins with. `fresh`: in place of one that waits. */
  | { ask: "line"; words: string; fresh: boolean }
  | { ask: "resume" }
  | { ask: "restart" }
  /** `decision`: what was looked at; null where it was the conversation. */
  | { ask: "leave"; decision: string | null }
  | { ask: "answer"; ticket: string; values: Values }
  | { ask: "back"; ticket: string; values: Values }
  /** The recommendation as it stands, before all is answered. */
  | { ask: "show"; ticket: string; values: Values }
  /** Somebody was picked beside the form of a page. */
  | { ask: "pick"; ticket: string; values: Values }
  /** Leaves the page: what is right on it is kept, as by going back. */
  | { ask: "keep-typed"; ticket: string; values: Values }
  /** Opens the page of one question; null: the page of the ticket. */
  | { ask: "edit"; ticket: string; question: string | null }
  | { ask: "post"; ticket: string; channel: string | null }
  | { ask: "keep"; ticket: string }
  /** `anyway`: though something is still open. */
  | { ask: "approve"; decision: string; anyway: boolean }
  /** Posts a decision that stands nowhere. */
  | { ask: "share"; decision: string; channel: string | null }
  | { ask: "undo"; decision: string }
  | { ask: "rename"; decision: string; name: string }
  | ({ ask: "fill"; values: Values } & FormRef)
  | ({ ask: "do" } & OperationRef)
  /** A button of a direct message: what it carries says of which team it is. */
  | { ask: "direct"; about: string }
  | { ask: "revise"; decision: string }
  | { ask: "retry"; post: string }
  /** Null: no usual channel any more. */
  | { ask: "use-channel"; channel: string | null }
  /** What a colleague saw on the page of a fact. */
  | ({ ask: "confirm-fact" } & FactTarget & ({ says: "same" } | { says: "differs"; value: string }))
  /** A usage export that somebody handed over, by the address that the platform gave for it. */
  | { ask: "take-usage"; file: string }
  /** The conversation with what was read of one. `over`: what becomes of a conversation that waits; null: that is asked. */
  | { ask: "use-usage"; id: string; over: UseOf | null }
  | LinkRequest
  | { ask: "forget" };

/** A reading as short text, to be carried by a button. */
export function writeReading(reading: Reading): string {
  switch (reading.ask) {
    case "help":
    case "settings":
    case "catalogue":
      return `${reading.ask}:`;
    case "decisions":
      return `decisions:${reading.after === undefined ? "" : `@${reading.after} `}${reading.of ?? ""}`;
    case "ledger":
      return `ledger:${reading.page} ${reading.about}`;
    case "plans":
    case "balances":
      return `${reading.ask}:${reading.of}`;
    case "balance":
    case "usage":
      return `${reading.ask}:${reading.id}`;
    case "estimate":
      return `estimate:${reading.work}`;
    case "compare":
      return `compare:${reading.work}`;
    case "explain":
      return `explain:${reading.topic}`;
    case "fact":
      return `fact:${writeFact(reading.fact, reading.of)}`;
    case "decision":
      return `decision:${reading.id}`;
    case "why":
      return `why:${writeTarget(reading.decision, reading.part)}`;
    case "details":
      return `details:${writeTarget(reading.ticket, reading.part)}`;
    case "naming":
    case "check":
      return `${reading.ask}:${reading.decision}`;
    case "form":
      return `form:${writeForm(reading)}`;
    case "page":
    case "copy":
      return `${reading.ask}:${reading.ticket}`;
  }
}

const readers: { [A in Reading["ask"]]: (rest: string) => Extract<Reading, { ask: A }> | null } = {
  help: (rest) => (rest === "" ? { ask: "help" } : null),
  plans: (of) => ({ ask: "plans", of }),
  balances: (of) => ({ ask: "balances", of }),
  balance: (id) => (isId(id) ? { ask: "balance", id } : null),
  usage: (id) => (isId(id) ? { ask: "usage", id } : null),
  estimate: (work) => ({ ask: "estimate", work }),
  compare: (work) => ({ ask: "compare", work }),
  explain: (topic) => ({ ask: "explain", topic }),
  decisions: (rest) => {
    const [, after, of = ""] = /^(?:@(\d{1,16}\.[\w-]{1,64}) )?(.*)$/s.exec(rest) ?? [];
    return { ask: "decisions", ...(of === "" ? {} : { of }), ...(after === undefined ? {} : { after }) };
  },
  ledger: (rest) => {
    const [name, about = ""] = rest.split(/ (.*)/s);
    const page = ledgerPages.find((each) => each === name);
    return page === undefined ? null : { ask: "ledger", page, about };
  },
  decision: (id) => (isId(id) ? { ask: "decision", id } : null),
  naming: (decision) => (isId(decision) ? { ask: "naming", decision } : null),
  settings: (rest) => (rest === "" ? { ask: "settings" } : null),
  fact: (rest) => {
    const target = readFact(rest);
    return target === null ? null : { ask: "fact", ...target };
  },
  catalogue: (rest) => (rest === "" ? { ask: "catalogue" } : null),
  why: (rest) => readDetails("why", rest),
  details: (rest) => readDetails("details", rest),
  check: (decision) => (isId(decision) ? { ask: "check", decision } : null),
  form: (rest) => {
    const ref = readForm(rest);
    return ref === null ? null : { ask: "form", ...ref };
  },
  page: (ticket) => (readTicket(ticket) === null ? null : { ask: "page", ticket }),
  copy: (ticket) => (readTicket(ticket) === null ? null : { ask: "copy", ticket }),
};

/** What Details are of, and which page of them, as a button carries it. */
export function writeTarget(about: string, part?: SectionId): string {
  return part === undefined ? about : `${about}/${part}`;
}

/** The same read back: of a ticket or of a decision. Null for what is neither, or names no page. */
export function readTarget(text: string): Extract<Reading, { ask: "why" | "details" }> | null {
  const [about = "", name, ...more] = text.split("/");
  const part = sectionIds.find((each) => each === name);
  if (more.length > 0 || (name !== undefined && part === undefined)) return null;
  const page = part === undefined ? {} : { part };
  if (readTicket(about) !== null) return { ask: "details", ticket: about, ...page };
  return isId(about) ? { ask: "why", decision: about, ...page } : null;
}

function readDetails<A extends "why" | "details">(ask: A, text: string): Extract<Reading, { ask: A }> | null {
  const read = readTarget(text);
  return read?.ask === ask ? (read as Extract<Reading, { ask: A }>) : null;
}

/** What `writeReading` wrote; null for anything else. */
export function readReading(text: string): Reading | null {
  const [ask = "", rest] = text.split(/:(.*)/s);
  return rest !== undefined && Object.hasOwn(readers, ask) ? readers[ask as Reading["ask"]](rest) : null;
}

function isId(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text);
}
