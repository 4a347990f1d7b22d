import type { Row } from "#pricing";
import { rowSource } from "../../market/sources.ts";
import { bandText, least, most, ordered, zero } from "../../quantity/band.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import { bucketsOf, monthsOf } from "../buckets.ts";
import type { Context } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import type { LotsCheck, PrepaidCheck, WalletDrain } from "../result.ts";
import { drawLots, type Lot } from "./lots.ts";
import { messages } from "./messages.ts";
import { dayAfterMonths } from "./months.ts";

type PrepaidWork = WorkloadOf<"prepaid">;
type LotsWork = WorkloadOf<"lots">;

/** The work with the life that its page gives, where that is shorter than the one asked for: no credit outlives its page. */
export function withKnownLife(work: PrepaidWork, row: Row): PrepaidWork {
  const known = monthsOf(row);
  if (known === null || work.lifeMonths.high.lte(known)) return work;
  const shorter = (months: Decimal) => least([months, known]);
  const { low, expected, high } = work.lifeMonths;
  return { ...work, lifeMonths: { low: shorter(low), expected: shorter(expected), high: shorter(high) } };
}

export function prepaidInputs({ purchase, lifeMonths, burnPerMonth }: PrepaidWork): Inputs {
  return new Map([
    ["purchase", purchase],
    ["lifeMonths", lifeMonths],
    ["burnPerMonth", burnPerMonth],
  ]);
}

/** The purchase itself: what leaves the bank account today. What is used of it is the wallet's business. */
export function prepaidPieces(row: Row, context: Context, at: At): Piece[] {
  const amount = at("purchase");
  return [{ ...lineOf(row, context), key: "purchase", unit: "account_balance", amount, usd: amount }];
}

/** Certain use of `burn` a month: what of the purchase is lost at the end of its life. Formula: max(0, P - m x L). */
function wasteOf(purchase: Decimal, burn: Decimal, life: Decimal): Decimal {
  return most([zero, purchase.minus(burn.times(life))]);
}

export function prepaidCheck(work: PrepaidWork): PrepaidCheck {
  const { purchase, lifeMonths, burnPerMonth: burn } = work;
  const [p, life] = [purchase.expected, lifeMonths.expected];
  const waste = (burned: Decimal) => wasteOf(p, burned, life);
  const [slow, usual, fast] = [waste(burn.low), waste(burn.expected), waste(burn.high)];
  const six = decimal("6");
  const expected = slow.plus(usual.times("4")).plus(fast).div(six);
  const used = p.minus(usual);
  return {
    wallet: work.wallet,
    waste: bandText(ordered(fast, usual, slow)),
    expectedWaste: expected.round(2).toFixed(),
    priceFactor: used.gt(zero) ? p.div(used).round(4).toFixed() : null,
    monthsToZero: burn.expected.gt(zero) && usual.eq(zero) ? p.div(burn.expected).round(2).toFixed() : null,
  };
}

export function prepaidDrain(work: PrepaidWork, row: Row, context: Context): WalletDrain {
  const { purchase, lifeMonths, burnPerMonth: burn } = work;
  const [p, life] = [purchase.expected, lifeMonths.expected];
  const needed = burn.expected.times(life);
  const empties = burn.expected.gt(zero) && needed.gte(p);
  return {
    option: "base",
    wallet: row.id,
    unit: "account_balance",
    needed: needed.toFixed(),
    included: p.toFixed(),
    short: most([zero, needed.minus(p)]).toFixed(),
    left: most([zero, p.minus(needed)]).toFixed(),
    lost: wasteOf(p, burn.expected, life).toFixed(),
    zeroOn: empties ? dayAfterMonths(context.day, p.div(burn.expected)) : null,
    largestTopUp: burn.low.times(lifeMonths.low).toFixed(),
    topUpMonths: null,
    buckets: bucketsOf(row, context.day, null, null),
  };
}

export function lotsInputs({ burnPerMonth }: LotsWork): Inputs {
  return new Map([["burnPerMonth", burnPerMonth]]);
}

function lotsOf(work: LotsWork): Lot[] {
  return work.lots.map(({ amount, bought, expires }) => ({ amount, bought, expires }));
}

/** What is lost of what was bought. Its price is paid already, so that it is no line with dollars to spend. */
export function lotsPieces(work: LotsWork, row: Row, context: Context, at: At): Piece[] {
  const lost = drawLots(lotsOf(work), at("burnPerMonth"), work.from).losses.reduce(
    (sum, each) => sum.plus(each.amount),
    zero,
  );
  return [
    {
      ...lineOf(row, context),
      key: "lost",
      option: "lost",
      unit: row.unit,
      amount: lost,
      usd: row.unit === "account_balance" ? lost : null,
      notPriceable: row.unit === "account_balance" ? null : messages.noPriceOfEarlier,
    },
  ];
}

export function lotsCheck(work: LotsWork): LotsCheck {
  const drawn = drawLots(lotsOf(work), work.burnPerMonth.expected, work.from);
  return {
    wallet: work.wallet,
    losses: drawn.losses.map(({ on, amount }) => ({ on, amount: amount.toFixed() })),
    zeroOn: drawn.zeroOn,
  };
}

export function lotsDrain(work: LotsWork, row: Row): WalletDrain {
  const lots = lotsOf(work);
  const bought = lots.reduce((sum, lot) => sum.plus(lot.amount), zero);
  const drawn = drawLots(lots, work.burnPerMonth.expected, work.from);
  const lost = drawn.losses.reduce((sum, each) => sum.plus(each.amount), zero);
  return {
    option: "lost",
    wallet: row.id,
    unit: row.unit,
    needed: drawn.used.round(6).toFixed(),
    included: bought.toFixed(),
    short: null,
    left: zero.toFixed(),
    lost: lost.toFixed(),
    zeroOn: drawn.zeroOn,
    largestTopUp: null,
    topUpMonths: null,
    buckets: [],
  };
}

function lineOf(row: Row, context: Context): Piece {
  return {
    key: "",
    option: "base",
    wallet: row.id,
    model: null,
    budget: "usage",
    unit: null,
    amount: null,
    usd: null,
    notPriceable: null,
    eligible: true,
    reason: null,
    sources: [rowSource(row, context.market)],
  };
}
