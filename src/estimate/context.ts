import type { ModelRef, PlainDate, RateBook, Row, SellingRoute } from "#pricing";
import type { Market } from "../market/market.ts";

/** What an estimate is made against: one day's market and rates, and what the person has chosen. */
export type Context = {
  market: Market;
  rates: RateBook;
  /** The day on which prices are looked up: today, or a later one for a calendar. */
  day: PlainDate;
  /** Vendors by id; none chosen means all of them. */
  vendors: readonly string[];
  /** Products chosen by row id: they come before others of their vendor. */
  chosen: readonly string[];
  /** Whether the output will be used commercially; undefined when nobody said. */
  commercial: boolean | undefined;
  /** The routes that were found: only their wallets are options. None found means all of them. */
  routes: readonly SellingRoute[];
};

/** The balance that a vendor's API draws on: a chosen one, else the first that is sold for text. */
export function apiWallet({ market, chosen }: Context, vendor: string): Row | undefined {
  const sold = market
    .sold(vendor, "api_meter")
    .filter((row) => row.outputs.includes("text") && row.price.kind !== "free");
  return sold.find((row) => chosen.includes(row.id)) ?? sold[0];
}

/** `openai:gpt-6-luna` in its two parts. The form was checked when the workload was read. */
export function modelRef(model: string): ModelRef {
  const at = model.indexOf(":");
  return { vendor: model.slice(0, at), model: model.slice(at + 1) };
}
