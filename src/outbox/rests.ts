import type { Channel, Moment, Post } from "../store/rows.ts";
import { longestWait } from "../store/settled.ts";

type Rest = Channel & { from: Moment; until: Moment };

/** Which channels rest for a moment: after a post, or because their platform asked for a pause. */
export function createRests(now: () => Moment): {
  /** The channel of a post rests from now on, for so many milliseconds. */
  rest(post: Post, milliseconds: number): void;
  resting(): Channel[];
} {
  const rests = new Map<string, Rest>();
  return {
    rest({ tenant, channel }, milliseconds) {
      const from = now();
      const until = from + Math.min(longestWait, milliseconds);
      rests.set(JSON.stringify([tenant.platform, tenant.id, channel]), { tenant, channel, from, until });
    },
    resting() {
      // A rest that is yet to begin was set by a clock that has been set back since.
      for (const [key, { from, until }] of rests) if (now() < from || until <= now()) rests.delete(key);
      return [...rests.values()];
    },
  };
}
