import { nearest } from "../quantity/nearest.ts";
import type { Request } from "./request.ts";

/** The verbs that can be typed behind the command. */
const verbs = ["help", "resume", "plans", "estimate", "explain", "decisions", "settings"] as const;
export type Verb = (typeof verbs)[number];

/** What can be typed: only what these verbs mean. No typed word reaches what a button does. */
export type TypedRequest = Extract<
  Request,
  { ask: "open" | "help" | "resume" | "plans" | "estimate" | "explain" | "decisions" | "decision" | "settings" }
>;

/** What was typed behind the command as a request; or a sentence that names the word that is none, and the nearest. */
export function readTyped(words: string): TypedRequest | { problem: string } {
  const typed = words.trim();
  if (typed === "") return { ask: "open" };
  const [first = "", ...more] = typed.split(/\s+/);
  const verb = verbs.find((each) => each === first.toLowerCase());
  if (verb !== undefined) return requestOf(verb, typed.slice(first.length).trim());
  // A whole question needs no verb: what it asks for is explained, or refused with the way out.
  if (more.length > 1 || typed.endsWith("?")) return { ask: "explain", topic: typed };
  return { problem: `There is no "${first.slice(0, 40)}". ${nearest(first, verbs)}` };
}

/** A verb with what belongs to it, however the two were given. */
export function requestOf(verb: Verb, rest: string): TypedRequest {
  switch (verb) {
    case "help":
    case "resume":
    case "settings":
      return { ask: verb };
    case "plans":
      return { ask: "plans", of: rest };
    case "estimate":
      return { ask: "estimate", work: rest };
    case "explain":
      return { ask: "explain", topic: rest };
    case "decisions":
      return rest === "" ? { ask: "decisions" } : { ask: "decision", id: rest };
  }
}
