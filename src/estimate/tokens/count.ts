import { toBytes } from "./bytes.ts";
import type { Encoding } from "./encoding.ts";
import { countMerged } from "./merge.ts";

/** How many pieces are remembered with their counts, and how long such a piece may be: names and rare words come again. */
const mostKnown = 20_000;
const longestKnown = 64;

/** Counts the tokens of texts. It remembers pieces, so keep one for each encoding. */
export type Counter = (text: string) => number;

/** What looks like a special token, such as the end of a text, is ordinary text here: people paste such things. */
export function openCounter(encoding: Encoding): Counter {
  const { pieces, ranks } = encoding;
  const known = new Map<string, number>();
  const countPiece = (piece: string): number => {
    const bytes = isAscii(piece) ? piece : toBytes(piece);
    if (ranks.has(bytes)) return 1;
    return countMerged(bytes, encoding);
  };
  return (text) => {
    let count = 0;
    let from = 0;
    pieces.lastIndex = 0;
    // Every character belongs to a piece: one ends where the next begins.
    while (pieces.test(text)) {
      const piece = text.slice(from, pieces.lastIndex);
      from = pieces.lastIndex;
      if (ranks.has(piece) && isAscii(piece)) {
        count++;
        continue;
      }
      let tokens = piece.length <= longestKnown ? known.get(piece) : undefined;
      if (tokens === undefined) {
        tokens = countPiece(piece);
        if (piece.length <= longestKnown) {
          if (known.size >= mostKnown) known.clear();
          known.set(piece, tokens);
        }
      }
      count += tokens;
    }
    return count;
  };
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
