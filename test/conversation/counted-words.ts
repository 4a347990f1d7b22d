import type { Field, Screen } from "../../src/screen/screen.ts";
import { countWords } from "../../src/screen/words.ts";

/** The words that a person reads on a screen: title, body, questions, hints and the options that stand open. */
export function wordsOfScreen({ title, body, fields, actions }: Screen): number {
  const texts = [title, ...fields.flatMap(fieldTexts), ...actions.map(({ label }) => label)];
  return countWords([...body, ...texts.map((text) => ({ block: "text" as const, text }))]);
}

/** Options of long lists stay folded until somebody opens them. */
const mostOpen = 5;

function fieldTexts(field: Field): string[] {
  const options = "options" in field && field.options.length <= mostOpen ? field.options : [];
  return [field.label, field.hint, ...options.map(({ label }) => label)];
}
