import type { PlainDate } from "../dates.ts";
import type { Confirmed, Evidence, Reading } from "../readings.ts";

/** US dollars for a million tokens, as decimal strings. Null: no such price is known. */
export type TokenRates = {
  input: string;
  cached: string | null;
  /** Writing to a cache that lives five minutes; null where a vendor bills a write as ordinary input. */
  write5m: string | null;
  write1h: string | null;
  output: string;
};

/** The prices of one model from one day on, with the page they were read on. */
export type RateRow = TokenRates & {
  /** The first day it holds; null when only its end is known. */
  from: PlainDate | null;
  until: PlainDate | null;
  /** A request with this many input tokens or more is priced whole by these. */
  long: (TokenRates & { fromTokens: number }) | null;
  /** Hours of the day at which everything costs `factor` times as much. */
  peak: { factor: string; hoursADay: number; hours: string } | null;
  source: {
    url: string;
    readOn: PlainDate;
    evidence: Evidence;
    quote?: string | undefined;
    pageDate?: PlainDate | undefined;
  };
  readings?: Reading[] | undefined;
  /** The last reading that confirms the prices, where it is not the source. */
  confirmed?: Confirmed;
  /** The last day on which the last reading counts as fresh. */
  staleAfter: PlainDate;
  confidence: "high" | "medium" | "low";
  note: string | null;
  /** Set where whoever runs the program has added it. */
  own?: true;
  /** Set where it comes from data that is newer than what ships: see `newer.ts`. */
  updated?: true;
};

/** What the library's newer data brought, and what of it was not believed. Models as `vendor:model`. */
export type PriceUpdate = {
  /** When the data was last read. */
  readOn: PlainDate;
  /** The last day on which it changed or added prices, and of which models; null where it has changed none. */
  changed: { on: PlainDate; models: string[] } | null;
  refused: string[];
};

/** What a model costs on a day: a row, or why there is none. `before`: the day is earlier than the model's first row. */
export type RateFound = { row: RateRow } | { before: PlainDate } | { unknown: string };

export type FactorKind = "batch" | "priority" | "region_us";

/** What everything is multiplied by when it may wait, may not wait, or must stay in one region. */
export type Factor = {
  vendor: string;
  kind: FactorKind;
  /** Ids of models; a star at the end stands for anything. */
  models: string[];
  factor: string;
  source: RateRow["source"];
  /** The last day on which the reading counts as fresh. */
  staleAfter: PlainDate;
  note: string | null;
};

/** A model as people write it: `vendor:model`. */
export type ModelRef = { vendor: string; model: string };

/** API token prices by model and day. Never a neighbour's price: a name that is not listed is unknown. */
export type RateBook = {
  /** The newest reading and a digest of the content: two books with one version are equal. */
  version: string;
  find(ref: ModelRef, day: PlainDate): RateFound;
  /** Whether we read its prices of this day. Else the library is asked, which is loaded when it first is. */
  isOwn(ref: ModelRef, day: PlainDate): boolean;
  /** Every row of a model, oldest first, ours and those of the library alike; with `since` those in force then or later. */
  rows(ref: ModelRef, since?: PlainDate): RateRow[];
  factor(ref: ModelRef, kind: FactorKind): Factor | undefined;
  /** A cheaper model of the same vendor for simpler work, where one is named. */
  lighter(ref: ModelRef): string | undefined;
  /** The models whose pages were read by us, as `vendor:model`. */
  models: readonly string[];
  /** What newer data of the library brought; null where none was ever asked for. */
  update: PriceUpdate | null;
};
