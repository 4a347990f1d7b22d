import type { PlainDate } from "#pricing";
import type { Money } from "../quantity/money.ts";
import type { shapeNames } from "./shape-words.ts";

/** The exports that are read, as people call them. */
export type ShapeName = (typeof shapeNames)[keyof typeof shapeNames];

/** Tokens by the way they are billed. Each token stands in one of the five, never in two. */
export type UsedTokens = {
  /** Input that was neither read from a cache nor written to one. */
  input: bigint;
  cached: bigint;
  /** Written to a cache for five minutes, or for a time that the file does not say. */
  write5m: bigint;
  write1h: bigint;
  output: bigint;
};

export const tokenParts = ["input", "cached", "write5m", "write1h", "output"] as const;

/** How the work was sent, which changes its price. `other`: in a way for which no price is known. */
export type Tier = "standard" | "batch" | "priority" | "flex" | "other";

/** What was used of one model on one day. */
export type UsageRow = {
  day: PlainDate;
  /** Our id of the vendor where it is one of ours, else its name in lower case. */
  vendor: string;
  /** As the file calls it, in lower case; null for charges that belong to no model. */
  model: string | null;
  tier: Tier;
  /** Whether these were requests so long that they have a price of their own. */
  long: boolean;
  /** Null where the file has money alone. */
  tokens: UsedTokens | null;
  /** Null where the file does not count them. */
  requests: bigint | null;
  /** One amount for each currency, which are never added. Credits make it smaller. Empty where the file has no money. */
  cost: Money[];
};

/** Why a part of a file was left out. */
export type Reason =
  | "duplicate"
  | "overlap"
  | "not_a_number"
  | "no_day"
  | "no_name"
  | "contradiction"
  | "other_service"
  | "no_tokens_counted"
  | "tax"
  | "no_currency"
  | "own_cache"
  | "unknown_form";

/** What else has to be known about a file. */
export type Note = "more_pages" | "tokens_without_model" | "write_time_unknown" | "reckoned_cost";

/** A usage export as aicost keeps it: no prompt, no key, no name of a person or a project. */
export type Usage = {
  /** Which exports it was. */
  shapes: ShapeName[];
  /** The first and the last day that the file covers, days without any use included. */
  from: PlainDate;
  to: PlainDate;
  /** By day, vendor and model, in that order: how the file was sorted makes no difference. */
  rows: UsageRow[];
  leftOut: { reason: Reason; count: number }[];
  notes: Note[];
};
