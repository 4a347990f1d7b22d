import type { RateRow, Row } from "#pricing";
import { apiWallet, type Context, modelRef } from "../../estimate/context.ts";
import { evaluateRanges } from "../../estimate/ranges.ts";
import { textInputs, textPieces } from "../../estimate/text/text.ts";
import { usageInputs, usagePieces } from "../../estimate/text/usage.ts";
import { totalOf } from "../../estimate/total.ts";
import type { SourceRead } from "../../market/sources.ts";
import { type Band, bandText } from "../../quantity/band.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import type { Advisor } from "../advise.ts";
import { contextOf } from "../estimated.ts";
import { Situation } from "../situation.ts";
import { type Comparison, comparisonOf, type Place, perPieceOf, vendorOf, type Way } from "./comparison.ts";
import { cannot } from "./media.ts";
import { messages } from "./messages.ts";
import { notesOn } from "./notes.ts";
import type { Asked } from "./request.ts";

type TextWork = WorkloadOf<"text" | "usage">;
type Priced = { model: string; rates: RateRow | null; usd: Band | null; reason: string | null; sources: SourceRead[] };

/** The same text on the cheapest, a middle and the strongest model of each vendor, and on the models that were named. */
export function compareText(asked: Asked & { workload: TextWork }, advisor: Advisor): Comparison {
  const { checklist, market, rates } = advisor;
  const answers = asked.vendors.length === 0 ? {} : { vendor: asked.vendors };
  const context = contextOf(rates, new Situation(checklist, market, answers));
  const sellers = asked.vendors.length + asked.models.length > 0 ? asked.vendors : vendorsWithModels(context);
  const ways = sellers.flatMap((id) => waysOf(id, asked, context));
  const rows = new Set(ways.map(({ vendor, model }) => `${vendor} ${model}`));
  const named = asked.models.flatMap((model): Way[] => {
    const { vendor, model: name } = modelRef(model);
    return rows.has(`${vendor} ${name}`) ? [] : [wayOf(priced(model, asked.workload, context), null, asked, context)];
  });
  return comparisonOf(asked, [...ways, ...named], market);
}

function vendorsWithModels({ rates }: Context): string[] {
  return [...new Set(rates.models.map((model) => modelRef(model).vendor))];
}

function waysOf(id: string, asked: Asked & { workload: TextWork }, context: Context): Way[] {
  const { market, rates, day } = context;
  const row = market.row(id);
  if (row !== undefined && row.route !== "api_meter") return [cannot(id, messages.notSoldByUse, market)];
  const vendor = vendorOf(id, market);
  const all = rates.models
    .filter((model) => modelRef(model).vendor === vendor && rates.isOwn(modelRef(model), day))
    .map((model) => priced(model, asked.workload, context));
  const some = placed(all, context);
  if (some.length > 0) return some.map(({ of, place }) => wayOf(of, place, asked, context));
  const wallet = apiWallet(context, vendor);
  if (wallet === undefined) return [cannot(id, messages.sellsNo(messages.textByApi), market)];
  const reason = all.find((each) => each.reason !== null)?.reason ?? messages.noRatesRead;
  return [{ ...cannot(wallet.id, reason, market), fit: "unpriced" }];
}

/** One model's price for the work, with the page; or why there is none. */
function priced(model: string, work: TextWork, context: Context): Priced {
  const found = context.rates.isOwn(modelRef(model), context.day)
    ? context.rates.find(modelRef(model), context.day)
    : { unknown: messages.noPriceRead };
  if (!("row" in found))
    return {
      model,
      rates: null,
      usd: null,
      reason: "unknown" in found ? found.unknown : messages.noPriceRead,
      sources: [],
    };
  const { bands, expected } = rangedOf({ ...work, model }, context);
  const usd = totalOf(bands);
  const lacking = [...bands.values()].find(({ piece }) => piece.notPriceable !== null)?.piece.notPriceable;
  return {
    model,
    rates: found.row,
    usd,
    reason: usd === null ? (lacking ?? messages.noPrice) : null,
    sources: distinct(expected.flatMap((piece) => piece.sources)),
  };
}

function rangedOf(work: TextWork, context: Context) {
  return work.kind === "text"
    ? evaluateRanges(textInputs(work, context), textPieces(work, context))
    : evaluateRanges(usageInputs(work), (at) => usagePieces(work, context, at));
}

/**
 * The cheapest, a middle and the dearest of a vendor's models, by dollars for this work; of equal ones the first in the
 * vendor's list. The middle is the lighter model that stands in for the dearest, or the one in the middle by dollars.
 */
function placed(models: readonly Priced[], { rates }: Context): { of: Priced; place: Place | null }[] {
  const sorted = models.filter(({ usd }) => usd !== null).sort(byDollars);
  const [cheapest] = sorted;
  const top = sorted.at(-1);
  const strongest = sorted.find((each) => top !== undefined && byDollars(each, top) === 0);
  if (cheapest === undefined || strongest === undefined) return [];
  const between = sorted.filter((each) => byDollars(each, cheapest) > 0 && byDollars(each, strongest) < 0);
  const lighter = rates.lighter(modelRef(strongest.model));
  const middle = between.find(({ model }) => model === lighter) ?? between[Math.floor((between.length - 1) / 2)];
  const all: { of: Priced | undefined; place: Place }[] = [
    { of: cheapest, place: "cheapest" },
    { of: middle, place: "middle" },
    { of: strongest === cheapest ? undefined : strongest, place: "strongest" },
  ];
  const found = all.flatMap(({ of, place }) => (of === undefined ? [] : [{ of, place }]));
  // Of a single model there is nothing to say.
  return found.length === 1 ? found.map(({ of }) => ({ of, place: null })) : found;
}

function byDollars(left: Priced, right: Priced): number {
  return left.usd === null || right.usd === null ? 0 : left.usd.expected.cmp(right.usd.expected);
}

function wayOf({ model, rates, usd, reason, sources }: Priced, place: Place | null, asked: Asked, on: Context): Way {
  const { vendor, model: name } = modelRef(model);
  const wallet: Row | undefined = apiWallet(on, vendor);
  const text = usd === null ? null : bandText(usd);
  return {
    fit: text === null ? "unpriced" : "fits",
    vendor,
    row: wallet?.id ?? null,
    product: wallet?.product ?? on.market.vendorName(vendor),
    model: name,
    form: null,
    place,
    usd: text,
    perPiece: text === null ? null : perPieceOf(asked.workload, text),
    unconfirmed: [],
    notes: [
      ...(wallet === undefined || text === null ? [] : notesOn(wallet, text, on.market)),
      ...(rates !== null && rates.until !== null ? [messages.priceEnds(rates.until)] : []),
    ],
    reason,
    sources,
  };
}

function distinct(sources: readonly SourceRead[]): SourceRead[] {
  return [...new Map(sources.map((source) => [`${source.url} ${source.readOn}`, source])).values()];
}
