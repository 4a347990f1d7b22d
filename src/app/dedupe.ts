import type { Moment } from "../store/rows.ts";

/** Whether something was seen before, within some time. At most so much is remembered; the oldest goes first. */
export function createDedupe(lasts: number, most: number, now: () => Moment): (key: string) => boolean {
  const seen = new Map<string, Moment>();
  return (key) => {
    const at = now();
    for (const [old, until] of seen) {
      if (until > at && seen.size < most) break;
      seen.delete(old);
    }
    if (seen.has(key)) return true;
    seen.set(key, at + lasts);
    return false;
  };
}
