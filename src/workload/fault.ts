import type { z } from "zod";
import { nearest } from "../quantity/nearest.ts";
import { faults, messages } from "./messages.ts";

/** One thing that is wrong with what was given. */
export type Fault = {
  /** Its place, such as `usage.0.people`; empty for the whole. */
  field: string;
  /** What is wrong with it: the rest of a sentence that begins with the field. */
  says: string;
  /** How it would be right, as JSON. */
  example: string;
};

/** A fault as one line: what is wrong with which field, and how it would be right. */
export function faultLine({ field, says, example }: Fault): string {
  const where = field === "" ? "" : `${field} `;
  return `${where}${says} ${example}`;
}

/**
 * The first thing that is wrong. `example`: an input that is right, of the same kind as far as that is known; `fields`: the
 * names that may stand in it. Nothing of the checking library is ever shown.
 */
export function firstFault({ issues }: z.core.$ZodError, example: object, fields: readonly string[]): Fault {
  const [issue] = issues;
  const path = (issue?.path ?? []).map((part) => (typeof part === "number" ? part : String(part).slice(0, 60)));
  const field = path.join(".");
  const right = messages.forExample(exampleAt(example, path));
  if (issue?.code === "unrecognized_keys") {
    const key = (issue.keys[0] ?? "").slice(0, 60);
    const choices = path.length === 0 ? nearest(key, fields, 12) : right;
    return { field: [...path, key].join("."), says: faults.unknownField, example: choices };
  }
  return { field, says: messages.sentence(issue === undefined ? faults.otherwise : wordsOf(issue)), example: right };
}

/** Issues that the library words itself are worded here; the others have our own words. */
function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? faults.missing : faults.type(issue.expected);
    case "invalid_value":
      return faults.oneOf(issue.values);
    case "unrecognized_keys":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
      return faults.otherwise;
    case "invalid_union":
    case "custom":
    case "too_big":
    case "too_small":
    case "invalid_format":
      return issue.message;
  }
}

/** What stands at the path in the example, with the last name on the way; the whole of it where there is none. */
function exampleAt(example: object, path: readonly (string | number)[]): string {
  let at: unknown = example;
  let shown = inWords(example);
  for (const part of path) {
    if (typeof at !== "object" || at === null) break;
    // A list shows one of each.
    at = Array.isArray(at) ? at[0] : (Object.entries(at).find(([name]) => name === part)?.[1] ?? undefined);
    if (at === undefined) break;
    if (typeof part === "string") shown = `"${part}": ${inWords(at)}`;
  }
  return shown;
}

/** JSON on one line, with blanks where people put them. */
function inWords(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
}
