import type { FactorKind, RateRow, UnitId } from "#pricing";
import { rowSource } from "../../market/sources.ts";
import { one, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import { apiWallet, type Context, modelRef } from "../context.ts";
import type { Piece } from "../piece.ts";
import { noTokens, type Tokens } from "./conversation.ts";
import { chargesOf } from "./cost.ts";
import { longWrite, priced, prices } from "./messages.ts";
import { shareOfDay } from "./text.ts";

/** Tokens that a vendor has counted, each in the one part in which it is billed. */
export type CountedTokens = { plain: Decimal; read: Decimal; write5m: Decimal; write1h: Decimal; output: Decimal };

/** How they were sent. `long`: whether requests were so long that they have a price of their own. */
type Sent = {
  tier: WorkloadOf<"measured">["models"][number]["tier"];
  long: (fromTokens: number) => boolean;
  /** Told apart from other lines of the same model by these words. */
  form?: string;
  /** Whether it came at all hours of the day, those included at which a vendor takes more. */
  atAllHours?: true;
};

/** What the price is multiplied by, and what there is no price for where that factor is not known. */
const factors: Record<Sent["tier"], { kind: FactorKind | null; name: string }> = {
  standard: { kind: null, name: "" },
  batch: { kind: "batch", name: priced.batches },
  priority: { kind: "priority", name: "priority" },
  flex: { kind: null, name: "flex" },
  other: { kind: null, name: priced.thisTier },
};

/** One line for each way in which these tokens are billed on the context's day. */
export function countedPieces(model: string, counted: CountedTokens, sent: Sent, context: Context): Piece[] {
  const ref = modelRef(model);
  const wallet = apiWallet(context, ref.vendor)?.id ?? null;
  const line = { option: "base", wallet, model, budget: "usage" as const, eligible: true, reason: null };
  const formOf = (of: string) => [sent.form ?? "", of].filter((each) => each !== "").join(", ");
  const withForm = (of: string) => (formOf(of) === "" ? {} : { form: formOf(of) });
  const found = context.rates.find(ref, context.day);
  const { plain, read, write5m, write1h, output } = counted;
  if (!("row" in found)) {
    const why = "unknown" in found ? found.unknown : prices.noneOnDay(model);
    const amounts: [UnitId, Decimal][] = [
      ["input_token", plain.plus(read).plus(write5m).plus(write1h)],
      ["output_token", output],
    ];
    return amounts.map(([unit, amount]) => ({
      ...line,
      ...withForm(""),
      key: unit,
      unit,
      amount,
      usd: null,
      notPriceable: why,
      sources: [],
    }));
  }
  const { row } = found;
  const isLong = row.long !== null && sent.long(row.long.fromTokens);
  const placed = (tokens: Tokens) => (isLong ? { short: noTokens, long: tokens } : { short: tokens, long: noTokens });
  const { kind, name } = factors[sent.tier];
  const how = kind === null ? undefined : context.rates.factor(ref, kind);
  const factor = decimal(how?.factor ?? "1").times(sent.atAllHours ? hoursOf(row) : one);
  const lacksFactor = sent.tier !== "standard" && how === undefined ? name : null;
  const charges = [
    ...chargesOf(row, "5m")(placed({ plain, read, write: write5m, output })).map((each) => ({ ...each, of: "" })),
    ...chargesOf(row, "1h")(placed({ ...noTokens, write: write1h })).map((each) => ({ ...each, of: longWrite })),
  ];
  return charges
    .filter(
      ({ tokens, unit, of }) => tokens.gt(zero) || (of === "" && (unit === "input_token" || unit === "output_token")),
    )
    .map(({ unit, tokens, usd, lacks, of }): Piece => {
      const missing = lacks ?? lacksFactor;
      return {
        ...line,
        key: `${unit} ${of}`.trim(),
        ...withForm(of),
        unit,
        amount: tokens,
        usd: usd === null || missing !== null ? null : usd.times(factor),
        notPriceable: missing === null ? null : prices.noneFor(missing, model),
        sources: [rowSource(row, context.market), ...(how ? [rowSource(how, context.market)] : [])],
      };
    });
}

/** What dearer hours add on average, where work is even over the day. */
function hoursOf({ peak }: RateRow): Decimal {
  return peak === null ? one : one.plus(shareOfDay(peak.hoursADay).times(decimal(peak.factor).minus(one)));
}
