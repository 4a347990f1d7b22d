import { addDays, isPlainDate, type PlainDate } from "#pricing";
import { type Decimal, decimal, writtenDecimal } from "../quantity/money.ts";
import { longestName } from "./limits.ts";

/** An exact count of tokens or requests; undefined for anything else. `0` and `12.0` are counts, `1.5` and `-3` are none. */
export function countOf(value: unknown): bigint | undefined {
  const amount = amountOf(value);
  if (amount === undefined || amount.lt("0") || !amount.eq(amount.round(0))) return undefined;
  return BigInt(amount.toFixed(0));
}

/** A count that may be missing, which is none of it. */
export function countOrNone(value: unknown): bigint | undefined {
  return value === undefined || value === null || value === "" ? 0n : countOf(value);
}

/** An exact amount, which may be below zero; undefined for anything else. Numbers arrive as they were written. */
export function amountOf(value: unknown): Decimal | undefined {
  return typeof value === "string" ? writtenDecimal(value.trim()) : undefined;
}

/** The same out of a table, with separators of thousands; `comma`: the comma is the decimal sign there. */
export function tableAmount(cell: string | undefined, comma: boolean): Decimal | undefined {
  const text = (cell ?? "").trim();
  if (comma && /^-?(\d{1,3}(\.\d{3})+|\d+),\d+$/.test(text))
    return amountOf(text.replaceAll(".", "").replace(",", "."));
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return amountOf(text.replaceAll(",", ""));
  return amountOf(text);
}

/** The day on which a time begins that is written as `2026-11-20`, with or without an hour behind it. */
export function dayOfTime(value: unknown): PlainDate | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}($|[T ])/.test(value)) return undefined;
  return believable(value.slice(0, 10));
}

const secondsInDay = decimal("86400");

/** The day, in UTC, of seconds since 1970. */
export function dayOfSeconds(value: unknown): PlainDate | undefined {
  const seconds = amountOf(value);
  if (seconds === undefined || seconds.lt("0") || seconds.gt("9999999999")) return undefined;
  return believable(addDays("1970-01-01", Number(seconds.div(secondsInDay).round(0, 0).toFixed())));
}

function believable(day: string): PlainDate | undefined {
  return isPlainDate(day) && day >= "2015-01-01" && day < "2100-01-01" ? day : undefined;
}

/** A name as it is compared, in lower case; undefined for what is no name, such as a formula. */
export function nameOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const name = value.trim().toLowerCase();
  return name.length <= longestName && /^[\p{L}\p{N}][^\p{C}]*$/u.test(name) ? name : undefined;
}

/** Three letters of a currency; undefined for anything else. */
export function currencyOf(value: unknown): string | undefined {
  return typeof value === "string" && /^[a-z]{3}$/i.test(value.trim()) ? value.trim().toUpperCase() : undefined;
}
