import type { PlainDate } from "#pricing";
import type { Advisor } from "./advise.ts";

/**
 * The advisor of its day, for whom readings are as fresh as they were on `day`. What was decided then is judged by it: a page
 * that only became old meanwhile changes nothing, a price that changed does.
 */
export function freshAsOn(advisor: Advisor, day: PlainDate): Advisor {
  const isStale = ({ staleAfter }: { staleAfter: PlainDate | null }) => staleAfter === null || day > staleAfter;
  return { ...advisor, market: { ...advisor.market, isStale } };
}
