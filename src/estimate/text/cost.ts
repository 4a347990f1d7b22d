import type { RateRow, TokenRates, UnitId } from "#pricing";
import { zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { Tokens } from "./conversation.ts";

export type Caching = "none" | "5m" | "1h";

/** Tokens billed one way, their price, or why there is none. */
export type Charge = {
  unit: UnitId;
  tokens: Decimal;
  usd: Decimal | null;
  /** What is missing for a price. */
  lacks: string | null;
};

const perToken = "0.000001";

/**
 * What tokens cost on one day, at short and long prices. A write without a price of its own is billed as input: vendors
 * that cache by themselves do so. A read or an hour-long write without a price has none, and nothing is put in its place.
 */
export function chargesOf(tokens: { short: Tokens; long: Tokens }, row: RateRow, caching: Caching): Charge[] {
  const long = row.long ?? row;
  const charge = (
    unit: UnitId,
    part: keyof Tokens,
    price: (rates: TokenRates) => string | null,
    lacks: string,
  ): Charge => {
    const amount = tokens.short[part].plus(tokens.long[part]);
    const parts = [
      { tokens: tokens.short[part], price: price(row) },
      { tokens: tokens.long[part], price: price(long) },
    ].filter((each) => each.tokens.gt(zero));
    if (parts.some((each) => each.price === null)) return { unit, tokens: amount, usd: null, lacks };
    const usd = parts.reduce((sum, each) => sum.plus(each.tokens.times(decimal(each.price ?? "0"))), zero);
    return { unit, tokens: amount, usd: usd.times(perToken), lacks: null };
  };
  const write =
    caching === "1h" ? (rates: TokenRates) => rates.write1h : (rates: TokenRates) => rates.write5m ?? rates.input;
  return [
    charge("input_token", "plain", (rates) => rates.input, ""),
    charge("cache_write_token", "write", write, "writing to a cache for an hour"),
    charge("cached_token", "read", (rates) => rates.cached, "cached input"),
    charge("output_token", "output", (rates) => rates.output, ""),
  ];
}
