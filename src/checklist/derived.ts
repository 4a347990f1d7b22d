import { all, any, type Condition, derived, eq, has, not } from "./condition.ts";
import type { DerivedId } from "./ids.ts";
import { useQuestions } from "./questions/use.ts";

/** A program calls the model, or has to: what is made for customers is made by code, whoever asked for it (RT-17). */
const code = any(
  eq("job", "code", "both"),
  all(eq("job", "unsure"), eq("unattended", "yes")),
  derived("customers_use"),
);

/** A person on the vendor's screen: said so, or not yet clear and never unattended. */
const atTheScreen = any(eq("job", "person", "both"), all(eq("job", "unsure"), eq("unattended", "no")));

/** Somebody would serve customers from a person's plan (RT-17). */
export const customersUse = all(atTheScreen, eq("audience", "customers"));

/** `customers_use` counts only when it is certain: while the audience is open, a person stays a person. */
const person = all(atTheScreen, not(derived("customers_use")));

/** Conditions with a name. `customers_use` is RT-17's: it holds when it is true, and not while it is unknown. */
export const derivedConditions: Record<DerivedId, Condition> = {
  customers_use: customersUse,
  code,
  person,
  media: has("output", "image", "video", "voice", "music"),
  any_team_need: has("team_needs", ...optionsBut("team_needs", "none")),
  any_enterprise_need: has("enterprise_needs", ...optionsBut("enterprise_needs", "none")),
};

/** Named conditions that are either certain or do not hold: an unknown counts as false. */
export const certainOnly: readonly DerivedId[] = ["customers_use"];

function optionsBut(id: "team_needs" | "enterprise_needs", left: string): string[] {
  const kind = useQuestions.find((question) => question.id === id)?.kind;
  if (kind?.type !== "choices") throw new Error(`${id} is no question with choices`);
  return kind.options.map((option) => option.id).filter((option) => option !== left);
}
