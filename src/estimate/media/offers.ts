import type { Drain, Row } from "#pricing";
import type { Decimal } from "../../quantity/money.ts";
import type { Context } from "../context.ts";
import { type Ask, askOf, type MediaWork, type Volume } from "./ask.ts";
import { includedIn } from "./dollars.ts";
import { bestFits, drainsOf, surchargesOf } from "./drains.ts";
import type { Fit } from "./fit.ts";
import { fitWords, type Gap, gaps } from "./messages.ts";

/** One way to have the work done: a wallet, and the rate at which it would be drained. Offers are never added up. */
export type Offer = {
  option: string;
  row: Row;
  model: string | null;
  /** The form of the rate, where the model has several in this wallet. */
  form: string | null;
  fit: Fit | null;
  surcharges: Drain[];
  /** The drain that says what a token costs, where the rate itself is in tokens. */
  tokenPrice: Drain | null;
  /** Why it cannot do the work as it was asked for. Empty: it can. */
  refusals: string[];
  /** With which stated change it could. */
  changes: string[];
  /** What a month brings of the rights that the work needs is too little: the drain is told, and no price. */
  shortOfRights: boolean;
  /** Why it cannot be priced, whatever the amounts. */
  gap: Gap | null;
};

/** Every wallet of the chosen vendors, of all vendors where none was chosen, that is sold for this kind of output. */
export function offersOf(work: MediaWork, volume: Volume, context: Context): Offer[] {
  const ask = askOf(work, context.commercial);
  return walletsFor(ask, context).flatMap((row) => offersFrom(row, ask, volume, context));
}

function walletsFor(ask: Ask, { market, vendors, chosen, routes }: Context): Row[] {
  const sellers = vendors.length > 0 ? vendors : market.catalogue.vendors.map((vendor) => vendor.id);
  return sellers.flatMap((vendor) => {
    const rows = market
      .rowsOf(vendor)
      .filter(
        (row) =>
          row.kind !== "tier" &&
          row.outputs.includes(ask.output) &&
          (routes.length === 0 || routes.includes(row.route)),
      );
    const named = rows.filter((row) => chosen.includes(row.id));
    return named.length > 0 ? named : rows;
  });
}

function offersFrom(row: Row, ask: Ask, volume: Volume, context: Context): Offer[] {
  const bare = {
    option: row.id,
    row,
    model: null,
    form: null,
    fit: null,
    surcharges: [],
    tokenPrice: null,
    refusals: [],
    changes: [],
    shortOfRights: false,
    gap: null,
  };
  if (!context.market.isSold(row)) return [{ ...bare, refusals: [fitWords.notSold(row.until)] }];
  const { drains } = drainsOf(row, context);
  if (row.route === "enterprise_contract" && drains.length === 0) return [{ ...bare, gap: gaps.contract }];
  if (!drains.some((drain) => drain.output === ask.output)) return [{ ...bare, gap: noRate(row, ask, context) }];
  const fits = bestFits(row, drains, ask, volume.seconds, context);
  if (fits.length === 0) {
    const missing = ask.variant === undefined ? fitWords.noRate(ask.output) : fitWords.noVariant(ask.variant);
    return [{ ...bare, refusals: [missing] }];
  }
  const rights = downloadsRefusal(row, drains, ask, volume.accepted);
  return fits.map((fit, at) => {
    const model = fit.drain.model;
    return {
      option: optionName(row, fit, fits, at),
      row,
      model,
      form: formOf(fit, fits),
      fit,
      surcharges: surchargesOf(row, drains, fit, ask),
      tokenPrice: drains.find((drain) => drain.role === "token_price" && drain.model === model) ?? null,
      refusals: [...fit.refusals, ...rights],
      changes: fit.changes,
      shortOfRights: rights.length > 0 && fit.refusals.length === 0 && fit.changes.length === 0,
      gap: null,
    };
  });
}

/** A page that connects its units to another row's rates helps only as long as the reading is fresh. */
function noRate(row: Row, ask: Ask, { market }: Context): Gap {
  const old = market
    .edgesOf(new Set([row.vendor]))
    .find((edge) => edge.from === row.id && edge.status === "connected" && market.row(edge.to)?.drains.length);
  return old === undefined
    ? gaps.output(ask.output)
    : gaps.staleConnection(ask.output, market.row(old.to)?.product ?? old.to, old.readOn);
}

/** An offer as a person knows it: product, model, and the form where the model has several. */
export function offerName({ row, model, form }: Offer): string {
  return [row.product, model, form].filter((part) => part !== null).join(", ");
}

/** A wallet with one rate is its own name; else the model tells the options apart, and its form where it has several. */
function optionName(row: Row, fit: Fit, fits: readonly Fit[], at: number): string {
  if (fits.length === 1) return row.id;
  const name = fit.drain.model ?? `rate-${at + 1}`;
  const form = formOf(fit, fits);
  return form === null ? `${row.id}/${name}` : `${row.id}/${name}/${form.toLowerCase().replace(/[^a-z0-9.]+/g, "-")}`;
}

/** What tells a rate from the others of its model: its size, or the use that its page names. Null where it is the only one. */
function formOf(fit: Fit, fits: readonly Fit[]): string | null {
  const twins = fits.filter((other) => other.drain.model === fit.drain.model);
  if (twins.length === 1) return null;
  const sizes = new Set(twins.map((twin) => twin.drain.resolution));
  return sizes.size === twins.length && fit.drain.resolution !== null ? fit.drain.resolution : fit.drain.use;
}

/** Where rights come with a download, a month's downloads bound what can be used commercially. */
function downloadsRefusal(row: Row, drains: readonly Drain[], ask: Ask, accepted: Decimal): string[] {
  if (ask.commercial !== true || !drains.some((drain) => drain.role === "download")) return [];
  const downloads = includedIn(row, "download");
  if (downloads === null) return [];
  return downloads.lt(accepted) ? [fitWords.downloads(downloads)] : [];
}
