import type { Row } from "#pricing";
import type { WorkloadSign } from "../checklist/ids.ts";
import type { Band } from "../quantity/band.ts";
import type { Decimal } from "../quantity/money.ts";
import type { At, Inputs, Piece } from "./piece.ts";
import type { Ranged } from "./ranges.ts";
import type { Estimate, EstimateLine, Period } from "./result.ts";

/** What tells cheap from dear while a range is followed: dollars, or units where a plan's price does not move. */
export type Gauge = "usd" | "amount";

/** What each kind of work brings to an estimate: its inputs, its lines at given inputs, and what is told beside them. */
export type Parts = {
  inputs: Inputs;
  evaluate: (at: At) => Piece[];
  /** The same without rounding up to whole attempts, where that is done: for what a small change does. */
  exact?: (at: At) => Piece[];
  gauge: Gauge;
  per: Period;
  /** Inputs that are counted in whole numbers. */
  whole?: ReadonlySet<string>;
  /** Accepted outputs at the expected amounts, where there are such. */
  accepted: Decimal | null;
  /** The rows whose caps and end are told. */
  rows: (lines: readonly EstimateLine[]) => Row[];
  finish: (ranged: Ranged, total: Band | null) => Partial<Estimate>;
  signs?: WorkloadSign[];
  /** False where naming what moves the figure would only repeat it. */
  moves?: false;
};
