import { autocompleteMultiselect, isCancel, multiselect, select, text } from "@clack/prompts";
import { clean, type Field, type FieldOption, personName, type Values } from "#core";
import { mostFound, mostShown } from "./limits.ts";
import { examples, promptMessages as words } from "./prompt-messages.ts";

/** What came of asking: values; or, with those given so far, a step back or the way to the result; or the person leaving. */
export type Asked = { values: Values; go: Way } | "left";

/** Where one goes after a page: to the next one, to the one before, or straight to the result. */
type Way = "on" | "back" | "show";

type Answer = string | string[] | null | symbol | { go: Way };

/** The marks that lead away from a line that is typed, and the options that do from a list. */
const ways = { "<": "back", ">": "show" } as const;
const backOption = { value: "<", label: words.back, hint: words.backHint };
const showOption = { value: ">", label: words.show, hint: words.showHint };
/** The ways that a page has; the first page has nothing before it. */
type Ways = { back: boolean; show: boolean };

const nowhere: Ways = { back: false, show: false };

function wayOptions({ back, show }: Ways) {
  return [...(back ? [backOption] : []), ...(show ? [showOption] : [])];
}
/** No id of an option: what is chosen where nothing is to be said. */
const nothing = "";

function wayOf(answer: unknown): Way | undefined {
  return typeof answer === "string" && Object.hasOwn(ways, answer) ? ways[answer as keyof typeof ways] : undefined;
}

/** A check while typing: the sentence to show, or nothing. */
export type Check = (field: Field, value: string) => string | undefined;

/** The ids of the options that go with what is typed into the search of a field. */
export type Search = (field: Field, typed: string) => readonly string[];

/** Asks the fields of a page one after the other. `may`: where one may go from each. */
export async function askFields(fields: readonly Field[], may: Ways, check: Check, search: Search): Promise<Asked> {
  const values: Values = {};
  // Among boxes to tick a way out reads like one of them: it stands there only where the page has no other field.
  const ticks = fields.every(({ field }) => field === "choices");
  for (const [at, field] of fields.entries()) {
    const own = field.field === "choices" && !ticks ? nowhere : may;
    const answer = await askField(field, { may: own, helps: !may.show, first: at === 0 }, check, search);
    if (isCancel(answer) || typeof answer === "symbol") return "left";
    if (answer !== null && typeof answer === "object" && "go" in answer) return { values, go: answer.go };
    values[field.id] = answer;
  }
  return { values, go: "on" };
}

/** `may`: where one may go. `helps`: whether the keys are said on this page; `first`: its first field, where one choice is explained. */
type Shown = { may: Ways; helps: boolean; first: boolean };

async function askField(field: Field, shown: Shown, check: Check, search: Search): Promise<Answer> {
  const { may } = shown;
  const problem = field.problem === null ? "" : `\n${clean(field.problem)}`;
  const message = `${[field.label, field.hint].filter(Boolean).map(clean).join("\n")}${problem}`;
  switch (field.field) {
    case "choice": {
      const options = [
        ...field.options.map(optionOf),
        // Some questions have an option of their own that says so.
        ...(field.options.some(({ id }) => id === "unsure")
          ? []
          : [{ value: nothing, label: words.emptyOption[field.empty] }]),
        ...wayOptions(may),
      ];
      const chosen = await select({
        message,
        options,
        maxItems: mostShown,
        showInstructions: shown.helps && shown.first,
        ...(field.value === null ? {} : { initialValue: field.value }),
      });
      return gone(chosen) ?? (chosen === nothing ? null : chosen);
    }
    case "choices":
      return askMany(field, message, shown, search);
    case "number":
    case "money":
    case "date":
    case "text":
    case "person": {
      const typed = await text({
        message: message.replaceAll("\n", " "),
        placeholder: placeholderOf(field.field, field, may),
        ...(field.value === null
          ? {}
          : { initialValue: clean(field.field === "person" ? personName(field.value) : field.value) }),
        validate: (value = "") => (isWay(value, may) ? undefined : check(field, value)),
      });
      return (typeof typed === "string" && isWay(typed, may) ? gone(typed.trim()) : undefined) ?? typed ?? "";
    }
    case "channel":
    case "file":
      // A terminal has nowhere to post to, and takes files by their path: what is decided here is kept.
      return null;
  }
}

function isWay(typed: string, may: Ways): boolean {
  const way = wayOf(typed.trim());
  return way === "back" || way === "show" ? may[way] : false;
}

function gone(answer: unknown): { go: Way } | undefined {
  const go = wayOf(answer);
  return go === undefined ? undefined : { go };
}

/** What a line may look like, what leaving it empty says, and where its marks lead. */
function placeholderOf(kind: keyof typeof examples, { hint, empty, mayAsk }: Field, may: Ways): string {
  return words.line([
    // A hint gives an example already.
    hint.includes("uch as") ? "" : examples[kind],
    words.empty(words.emptyLine[empty]),
    mayAsk ? words.ask : "",
    may.back ? words.backMark("<") : "",
    may.show ? words.showMark(">") : "",
  ]);
}

async function askMany(
  field: Extract<Field, { field: "choices" }>,
  message: string,
  shown: Shown,
  search: Search,
): Promise<Answer> {
  const options = field.options.map(optionOf);
  const many = {
    message,
    options: [...options, ...wayOptions(shown.may)],
    initialValues: field.value ?? [],
    maxItems: mostShown,
    required: false,
    // Choosing many is by another key than choosing one: said where it is first done.
    showInstructions: shown.helps,
  };
  const chosen =
    options.length > 2 * mostShown
      ? await autocompleteMultiselect({
          ...many,
          message: message.replaceAll("\n", " "),
          maxItems: mostFound,
          ...(field.search === true ? { filter: searching(field, search) } : {}),
        })
      : await multiselect(many);
  if (typeof chosen === "symbol") return chosen;
  const way = chosen.find((each) => wayOf(each) !== undefined);
  if (way !== undefined) return gone(way) ?? null;
  const lonely = chosen.length > 1 ? field.alone.find((option) => chosen.includes(option)) : undefined;
  const alone = field.options.find(({ id }) => id === lonely);
  // "None of these" together with something else is a slip: the question is put again, with the sentence that says so.
  return alone === undefined
    ? chosen
    : askMany(field, `${message}\n${words.either(clean(alone.label))}`, shown, search);
}

/** Each option is asked for in turn, so what goes with the same words is found once. */
export function searching(field: Field, search: Search): (typed: string, option: { value: string }) => boolean {
  let last = { typed: "", found: new Set<string>() };
  return (typed, { value }) => {
    if (typed.trim() === "" || wayOf(value) !== undefined) return true;
    if (last.typed !== typed) last = { typed, found: new Set(search(field, typed)) };
    return last.found.has(value);
  };
}

function optionOf(option: FieldOption): { value: string; label: string; hint?: string } {
  const words = option.hint ?? option.group;
  const hint = words === undefined ? {} : { hint: clean(words) };
  return { value: option.id, label: clean(option.label), ...hint };
}
