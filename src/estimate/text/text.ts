import type { Factor, RateRow } from "#pricing";
import { rowSource, type SourceRead } from "../../market/sources.ts";
import { type Band, least, one, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import { apiWallet, type Context, modelRef } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import { type Conversation, noTokens, type Tokens, tokensOf } from "./conversation.ts";
import { chargesOf } from "./cost.ts";
import { priced, prices } from "./messages.ts";

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

/**
 * A month of the work, one line for each way in which a model bills tokens: first the work, then, as often as is wanted,
 * its inputs. What no input changes is looked up once.
 */
export function textPieces(work: TextWork, context: Context): (at: At) => Piece[] {
  const billed = mixOf(work).map((each) => billedBy(each, work, context));
  return (at) => {
    const conversation = conversationOf(work, at);
    const times = at("conversations").times(has(work.retryRate) ? one.plus(at("retryRate")) : one);
    const reasoning = has(work.reasoning) ? at("reasoning") : one;
    // Models with one border between short and long are sent the same tokens.
    const sent = new Map<number | null, Split>();
    return billed.flatMap(({ border, pieces }) => {
      const month = sent.get(border) ?? scaled(tokensOf(conversation, border), times, reasoning);
      sent.set(border, month);
      return pieces(month, at);
    });
  };
}

type Split = { short: Tokens; long: Tokens };
type Billed = { border: number | null; pieces: (month: Split, at: At) => Piece[] };

/** How one model of the mix bills its share of a month's tokens. */
function billedBy({ model, share }: { model: string; share: Decimal }, work: TextWork, context: Context): Billed {
  const ref = modelRef(model);
  const wallet = apiWallet(context, ref.vendor)?.id ?? null;
  const line = { option: "base", wallet, model, budget: "usage" as const, eligible: true, reason: null };
  const found = context.rates.find(ref, context.day);
  if (!("row" in found)) {
    const why = "unknown" in found ? found.unknown : prices.noneOnDay(model);
    const pieces = (month: Split) =>
      unpriced(month).map((each) => ({
        ...line,
        ...each,
        amount: each.amount.times(share),
        key: `${model} ${each.unit}`,
        notPriceable: why,
        sources: [],
      }));
    return { border: null, pieces };
  }
  const { row } = found;
  const factors = factorsOf(work, model, row, context);
  const charges = chargesOf(row, work.caching);
  const pieces = (month: Split, at: At) => {
    const { factor, lacks, sources } = factors(at);
    const paid = factor.times(share);
    return charges(month)
      .filter((charge) => charge.tokens.gt(zero) || charge.unit === "input_token" || charge.unit === "output_token")
      .map((charge): Piece => {
        const missing = charge.lacks ?? lacks;
        return {
          ...line,
          key: `${model} ${charge.unit}`,
          unit: charge.unit,
          amount: charge.tokens.times(share),
          usd: charge.usd === null || lacks !== null ? null : charge.usd.times(paid),
          notPriceable: missing === null ? null : prices.noneFor(missing, model),
          sources,
        };
      });
  };
  return { border: row.long?.fromTokens ?? null, pieces };
}

/** The row of rates in force, or nothing. */
export function priceOf(model: string, { rates, day }: Context): RateRow | undefined {
  const found = rates.find(modelRef(model), day);
  return "row" in found ? found.row : undefined;
}

type Factors = { factor: Decimal; lacks: string | null; sources: SourceRead[] };

/** Batch, speed, region and hour of the day multiply; what is not sold in batches is billed at its speed. */
function factorsOf(work: TextWork, model: string, row: RateRow, context: Context): (at: At) => Factors {
  const find = (kind: Factor["kind"], name: string, used: boolean) => {
    const found = used ? context.rates.factor(modelRef(model), kind) : undefined;
    return { used, found, lacks: used && found === undefined ? name : null, factor: decimal(found?.factor ?? "1") };
  };
  const batch = find("batch", priced.batches, has(work.batchShare));
  const speed = find("priority", priced.priority, work.speed === "priority");
  const region = find("region_us", priced.regionUs, work.region === "us");
  const told = (kinds: (typeof batch)[]) => ({
    lacks: kinds.find((each) => each.lacks !== null)?.lacks ?? null,
    sources: [row, ...kinds.flatMap((each) => each.found ?? [])].map((each) => rowSource(each, context.market)),
  });
  const [without, together] = [told([speed, region]), told([batch, speed, region])];
  const busier = row.peak === null ? zero : decimal(row.peak.factor).minus(one);
  return (at) => {
    const batched = batch.used ? at("batchShare") : zero;
    const some = batched.gt(zero);
    const paid = some ? batched.times(batch.factor).plus(one.minus(batched).times(speed.factor)) : speed.factor;
    const hour = row.peak === null ? one : one.plus(at("peakShare").times(busier));
    return { factor: paid.times(region.factor).times(hour), ...(some ? together : without) };
  };
}

function scaled({ short, long }: Split, times: Decimal, reasoning: Decimal): Split {
  const scale = (tokens: Tokens): Tokens =>
    tokens === noTokens
      ? noTokens
      : {
          plain: tokens.plain.times(times),
          read: tokens.read.times(times),
          write: tokens.write.times(times),
          output: tokens.output.times(times).times(reasoning),
        };
  return { short: scale(short), long: scale(long) };
}

function unpriced({ short, long }: Split) {
  const input = [short, long].reduce((sum, each) => sum.plus(each.plain).plus(each.read).plus(each.write), zero);
  return [
    { unit: "input_token" as const, amount: input, usd: null },
    { unit: "output_token" as const, amount: short.output.plus(long.output), usd: null },
  ];
}

function has(band: Band | undefined): boolean {
  return band !== undefined;
}

/** Hours as a share of the day. Decimal digits end somewhere: a twelfth digit of a share changes no cent. */
export function shareOfDay(hours: number): Decimal {
  return decimal((hours / 24).toFixed(12));
}
