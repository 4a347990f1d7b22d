import { bandText, exactly, one } from "../../quantity/band.ts";
import { floorDivide } from "../../quantity/divide.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { Context } from "../context.ts";
import type { At } from "../piece.ts";
import type { Alternative } from "../result.ts";
import type { MediaWork } from "./ask.ts";
import { volumeOf } from "./ask.ts";
import { dollarsOf, includedIn } from "./dollars.ts";
import { changedPieces, isAble, mediaPieces } from "./media.ts";
import { alternativeWords as words } from "./messages.ts";
import { nativeOf } from "./native.ts";
import type { Offer } from "./offers.ts";

/** What could be bought instead inside a wallet: another form of the clip, a first month, packs, package or meter. */
export function mediaAlternatives(offers: readonly Offer[], work: MediaWork, context: Context, at: At): Alternative[] {
  const pieces = mediaPieces(offers, work, context)(at);
  const able = offers.filter(isAble);
  const changed = changedPieces(offers, work, context, at).map(({ offer, piece }) =>
    alternative(offer, piece.option, words.changes(offer.changes), piece.usd),
  );
  const amountOf = (offer: Offer) => pieces.find((piece) => piece.option === offer.option)?.amount ?? null;
  const others = able.flatMap((offer): Alternative[] => {
    const amount = amountOf(offer);
    const unit = offer.fit?.drain.unit;
    if (amount === null || unit === undefined) return [];
    const { row } = offer;
    const prices = row.otherPrices
      .filter((price) => price.kind === "first_month" && price.amount !== null)
      .map((price) => {
        const dollars = dollarsOf(row, unit, amount, price.amount);
        return alternative(
          offer,
          `${offer.option}/first-month`,
          words.firstMonth,
          "usd" in dollars ? dollars.usd : null,
        );
      });
    const { volumeRate } = row.topUp;
    const packs = volumeRate
      ? [
          alternative(
            offer,
            `${offer.option}/volume-pack`,
            words.packs,
            amount.times(decimal(volumeRate.price)).div(decimal(volumeRate.gives)),
          ),
        ]
      : [];
    return [...prices, ...packs, ...packageOrMeter(offer, able, work, at)];
  });
  return [...changed, ...others];
}

/** From how many attempts on a package is cheaper than the meter of the same vendor, for the same model and form. */
function packageOrMeter(offer: Offer, able: readonly Offer[], work: MediaWork, at: At): Alternative[] {
  const { row, fit } = offer;
  const packPrice = row.price.amount;
  if (row.kind !== "package" || packPrice === null || fit === null) return [];
  const meter = able.find(
    (other) =>
      other.row.vendor === row.vendor &&
      other.fit?.drain.unit === "account_balance" &&
      other.model === offer.model &&
      other.fit.drain.resolution === fit.drain.resolution,
  );
  if (meter?.fit === null || meter === undefined) return [];
  const volume = volumeOf(work, at);
  const metered = nativeOf(meter.fit.drain, one, volume, true);
  const packed = nativeOf(fit.drain, one, volume, true);
  const included = includedIn(row, fit.drain.unit);
  if (!("amount" in metered) || !("amount" in packed) || included === null) return [];
  const price = decimal(packPrice);
  const even = floorDivide(price, metered.amount).plus(one);
  const upTo = floorDivide(included, packed.amount);
  if (even.gt(upTo)) return [];
  return [
    {
      ...alternative(
        offer,
        `${offer.option}/instead-of-meter`,
        words.packageOverMeter(meter.row.product, even, upTo),
        price,
      ),
      breakEven: { from: even.toFixed(), upTo: upTo.toFixed(), unit: "attempts" },
    },
  ];
}

function alternative(offer: Offer, option: string, text: string, usd: Decimal | null): Alternative {
  return {
    option,
    wallet: offer.row.id,
    model: offer.model,
    ...(offer.form === null ? {} : { form: offer.form }),
    text,
    usd: usd === null ? null : bandText(exactly(usd)),
    saves: null,
    breakEven: null,
  };
}
