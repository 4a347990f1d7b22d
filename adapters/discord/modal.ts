import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { clean, type Field, type FieldOption, personName, type Screen, shortened, typedHint } from "#core";
import { customId, type Picked } from "./codes.ts";
import { most } from "./limits.ts";
import { messageWords } from "./message-words.ts";
import { optionsOf } from "./options.ts";
import { formFields } from "./selects.ts";

/** The fields of a page as a form: at most five, each with a label above it. `picked`: what was picked to post to. */
export function renderModal(
  screen: Screen,
  ticket: string,
  picked: Picked = null,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId("next", ticket, 0, picked),
    title: shortened(clean(screen.title).trim() || "-", most.modalTitle),
    components: formFields(screen).slice(0, most.fields).map(renderField),
  };
}

function renderField(field: Field): APILabelComponent {
  const hint = clean(isTyped(field) ? typedHint(field) : field.hint).trim();
  return {
    type: ComponentType.Label,
    label: shortened(clean(field.label).trim() || "-", most.label),
    ...(hint === "" ? {} : { description: shortened(hint, most.description) }),
    component: componentOf(field, field.value),
  };
}

function isTyped({ field }: Field): boolean {
  return field !== "choice" && field !== "choices" && field !== "file";
}

function componentOf(field: Field, value: string | string[] | null): APILabelComponent["component"] {
  switch (field.field) {
    case "choice":
      return (
        oneOf(field.id, field.options, value) ??
        line(field.id, namesOf(field.options, value === null ? null : [value].flat()), false, placeholders.person)
      );
    case "choices":
      return someOf(field.id, field.options, value) ?? line(field.id, namesOf(field.options, value));
    case "person":
      return line(field.id, field.value === null ? null : personName(field.value), false, placeholders.person);
    case "file":
      return { type: ComponentType.FileUpload, custom_id: field.id.slice(0, most.id), required: false, max_values: 1 };
    case "number":
    case "money":
    case "text":
    case "date":
    case "channel":
      return line(
        field.id,
        value,
        field.field === "text" && field.long,
        // A hint gives an example already.
        field.hint.includes("uch as") ? "" : placeholders[field.field],
      );
  }
}

const placeholders: Record<Exclude<Field["field"], "choice" | "choices" | "file">, string> = {
  number: "12",
  money: "12000.50",
  date: "2027-01-31",
  text: "",
  person: "a name",
  channel: "",
};

function oneOf(id: string, given: FieldOption[], value: string | string[] | null) {
  const options = optionsOf(given).map((option) => ({ ...option, default: option.value === value }));
  if (options.length < 1 || options.length > most.options) return undefined;
  const custom = { custom_id: id.slice(0, most.id), required: false };
  return options.length >= 2 && options.length <= most.open
    ? { type: ComponentType.RadioGroup as const, ...custom, options }
    : { type: ComponentType.StringSelect as const, ...custom, min_values: 0, max_values: 1, options };
}

function someOf(id: string, given: FieldOption[], value: string | string[] | null) {
  const chosen = [value ?? []].flat();
  const options = optionsOf(given).map((option) => ({ ...option, default: chosen.includes(option.value) }));
  if (options.length < 1 || options.length > most.options) return undefined;
  const custom = { custom_id: id.slice(0, most.id), required: false, min_values: 0, max_values: options.length };
  return options.length <= most.open
    ? { type: ComponentType.CheckboxGroup as const, ...custom, options }
    : { type: ComponentType.StringSelect as const, ...custom, options };
}

/** More than Discord can list is typed, by name. */
function namesOf(options: readonly FieldOption[], value: string | string[] | null): string | null {
  if (!Array.isArray(value)) return value;
  return value.map((id) => options.find((option) => option.id === id)?.label ?? id).join(", ");
}

function line(id: string, value: string | string[] | null, long = false, example: string = messageWords.names) {
  const words = typeof value === "string" ? clean(value).slice(0, most.typed) : "";
  return {
    type: ComponentType.TextInput as const,
    custom_id: id.slice(0, most.id),
    style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: false,
    max_length: most.typed,
    ...(example === "" ? {} : { placeholder: example }),
    ...(words === "" ? {} : { value: words }),
  };
}
