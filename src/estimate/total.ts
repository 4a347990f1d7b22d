import { addBands, type Band } from "../quantity/band.ts";
import type { Ranged } from "./ranges.ts";

/** The dollars of the base option; null where there is none, or where a line of it has no price: a part is no total. */
export function totalOf(bands: Ranged["bands"]): Band | null {
  const base = [...bands.values()].filter(({ piece }) => piece.option === "base");
  const priced = base.flatMap(({ usd }) => usd ?? []);
  return base.length > 0 && priced.length === base.length ? addBands(priced) : null;
}
