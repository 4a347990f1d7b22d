import { deepest, mostValues } from "./limits.ts";

/**
 * JSON with each number as the text that stands there, so that no digit of it is lost. Undefined for what is no JSON, or is
 * nested deeper than any export, or has more values.
 */
export function parsed(text: string): unknown {
  if (excessOf(text) !== undefined) return undefined;
  try {
    return JSON.parse(text, asWritten);
  } catch {
    return undefined;
  }
}

/** The third argument is newer than the types that know it. */
function asWritten(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" ? (context?.source ?? String(value)) : value;
}

/**
 * Whether lists and objects stand too deep inside each other, or there are too many values: undefined where neither is so.
 * Looked at before anything is built from them, as what is built takes many times the room.
 */
export function excessOf(text: string): "deep" | "many" | undefined {
  let depth = 0;
  let values = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === "\\") at++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === "{" || letter === "[") {
      depth++;
      if (depth > deepest) return "deep";
    } else if (letter === "}" || letter === "]") depth--;
    else if (letter === "," && ++values > mostValues) return "many";
  }
  return undefined;
}

/** The pages or records of a file: one, a list of them, or one on each line. Undefined for what is no JSON. */
export function unitsIn(text: string): unknown[] | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const values = lines.map(parsed);
  return lines.length > 1 && values.every((value) => value !== undefined) ? values : undefined;
}
