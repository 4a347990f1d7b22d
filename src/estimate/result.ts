import type { PlainDate, UnitId } from "#pricing";
import type { SourceRead } from "../market/sources.ts";
import type { BandText } from "../quantity/band.ts";
import type { Bucket } from "./buckets.ts";
import type { CapTruth } from "./caps.ts";
import type { breakEvenUnits } from "./messages.ts";
import type { CalendarMonth, PriceChange } from "./text/calendar.ts";

/** One line: what drains where, how much, and what it costs. Amounts are decimal strings, money is US dollars. */
export type EstimateLine = {
  /** Lines of one option add up; different options are alternatives and are never added. */
  option: string;
  wallet: string | null;
  model: string | null;
  /** What tells it from another line of the same product, model and unit: a size, a quality, a use. */
  form?: string;
  budget: "seats" | "usage";
  unit: UnitId | null;
  low: string | null;
  expected: string | null;
  high: string | null;
  usd: BandText | null;
  /** Dollars for one accepted output at the expected amounts, where outputs are accepted or not. */
  perAccepted: string | null;
  notPriceable: string | null;
  eligible: boolean;
  /** Why the line cannot do the work, or with which change it can. */
  reason: string | null;
  /** What no page says and was taken as fitting: a line with any of these is not known to do the work. */
  assumed: string[];
  sources: SourceRead[];
};

/** The sum of the base option. `mean`, `p10` and `p90` are there when something is a range. */
export type Total = BandText & { mean: string | null; p10: string | null; p90: string | null };

/** A wallet under this work, in the wallet's own unit. Null: no page says, or it does not apply. */
export type WalletDrain = {
  option: string;
  wallet: string;
  unit: UnitId | null;
  needed: string;
  included: string | null;
  short: string | null;
  left: string | null;
  lost: string | null;
  /** The day it is empty, at the expected use. */
  zeroOn: PlainDate | null;
  /** The most that can be bought at once without losing any of it, at the lowest use. */
  largestTopUp: string | null;
  /** The months that `largestTopUp` is used in; null where it is not worked out by the month. */
  topUpMonths: { first: string; last: string } | null;
  /** The kinds of units in the wallet, with the last day of those bought today. */
  buckets: Bucket[];
};

/** What happens when a wallet is empty. `null` in a field: no page says. */
export type ZeroDrill = {
  wallet: string;
  stops: string;
  notices: string | null;
  jobsInFlight: string | null;
  /** Days from today to zero, at the expected and at the highest use: no more than its units live. */
  days: { expected: string; high: string } | null;
  /** The day on which the rest expires, where that comes before it is used up at the expected use. */
  expires: PlainDate | null;
  from: string | null;
  source: SourceRead;
};

/** Another way to do the same work, or a figure that decides between two. Never added to anything. */
export type Alternative = {
  option: string;
  wallet: string | null;
  model: string | null;
  /** What tells it from another way with the same product, model and text. */
  form?: string;
  text: string;
  usd: BandText | null;
  /** Expected dollars less than the base option; negative when it costs more. */
  saves: string | null;
  /** The count from which this option is the cheaper one, and up to which it serves. */
  breakEven: { from: string; upTo: string | null; unit: BreakEvenUnit } | null;
};

type BreakEvenUnit = (typeof breakEvenUnits)[keyof typeof breakEvenUnits];

export type Turn = { turn: number; input: string; usd: string | null };

type Money = { units: string; usd: string | null };
export type Pool = { perSeatOverage: Money; pooledOverage: Money; value: Money };

/** Flat against meter. When `comparable` is false the sum would be a fallacy, and `reason` says why. */
export type FlatCheck = {
  plan: string;
  price: string | null;
  breakEven: string | null;
  cap: string;
  comparable: boolean;
  reason: string;
};

export type PrepaidCheck = {
  wallet: string;
  waste: BandText;
  /** Low, expected and high weighted 1 to 4 to 1. */
  expectedWaste: string;
  /** What a used dollar costs, when part of the purchase is lost; null when all is lost. */
  priceFactor: string | null;
  monthsToZero: string | null;
};

export type LotsCheck = { wallet: string; losses: { on: PlainDate; amount: string }[]; zeroOn: PlainDate | null };

/** An amount in the person's own currency: rate, source and day are theirs, and stand beside it. */
export type Converted = {
  currency: string;
  rate: string;
  source: string;
  readOn: PlainDate;
  vat: string | null;
  cardFee: string | null;
  total: BandText;
};

/** What the amounts of an estimate are for; null where its lines have no period in common. */
export type Period = "month" | "request" | "purchase" | null;

/** The months of a year ahead in which every price is known, and their sum; null where there is no such month. */
export type Calendar = { months: CalendarMonth[]; total: BandText | null; changes: PriceChange[] };

/** The whole estimate. A null total: there is no base option, or a line of it has no price. */
export type Estimate = {
  per: Period;
  lines: EstimateLine[];
  total: Total | null;
  wallets: WalletDrain[];
  pool: Pool | null;
  alternatives: Alternative[];
  /** The three inputs that move it most, the strongest first. */
  drivers: string[];
  assumptions: string[];
  /** What was measured instead of assumed, with its period; left out where nothing was. */
  measured?: string[];
  curve: Turn[] | null;
  /** The last day on which all prices of the total are known; null: no end of them is known, or there is no total. */
  knownUntil: PlainDate | null;
  /** The next twelve months at announced prices, or as many of them as have a known price. */
  calendar: Calendar | null;
  prepaid: PrepaidCheck | null;
  lots: LotsCheck | null;
  flat: FlatCheck | null;
  zeroDrill: ZeroDrill[];
  caps: CapTruth[];
  /** Questions for vendors whose page does not say what a line would need. */
  questions: { vendor: string; text: string }[];
  converted: Converted | null;
};
