import { addDays, type PlainDate, type Row, type SellingRoute } from "#pricing";
import { contextOf } from "../advice/estimated.ts";
import { estimate } from "../estimate/estimate.ts";
import type { Estimate, EstimateLine, WalletDrain } from "../estimate/result.ts";
import { type Band, exactly, one } from "../quantity/band.ts";
import { ceilDivide } from "../quantity/divide.ts";
import { decimal } from "../quantity/money.ts";
import { type PurchaseContext, workOf } from "./context.ts";
import { firstTopUp } from "./first-top-up.ts";
import { messages } from "./messages.ts";
import { type Offer, offerOf } from "./offer.ts";
import { priceOfMonth } from "./price.ts";

/**
 * These rows as offers for the finished work, each at its cheapest model that is known to fit. `undefined` where no work of
 * images, video, voice or music is known.
 */
export function mediaOffers(rows: readonly Row[], context: PurchaseContext): Offer[] | undefined {
  const found = priceEverywhere(rows, context);
  if (found === undefined) return undefined;
  return rows.map((row) => {
    const offers = found.lines
      .filter(({ wallet }) => wallet === row.id)
      .map((line) => offerFor(row, line, drainOf(line, found), context));
    return offers.reduce<Offer | undefined>((best, each) => better(best, each), undefined) ?? without(row, context);
  });
}

/** The same work priced on every vendor's products of these routes: what was not named may be the runner-up. */
function priceEverywhere(rows: readonly Row[], context: PurchaseContext): Estimate | undefined {
  const work = workOf(context);
  if (work === undefined || !isMedia(work.kind)) return undefined;
  const routes = [...new Set(rows.map(({ route }): SellingRoute => route))];
  const priced = estimate(work, {
    ...contextOf(context.rates, context.situation),
    routes,
    vendors: [...new Set(rows.map(({ vendor }) => vendor))],
    chosen: [],
  });
  return "estimate" in priced ? priced.estimate : undefined;
}

function isMedia(kind: string): boolean {
  return kind === "media" || kind === "images" || kind === "voice" || kind === "music";
}

function drainOf({ option, unit }: EstimateLine, { wallets }: Estimate): WalletDrain | undefined {
  return wallets.find((drain) => drain.option === option && drain.unit === unit);
}

const places = { yes: 0, unknown: 1, no: 2 } as const;

/** What is known to fit goes before what is not, one account before several, then the fewer dollars. */
function better(best: Offer | undefined, each: Offer): Offer {
  if (best === undefined) return each;
  const rank = ({ monthly, covers, count }: Offer) =>
    (monthly === null ? 4 : places[covers]) * 2 + (count.gt("1") ? 1 : 0);
  if (rank(each) !== rank(best)) return rank(each) < rank(best) ? each : best;
  if (each.monthly === null || best.monthly === null) return best;
  return each.monthly.expected.lt(best.monthly.expected) ? each : best;
}

function without(row: Row, { situation }: PurchaseContext): Offer {
  return offerOf(row, one, situation, { monthly: null, annual: null, covers: "no", why: [messages.noRate] });
}

function offerFor(row: Row, line: EstimateLine, drain: WalletDrain | undefined, { situation }: PurchaseContext): Offer {
  if (!line.eligible)
    return offerOf(row, one, situation, {
      model: line.model,
      monthly: null,
      annual: null,
      covers: "no",
      why: line.reason === null ? [] : [sentence(line.reason)],
    });
  const of = row.kind === "package" ? "package" : row.kind === "balance" ? "balance" : "account";
  const covers = line.assumed.length === 0 ? "yes" : "unknown";
  const why = line.assumed.length === 0 ? [] : [messages.assumed(line.assumed)];
  const ends = endOf(row, line.model);
  if (ends !== undefined && ends < addDays(situation.market.asOf, soon))
    return offerOf(row, one, situation, {
      model: line.model,
      monthly: null,
      annual: null,
      covers: "no",
      why: [messages.modelEnds(line.model ?? row.product, ends)],
    });
  const form = line.form === undefined ? {} : { form: line.form };
  const base = { model: line.model, ...form, of, perAccepted: line.perAccepted, covers } as const;
  const short = drain?.short != null && !decimal(drain.short).eq("0");
  if (line.usd !== null) {
    const monthly = bandOf(line.usd);
    return offerOf(row, packsOf(row, drain), situation, {
      ...base,
      monthly,
      ...(short || row.kind !== "plan" ? { annual: null } : {}),
      ...beyondOf(row, short, monthly),
      // What a plan is short of is bought in the first month too.
      firstPayment: row.kind === "balance" ? firstTopUp(row, monthly) : monthly.expected,
      why: [...why, ...(row.kind !== "plan" ? [] : [short ? messages.withTopUps : messages.covers])],
    });
  }
  const month = priceOfMonth(row);
  const accounts = accountsOf(drain);
  if (month === null || accounts === null)
    return offerOf(row, one, situation, {
      ...base,
      // A plan has its price, whatever of the work fits into it.
      ...(row.kind === "plan" ? {} : { monthly: null, annual: null }),
      covers: "unknown",
      why: [...why, line.notPriceable === null ? messages.noPrice : sentence(line.notPriceable)],
    });
  // One person with several accounts is against most terms: it is told, and stands behind what covers the work by itself.
  return offerOf(row, accounts, situation, {
    ...base,
    covers: accounts.gt("1") ? "unknown" : covers,
    monthly: exactly(month.times(accounts)),
    why: [...why, messages.severalAccounts(accounts)],
  });
}

/** What is paid for the units that a plan is short of, on top of its price. */
function beyondOf(row: Row, short: boolean, monthly: Band): Partial<Offer> {
  const month = priceOfMonth(row);
  return short && row.kind === "plan" && month !== null ? { beyond: monthly.expected.minus(month) } : {};
}

/** Models that leave within so many days are not built on. */
const soon = 62;

/** The last day on which a model answers, where its page names one. */
function endOf({ drains }: Row, model: string | null): PlainDate | undefined {
  return drains.find((drain) => drain.model === model && drain.until !== undefined)?.until;
}

function packsOf(row: Row, drain: WalletDrain | undefined) {
  const included = row.included.find(({ period }) => period === "package")?.amount;
  if (row.kind !== "package" || included == null || drain === undefined) return one;
  return ceilDivide(decimal(drain.needed), decimal(included));
}

/** How many accounts of a plan bring what is needed, where its page says what one brings. */
function accountsOf(drain: WalletDrain | undefined) {
  if (drain?.included == null || decimal(drain.included).lte("0")) return null;
  return ceilDivide(decimal(drain.needed), decimal(drain.included));
}

function bandOf({ low, expected, high }: { low: string; expected: string; high: string }): Band {
  return { low: decimal(low), expected: decimal(expected), high: decimal(high) };
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${words.endsWith(".") ? "" : "."}`;
}
