import type { Market } from "../../market/market.ts";
import type { SourceRead } from "../../market/sources.ts";
import { type BandText, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { Workload, WorkloadOf } from "../../workload/workload.ts";

/** Work that ends in something finished: only that has one price wherever it is bought. */
export type ComparableWork = WorkloadOf<"text" | "usage" | "media" | "voice" | "music" | "images">;

/** Whether a way can do the work: pages say so, pages leave something open, nobody published a price, or it cannot. */
export type Fit = "fits" | "unconfirmed" | "unpriced" | "cannot";

/** Which of its vendor's models it is, for this work: by dollars, as no page ranks models by what they can do. */
export type Place = "cheapest" | "middle" | "strongest";

/** One way to have the same work done. Ways are alternatives: they are put in order, and never added. */
export type Way = {
  fit: Fit;
  vendor: string;
  /** The row of the catalogue; null where there is none for it. */
  row: string | null;
  product: string;
  model: string | null;
  /** The form of the rate, where the model has several: a size, a quality. */
  form: string | null;
  place: Place | null;
  /** Dollars for all of the work; null where no price is published, or where it cannot do it. */
  usd: BandText | null;
  /** Dollars for one finished piece at the expected amounts. */
  perPiece: string | null;
  /** What no page says and the work needs. */
  unconfirmed: string[];
  /** What whoever buys has to know of the price. */
  notes: string[];
  /** Why there is no price, or why it cannot do the work. */
  reason: string | null;
  sources: SourceRead[];
};

/** What one finished piece of the work is. */
export type PieceName = "clip" | "picture" | "song" | "1,000 characters" | "conversation" | "request";

/** The same work in dollars with each vendor, in order: known to fit, to be confirmed, without a price, not able. */
export type Comparison = {
  catalogue: { version: string; asOf: string };
  workload: Record<string, unknown>;
  per: "month" | "request";
  piece: PieceName;
  /** The vendors and products that were named; none: all that sell this kind of output. */
  vendors: string[];
  ways: Way[];
};

const orderOfFit: Record<Fit, number> = { fits: 0, unconfirmed: 1, unpriced: 2, cannot: 3 };

/** The comparison of these ways: within each fit the cheapest first, by dollars for the same work. */
export function comparisonOf(
  asked: { workload: ComparableWork; given: Record<string, unknown>; vendors: readonly string[] },
  ways: readonly Way[],
  { catalogue, asOf }: Market,
): Comparison {
  return {
    catalogue: { version: catalogue.version, asOf },
    workload: asked.given,
    per: asked.workload.kind === "usage" ? "request" : "month",
    piece: piecesOf(asked.workload).name,
    vendors: [...asked.vendors],
    ways: [...ways].sort(byFitAndDollars),
  };
}

function byFitAndDollars(left: Way, right: Way): number {
  const byFit = orderOfFit[left.fit] - orderOfFit[right.fit];
  if (byFit !== 0 || left.usd === null || right.usd === null) return byFit;
  const byEnd = (end: keyof BandText) => decimal(left.usd?.[end] ?? "0").cmp(decimal(right.usd?.[end] ?? "0"));
  return byEnd("expected") || byEnd("high");
}

/** What is finished by the work, and how many of it at the expected amounts. */
function piecesOf(work: ComparableWork): { name: PieceName; count: Decimal } {
  switch (work.kind) {
    case "media":
      return { name: work.output === "video" ? "clip" : "picture", count: work.accepted.expected };
    case "images":
      return { name: "picture", count: work.accepted.expected };
    case "music":
      return { name: "song", count: work.accepted.expected };
    case "voice":
      return { name: "1,000 characters", count: work.characters.expected.times("0.001") };
    case "text":
      return { name: "conversation", count: work.conversations.expected };
    case "usage":
      return { name: "request", count: decimal("1") };
  }
}

/** Dollars for one finished piece, to a millionth of a dollar; null where nothing is finished. */
export function perPieceOf(work: ComparableWork, usd: BandText): string | null {
  const { count } = piecesOf(work);
  return count.gt(zero) ? decimal(usd.expected).div(count).round(6).toFixed() : null;
}

/** Whether work of this kind ends in something finished; the others are ways to pay. */
export function isFinishing(kind: Workload["kind"]): boolean {
  switch (kind) {
    case "text":
    case "usage":
    case "media":
    case "voice":
    case "music":
    case "images":
      return true;
    case "measured":
    case "seats":
    case "prepaid":
    case "lots":
    case "flat":
      return false;
  }
}

export function isComparable(work: Workload): work is ComparableWork {
  return isFinishing(work.kind);
}

/** The vendor of what was named: a vendor, or one of its products. */
export function vendorOf(id: string, market: Market): string {
  return market.row(id)?.vendor ?? id;
}
