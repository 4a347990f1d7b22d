import type { Field } from "./screen.ts";

/** How to say in a typed field that somebody else has to be asked. */
const askWords = "Enter ? to ask someone else.";

/** The hint under a typed field. */
export function typedHint({ hint, mayAsk }: Pick<Field, "hint" | "mayAsk">): string {
  return [hint, mayAsk ? askWords : ""].filter(Boolean).join(" ");
}
