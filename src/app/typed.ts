import { nearest } from "../quantity/nearest.ts";

/** The verbs that can be typed behind the command. */
const verbs = ["help", "resume", "plans", "estimate", "explain", "decisions", "settings"] as const;
export type Verb = (typeof verbs)[number];

/** The verb that was meant, and what was typed behind it. */
export function readVerb(words: string): { verb: Verb; rest: string } | { problem: string } {
  const typed = words.trim();
  const [first = "", ...more] = typed.split(/\s+/);
  const verb = verbs.find((each) => each === first.toLowerCase());
  if (verb !== undefined) return { verb, rest: typed.slice(first.length).trim() };
  // A whole question needs no verb: what it asks for is explained, or refused with the way out.
  if (more.length > 1 || typed.endsWith("?")) return { verb: "explain", rest: typed };
  return { problem: `There is no "${first.slice(0, 40)}". ${nearest(first, verbs)}` };
}
