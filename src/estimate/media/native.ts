import type { Drain } from "#pricing";
import { most } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { Volume } from "./ask.ts";
import { type Gap, gaps } from "./messages.ts";

/** Units that one rate takes for the work; or why that cannot be said. */
export type Native = { amount: Decimal } | { gap: Gap };

/**
 * What leaves the wallet, rounded as the vendor sells it: whole seconds, whole clips. `attempts` is how many generations
 * are billed; where a page gives a range of rates, `dear` takes its upper end.
 */
export function nativeOf(drain: Drain, attempts: Decimal, volume: Volume, dear: boolean): Native {
  const sold = drain.per.replaceAll("_", " ");
  const rate = dear ? (drain.amountTo ?? drain.amount) : drain.amount;
  if (drain.amount === null || rate === null) return { gap: gaps.rate(sold) };
  const times = countOf(drain, attempts, volume);
  return times === undefined ? { gap: gaps.measure(sold) } : { amount: decimal(rate).times(times) };
}

function countOf({ per, clipSeconds }: Drain, attempts: Decimal, { seconds, characters }: Volume): Decimal | undefined {
  switch (per) {
    case "second":
      return seconds.gt("0") ? attempts.times(lengthOf(seconds, clipSeconds)) : undefined;
    case "minute":
      return seconds.gt("0") ? attempts.times(seconds).div(decimal("60")) : undefined;
    case "clip":
    case "image":
    case "song":
    case "generation":
      return attempts;
    case "character":
      return characters;
    case "thousand_characters":
      return characters.times("0.001");
    case "million_characters":
      return characters.times("0.000001");
    case "hour":
    case "megapixel":
    case "million_tokens":
    case "download":
    case "request":
      return undefined;
  }
}

/** A clip that is sold in fixed lengths is billed at the next one. */
function lengthOf(seconds: Decimal, lengths: readonly number[] | null): Decimal {
  const longer = (lengths ?? []).map((each) => decimal(String(each))).filter((each) => each.gte(seconds));
  return longer.length === 0 ? seconds : longer.reduce((best, each) => (each.lt(best) ? each : best), most(longer));
}
