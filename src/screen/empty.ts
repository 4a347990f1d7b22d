import { askSomeoneElse } from "./messages.ts";
import type { Field } from "./screen.ts";

/** The hint under a typed field. */
export function typedHint({ hint, mayAsk }: Pick<Field, "hint" | "mayAsk">): string {
  return [hint, mayAsk ? askSomeoneElse : ""].filter(Boolean).join(" ");
}
