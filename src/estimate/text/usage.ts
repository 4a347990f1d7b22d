import type { UnitId } from "#pricing";
import { rowSource } from "../../market/sources.ts";
import { most, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import { apiWallet, type Context, modelRef } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import { noTokens, type Tokens } from "./conversation.ts";
import { chargesOf } from "./cost.ts";
import { longWrite, priced, prices } from "./messages.ts";

type UsageWork = WorkloadOf<"usage">;

export function usageInputs({ input, cached, write5m, write1h, output }: UsageWork): Inputs {
  const given = { input, cached, write5m, write1h, output };
  return new Map(Object.entries(given).flatMap(([name, band]) => (band === undefined ? [] : [[name, band] as const])));
}

/** One request as a vendor's usage block counts it: the parts of the input are billed apart, each once. */
export function usagePieces(work: UsageWork, context: Context, at: At): Piece[] {
  const { model } = work;
  const ref = modelRef(model);
  const part = (name: "cached" | "write5m" | "write1h") => (work[name] === undefined ? zero : at(name));
  const [read, write5m, write1h] = [part("cached"), part("write5m"), part("write1h")];
  const plain = most([zero, at("input").minus(read).minus(write5m).minus(write1h)]);
  const found = context.rates.find(ref, context.day);
  const wallet = apiWallet(context, ref.vendor)?.id ?? null;
  const line = { option: "base", wallet, model, budget: "usage" as const, eligible: true, reason: null };
  if (!("row" in found)) {
    const why = "unknown" in found ? found.unknown : prices.noneOnDay(model);
    const amounts: [UnitId, Decimal][] = [
      ["input_token", at("input")],
      ["output_token", at("output")],
    ];
    return amounts.map(([unit, amount]) => ({
      ...line,
      key: unit,
      unit,
      amount,
      usd: null,
      notPriceable: why,
      sources: [],
    }));
  }
  const { row } = found;
  const isLong = row.long !== null && at("input").gte(String(row.long.fromTokens));
  const placed = (tokens: Tokens) => (isLong ? { short: noTokens, long: tokens } : { short: tokens, long: noTokens });
  const batch = work.batch ? context.rates.factor(ref, "batch") : undefined;
  const factor = decimal(batch?.factor ?? "1");
  const lacksBatch = work.batch && batch === undefined ? priced.batches : null;
  const charges = [
    ...chargesOf(
      row,
      "5m",
    )(placed({ plain, read, write: write5m, output: at("output") })).map((each) => ({
      ...each,
      of: "",
    })),
    ...chargesOf(row, "1h")(placed({ ...noTokens, write: write1h })).map((each) => ({ ...each, of: ` ${longWrite}` })),
  ];
  return charges
    .filter(
      ({ tokens, unit, of }) => tokens.gt(zero) || (of === "" && (unit === "input_token" || unit === "output_token")),
    )
    .map(({ unit, tokens, usd, lacks, of }): Piece => {
      const missing = lacks ?? lacksBatch;
      return {
        ...line,
        key: `${unit}${of}`,
        ...(of === "" ? {} : { form: of.trim() }),
        unit,
        amount: tokens,
        usd: usd === null || missing !== null ? null : usd.times(factor),
        notPriceable: missing === null ? null : prices.noneFor(missing, model),
        sources: [rowSource(row, context.market), ...(batch ? [rowSource(batch, context.market)] : [])],
      };
    });
}
