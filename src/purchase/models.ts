import { addDays, type RateRow, type Row } from "#pricing";
import { contextOf } from "../advice/estimated.ts";
import { apiWallet, type Context, modelRef } from "../estimate/context.ts";
import { monthOf } from "../estimate/text/alternatives.ts";
import { mixOf, type TextWork } from "../estimate/text/text.ts";
import { type Band, one, zero } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import type { PurchaseContext } from "./context.ts";
import { firstTopUp } from "./first-top-up.ts";
import { messages } from "./messages.ts";
import { type Offer, offerOf } from "./offer.ts";

type Listed = { model: string; row: Row; rates: RateRow; order: Decimal };

/** An end of a price that is nearer than so many days is said. */
const soon = 62;

/** How many tokens of answer there are for each of input, where models are put in order by their list prices. */
const outputShare = decimal("0.2");

/**
 * One piece of text work on the cheapest, a middling and the dearest model by list price of each vendor that was named, or of
 * all, on the cheapest of every other vendor, and on the models that were named. Without work there is no month.
 */
export function modelOffers(work: TextWork | undefined, rows: readonly Row[], context: PurchaseContext): Offer[] {
  const on = contextOf(context.rates, context.situation);
  const named = work === undefined ? [] : mixOf(work).map(({ model }) => model);
  const listed = context.rates.models.flatMap((model) => listedOn(model, rows, on));
  const vendors = [...new Set(listed.map(({ row }) => row.vendor))];
  const shown = vendors.flatMap((vendor) => {
    const own = spread(listed.filter(({ row }) => row.vendor === vendor));
    return context.situation.vendors.has(vendor) ? own : own.slice(0, 1);
  });
  // Where no vendor was named, the spread is that of all.
  if (context.situation.vendors.size === 0) shown.push(...spread(listed));
  return listed
    .filter((each) => shown.includes(each) || named.includes(each.model))
    .sort((left, right) => left.order.cmp(right.order))
    .flatMap((each) => {
      const month = work === undefined ? null : monthOf(onlyOn(each.model, work), on);
      return work !== undefined && month === null ? [] : [offerFor(each, month, context)];
    });
}

function listedOn(model: string, rows: readonly Row[], on: Context): Listed[] {
  const row = apiWallet(on, modelRef(model).vendor);
  const found = on.rates.find(modelRef(model), on.day);
  if (row === undefined || !rows.includes(row) || !("row" in found)) return [];
  const { input, output } = found.row;
  return [{ model, row, rates: found.row, order: decimal(input).plus(decimal(output).times(outputShare)) }];
}

function onlyOn(model: string, { models: _, ...work }: TextWork): TextWork {
  return { ...work, model };
}

function spread(listed: readonly Listed[]): Listed[] {
  const sorted = [...listed].sort((left, right) => left.order.cmp(right.order));
  return [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)].flatMap((each) => each ?? []);
}

function offerFor({ model, row, rates }: Listed, month: Band | null, { situation }: PurchaseContext): Offer {
  return offerOf(row, one, situation, {
    model,
    of: "balance",
    monthly: month,
    annual: null,
    firstPayment: firstTopUp(row, month),
    covers: "yes",
    rate: { readOn: rates.source.readOn, stale: situation.market.isStale(rates), own: rates.own },
    why: [
      messages.modelRates(decimal(rates.input), decimal(rates.output)),
      ...(rates.until !== null && rates.until < addDays(situation.market.asOf, soon)
        ? [messages.priceEnds(rates.until)]
        : []),
    ],
  });
}

/**
 * Dollars for one request of so many tokens on the middling model of a vendor, with the model; undefined where none has a
 * price.
 */
export function oneRequest(
  vendor: string,
  { input, output }: { input: number; output: number },
  { situation, rates }: PurchaseContext,
): { model: string; usd: Decimal; row: Row } | undefined {
  const on = contextOf(rates, situation);
  const row = apiWallet(on, vendor);
  const middling = spread(
    rates.models
      .filter((model) => modelRef(model).vendor === vendor)
      .flatMap((model) => listedOn(model, row === undefined ? [] : [row], on)),
  )[1];
  if (middling === undefined || row === undefined) return undefined;
  const cost = (price: string, tokens: number) => decimal(price).times(String(tokens)).div("1000000");
  const usd = zero.plus(cost(middling.rates.input, input)).plus(cost(middling.rates.output, output));
  return usd.lte("0") ? undefined : { model: middling.model, usd, row };
}
