import { nearest } from "#core";
import { factsCommandMessages as messages } from "./command-messages.ts";

/** What can be asked of the facts of the catalogue, by whoever looks after it. */
export type FactsCommand = {
  verb: "facts";
  what: "due" | "check" | "readings";
  /** By any of its names; null: all of them. */
  vendor: string | null;
  /** Proposes what was seen as a change to the files of the catalogue. */
  write: boolean;
  all: boolean;
  json: boolean;
};

const kinds = ["due", "check", "readings"] as const;

/** `facts due [--vendor V] [--all]`, `facts check [--vendor V] [--write]` and `facts readings`. */
export function factsOf(
  words: readonly string[],
  values: ReadonlyMap<string, string>,
): FactsCommand | { misuse: string } {
  const [typed = "", ...more] = words;
  const what = kinds.find((each) => each === typed);
  if (what === undefined) return { misuse: messages.kinds(nearest(typed, kinds)) };
  if (more.length > 0) return { misuse: messages.noWord(what, more[0]) };
  if (values.has("--write") && what !== "check") return { misuse: messages.write };
  if (values.has("--all") && what !== "due") return { misuse: messages.all };
  if (values.has("--vendor") && what === "readings") return { misuse: messages.vendor };
  return {
    ...{ verb: "facts", what, vendor: values.get("--vendor") ?? null },
    ...{ write: values.has("--write"), all: values.has("--all"), json: values.has("--json") },
  };
}
