import type { PlainDate, UnitId } from "#pricing";
import type { Decimal } from "./money.ts";

/** Which balance an amount belongs to. Two wallets are one only when id and owner of the budget are the same. */
type WalletRef = { id: string; name: string; unitName: string; budgetOwner: string | null };

/**
 * An amount, its unit and its wallet: never one without the others. Money balances also carry a currency and, where the
 * amount is per period, that period.
 */
export type Quantity = Measure & { amount: Decimal };

/** What a quantity counts, without how much: enough to tell whether two of them can be added. */
export type Measure = {
  unit: UnitId | null;
  wallet: WalletRef;
  currency: string | null;
  period: "month" | "year" | "once" | null;
  /** The day on which the rate or figure behind it was read. */
  readOn: PlainDate | null;
};

/** Two quantities that have no sum, and what would make them comparable. Holds no number on purpose. */
export type Refusal = {
  refused: true;
  rule: "UN-02" | "UN-03" | "BD-03" | "UN-10" | "RT-04";
  left: string;
  right: string;
  reason: string;
  wayOut: string;
};

export function isRefusal(result: Quantity | Refusal): result is Refusal {
  return "refused" in result;
}
