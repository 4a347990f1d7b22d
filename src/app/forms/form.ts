import type { Who } from "../../conversation/bot.ts";
import type { Screen, Values } from "../../screen/screen.ts";
import type { AppPorts, Place } from "../ports.ts";
import type { Reading } from "../request.ts";

/** What is wrong with what was typed, by the field. */
export type Problems = Readonly<Record<string, string>>;

/** What came of it: a screen, and what it shows, so that it can be shown again, null where it is shown once; or what to show. */
export type Filled = { screen: Screen; reading: Reading | null } | { show: Reading };

/**
 * A form outside of the conversation. `show` gives its screen, or one that says why it cannot be filled in. `fill` does what
 * it is for, or gives it again with what is wrong; it checks anew who may do that.
 */
export type Form = {
  show(who: Who, about: string, place: Place, ports: AppPorts): Promise<Screen>;
  fill(who: Who, about: string, values: Values, place: Place, ports: AppPorts): Promise<Filled>;
};

/** Something that one press does, outside of the conversation. It checks itself who may. */
export type Operation = { run(who: Who, about: string, place: Place, ports: AppPorts): Promise<Filled> };

/** What was typed into a field, without blanks around it; empty where nothing was. */
export function typedInto(values: Values, field: string): string {
  const value = values[field];
  return typeof value === "string" ? value.trim() : "";
}

/** Shown once. */
export function once(screen: Screen): Filled {
  return { screen, reading: null };
}
