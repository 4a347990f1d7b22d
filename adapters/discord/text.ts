import { clean } from "#core";

/** Signs that Discord's markup is made of, wherever they stand. */
const marks = /[\\*_~`|<>[\]()#@]|:(?=\/\/)|(?<=^\s*)[-+](?=\s)|(?<=^\s*\d+)\./g;

/**
 * A text that stays one: every sign that could make it a mention, a link, a heading or an emphasis is written as itself.
 * Whatever people or vendors wrote passes here.
 */
export function escaped(text: string): string {
  return clean(text).replace(marks, (mark) => `\\${mark}`);
}

/** How long a text is once it is written. */
export function width(text: string): number {
  return escaped(text).length;
}

/** An address that can be opened; as text, where it is none. No sign of it can be matched in two ways: it is read once. */
export function address(url: string): string {
  const plain = clean(url);
  return /^https?:\/\/[^\s<>|\\`*_~][^\s<>|\\`]*$/.test(plain) ? `<${plain}>` : escaped(url);
}

/** An id as Discord makes them. Anything else never becomes a mention. */
export function isId(text: string): boolean {
  return /^\d{15,21}$/.test(text);
}

/** Where a message is opened. */
export function messageAddress(server: string, channel: string, message: string): string {
  return `https://discord.com/channels/${server}/${channel}/${message}`;
}
