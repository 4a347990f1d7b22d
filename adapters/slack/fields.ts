import type { ConversationsSelect, InputBlock, KnownBlock, PlainTextOption } from "@slack/types";
import { clean, type Field, type FieldOption, personName, readPerson, typedHint } from "#core";
import { fieldBlock, isId, isPerson } from "./codes.ts";
import { most } from "./limits.ts";
import { plain } from "./render.ts";
import { windowWords } from "./window-words.ts";

/** Every field has one element, and in a form it is always called the same. */
const element = "value";

/** A field as an input of a modal. All may be left empty; `mark` is of the page and its revision. */
export function renderField(field: Field, mark: string, here: string | null): KnownBlock[] {
  const hint = isTyped(field) ? typedHint(field) : field.hint;
  const input = {
    type: "input" as const,
    block_id: fieldBlock(field.id, mark),
    label: plain(field.label, most.label),
    ...(hint === "" ? {} : { hint: plain(hint, most.hint) }),
    optional: true,
    element: elementOf(field, here),
  };
  return [...(field.problem === null ? [] : [alert(field.problem)]), input];
}

/**
 * The channel to post to, chosen in the page: choosing it is told at once, so that the button for posting names it. In a form
 * of its own the button would stand where Next was on the page before.
 */
export function channelChooser(field: Field, mark: string, here: string | null, id: string): KnownBlock[] {
  return [
    ...(field.problem === null ? [] : [alert(field.problem)]),
    {
      type: "section",
      block_id: fieldBlock(field.id, mark),
      text: plain(field.label, most.label),
      accessory: { ...conversations(field.value, here), action_id: id },
    },
    ...(field.hint === "" ? [] : [{ type: "context" as const, elements: [plain(field.hint, most.hint)] }]),
  ];
}

/** A sentence at the top of a modal, or above a field whose modal had to be drawn anew. */
export function alert(words: string): KnownBlock {
  return { type: "alert", text: plain(words, most.alert), level: "warning" };
}

function isTyped({ field, value }: Field): boolean {
  if (field === "person") return !isPickable(value);
  return field !== "choice" && field !== "choices" && field !== "channel" && field !== "file";
}

/** Nobody yet, or somebody whom Slack knows. A name that was typed elsewhere stays one: a picker would lose it. */
function isPickable(person: Field["value"]): boolean {
  return typeof person !== "string" || person === "" || isPerson(readPerson(person).id ?? "");
}

function elementOf(field: Field, here: string | null): InputBlock["element"] {
  switch (field.field) {
    case "choice":
      return oneOf(field.options, field.value) ?? line(field.value);
    case "choices":
      return someOf(field, field.value ?? []) ?? line(null);
    case "date":
      return {
        type: "datepicker",
        action_id: element,
        ...(field.value !== null && /^\d{4}-\d\d-\d\d$/.test(field.value) ? { initial_date: field.value } : {}),
      };
    case "number":
    case "money":
    case "text":
      return line(field.value, field.field === "text" && field.long);
    case "person": {
      if (!isPickable(field.value)) return line(personName(field.value ?? ""));
      const { id } = readPerson(field.value ?? "");
      return { type: "users_select", action_id: element, ...(id === null ? {} : { initial_user: id }) };
    }
    case "file":
      return { type: "file_input", action_id: element, max_files: 1 };
    case "channel":
      return conversations(field.value, here);
  }
}

function conversations(value: Field["value"], here: string | null): ConversationsSelect {
  return {
    type: "conversations_select",
    action_id: element,
    filter: { include: ["public", "private"], exclude_external_shared_channels: true, exclude_bot_users: true },
    // Of the place that the person is in Slack itself knows whether it passes the filter.
    ...(typeof value !== "string" || !isId(value)
      ? {}
      : value === here
        ? { default_to_current_conversation: true }
        : { initial_conversation: value }),
  };
}

