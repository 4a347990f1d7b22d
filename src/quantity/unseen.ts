/** Characters that command a screen: control characters, marks that turn the direction of writing, other ends of a line. */
export const commanding = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/**
 * Characters that nobody sees and that could hide something, but not what scripts and emoji are written with: joiners, one
 * variation selector behind a character, and the letters of a flag such as Scotland's.
 */
const unseen =
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|(\p{Variation_Selector})\p{Variation_Selector}+|[[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\p{Variation_Selector}\u034f\u180e\u200c\u200d]]/gv;

/** A text without what nobody sees. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, "$1$2");
}

/** Whether there is a letter or a digit that can be seen. */
export function hasVisibleLetter(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ""));
}
