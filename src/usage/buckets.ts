import type { PlainDate } from "#pricing";
import type { Gathering, Used } from "./gathering.ts";
import type { Reason, ShapeName } from "./usage.ts";

/** A stretch of time with what was used in it. `start` and `end`, which is not part of it, can be compared as text. */
export type Bucket = { start: string; end: string; from: PlainDate; to: PlainDate; results: readonly unknown[] };

/** How results of one kind are read. */
type Way = { shape: ShapeName; read: (result: unknown, day: PlainDate) => Used | Reason };

/** Reads buckets of usage and buckets of costs, each kind by itself: they cover the same time and do not overlap. */
export function readBuckets(
  buckets: readonly Bucket[],
  isCost: (result: unknown) => boolean,
  { usage, costs }: { usage: Way; costs: Way },
  into: Gathering,
): void {
  const empty = buckets.filter(({ results }) => results.length === 0);
  for (const way of [usage, costs]) {
    const own = buckets
      .map((each) => ({ ...each, results: each.results.filter((result) => isCost(result) === (way === costs)) }))
      .filter(({ results }) => results.length > 0);
    for (const { day, result } of resultsOf(way.shape, own, into)) into.take(way.shape, way.read(result, day));
    // A day without any use is a day that was measured.
    if (own.length > 0) for (const { from, to } of empty) into.covers(way.shape, from, to);
  }
}

/**
 * The results of buckets that do not overlap, each once. Two pages may share a bucket, as with filters; of buckets that
 * overlap otherwise, such as hours within a day, the longer one is read and the others are left out.
 */
function resultsOf(
  shape: ShapeName,
  buckets: readonly Bucket[],
  into: Gathering,
): { day: PlainDate; result: unknown }[] {
  const inOrder = [...buckets].sort((one, other) => compare(one.start, other.start) || compare(other.end, one.end));
  let last: Bucket | undefined;
  return inOrder.flatMap((bucket) => {
    const { start, end, from, to, results } = bucket;
    const isSame = last !== undefined && start === last.start && end === last.end;
    if (last !== undefined && start < last.end && !isSame) {
      into.leaveOut("overlap");
      return [];
    }
    last = bucket;
    into.covers(shape, from, to);
    return results
      .filter((result) => !into.isRepeated(shape, [start, end, result]))
      .map((result) => ({ day: from, result }));
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
