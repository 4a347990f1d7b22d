import type { Estimate, EstimateLine } from "../estimate/result.ts";
import type { Market } from "../market/market.ts";
import { dollars, moneyWords, unitWords } from "../quantity/amounts.ts";
import type { Block } from "../screen/screen.ts";
import { markedOwn } from "../screen/source-words.ts";
import { estimateMessages as words } from "./estimate-messages.ts";
import { lineNames } from "./line-names.ts";
import { unitNames } from "./line-words.ts";
import { listBlocks } from "./lists.ts";

/**
 * The lines of an estimate: those with a price in a table, first those that are known to fit, then those without
 * one, then those that cannot do the work.
 */
export function lineBlocks({ lines }: Estimate, market: Market): Block[] {
  const names = lineNames(lines, market);
  const nameOf = (line: EstimateLine) => names[lines.indexOf(line)] ?? line.option;
  const able = lines.filter((line) => line.eligible);
  const priced = able.filter((line) => line.usd !== null);
  const known = priced.filter((line) => line.assumed.length === 0);
  const unconfirmed = priced.filter((line) => line.assumed.length > 0);
  const silent = able.filter((line) => line.usd === null);
  const unable = lines.filter((line) => !line.eligible);
  return [
    ...pricedTable(known, nameOf),
    ...(unconfirmed.length === 0 ? [] : [{ block: "heading" as const, text: words.unconfirmed }]),
    ...pricedTable(unconfirmed, nameOf),
    ...listBlocks(
      words.unpriced,
      silent.map((line) => `${nameOf(line)}: ${line.low === null ? "" : `${drainWords(line)}, `}${line.notPriceable}`),
    ),
    ...listBlocks(
      words.unable,
      unable.map((line) => `${nameOf(line)}: ${line.reason}`),
    ),
  ];
}

/** Lines with a price; with what no page says of them, where there is such. */
function pricedTable(lines: readonly EstimateLine[], nameOf: (line: EstimateLine) => string): Block[] {
  if (lines.length === 0) return [];
  const perAccepted = lines.some((line) => line.perAccepted !== null);
  const unconfirmed = lines.some((line) => line.assumed.length > 0);
  return [
    {
      block: "table",
      columns: [
        words.columns.option,
        words.columns.uses,
        words.columns.cost,
        ...(perAccepted ? [words.columns.each] : []),
        ...(unconfirmed ? [words.columns.open] : []),
      ],
      rows: lines.map((line) => [
        nameOf(line),
        drainWords(line),
        markedOwn(moneyWords(line.usd ?? { low: "0", expected: "0", high: "0" }), isOwn(line)),
        ...(perAccepted ? [line.perAccepted === null ? "" : dollars(line.perAccepted)] : []),
        ...(unconfirmed ? [line.assumed.join(", ")] : []),
      ]),
    },
  ];
}

function isOwn({ sources }: EstimateLine): boolean {
  return sources.some(({ own }) => own === true);
}

function drainWords(line: EstimateLine): string {
  if (line.low === null || line.expected === null || line.high === null) return "";
  return `${unitWords(line.low, line.expected, line.high)} ${line.unit === null ? words.units : unitNames[line.unit]}`;
}
