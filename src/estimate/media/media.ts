import type { PlainDate, UnitId } from "#pricing";
import { rowSource } from "../../market/sources.ts";
import { most, zero } from "../../quantity/band.ts";
import { ceilDivide } from "../../quantity/divide.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import { bucketsOf } from "../buckets.ts";
import type { Context } from "../context.ts";
import type { At, Piece } from "../piece.ts";
import type { WalletDrain } from "../result.ts";
import { askOf, type MediaWork, type Volume, volumeOf } from "./ask.ts";
import { dollarsOf, includedIn } from "./dollars.ts";
import { type Gap, gaps } from "./messages.ts";
import { type Native, nativeOf } from "./native.ts";
import { type Offer, offersOf } from "./offers.ts";

/**
 * Every wallet as an option of its own: what it is drained of and, inside it alone, what that costs. First the offers,
 * then, as often as is wanted, the inputs. `whole`: attempts are rounded up.
 */
export function mediaPieces(
  offers: readonly Offer[],
  work: MediaWork,
  context: Context,
  whole = true,
): (at: At) => Piece[] {
  const pieces = offers
    .filter((offer) => isAble(offer) || isFirstOfModel(offer, offers))
    .map((offer) => pieceOf(offer, context, isAble(offer)));
  return (at) => {
    const volume = volumeOf(work, at, whole);
    return pieces.map((piece) => piece(volume, at));
  };
}

/** What would do the work with a stated change: never a line of the estimate, only an alternative. */
export function changedPieces(
  offers: readonly Offer[],
  work: MediaWork,
  context: Context,
  at: At,
): { offer: Offer; piece: Piece }[] {
  const volume = volumeOf(work, at);
  return offers
    .filter((offer) => offer.refusals.length === 0 && offer.changes.length > 0)
    .map((offer) => ({ offer, piece: pieceOf(offer, context, true)(volume, at) }));
}

/**
 * The offers at the expected amounts: which wallet fits does not change within a range. Those that are known to fit stand
 * first, then those that fit as far as any page says, the most silent ones last, then those without a rate, then those that do not fit.
 */
export function openOffers(work: MediaWork, context: Context, at: At): Offer[] {
  return offersOf(work, volumeOf(work, at), context).sort(
    (one, other) => doubtOf(one) - doubtOf(other) || unsaid(one) - unsaid(other),
  );
}

/** On how many points of the work no page says anything. */
function unsaid({ fit }: Pick<Offer, "fit">): number {
  return fit?.assumed.length ?? 0;
}

/** How little is known of whether an offer can do the work: a sort is stable, so that equals keep the catalogue's order. */
function doubtOf({ refusals, changes, fit }: Offer): number {
  const assumed = unsaid({ fit }) > 0;
  if (refusals.length > 0) return 5;
  if (changes.length > 0) return assumed ? 4 : 3;
  return fit === null ? 2 : assumed ? 1 : 0;
}

function pieceOf(offer: Offer, context: Context, eligible: boolean): (volume: Volume, at: At) => Piece {
  const { row, fit } = offer;
  const base = {
    key: offer.option,
    option: offer.option,
    wallet: row.id,
    model: offer.model,
    ...(offer.form === null ? {} : { form: offer.form }),
    budget: "usage" as const,
    unit: (fit?.drain.unit ?? row.unit) as UnitId | null,
    amount: null,
    usd: null,
    notPriceable: null,
    eligible,
    reason: eligible ? null : [...offer.refusals, ...offer.changes].join("; "),
    assumed: fit?.assumed ?? [],
    sources: [rowSource(row, context.market)],
  };
  if (!eligible && !offer.shortOfRights) return () => base;
  return (volume, at) => {
    const drained = drainedBy(offer, volume, at);
    if ("gap" in drained || fit === null) return { ...base, ...("gap" in drained ? lacking(drained.gap) : {}) };
    if (!eligible) return { ...base, amount: drained.amount };
    const { amount } = drained;
    if (offer.tokenPrice?.amount && fit.drain.role === "tokens") {
      return { ...base, amount, usd: amount.times(decimal(offer.tokenPrice.amount)).times("0.000001") };
    }
    const dollars = dollarsOf(row, fit.drain.unit, amount);
    return "usd" in dollars ? { ...base, amount, usd: dollars.usd } : { ...base, amount, ...lacking(dollars.gap) };
  };
}

