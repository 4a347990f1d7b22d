import type { Field } from "./screen.ts";

/** What leaving a field empty says, where its label does not say so already; an empty text where it does. */
const emptyWords: Record<Field["empty"], string> = {
  unknown: "",
  none: "Leave empty if there is none.",
  preset: "",
};

/** How to say in a typed field that somebody else has to be asked. */
const askWords = "Enter ? to ask someone else.";

/** The hint under a typed field. */
export function typedHint({ hint, empty, mayAsk }: Pick<Field, "hint" | "empty" | "mayAsk">): string {
  return [hint, emptyWords[empty], mayAsk ? askWords : ""].filter(Boolean).join(" ");
}
