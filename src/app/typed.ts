import type { Advisor } from "../advice/advise.ts";
import { readPlainQuestion } from "../advice/plain-question.ts";
import { readLine } from "../conversation/one-line/read-line.ts";
import { isFilter } from "../ledger/read-filter.ts";
import { vendorsSharing, wholeName } from "../market/whole-names.ts";
import { isExplained } from "../present/explain.ts";
import { routeNamed } from "../present/plans.ts";
import { nearest } from "../quantity/nearest.ts";
import { readExport } from "./read-export.ts";
import type { Request } from "./request.ts";
import { isWork } from "./typed-estimate.ts";
import { openers, typedMessages } from "./typed-messages.ts";

/** The verbs that can be typed behind the command. */
export const verbs = [
  "help",
  "resume",
  "plans",
  "estimate",
  "compare",
  "explain",
  "decisions",
  "catalogue",
  "balances",
  "usage",
  "settings",
  "link",
  "unlink",
] as const;
export type Verb = (typeof verbs)[number];

/** Longer lines are not read: people type less, and programs paste. In characters. */
const longestLine = 4_000;

/** What can be typed: only what these verbs mean, or a line of work. No typed word reaches what a button does. */
export type TypedRequest = Extract<
  Request,
  {
    ask:
      | "open"
      | "help"
      | "resume"
      | "plans"
      | "estimate"
      | "line"
      | "compare"
      | "explain"
      | "decisions"
      | "decision"
      | "catalogue"
      | "balances"
      | "form"
      | "ledger"
      | "settings"
      | "link"
      | "unlink";
  }
>;

/**
 * What was typed behind the command as a request; or a sentence that names the word that is none, and the nearest. The first
 * of these that fits:
 *
 * 1. nothing: the questions;
 * 2. a verb with what belongs to it; `help`, `resume`, `usage` and `settings` only by themselves;
 * 3. JSON, or a kind of work and `field=amount` pairs: an estimate;
 * 4. a vendor or product alone, by any name people have for it, perhaps with a route behind it: what is sold;
 * 5. a topic or an id alone: explained; a route by its name: what is sold on it;
 * 6. a question, by its mark, its first word or its asking for a rate between unlike units: explained;
 * 7. a line of which anything is understood: the conversation, beginning with it;
 * 8. three words or more: explained, or refused with the way out; fewer are refused.
 */
export function readTyped(words: string, advisor: Advisor): TypedRequest | { problem: string } {
  const typed = words.trim();
  if (typed === "") return { ask: "open" };
  if (typed.length > longestLine)
    return {
      problem: typedMessages.long(typed.length, longestLine),
    };
  const [first = "", ...more] = typed.split(/\s+/);
  const verb = verbs.find((each) => each === first.toLowerCase());
  const asked = verb === undefined ? undefined : requestOf(verb, typed.slice(first.length).trim());
  if (asked !== undefined) return asked;
  if (isWork(typed)) return { ask: "estimate", work: typed };
  if (isSold([first, ...more], advisor)) return { ask: "plans", of: typed };
  if (isExplained(typed, advisor)) return { ask: "explain", topic: typed };
  if (routeNamed(typed) !== undefined) return { ask: "plans", of: typed };
  if (isQuestion(typed, first, advisor)) return { ask: "explain", topic: typed };
  if (readLine(typed, advisor).understood.length > 0) return { ask: "line", words: typed, fresh: false };
  if (more.length > 1) return { ask: "explain", topic: typed };
  return { problem: typedMessages.noVerb(first.slice(0, 40), nearest(first, verbs)) };
}

/** A vendor or a product by any of its names, perhaps with a route behind it, and nothing else. */
function isSold(words: readonly string[], { market }: Advisor): boolean {
  const said = words.join(" ");
  if (wholeName(said, market) !== undefined || vendorsSharing(said, market).length > 0) return true;
  return words.some(
    (_, at) =>
      at > 0 &&
      routeNamed(words.slice(at).join(" ")) !== undefined &&
      wholeName(words.slice(0, at).join(" "), market) !== undefined,
  );
}

/** A verb with what belongs to it; undefined where it takes nothing and something stands there. */
function requestOf(verb: Verb, rest: string): TypedRequest | undefined {
  switch (verb) {
    case "help":
    case "resume":
    case "catalogue":
    case "settings":
      return rest === "" ? { ask: verb } : undefined;
    case "usage":
      return rest === "" ? { ask: "form", form: "usage", about: "" } : undefined;
    case "plans":
      return { ask: "plans", of: rest };
    case "estimate":
      return { ask: "estimate", work: rest };
    case "compare":
      return { ask: "compare", work: rest };
    case "balances":
      return { ask: "balances", of: rest };
    case "explain":
      return { ask: "explain", topic: rest };
    case "decisions":
      return decisionsRequest(rest);
    case "link":
      return /^[\w-]{0,40}$/.test(rest) ? { ask: "link", code: rest.toLowerCase() } : undefined;
    case "unlink":
      return rest === "" ? { ask: "unlink" } : undefined;
  }
}

/** `decisions`, alone or narrowed; `decisions totals`, `decisions export csv`; else words that mean one. */
function decisionsRequest(rest: string): TypedRequest {
  const [first = "", ...more] = rest.split(/\s+/);
  const about = more.join(" ");
  if (rest === "") return { ask: "decisions" };
  if (rest.toLowerCase() === "totals") return { ask: "ledger", page: "totals", about: "" };
  if (first.toLowerCase() === "export" && (about === "" || readExport(about).of === "" || isFilter(about)))
    return { ask: "ledger", page: "export", about };
  return isFilter(rest) ? { ask: "decisions", of: rest } : { ask: "decision", id: rest };
}

function isQuestion(words: string, first: string, { market }: Advisor): boolean {
  if (words.endsWith("?") || openers.has(first.toLowerCase())) return true;
  const { signs } = readPlainQuestion(words, market.catalogue);
  return signs.has("asks_exchange_rate") || signs.has("asks_sum_of_unlike") || signs.has("price_per_thousand");
}
