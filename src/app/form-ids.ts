/** The forms outside of the conversation: each is about something, such as a decision, and is filled in at once. */
const formIds = [
  "declining",
  "ask",
  "asking",
  "answering",
  "approver",
  "approvals",
  "reminders",
  "money",
  "prepaid",
  "credit",
  "seats",
  "holder",
  "paying",
  "bought",
  "usage",
] as const;
export type FormId = (typeof formIds)[number];

/** A form, and what it is about: an id, a ticket, or both joined; empty where it is about the team. */
export type FormRef = { form: FormId; about: string };

const version = "f1";

/** What the button to a form carries. */
export function writeForm({ form, about }: FormRef): string {
  return `${form}.${about}`;
}

/** What `writeForm` wrote; null for anything else. */
export function readForm(text: string): FormRef | null {
  const [, name, about = ""] = /^([a-z]+)\.([\w.@~/-]{0,90})$/.exec(text) ?? [];
  const form = formIds.find((each) => each === name);
  return form === undefined ? null : { form, about };
}

/** What a form carries, where one of the conversation carries its ticket. */
export function formTicket(ref: FormRef): string {
  return `${version}.${writeForm(ref)}`;
}

/** The form of a ticket; null for tickets of the conversation, of a decision, or anything else. */
export function readFormTicket(text: string): FormRef | null {
  return text.startsWith(`${version}.`) ? readForm(text.slice(version.length + 1)) : null;
}
