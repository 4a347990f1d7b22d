import type { Row } from "#pricing";
import { rowSource, type SourceRead } from "../market/sources.ts";
import type { Context } from "./context.ts";

/** What one control really does when it is reached: hold spending, tell somebody, or only limit refilling. */
export type CapTruth = {
  wallet: string;
  cap: string;
  effect: "stops" | "alerts" | "limits_recharge" | "unknown";
  says: string;
  source: SourceRead;
};

/** The controls of these wallets, each with what it does and the page it was read on. */
export function capsOf(rows: readonly Row[], context: Context): CapTruth[] {
  return rows.flatMap((row) =>
    (row.caps ?? []).map(({ name, effect, says }) => ({
      wallet: row.id,
      cap: name,
      effect,
      says,
      source: rowSource(row, context.market),
    })),
  );
}
