import { distance } from "fastest-levenshtein";
import { choiceWords } from "./messages.ts";

/** A sentence that names the valid choices nearest to what was typed: all of them when they are few. */
export function nearest(typed: unknown, choices: readonly string[], most = 8): string {
  if (choices.length <= most) return choiceWords.all(choices);
  const word = typeof typed === "string" ? typed.slice(0, 60).toLowerCase() : "";
  const ranked = choices
    .map((choice) => ({ choice, far: farFrom(word, choice.toLowerCase()) }))
    .sort((left, right) => left.far - right.far);
  return choiceWords.nearest(ranked.slice(0, 3).map((each) => each.choice));
}

function farFrom(word: string, choice: string): number {
  return choice.includes(word) && word.length > 2 ? 0 : distance(word, choice);
}
