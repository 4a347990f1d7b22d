import type { Drain, Row } from "#pricing";
import type { Decimal } from "../../quantity/money.ts";
import type { Context } from "../context.ts";
import type { Ask } from "./ask.ts";
import { type Fit, fitOf, sameSize } from "./fit.ts";

/**
 * The rates at which a wallet is drained: its own, or, where a fresh official page says that its units pay for another
 * row's use, the rates of that row. Nothing else connects two wallets.
 */
export function drainsOf(row: Row, { market }: Context): { drains: Drain[]; of: Row } {
  if (row.drains.length > 0) return { drains: row.drains, of: row };
  const edge = market
    .edgesOf(new Set([row.vendor]))
    .find(
      (each) =>
        each.from === row.id &&
        each.status === "connected" &&
        !market.isStale(each) &&
        market.row(each.to)?.drains.length,
    );
  const of = edge === undefined ? row : (market.row(edge.to) ?? row);
  return { drains: of.drains, of };
}

/** For each model of a wallet the rates that could do the work, the best fitting ones. Several mean that a choice is open. */
export function bestFits(row: Row, drains: readonly Drain[], ask: Ask, seconds: Decimal, context: Context): Fit[] {
  const own = drains.filter(
    (drain) =>
      drain.output === ask.output &&
      (drain.role === undefined ||
        drain.role === "tokens" ||
        (drain.role === "token_price" && !hasTokens(drains, drain))) &&
      (drain.onlyFor === undefined || drain.onlyFor.includes(row.id)) &&
      !drains.some((other) => isSpecial(other, drain, row)) &&
      (ask.variant === undefined || isNamed(drain, ask.variant.toLowerCase(), drains)),
  );
  const models = [...new Set(own.map((drain) => drain.model ?? drain.use))];
  return models.flatMap((model) => {
    const fits = own
      .filter((drain) => (drain.model ?? drain.use) === model)
      .map((drain) => fitOf(drain, row, ask, seconds, context.day));
    const least = Math.min(...fits.map(distance));
    const best = fits.filter((fit) => distance(fit) === least);
    // Asked for silence, the silent rate is meant where there is one.
    const silent = ask.audio === false ? best.filter((fit) => fit.drain.audio === "silent") : [];
    return silent.length > 0 ? silent : best;
  });
}

/** What is added for the asked resolution, where the rate itself names none. */
export function surchargesOf(row: Row, drains: readonly Drain[], fit: Fit, ask: Ask): Drain[] {
  const { resolution } = ask;
  if (resolution === undefined || fit.drain.resolution !== null) return [];
  return drains.filter(
    (drain) =>
      drain.role === "surcharge" &&
      drain.resolution !== null &&
      sameSize(drain.resolution, resolution) &&
      (drain.onlyFor === undefined || drain.onlyFor.includes(row.id)),
  );
}

function distance(fit: Fit): number {
  return fit.refusals.length * 100 + fit.changes.length * 10 + fit.assumed.length;
}

/** A rate for this very row goes before the one for everybody. */
function isSpecial(other: Drain, drain: Drain, row: Row): boolean {
  return (
    drain.onlyFor === undefined &&
    other.role === undefined &&
    other.model === drain.model &&
    other.onlyFor?.includes(row.id) === true
  );
}

function hasTokens(drains: readonly Drain[], price: Drain): boolean {
  return drains.some((drain) => drain.role === "tokens" && drain.model === price.model);
}

/** The model of exactly this name; where none has it, all that contain it. */
function isNamed(drain: Drain, variant: string, drains: readonly Drain[]): boolean {
  if (drains.some((each) => each.model === variant)) return drain.model === variant;
  return [drain.model ?? "", drain.use.toLowerCase()].some((name) => name.includes(variant));
}
