import type { RateRow, TokenRates, UnitId } from "#pricing";
import { zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { Tokens } from "./conversation.ts";
import { priced } from "./messages.ts";

export type Caching = "none" | "5m" | "1h";

/** Tokens billed one way, their price, or why there is none. */
export type Charge = {
  unit: UnitId;
  tokens: Decimal;
  usd: Decimal | null;
  /** What is missing for a price. */
  lacks: string | null;
};

const perToken = decimal("0.000001");

type Rate = { unit: UnitId; part: keyof Tokens; short: Decimal | null; long: Decimal | null; lacks: string };

/**
 * What tokens cost on one day, at short and long prices: first the row, then, as often as is wanted, the tokens. A write
 * without a price of its own is billed as input: vendors that cache by themselves do so. A read or an hour-long write
 * without a price has none, and nothing is put in its place.
 */
export function chargesOf(row: RateRow, caching: Caching): (tokens: { short: Tokens; long: Tokens }) => Charge[] {
  const longer = row.long ?? row;
  const rate = (
    unit: UnitId,
    part: keyof Tokens,
    price: (rates: TokenRates) => string | null,
    lacks: string,
  ): Rate => ({ unit, part, short: ofOne(price(row)), long: ofOne(price(longer)), lacks });
  const write =
    caching === "1h" ? (rates: TokenRates) => rates.write1h : (rates: TokenRates) => rates.write5m ?? rates.input;
  const rates = [
    rate("input_token", "plain", (each) => each.input, ""),
    rate("cache_write_token", "write", write, priced.longCache),
    rate("cached_token", "read", (each) => each.cached, priced.cachedInput),
    rate("output_token", "output", (each) => each.output, ""),
  ];
  return ({ short, long }) => rates.map((each) => chargeOf(each, short[each.part], long[each.part]));
}

/** Prices are told for a million tokens; both are decimal, so that the price of one is exact. */
function ofOne(million: string | null): Decimal | null {
  return million === null ? null : decimal(million).times(perToken);
}

function chargeOf({ unit, short, long, lacks }: Rate, few: Decimal, many: Decimal): Charge {
  const tokens = few.plus(many);
  if ((short === null && few.gt(zero)) || (long === null && many.gt(zero))) return { unit, tokens, usd: null, lacks };
  const usd = (short === null ? zero : few.times(short)).plus(long === null ? zero : many.times(long));
  return { unit, tokens, usd, lacks: null };
}
