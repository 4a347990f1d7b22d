import { autocompleteMultiselect, isCancel, multiselect, select, text } from "@clack/prompts";
import { clean, type Field, type FieldOption, personName, type Values } from "#core";
import { mostShown } from "./limits.ts";

/** What came of asking: values, a step back, or the person leaving. */
export type Asked = { values: Values } | "back" | "left";

type Answer = string | string[] | null | "back" | symbol;

/** The word that takes one back from a line that is typed. */
const backWord = "<";
/** What Enter alone says, at a prompt. */
const emptySays: Record<Field["empty"], string> = { unknown: "not sure yet", none: "none", preset: "the default" };
const backOption = { value: backWord, label: "Back", hint: "to the page before" };

/** A check while typing: the sentence to show, or nothing. */
export type Check = (field: Field, value: string) => string | undefined;

/** The ids of the options that go with what is typed into the search of a field. */
export type Search = (field: Field, typed: string) => readonly string[];

/** Asks the fields of a page one after the other. */
export async function askFields(
  fields: readonly Field[],
  mayGoBack: boolean,
  check: Check,
  search: Search,
): Promise<Asked> {
  const values: Values = {};
  for (const field of fields) {
    const answer = await askField(field, mayGoBack, check, search);
    if (isCancel(answer)) return "left";
    if (answer === "back") return "back";
    values[field.id] = typeof answer === "symbol" ? null : answer;
  }
  return { values };
}

async function askField(field: Field, mayGoBack: boolean, check: Check, search: Search): Promise<Answer> {
  const problem = field.problem === null ? "" : `\n${clean(field.problem)}`;
  const message = `${[field.label, field.hint].filter(Boolean).map(clean).join("\n")}${problem}`;
  switch (field.field) {
    case "choice": {
      const options = [...field.options.map(optionOf), ...(mayGoBack ? [backOption] : [])];
      const chosen = await select({
        message,
        options,
        maxItems: mostShown,
        ...(field.value === null ? {} : { initialValue: field.value }),
      });
      return chosen === backWord ? "back" : chosen;
    }
    case "choices":
      return askMany(field, message, mayGoBack, search);
    case "number":
    case "money":
    case "date":
    case "text":
    case "person": {
      const typed = await text({
        message: message.replaceAll("\n", " "),
        placeholder: `${field.field === "text" && field.long ? aLength : examples[field.field]}; empty: ${emptySays[field.empty]}${field.mayAsk ? "; ? ask someone" : ""}${mayGoBack ? `; ${backWord} back` : ""}`,
        ...(field.value === null
          ? {}
          : { initialValue: clean(field.field === "person" ? personName(field.value) : field.value) }),
        validate: (value = "") => (value.trim() === backWord ? undefined : check(field, value)),
      });
      return mayGoBack && typed === backWord ? "back" : (typed ?? "");
    }
    case "channel":
      // A terminal has nowhere to post to: what is decided here is kept.
      return null;
  }
}

async function askMany(
  field: Extract<Field, { field: "choices" }>,
  message: string,
  mayGoBack: boolean,
  search: Search,
): Promise<Answer> {
  const options = field.options.map(optionOf);
  const many = {
    message,
    options: mayGoBack ? [...options, backOption] : options,
    initialValues: field.value ?? [],
    maxItems: mostShown,
    required: false,
  };
  const chosen =
    options.length > 2 * mostShown
      ? await autocompleteMultiselect({
          ...many,
          message: message.replaceAll("\n", " "),
          placeholder: "Type to search, Tab selects, Enter goes on",
          ...(field.search === true ? { filter: searching(field, search) } : {}),
        })
      : await multiselect(many);
  if (typeof chosen === "symbol") return chosen;
  if (chosen.includes(backWord)) return "back";
  const lonely = chosen.length > 1 ? field.alone.find((option) => chosen.includes(option)) : undefined;
  const alone = field.options.find(({ id }) => id === lonely);
  // "None of these" together with something else is a slip: the question is put again, with the sentence that says so.
  return alone === undefined
    ? chosen
    : askMany(field, `${message}\nChoose either "${clean(alone.label)}" or other answers.`, mayGoBack, search);
}

/** Each option is asked for in turn, so what goes with the same words is found once. */
export function searching(field: Field, search: Search): (typed: string, option: { value: string }) => boolean {
  let last = { typed: "", found: new Set<string>() };
  return (typed, { value }) => {
    if (typed.trim() === "" || value === backWord) return true;
    if (last.typed !== typed) last = { typed, found: new Set(search(field, typed)) };
    return last.found.has(value);
  };
}

function optionOf(option: FieldOption): { value: string; label: string; hint?: string } {
  const words = option.hint ?? option.group;
  const hint = words === undefined ? {} : { hint: clean(words) };
  return { value: option.id, label: clean(option.label), ...hint };
}

/** Here a text can be pasted, too. */
const aLength = "a length, or a pasted text";

const examples: Record<Exclude<Field["field"], "choice" | "choices" | "channel">, string> = {
  number: "a whole number such as 12",
  money: "an amount such as 12000.50",
  date: "a day such as 2027-01-31",
  text: "a few words",
  person: "a name",
};
