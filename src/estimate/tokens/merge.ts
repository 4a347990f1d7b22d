import type { Encoding } from "./encoding.ts";

/** Up to so many bytes looking at every pair again after a merge is faster than keeping a queue. */
const shortest = 48;

/**
 * How many tokens one piece becomes: the pair of neighbours with the lowest rank is merged, the leftmost first, until no
 * pair has a rank. Exact. Long pieces take time in proportion to n log n, where a plain loop takes n squared: a paste of
 * 100,000 equal letters must not stop anybody else's conversation.
 */
export function countMerged(bytes: string, encoding: Encoding): number {
  return bytes.length <= shortest ? countShort(bytes, encoding) : countLong(bytes, encoding);
}

const none = 0x7fffffff;

function countShort(bytes: string, { ranks }: Encoding): number {
  let count = bytes.length;
  const starts = Array.from({ length: count + 1 }, (_, at) => at);
  const pair = (at: number) => (at + 2 > count ? none : (ranks.get(bytes.slice(starts[at], starts[at + 2])) ?? none));
  const ranked = Array.from({ length: count }, (_, at) => pair(at));
  for (;;) {
    let best = none;
    let at = -1;
    for (let each = 0; each < count - 1; each++) {
      const rank = ranked[each] as number;
      if (rank < best) {
        best = rank;
        at = each;
      }
    }
    if (at < 0) return count;
    starts.splice(at + 1, 1);
    ranked.splice(at + 1, 1);
    count--;
    ranked[at] = pair(at);
    if (at > 0) ranked[at - 1] = pair(at - 1);
  }
}

/** One number orders by rank and then by place: ranks stay below 2^18 and places below 2^21, far within a double. */
const places = 2 ** 21;

function countLong(bytes: string, { ranks, longest }: Encoding): number {
  const length = bytes.length;
  const next = new Int32Array(length + 1);
  const before = new Int32Array(length + 1);
  const ranked = new Int32Array(length + 1).fill(none);
  for (let at = 0; at <= length; at++) {
    next[at] = at + 1;
    before[at] = at - 1;
  }
  const queue = new Queue(length);
  // The pair that begins at a place ends where the token after its neighbour begins.
  const rank = (at: number) => {
    const middle = next[at] as number;
    const end = middle >= length ? length + 1 : (next[middle] as number);
    const found = end > length || end - at > longest ? none : (ranks.get(bytes.slice(at, end)) ?? none);
    ranked[at] = found;
    if (found !== none) queue.push(found * places + at);
  };
  for (let at = 0; at < length - 1; at++) rank(at);
  let count = length;
  for (let key = queue.pop(); key >= 0; key = queue.pop()) {
    const at = key % places;
    // A pair that has changed since it was put into the queue stands there with its old rank.
    if (ranked[at] !== (key - at) / places) continue;
    const merged = next[at] as number;
    const after = next[merged] as number;
    next[at] = after;
    before[after] = at;
    ranked[merged] = none;
    count--;
    rank(at);
    const left = before[at] as number;
    if (left >= 0) rank(left);
  }
  return count;
}

/** A binary heap of numbers, the smallest first. */
class Queue {
  #keys: Float64Array;
  #size = 0;

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity * 3 + 1);
  }

  push(key: number): void {
    const keys = this.#keys;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = keys[parent] as number;
      if (above <= key) break;
      keys[at] = above;
      at = parent;
    }
    keys[at] = key;
  }

  /** The smallest key; -1 when there is none. */
  pop(): number {
    if (this.#size === 0) return -1;
    const keys = this.#keys;
    const top = keys[0] as number;
    const last = keys[--this.#size] as number;
    let at = 0;
    for (let child = 1; child < this.#size; child = 2 * at + 1) {
      const right = child + 1;
      if (right < this.#size && (keys[right] as number) < (keys[child] as number)) child = right;
      const below = keys[child] as number;
      if (below >= last) break;
      keys[at] = below;
      at = child;
    }
    keys[at] = last;
    return top;
  }
}
