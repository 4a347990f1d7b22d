import { addMonths, isPlainDate, type PlainDate } from "#pricing";
import { bandText } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import { monthly, readTypedAmount } from "../workload/typed-amount.ts";
import type { HeldLot, Use } from "./holding.ts";

/** An amount with its unit, as it was typed. */
export type TypedAmount = { amount: string; unit: string };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const dayShape = "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.?\\s+[a-z]{3,9}(?:,?\\s+\\d{4})?)";

/** Reads `$600`, `EUR 600`, `600`, `1,200 credits`. Dollars where no unit stands there. Null for anything else. */
export function readAmount(typed: string): TypedAmount | null {
  const shape = /^(?:([A-Z]{3})\s+|\$\s*)?(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,12})?(?:\s+([^\d\s][^\n]{0,59}))?$/;
  const [, code, whole, part = "", unit = ""] = shape.exec(typed.trim()) ?? [];
  if (whole === undefined) return null;
  const words = unit.trim();
  return { amount: `${whole.replaceAll(",", "")}${part}`, unit: code ?? (words === "" ? "USD" : words) };
}

/** Reads `2026-11-15`, `15 Nov 2026`, and `15 Nov`, which is the latest one until today. Null for anything else. */
export function readDay(typed: string, today: PlainDate): PlainDate | null {
  const text = typed.trim();
  if (isPlainDate(text)) return text;
  const [, day = "", month = "", year] = /^(\d{1,2})\.?\s+([a-z]{3,9})(?:,?\s+(\d{4}))?$/i.exec(text) ?? [];
  const at = months.indexOf(month.slice(0, 3).toLowerCase());
  if (at < 0) return null;
  const of = (each: string) => `${each}-${String(at + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const found = of(year ?? today.slice(0, 4));
  const past = year === undefined && found > today ? of(String(Number(today.slice(0, 4)) - 1)) : found;
  return isPlainDate(past) ? past : null;
}

/**
 * Reads how fast something is used: `$800 on 1 Nov, $620 on 15 Nov`, or `$400 a month`, `300-500`, `20 a day`. Null for
 * anything else.
 */
export function readUse(typed: string, today: PlainDate): Use | null {
  const level = (text: string) => {
    const [, much = "", day = ""] =
      new RegExp(`^(.{1,40}?)(?:\\s+left)?\\s+on\\s+${dayShape}$`, "i").exec(text.trim()) ?? [];
    const [amount, on] = [readAmount(much), readDay(day, today)];
    return amount === null || on === null || on > today ? null : { amount: amount.amount, on };
  };
  const parts = typed.split(/[;\n]|,\s+|\s+then\s+/i).map(level);
  const [first, second] = parts;
  if (parts.length === 2 && first && second && first.on < second.on) {
    const falls = decimal(first.amount).gte(decimal(second.amount));
    return falls ? { by: "levels", first, second } : null;
  }
  const amount = readTypedAmount(typed.trim().replaceAll(/\$\s*/g, ""));
  if (amount === undefined) return null;
  const { low, expected, high } = monthly(amount);
  if (![low, expected, high].every((each) => each < 1e12 && (each === 0 || each >= 1e-6))) return null;
  const exact = (each: number) => decimal(String(each));
  return { by: "month", ...bandText({ low: exact(low), expected: exact(expected), high: exact(high) }) };
}

/** A use as it would be typed again. */
export function retypedUse(use: Use | null): string {
  if (use === null) return "";
  if (use.by === "levels") return [use.first, use.second].map(({ amount, on }) => `${amount} on ${on}`).join(", ");
  return use.low === use.high ? `${use.expected} a month` : `${use.low}/${use.expected}/${use.high} a month`;
}

/** Reads lots, one a line: `$300 bought 2026-01-15, expires 2027-01-15`; `never expires` for one that does not. */
export function readLots(typed: string, today: PlainDate): { lots: HeldLot[]; unit: string } | null {
  const lines = typed.split("\n").filter((line) => line.trim() !== "");
  const found = lines.map((line) => {
    const shape = new RegExp(
      `^(.{1,40}?),?\\s+bought\\s+${dayShape},?\\s+(?:expires\\s+${dayShape}|never\\s+expires)$`,
      "i",
    );
    const [, much = "", from = "", to] = shape.exec(line.trim()) ?? [];
    const [amount, bought] = [readAmount(much), readDay(from, today)];
    const expires = to === undefined ? null : readDay(withYear(to, bought), today);
    if (amount === null || bought === null || (to !== undefined && (expires === null || expires <= bought)))
      return null;
    return { unit: amount.unit, lot: { amount: amount.amount, bought, expires } };
  });
  const all = found.flatMap((each) => each ?? []);
  const [first] = all;
  if (first === undefined || all.length < lines.length || all.length > 50) return null;
  return all.every(({ unit }) => unit === first.unit) ? { unit: first.unit, lots: all.map(({ lot }) => lot) } : null;
}

/** An expiry without a year is the first one after the purchase. */
function withYear(day: string, bought: PlainDate | null): string {
  if (bought === null || /\d{4}/.test(day)) return day;
  const year = readDay(`${day} ${bought.slice(0, 4)}`, bought);
  return year !== null && year <= bought ? addMonths(year, 12) : (year ?? day);
}

/** Lots as they would be typed again. */
export function retypedLots(lots: readonly HeldLot[], unit: string): string {
  return lots
    .map(({ amount, bought, expires }) => {
      const much = /^[A-Z]{3}$/.test(unit) ? `${unit} ${amount}` : `${amount} ${unit}`;
      return `${much} bought ${bought}, ${expires === null ? "never expires" : `expires ${expires}`}`;
    })
    .join("\n");
}
