import type { WorkloadSign } from "../checklist/ids.ts";
import { type Band, bandText, isRange, zero } from "../quantity/band.ts";
import type { Workload } from "../workload/workload.ts";
import { estimateBalance } from "./balance/balance-parts.ts";
import { capsOf } from "./caps.ts";
import type { Context } from "./context.ts";
import { driversOf } from "./drivers.ts";
import { estimateMeasured } from "./measured/measured-parts.ts";
import { estimateMedia } from "./media/media-parts.ts";
import { messages } from "./messages.ts";
import type { Parts } from "./parts.ts";
import { evaluateRanges } from "./ranges.ts";
import type { Estimate, EstimateLine, Total } from "./result.ts";
import { spreadOf } from "./samples.ts";
import { signsOf } from "./signs.ts";
import { estimateText } from "./text/text-parts.ts";
import { totalOf } from "./total.ts";

/** An estimate with what the work shows about itself; or the field of the workload that cannot stand on this day. */
export type Estimated = { estimate: Estimate; signs: Set<WorkloadSign> } | { field: string; problem: string };

/** Work to quantities to money, inside each wallet. Pure: the same work on the same day gives the same estimate. */
export function estimate(work: Workload, context: Context): Estimated {
  const read = partsOf(work, context);
  if ("problem" in read) return read;
  const { inputs, evaluate, gauge } = read;
  const ranged = evaluateRanges(inputs, evaluate, gauge);
  const total = totalOf(ranged.bands);
  const lines = [...ranged.bands.values()].map(({ piece, amount, usd }): EstimateLine => {
    const { key: _, amount: __, usd: ___, ask: ____, ...told } = piece;
    const accepted = read.accepted;
    return {
      ...told,
      assumed: told.assumed ?? [],
      ...(amount === null ? { low: null, expected: null, high: null } : bandText(amount)),
      usd: usd === null ? null : bandText(usd),
      perAccepted: usd === null || accepted === null ? null : usd.expected.div(accepted).round(4).toFixed(),
    };
  });
  const rest = read.finish(ranged, total);
  return {
    estimate: {
      per: read.per,
      lines,
      total: total && withSpread(total, read),
      wallets: [],
      pool: null,
      alternatives: [],
      drivers: read.moves === false ? [] : driversOf(read, ranged),
      curve: null,
      knownUntil: null,
      calendar: null,
      prepaid: null,
      lots: null,
      flat: null,
      questions: [],
      converted: null,
      zeroDrill: [],
      ...rest,
      assumptions: [...new Set([...(rest.assumptions ?? []), ...staleness(lines)])],
      caps: capsOf(read.rows(lines), context),
    },
    signs: new Set([...signsOf(work, total, context), ...(read.signs ?? [])]),
  };
}

function partsOf(work: Workload, context: Context): Parts | { field: string; problem: string } {
  switch (work.kind) {
    case "text":
    case "usage":
      return estimateText(work, context);
    case "measured":
      return estimateMeasured(work, context);
    case "media":
    case "voice":
    case "music":
    case "images":
      return estimateMedia(work, context);
    case "seats":
    case "prepaid":
    case "lots":
    case "flat":
      return estimateBalance(work, context);
  }
}

function withSpread(total: Band, { inputs, evaluate }: Parts): Total {
  if (!isRange(total)) return { ...bandText(total), mean: null, p10: null, p90: null };
  const spread = spreadOf(inputs, (at) =>
    evaluate(at)
      .filter((piece) => piece.option === "base")
      .reduce((sum, piece) => sum.plus(piece.usd ?? zero), zero),
  );
  // Three digits: a sample says no more.
  const rounded = (amount: Band["low"]) => amount.prec(3).toFixed();
  return { ...bandText(total), mean: rounded(spread.mean), p10: rounded(spread.p10), p90: rounded(spread.p90) };
}

function staleness(lines: readonly EstimateLine[]): string[] {
  const stale = lines.filter((line) => line.eligible).flatMap((line) => line.sources.filter((source) => source.stale));
  return stale.map(({ url, readOn }) => messages.reRead(url, readOn));
}
