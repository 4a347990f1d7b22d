import type { Who } from "../conversation/bot.ts";
import type { AppPorts } from "./ports.ts";

/** The same work, begun only when its turn has come, and after the readings of the asker's team were loaded. */
export function inTurn<A extends unknown[], R>(
  { turn, refresh }: Pick<AppPorts, "turn" | "refresh">,
  work: (who: Who, ...given: A) => Promise<R>,
): (who: Who, ...given: A) => Promise<R> {
  return async (who, ...given) => {
    await turn();
    await refresh?.(who.tenant);
    return work(who, ...given);
  };
}
