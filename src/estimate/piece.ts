import type { UnitId } from "#pricing";
import type { SourceRead } from "../market/sources.ts";
import type { Band } from "../quantity/band.ts";
import type { Decimal } from "../quantity/money.ts";

/** One line of an estimate at one set of inputs. The same work gives the same keys, whatever the amounts. */
export type Piece = {
  key: string;
  option: string;
  wallet: string | null;
  model: string | null;
  /** What tells it from another line of the same product, model and unit: a size, a quality, a use. */
  form?: string;
  /** Whose money it is: seats and usage are two budgets. */
  budget: "seats" | "usage";
  unit: UnitId | null;
  amount: Decimal | null;
  /** US dollars; null with a reason in `notPriceable`, or when the work is not eligible. */
  usd: Decimal | null;
  notPriceable: string | null;
  /** What to ask the vendor for the missing figure. */
  ask?: string;
  eligible: boolean;
  reason: string | null;
  /** What no page says and was taken as fitting, such as that it makes 1080p. Left out: nothing. */
  assumed?: string[];
  sources: SourceRead[];
};

/** Reads one input by name. */
export type At = (input: string) => Decimal;

/** The inputs of a workload: what may vary, by the name that the person knows it by. */
export type Inputs = ReadonlyMap<string, Band>;
