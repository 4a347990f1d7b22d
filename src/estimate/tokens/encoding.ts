import { fromBase64 } from "./bytes.ts";

/** Rank data as js-tiktoken ships it: lines of a name, the first rank, and byte strings in base64. */
export type RankData = { pat_str: string; bpe_ranks: string };

/** An encoding ready to count with. */
export type Encoding = {
  /** Rank of each byte string; the lowest rank of two neighbours is merged first. */
  ranks: ReadonlyMap<string, number>;
  /** The longest byte string that has a rank: nothing longer needs to be looked up. */
  longest: number;
  /** Finds the pieces that a text falls into; tokens never reach across two of them. */
  pieces: RegExp;
};

/** Opens an encoding: about 200,000 byte strings in one map, a quarter of a second and 40 MB. Do it once, and lazily. */
export function openEncoding(data: RankData): Encoding {
  const ranks = new Map<string, number>();
  let longest = 0;
  for (const line of data.bpe_ranks.split("\n")) {
    const [, first, ...tokens] = line.split(" ");
    let rank = Number(first);
    for (const token of tokens) {
      const bytes = fromBase64(token);
      longest = Math.max(longest, bytes.length);
      ranks.set(bytes, rank++);
    }
  }
  return { ranks, longest, pieces: new RegExp(whiteSpaceAsUnicode(data.pat_str), "gu") };
}

/** What Unicode calls white space is not quite what JavaScript does: a byte order mark is none, a next-line sign is one. */
function whiteSpaceAsUnicode(pattern: string): string {
  return pattern.replaceAll("\\s", "\\p{White_Space}").replaceAll("\\S", "\\P{White_Space}");
}
