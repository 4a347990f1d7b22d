import type { Factor, RateRow } from "#pricing";
import { rowSource } from "../../market/sources.ts";
import { type Band, least, one, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import { apiWallet, type Context, modelRef } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import { type Conversation, type Tokens, tokensOf } from "./conversation.ts";
import { chargesOf } from "./cost.ts";

export type TextWork = WorkloadOf<"text">;

/** The models of the work, each with its share; a single one has all of it. */
export function mixOf(work: TextWork): { model: string; share: Decimal }[] {
  return work.models ?? [{ model: work.model ?? "", share: one }];
}

/** What of the work may vary, by the names of its fields. `peakShare` is ours: nobody knows at which hour work arrives. */
export function textInputs(work: TextWork, context: Context): Inputs {
  const { conversations, turns, systemTokens, userTokens, answerTokens } = work;
  const peak = mixOf(work)
    .map(({ model }) => priceOf(model, context))
    .find((row) => row?.peak)?.peak;
  const given: [string, Band | undefined][] = [
    ["conversations", conversations],
    ["turns", turns],
    ["systemTokens", systemTokens],
    ["userTokens", userTokens],
    ["answerTokens", answerTokens],
    ["prefixTokens", work.prefixTokens],
    ["reasoning", work.reasoning],
    ["retryRate", work.retryRate],
    ["batchShare", work.batchShare],
    ["peakShare", peak ? { low: zero, expected: shareOfDay(peak.hoursADay), high: one } : undefined],
  ];
  return new Map(given.filter((each): each is [string, Band] => each[1] !== undefined));
}

/** The conversation at these inputs. */
export function conversationOf(work: TextWork, at: At): Conversation {
  const { history, caching } = work;
  const system = at("systemTokens");
  return {
    turns: at("turns"),
    system,
    user: at("userTokens"),
    answer: at("answerTokens"),
    window: history === "full" ? null : history === "none" ? zero : decimal(String(history.last)),
    cached: caching !== "none",
    prefix: work.prefixTokens === undefined ? system : least([system, at("prefixTokens")]),
  };
}

/** A month of the work, one line for each way in which a model bills tokens. */
export function textPieces(work: TextWork, context: Context, at: At): Piece[] {
  const times = at("conversations").times(has(work.retryRate) ? one.plus(at("retryRate")) : one);
  return mixOf(work).flatMap(({ model, share }) => {
    const ref = modelRef(model);
    const wallet = apiWallet(context, ref.vendor)?.id ?? null;
    const line = { option: "base", wallet, model, budget: "usage" as const, eligible: true, reason: null };
    const found = context.rates.find(ref, context.day);
    const row = "row" in found ? found.row : undefined;
    const split = tokensOf(conversationOf(work, at), row?.long?.fromTokens ?? null);
    const tokens = scaled(split, times.times(share), has(work.reasoning) ? at("reasoning") : one);
    if (row === undefined) {
      const why = "unknown" in found ? found.unknown : `no price known for ${model} on this day`;
      return unpriced(tokens).map((each) => ({
        ...line,
        ...each,
        key: `${model} ${each.unit}`,
        notPriceable: why,
        sources: [],
      }));
    }
    const { factor, lacks, sources } = factorOf(work, model, row, context, at);
    return chargesOf(tokens, row, work.caching)
      .filter((charge) => charge.tokens.gt(zero) || charge.unit === "input_token" || charge.unit === "output_token")
      .map((charge): Piece => {
        const missing = charge.lacks ?? lacks;
        return {
          ...line,
          key: `${model} ${charge.unit}`,
          unit: charge.unit,
          amount: charge.tokens,
          usd: charge.usd === null || lacks !== null ? null : charge.usd.times(factor),
          notPriceable: missing === null ? null : `no price known for ${missing} of ${model}`,
          sources: [rowSource(row, context.market), ...sources.map((each) => rowSource(each, context.market))],
        };
      });
  });
}

/** The row of rates in force, or nothing. */
export function priceOf(model: string, { rates, day }: Context): RateRow | undefined {
  const found = rates.find(modelRef(model), day);
  return "row" in found ? found.row : undefined;
}

/** Batch, speed, region and hour of the day multiply; what is not sold in batches is billed at its speed. */
function factorOf(work: TextWork, model: string, row: RateRow, context: Context, at: At) {
  const sources: Factor[] = [];
  let lacks: string | null = null;
  const take = (kind: Factor["kind"], name: string): Decimal => {
    const found = context.rates.factor(modelRef(model), kind);
    if (found === undefined) lacks ??= name;
    else sources.push(found);
    return decimal(found?.factor ?? "1");
  };
  const batched = has(work.batchShare) ? at("batchShare") : zero;
  const batch = batched.gt(zero) ? take("batch", "work in batches") : one;
  const speed = work.speed === "priority" ? take("priority", "priority") : one;
  const region = work.region === "us" ? take("region_us", "processing in the US") : one;
  const hour = row.peak ? one.plus(at("peakShare").times(decimal(row.peak.factor).minus(one))) : one;
  const factor = batched.times(batch).plus(one.minus(batched).times(speed)).times(region).times(hour);
  return { factor, lacks: lacks as string | null, sources };
}

function scaled({ short, long }: { short: Tokens; long: Tokens }, times: Decimal, reasoning: Decimal) {
  const scale = (tokens: Tokens): Tokens => ({
    plain: tokens.plain.times(times),
    read: tokens.read.times(times),
    write: tokens.write.times(times),
    output: tokens.output.times(times).times(reasoning),
  });
  return { short: scale(short), long: scale(long) };
}

function unpriced({ short, long }: { short: Tokens; long: Tokens }) {
  const input = [short, long].reduce((sum, each) => sum.plus(each.plain).plus(each.read).plus(each.write), zero);
  return [
    { unit: "input_token" as const, amount: input, usd: null },
    { unit: "output_token" as const, amount: short.output.plus(long.output), usd: null },
  ];
}

function has(band: Band | undefined): boolean {
  return band !== undefined;
}

/** Decimal digits end somewhere: a twelfth digit of a share changes no cent. */
function shareOfDay(hours: number): Decimal {
  return decimal((hours / 24).toFixed(12));
}
