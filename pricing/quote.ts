/** So many words of a page a reading keeps: what is longer would be a copy of the page. */
export const mostQuoted = 25;

const words = new Intl.Segmenter("en", { granularity: "word" });

/** Where the words of a quote begin, in characters. */
export function wordStarts(quote: string): number[] {
  return [...words.segment(quote)].filter((each) => each.isWordLike).map(({ index }) => index);
}
