import type { Row } from "#pricing";
import { exactly, zero } from "../../quantity/band.ts";
import type { Decimal } from "../../quantity/money.ts";
import type { Context } from "../context.ts";
import type { Parts } from "../parts.ts";
import type { At, Piece } from "../piece.ts";
import { always, zeroDrillOf } from "../zero.ts";
import { mediaAlternatives } from "./alternatives.ts";
import { type MediaWork, mediaInputs, volumeOf } from "./ask.ts";
import { includedIn } from "./dollars.ts";
import { drainsOfWallets, isAble, mediaPieces, openOffers } from "./media.ts";
import { messages } from "./messages.ts";
import { type Offer, offerName } from "./offers.ts";

/** Finished outputs: every wallet is an option of its own, and no two of them are ever added or averaged. */
export function estimateMedia(work: MediaWork, context: Context): Parts {
  const inputs = mediaInputs(work);
  const expected: At = (input) => inputs.get(input)?.expected ?? zero;
  const offers = openOffers(work, context, expected);
  const able = offers.filter(isAble);
  return {
    inputs,
    evaluate: mediaPieces(offers, work, context),
    exact: mediaPieces(offers, work, context, false),
    gauge: "amount",
    per: "month",
    whole: new Set(["seconds"]),
    accepted: work.kind === "voice" ? null : work.accepted.expected,
    rows: () => [...new Set(able.map((offer) => offer.row))],
    finish: (ranged) => ({
      wallets: drainsOfWallets(offers, work, context, expected),
      alternatives: mediaAlternatives(offers, work, context, expected),
      assumptions: assumptions(work, able, volumeOf(work, expected)),
      questions: questions(ranged.expected, context),
      zeroDrill: drills(able, ranged.expected, context),
    }),
  };
}

function assumptions(
  work: MediaWork,
  able: readonly Offer[],
  { attempts, submissions }: { attempts: Decimal; submissions: Decimal },
): string[] {
  const counted = work.kind === "voice" ? [] : [messages.attempts(attempts, submissions)];
  const assumed = able.flatMap(
    (offer) => offer.fit?.assumed.map((each) => messages.notConfirmed(offerName(offer), each)) ?? [],
  );
  const notes = able.flatMap((offer) =>
    offer.fit?.drain.note ? [`${offerName(offer)}: ${offer.fit.drain.note}`] : [],
  );
  const bounds = able
    .filter((offer) => offer.row.topUp.rate !== null && offer.row.kind === "plan")
    .map((offer) => offer.row.product);
  const packs = [...new Set(bounds)].map(messages.packUnknown);
  return [...counted, ...new Set([...assumed, ...notes, ...packs])];
}

/** What is missing for a figure, as a question that can be sent to the vendor. */
function questions(pieces: readonly Piece[], { market }: Context): { vendor: string; text: string }[] {
  const asked = pieces.flatMap((piece) => {
    const row = piece.wallet === null ? undefined : market.row(piece.wallet);
    if (row === undefined || piece.ask === undefined) return [];
    return [
      {
        vendor: market.vendorName(row.vendor),
        text: `${row.product}${piece.model === null ? "" : `, ${piece.model}`}: ${piece.ask}`,
      },
    ];
  });
  return asked.filter((each, at) => asked.findIndex((other) => other.text === each.text) === at);
}

function drills(able: readonly Offer[], pieces: readonly Piece[], context: Context) {
  const rows = [...new Set(able.map((offer) => offer.row))];
  return rows.map((row: Row) => {
    const offer = able.find((each) => each.row === row);
    const amount = pieces.find((piece) => piece.option === offer?.option)?.amount ?? null;
    const included = offer?.fit ? includedIn(row, offer.fit.drain.unit) : null;
    const stock =
      included === null || row.kind === "package" || amount?.lte(included)
        ? undefined
        : { amount: included, text: messages.planBrings(included), until: null };
    return zeroDrillOf(row, stock, always(amount && exactly(amount)), context);
  });
}
