/** Where a text stands in a page, as positions in the tidied text. */
export type Span = { from: number; to: number };

/**
 * A page's text as it is compared and quoted: one blank between words, one kind of quote sign and of dash, wide letters and
 * figures as narrow ones. Invisible marks go.
 */
export function tidy(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/["“”„‟«»‘’‚‛`´′″]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** In lower case, letter by letter, with every letter where it was: some would become two, some look at their neighbours. */
export function lower(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

/** What a quote leaves out is marked: these parts stood on the page, in this order. */
function partsOf(quote: string): string[] {
  return quote
    .split(/\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\./)
    .map((part) => lower(tidy(part)))
    .filter((part) => part !== "");
}

/** Parts that stand further apart are not one statement any more. In characters. */
const mostBetween = 400;

/** Where a quote stands on a tidied page, all its parts in order and near each other; null where it does not. */
export function findQuote(page: string, quote: string): Span | null {
  const text = lower(page);
  const [first, ...rest] = partsOf(quote);
  if (first === undefined) return null;
  for (let from = text.indexOf(first); from >= 0; from = text.indexOf(first, from + 1)) {
    let to = from + first.length;
    const follows = rest.every((part) => {
      const at = text.indexOf(part, to);
      if (at < 0 || at - to > mostBetween) return false;
      to = at + part.length;
      return true;
    });
    if (follows) return { from, to };
  }
  return null;
}

/** The longest beginning of a quote's words that still stands on the page; null where not even three of them do. */
export function findBeginning(page: string, quote: string): Span | null {
  const text = lower(page);
  const words = lower(tidy(quote)).split(" ");
  for (let many = Math.min(words.length, 12); many >= 3; many--)
    for (let at = 0; at + many <= words.length; at++) {
      const part = words.slice(at, at + many).join(" ");
      const from = text.indexOf(part);
      if (from >= 0) return { from, to: from + part.length };
    }
  return null;
}

const wordLike = /[\p{L}\p{N}]/u;

/** Every place where a name stands as whole words, at most so many: "Pro" is not in "Process", nor "Pro" in "Pro+". */
export function findName(page: string, name: string, most = 50): Span[] {
  const [text, wanted] = [lower(page), lower(tidy(name))];
  const found: Span[] = [];
  if (wanted === "") return found;
  for (let from = text.indexOf(wanted); from >= 0 && found.length < most; from = text.indexOf(wanted, from + 1)) {
    const [before, after] = [text[from - 1] ?? " ", text[from + wanted.length] ?? " "];
    if (!wordLike.test(before) && !wordLike.test(after) && after !== "+")
      found.push({ from, to: from + wanted.length });
  }
  return found;
}

/** The words around a place, whole, at most so many characters of them. */
export function around(page: string, { from, to }: Span, most = 240): string {
  const room = Math.max(0, most - (to - from));
  const begin = Math.max(0, from - Math.floor(room / 3));
  const end = Math.min(page.length, begin + Math.max(most, to - from));
  const [first, last] = [
    begin === 0 ? 0 : page.indexOf(" ", begin) + 1,
    end === page.length ? end : page.lastIndexOf(" ", end),
  ];
  return page.slice(Math.min(first, from), Math.max(last, to)).trim();
}
