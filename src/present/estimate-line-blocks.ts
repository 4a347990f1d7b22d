import type { Estimate, EstimateLine } from "../estimate/result.ts";
import type { Market } from "../market/market.ts";
import type { Block } from "../screen/screen.ts";
import { dollars, moneyWords, unitWords } from "./amounts.ts";
import { listBlocks } from "./lists.ts";

/** The lines of an estimate: those with a price in a table, then those without one, then those that cannot do the work. */
export function lineBlocks({ lines }: Estimate, market: Market): Block[] {
  const able = lines.filter((line) => line.eligible);
  const shown = able.filter((line) => line.usd !== null);
  const silent = able.filter((line) => line.usd === null);
  const unable = lines.filter((line) => !line.eligible);
  const perAccepted = shown.some((line) => line.perAccepted !== null);
  const blocks: Block[] = [];
  if (shown.length > 0) {
    blocks.push({
      block: "table",
      columns: ["Line", "Drains", "Cost", ...(perAccepted ? ["Per accepted"] : [])],
      rows: shown.map((line) => [
        nameOf(line, market),
        drainWords(line),
        moneyWords(line.usd ?? { low: "0", expected: "0", high: "0" }),
        ...(perAccepted ? [line.perAccepted === null ? "" : dollars(line.perAccepted)] : []),
      ]),
    });
  }
  return [
    ...blocks,
    ...listBlocks(
      "Without a price",
      silent.map(
        (line) => `${nameOf(line, market)}: ${line.low === null ? "" : `${drainWords(line)}, `}${line.notPriceable}`,
      ),
    ),
    ...listBlocks(
      "Cannot do it",
      unable.map((line) => `${nameOf(line, market)}: ${line.reason}`),
    ),
  ];
}

function nameOf(line: EstimateLine, market: Market): string {
  const product = line.wallet === null ? undefined : market.row(line.wallet)?.product;
  const base = line.option === "base" || line.wallet === line.option;
  const parts = [
    line.option === "lost" ? "Lost" : "",
    line.budget === "seats" && line.unit === "seat_month" ? "Seats" : "",
    line.model ?? "",
    base && line.model !== null && line.unit?.endsWith("token") ? "" : (product ?? ""),
  ];
  return parts.filter((part) => part !== "").join(", ") || line.option;
}

function drainWords(line: EstimateLine): string {
  if (line.low === null || line.expected === null || line.high === null) return "";
  return `${unitWords(line.low, line.expected, line.high)} ${line.unit === null ? "units" : unitNames[line.unit]}`;
}

export const unitNames: Record<NonNullable<EstimateLine["unit"]>, string> = {
  input_token: "input tokens",
  output_token: "output tokens",
  cached_token: "cached tokens",
  cache_write_token: "tokens written to the cache",
  credit: "credits of this wallet",
  compute_unit: "compute units",
  second: "seconds",
  minute: "minutes",
  gpu_hour: "GPU hours",
  image: "images",
  character: "characters",
  download: "downloads",
  successful_job: "jobs",
  message: "messages",
  request: "use",
  seat_month: "seats",
  account_balance: "dollars of the balance",
  custom_quota: "of its quota",
};
