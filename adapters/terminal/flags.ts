import { nearest } from "#core";
import { commandMessages as messages } from "./command-messages.ts";

/** What stands behind a verb: the values of its flags, and the words that are none. */
export type Read = { values: Map<string, string>; words: string[] };

/** `allowed`: the flags of the verb; `true` for one that takes a value. */
export function readFlags(
  verb: string,
  allowed: Record<string, boolean>,
  rest: readonly string[],
): Read | { misuse: string } {
  const values = new Map<string, string>();
  const words: string[] = [];
  const left = [...rest];
  while (left.length > 0) {
    const [name, inline] = splitFlag(left.shift() ?? "");
    const takesValue = allowed[name];
    if (!name.startsWith("--")) words.push(name);
    else if (takesValue === undefined)
      return { misuse: messages.noFlag(verb, name, nearest(name, Object.keys(allowed))) };
    else if (!takesValue) values.set(name, "");
    else {
      const value = inline ?? left.shift();
      if (value === undefined || value === "") return { misuse: messages.noValue(name) };
      values.set(name, value);
    }
  }
  return { values, words };
}

function splitFlag(word: string): [string, string?] {
  const equals = word.indexOf("=");
  return word.startsWith("--") && equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word];
}