function line(value: string | null, long = false): InputBlock["element"] {
  return {
    type: "plain_text_input",
    action_id: element,
    max_length: most.typed,
    ...(long ? { multiline: true } : {}),
    ...(value === null || value === "" ? {} : { initial_value: clean(value).slice(0, most.typed) }),
  };
}

function optionsOf(options: readonly FieldOption[]): PlainTextOption[] {
  const ids = new Set<string>();
  return options.flatMap(({ id, label, hint }) => {
    if (ids.has(id) || id === "" || id.length > most.option) return [];
    ids.add(id);
    const description = hint !== undefined && hint !== "" ? { description: plain(hint, most.option) } : {};
    return [{ text: plain(label, most.option), value: id, ...description }];
  });
}

/** Under the names of what they belong to; in hundreds, where they belong to nothing and there are more. */
function listed(options: readonly PlainTextOption[], given: readonly FieldOption[]) {
  const groupOf = new Map(given.map(({ id, group }) => [id, group]));
  const groups = Map.groupBy(options, ({ value }) => groupOf.get(value ?? "") ?? "");
  if (groups.size <= 1 && options.length <= most.options) return { options: [...options] };
  const parts = [...groups].flatMap(([label, all]) =>
    Array.from({ length: Math.ceil(all.length / most.options) }, (_, at) => ({
      label: plain(label === "" ? (at === 0 ? windowWords.first : windowWords.more) : label, most.option),
      options: all.slice(at * most.options, (at + 1) * most.options),
    })),
  );
  return { option_groups: parts.slice(0, most.groups) };
}

function oneOf(given: readonly FieldOption[], value: string | null): InputBlock["element"] | undefined {
  const options = optionsOf(given);
  if (options.length === 0) return undefined;
  const chosen = options.find((option) => option.value === value);
  const initial = chosen === undefined ? {} : { initial_option: chosen };
  return options.length <= most.open
    ? { type: "radio_buttons", action_id: element, options, ...initial }
    : { type: "static_select", action_id: element, ...listed(options, given), ...initial };
}

function someOf(
  { options: given, search }: Extract<Field, { field: "choices" }>,
  values: readonly string[],
): InputBlock["element"] | undefined {
  const searched = search === true && given.length > most.options;
  const shown = searched ? given.filter(({ id }) => values.includes(id)) : given;
  const options = optionsOf(shown);
  const chosen = options.filter((option) => values.includes(option.value ?? ""));
  const initial = chosen.length === 0 ? {} : { initial_options: chosen };
  // Looked up while one types: hundreds of options would make every window large and slow to open.
  if (searched)
    return {
      type: "multi_external_select",
      action_id: element,
      min_query_length: 0,
      placeholder: plain(windowWords.typeName, most.placeholder),
      ...initial,
    };
  if (options.length === 0) return undefined;
  if (options.length <= most.open) return { type: "checkboxes", action_id: element, options, ...initial };
  return { type: "multi_static_select", action_id: element, ...listed(options, given), ...initial };
}

/** What a search in a select found, as Slack takes it. */
export function renderSuggestions(options: readonly FieldOption[]) {
  const found = optionsOf(options).slice(0, most.options);
  return listed(found, options);
}

/** A choice that does something at once. */
export function instantSelect(field: Extract<Field, { field: "choice" }>, id: string): KnownBlock | null {
  const given = field.options;
  const options = optionsOf(given);
  if (options.length === 0) return null;
  return {
    type: "actions",
    elements: [
      {
        type: "static_select",
        action_id: id,
        placeholder: plain(field.label, most.placeholder),
        ...listed(options, given),
      },
    ],
  };
}

/** Which block shows the problem of which field: the keys of an answer that refuses a form. */
export function problemsOf(fields: readonly Field[], mark: string): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => (field.problem === null ? [] : [[fieldBlock(field.id, mark), clean(field.problem)]])),
  );
}
