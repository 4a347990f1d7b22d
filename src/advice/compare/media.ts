import type { Row } from "#pricing";
import type { EstimateLine } from "../../estimate/result.ts";
import type { Market } from "../../market/market.ts";
import type { Advisor } from "../advise.ts";
import type { EstimateAnswer } from "../request.ts";
import {
  type ComparableWork,
  type Comparison,
  comparisonOf,
  type Fit,
  perPieceOf,
  vendorOf,
  type Way,
} from "./comparison.ts";
import { messages } from "./messages.ts";
import { notesOn } from "./notes.ts";
import type { Asked } from "./request.ts";

/** Clips, pictures, songs or speech: every line of the estimate of the same work is a way to have it done. */
export function compareMedia(asked: Asked, { estimate }: EstimateAnswer, { market }: Advisor): Comparison {
  const products = asked.vendors.filter((id) => market.row(id) !== undefined);
  const isAsked = (row: Row) => {
    const own = products.filter((id) => vendorOf(id, market) === row.vendor);
    return own.length === 0 || own.includes(row.id) || asked.vendors.includes(row.vendor);
  };
  const ways = estimate.lines.flatMap((line): Way[] => {
    const row = line.wallet === null ? undefined : market.row(line.wallet);
    return row === undefined || !isAsked(row) ? [] : [wayOf(line, row, asked.workload, market)];
  });
  return comparisonOf(asked, [...ways, ...without(asked, ways, market)], market);
}

function wayOf(line: EstimateLine, row: Row, work: ComparableWork, market: Market): Way {
  const { usd } = line;
  return {
    fit: fitOf(line),
    vendor: row.vendor,
    row: row.id,
    product: row.product,
    model: line.model,
    form: line.form ?? null,
    place: null,
    usd,
    perPiece: usd === null ? null : perPieceOf(work, usd),
    unconfirmed: line.eligible ? line.assumed.map((each) => each.replace(/^that /, "")) : [],
    notes: usd === null ? [] : notesOn(row, usd, market),
    reason: line.eligible ? line.notPriceable : line.reason,
    sources: line.sources,
  };
}

function fitOf({ eligible, usd, assumed }: EstimateLine): Fit {
  if (!eligible) return "cannot";
  if (usd === null) return "unpriced";
  return assumed.length === 0 ? "fits" : "unconfirmed";
}

/** Who was named and has nothing for this work. */
function without({ vendors, workload }: Asked, ways: readonly Way[], market: Market): Way[] {
  return vendors.flatMap((id): Way[] => {
    const row = market.row(id);
    if (ways.some((way) => (row === undefined ? way.vendor === id : way.row === id))) return [];
    const what = outputWords(workload);
    return [cannot(id, row === undefined ? messages.sellsNo(what) : messages.makesNo(what), market)];
  });
}

/** A vendor or a product that cannot do the work. */
export function cannot(id: string, reason: string, market: Market): Way {
  const row = market.row(id);
  return {
    fit: "cannot",
    vendor: row?.vendor ?? id,
    row: row?.id ?? null,
    product: row?.product ?? market.vendorName(id),
    model: null,
    form: null,
    place: null,
    usd: null,
    perPiece: null,
    unconfirmed: [],
    notes: [],
    reason,
    sources: [],
  };
}

function outputWords(work: ComparableWork): string {
  switch (work.kind) {
    case "media":
      return work.output === "video" ? "video" : "images";
    case "images":
      return "images";
    case "voice":
      return "speech";
    case "music":
      return "music";
    case "text":
    case "usage":
      return "text";
  }
}
