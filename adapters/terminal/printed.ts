import { clean, type Output } from "#core";

/**
 * What a verb prints: text, or what has to be put right, in one line or in several. `toDo`: the text tells of something that a
 * person has to look at.
 */
export type Printed = Output | { text: string; toDo: boolean } | { misuses: readonly string[] };

// Colours are ours: what others wrote was cleaned before it was painted.
const escapeCode = "\u001b";
const ours = new RegExp(`(${escapeCode}\\[[\\d;]*m|\n)`);

/**
 * Text that commands no terminal, whatever it was made of. The last of several guards: blocks, sentences and JSON are
 * written without commands in the first place.
 */
export function harmless(text: string): string {
  return text
    .split(ours)
    .map((part, at) => (at % 2 === 1 ? part : clean(part)))
    .join("");
}

/** JSON for people and scripts. What could command a terminal is escaped, so that nothing of it is lost. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[^ -~\n]/gu, (found) =>
    clean(found) === found ? found : escaped(found),
  );
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
}
