import { routeNamed } from "../present/plans.ts";
import { nearest } from "../quantity/nearest.ts";
import type { Request } from "./request.ts";
import { isWork, readEstimateWords } from "./typed-estimate.ts";

/** The verbs that can be typed behind the command. */
const verbs = ["help", "resume", "plans", "estimate", "compare", "explain", "decisions", "settings"] as const;
export type Verb = (typeof verbs)[number];

/** Longer lines are not read: people type less, and programs paste. In characters. */
const longestLine = 4_000;

/** What can be typed: only what these verbs mean. No typed word reaches what a button does. */
export type TypedRequest = Extract<
  Request,
  {
    ask:
      | "open"
      | "help"
      | "resume"
      | "plans"
      | "estimate"
      | "compare"
      | "explain"
      | "decisions"
      | "decision"
      | "settings";
  }
>;

/** What was typed behind the command as a request; or a sentence that names the word that is none, and the nearest. */
export function readTyped(words: string): TypedRequest | { problem: string } {
  const typed = words.trim();
  if (typed === "") return { ask: "open" };
  if (typed.length > longestLine)
    return {
      problem: `This line has ${typed.length} characters, and at most ${longestLine} are read. Ask for less at once; a long text is counted where the questions ask how long it is.`,
    };
  const [first = "", ...more] = typed.split(/\s+/);
  const verb = verbs.find((each) => each === first.toLowerCase());
  if (verb !== undefined) return requestOf(verb, typed.slice(first.length).trim());
  // A whole question needs no verb: what it asks for is explained, or refused with the way out.
  if (more.length > 1 || typed.endsWith("?")) return { ask: "explain", topic: typed };
  return { problem: `There is no "${first.slice(0, 40)}". ${nearest(first, verbs)}` };
}

/** A verb with what belongs to it, however the two were given. */
function requestOf(verb: Verb, rest: string): TypedRequest {
  switch (verb) {
    case "help":
    case "resume":
    case "settings":
      return { ask: verb };
    case "plans":
      return { ask: "plans", of: rest };
    case "estimate":
      return { ask: "estimate", work: rest };
    case "compare":
      return { ask: "compare", work: rest };
    case "explain":
      return { ask: "explain", topic: rest };
    case "decisions":
      return rest === "" ? { ask: "decisions" } : { ask: "decision", id: rest };
  }
}

/** What was filled into the options of a command that has one for the verb, one for a vendor, and one for anything else. */
export type TypedOptions = { verb: string; vendor: string; about: string };

/**
 * The three options as one request: both the vendor and the words are in it, or one sentence says which to leave out. Work is
 * priced, and a vendor alone is shown with what it sells, without a verb too.
 */
export function readOptions({ verb, vendor, about }: TypedOptions): TypedRequest | { problem: string } {
  const words = about.trim();
  const name = vendor.trim();
  const said = verb.trim().toLowerCase();
  const asked = verbs.find((each) => each === said) ?? (said === "" ? verbMeant(name, words) : undefined);
  switch (asked) {
    case undefined:
      return { problem: `There is no "${said.slice(0, 40)}". ${nearest(said, verbs)}` };
    case "":
      return { ask: "open" };
    case "help":
    case "resume":
    case "settings":
      return name === "" && words === ""
        ? { ask: asked }
        : { problem: `"${asked}" takes neither a vendor nor words: leave them out.` };
    case "plans":
      return name === "" || words === "" || isRoute(words)
        ? { ask: "plans", of: `${name} ${words}`.trim() }
        : { problem: `"plans" takes a vendor, a route, or both: leave out "${words.slice(0, 40)}".` };
    case "estimate":
      return estimateFor(words, name);
    case "compare":
      return { ask: "compare", work: name === "" ? words : withVendor(words, name) };
    case "explain":
      if (name === "" || words === "") return { ask: "explain", topic: words || name };
      return isQuestion(words)
        ? { ask: "explain", topic: `${words} (${name})` }
        : { problem: `"explain" takes a vendor or a topic: leave out the vendor, or "${words.slice(0, 40)}".` };
    case "decisions":
      return name === "" ? requestOf("decisions", words) : { problem: '"decisions" takes no vendor: leave it out.' };
  }
}

/** What is meant where no verb was chosen. */
function verbMeant(vendor: string, words: string): Verb | "" {
  if (isWork(words)) return "estimate";
  if (words === "") return vendor === "" ? "" : "plans";
  return vendor !== "" && isRoute(words) ? "plans" : "explain";
}

function isRoute(words: string): boolean {
  return routeNamed(words) !== undefined;
}

function isQuestion(words: string): boolean {
  return words.endsWith("?") || words.split(/\s+/).length > 2;
}

/** The work with the vendor that it is priced for, which it may name itself. */
function estimateFor(work: string, vendor: string): TypedRequest | { problem: string } {
  if (vendor === "") return { ask: "estimate", work };
  if (work === "")
    return { problem: "Say the work as well, such as: images accepted=1000 acceptanceRate=50% resolution=1k." };
  if (/(^|[\s"])vendor["\s]*[=:]/.test(work))
    return { problem: "The work names a vendor already: leave out one of the two." };
  if (!work.startsWith("{")) return { ask: "estimate", work: `${work} vendor=${vendor.replace(/[\s,]+/g, "-")}` };
  const read = readEstimateWords(work);
  return "input" in read && typeof read.input === "object"
    ? { ask: "estimate", work: JSON.stringify({ ...read.input, vendor: [vendor] }) }
    : { ask: "estimate", work };
}

/** The work with one more vendor to compare: those in the words stay. */
function withVendor(work: string, vendor: string): string {
  if (!work.startsWith("{")) return `${work} vendors=${vendor.replace(/[\s,]+/g, "-")}`.trim();
  const read = readEstimateWords(work);
  if (!("input" in read) || typeof read.input !== "object") return work;
  const { vendor: named, ...rest } = (read.input ?? {}) as Record<string, unknown>;
  return JSON.stringify({ ...rest, vendor: [...(Array.isArray(named) ? named : []), vendor] });
}
