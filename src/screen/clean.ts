/**
 * Takes out what could command a terminal, turn its text around, or hide in it: control characters, marks of direction,
 * lone halves of letters. Whatever people or vendors wrote is data. Line breaks become blanks.
 */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ");
}
