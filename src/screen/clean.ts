import { commanding, withoutUnseen } from "../quantity/unseen.ts";

/**
 * Takes out what could command a terminal, turn its text around, or hide in it: control characters, marks of direction,
 * lone halves of letters, characters that nobody sees. Whatever people or vendors wrote is data. Line breaks become blanks;
 * a text of which nothing is left is a blank, since no platform takes an empty one.
 */
export function clean(text: string): string {
  const left = withoutUnseen(text.toWellFormed().replace(commanding, " "));
  return left === "" && text !== "" ? " " : left;
}
