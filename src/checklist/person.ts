import { commanding, withoutUnseen } from "../quantity/unseen.ts";

/**
 * A person as an answer names them, in one text: a name as it was typed, or `<@ID|Name>` where they were picked on a
 * platform, `ID` being what that platform calls them; `<@ID>` where it did not tell the name.
 */
type Person = { id: string | null; name: string | null };

const picked = /^<@([A-Za-z0-9]{2,40})(?:\|([^<>|]*))?>$/;
const longestName = 80;

export function readPerson(text: string): Person {
  const [, id, name = ""] = picked.exec(text) ?? [];
  return id === undefined ? { id: null, name: text } : { id, name: name.trim() === "" ? null : name.trim() };
}

/** Somebody who was picked. The name is only words: nothing in it can end the text around it. */
export function writePerson(id: string, name: string | null): string {
  const words = withoutUnseen((name ?? "").replace(commanding, " ").replace(/[<>|]/g, " "));
  const short = [...words.trim()].slice(0, longestName).join("").trim();
  return short === "" ? `<@${id}>` : `<@${id}|${short}>`;
}

/** The person by name, for everywhere that ids mean nothing. */
export function personName(text: string): string {
  const { id, name } = readPerson(text);
  return name ?? `@${id}`;
}

/** What was typed as a name, which it stays: nobody is picked by writing as an answer is kept. */
export function typedName(text: string): string {
  return picked.test(text.trim()) ? text.replace(/[<>]/g, "") : text;
}

/**
 * The answer that a field for a person makes: whoever stood there before, where the field says no more than their name, or
 * their id without one.
 */
export function samePerson(given: string, before: unknown): string {
  if (typeof before !== "string") return given;
  const now = readPerson(given);
  const same = now.id === null ? given === personName(before) : now.name === null && now.id === readPerson(before).id;
  return same ? before : given;
}

/** A text in which somebody stands no longer, by their id or with the name that came with it. */
export function replacePerson(text: string, id: string, instead: string): string {
  if (!mayBePicked(id)) return text;
  return text.replace(new RegExp(`<@${id}(\\|[^<>|]*)?>`, "g"), instead);
}

/** Whether a platform's id is one that an answer can hold. */
export function mayBePicked(id: string): boolean {
  return /^[A-Za-z0-9]{2,40}$/.test(id);
}

/** A text in which everybody who was picked stands by name. */
export function withNames(text: string): string {
  return text.replace(/<@[A-Za-z0-9]{2,40}(?:\|[^<>|]*)?>/g, (person) => personName(person));
}
