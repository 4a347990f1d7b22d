import type { Field } from "../../screen/screen.ts";

type TextField = Extract<Field, { field: "text" }>;
type Words = { label: string; hint?: string };

/** A line of text that has a value, or none. */
export function line(id: string, { label, hint = "" }: Words, value: string | null, problem: string | null): TextField {
  return { field: "text", id, label, hint, value, empty: value === null ? "none" : "preset", mayAsk: false, problem };
}

/** Somebody who is picked; `problem`: why whoever was picked cannot be. */
export function person({ label, hint = "" }: Words, value: string | null, problem: string | null): Field {
  return { field: "person", id: "person", label, hint, value, empty: "none", mayAsk: false, problem };
}

/** A choice of which one is always taken. */
export function choice<T extends string>(
  id: string,
  label: string,
  options: Readonly<Record<T, string>>,
  value: NoInfer<T>,
): Field {
  return {
    field: "choice",
    id,
    label,
    hint: "",
    options: Object.entries<string>(options).map(([key, words]) => ({ id: key, label: words })),
    value,
    empty: "preset",
    mayAsk: false,
    problem: null,
  };
}
