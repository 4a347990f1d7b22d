import { z } from "zod";
import { isPlainDate } from "#pricing";
import type { Band } from "../quantity/band.ts";
import { exactly } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { faults } from "./messages.ts";

type Bounds = {
  /** The smallest amount allowed; `over` shuts out the bound itself. */
  least?: string;
  over?: string;
  most?: string;
  under?: string;
  whole?: true;
};

const largest = "1000000000000";

/** An exact amount: a number, or a decimal as text. An exponent or more than 12 decimals is nobody's measured amount. */
export function exactAmount(bounds: Bounds) {
  return z.unknown().transform((value, context): Decimal => {
    const text = typeof value === "number" ? String(value) : value;
    const problem =
      text === undefined ? faults.missing : typeof text === "string" ? fault(text, bounds) : faults.notAnAmount;
    if (problem === undefined) return decimal(text as string);
    context.addIssue({ code: "custom", message: problem });
    return z.NEVER;
  });
}

function fault(text: string, { least, over, most = largest, under, whole }: Bounds): string | undefined {
  if (!/^-?\d{1,20}(\.\d{1,12})?$/.test(text)) return faults.notAnAmount;
  const amount = decimal(text);
  if (whole && !amount.eq(amount.round(0))) return faults.notWhole;
  if (over !== undefined && amount.lte(over)) return faults.notOver(over);
  if (amount.lt(least ?? "0")) return least === undefined ? faults.negative : faults.tooSmall(least);
  if (under !== undefined && amount.gte(under)) return faults.notUnder(under);
  if (amount.gt(most)) return most === largest ? faults.beyondCounting : faults.tooLarge(most);
  return undefined;
}

/** An amount, or a range of it: `{ low, expected, high }`. */
export function amount(bounds: Bounds = {}) {
  const part = exactAmount(bounds);
  const range = z
    .strictObject({ low: part, expected: part, high: part })
    .refine(({ low, expected, high }) => low.lte(expected) && expected.lte(high), {
      message: faults.range,
    });
  return z.unknown().transform((value, context): Band => {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const read = isObject ? range.safeParse(value) : part.safeParse(value);
    if (read.success) return "low" in read.data ? read.data : exactly(read.data);
    const [issue] = read.error.issues;
    const message =
      issue?.code === "unrecognized_keys"
        ? faults.rangeFields
        : issue?.code === "custom"
          ? issue.message
          : faults.notAnAmount;
    context.addIssue({ code: "custom", path: issue?.path ?? [], message });
    return z.NEVER;
  });
}

export const day = z.string().refine(isPlainDate, faults.day);

/** Short plain text: the id of a row or the name of a variant. */
export const name = z.string().trim().min(1, faults.empty).max(120, faults.tooLong);