function lacking({ why, ask }: Gap): Pick<Piece, "notPriceable" | "ask"> {
  return { notPriceable: why, ask };
}

function drainedBy(offer: Offer, volume: Volume, at: At): Native {
  if (offer.fit === null) return { gap: offer.gap ?? gaps.price };
  const billed = billedAttempts(offer, volume, at);
  const dear = at("openRate").gt(zero);
  let sum = zero;
  for (const drain of [offer.fit.drain, ...offer.surcharges]) {
    const native = nativeOf(drain, billed, volume, dear);
    if ("gap" in native) return native;
    sum = sum.plus(native.amount);
  }
  return { amount: sum };
}

/** Refunded failures cost nothing; unrefunded ones are paid; where no page says, either may hold. */
function billedAttempts({ row }: Offer, { attempts, submissions }: Volume, at: At): Decimal {
  switch (row.refunds.answer) {
    case "all":
    case "technical_only":
      return attempts;
    case "none":
      return submissions;
    case null:
      return at("openRefund").gt(zero) ? submissions : attempts;
  }
}

/** What stays, what is short and what is lost in each wallet, at the expected amounts. */
export function drainsOfWallets(offers: readonly Offer[], work: MediaWork, { day }: Context, at: At): WalletDrain[] {
  const volume = volumeOf(work, at);
  const commercial = askOf(work, undefined).commercial === true;
  return offers
    .filter((offer) => (isAble(offer) || offer.shortOfRights) && offer.fit !== null)
    .flatMap((offer): WalletDrain[] => {
      const drained = drainedBy(offer, volume, at);
      if ("gap" in drained || offer.fit === null) return [];
      const own = drainOf(offer, offer.fit.drain.unit, drained.amount, day);
      const downloads = commercial ? includedIn(offer.row, "download") : null;
      return downloads === null ? [own] : [own, drainOf(offer, "download", volume.accepted, day)];
    });
}

function drainOf({ option, row }: Offer, unit: UnitId, needed: Decimal, day: PlainDate): WalletDrain {
  const perPack = includedIn(row, unit);
  const packs = row.kind === "package" && perPack !== null && perPack.gt(zero) ? ceilDivide(needed, perPack) : null;
  const included = perPack === null ? null : packs === null ? perPack : perPack.times(packs);
  const short = included === null ? null : most([needed.minus(included), zero]);
  const left = included === null ? null : most([included.minus(needed), zero]);
  const lost =
    left === null || row.kind === "package"
      ? null
      : row.rollover.answer === "no"
        ? left
        : row.rollover.answer === "yes"
          ? zero
          : null;
  return {
    option,
    wallet: row.id,
    unit,
    needed: needed.toFixed(),
    included: included?.toFixed() ?? null,
    short: short?.toFixed() ?? null,
    left: left?.toFixed() ?? null,
    lost: lost?.toFixed() ?? null,
    zeroOn: null,
    largestTopUp: null,
    topUpMonths: null,
    buckets: unit === row.unit ? bucketsOf(row, day, needed, included) : [],
  };
}

export function isAble(offer: Offer): boolean {
  return offer.refusals.length === 0 && offer.changes.length === 0;
}

/** Of a model that does not fit, one line says so for all of its forms. */
function isFirstOfModel(offer: Offer, offers: readonly Offer[]): boolean {
  return offers.find((other) => other.row === offer.row && other.model === offer.model) === offer;
}
