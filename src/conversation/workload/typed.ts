import { understoodWords } from "../../present/understood.ts";
import { type KeptAmount, keptAmount, monthly, readTypedAmount, twoReadings } from "../../workload/typed-amount.ts";
import { lacksUnit } from "../../workload/typed-length.ts";
import { formMessages } from "../form-messages.ts";
import type { Ask } from "./asks.ts";

/** How what was typed into free fields was taken, as far as that is not plain. */
export function understoodOf(asks: readonly Ask[], line: (part: string) => string | undefined): string[] {
  return asks.flatMap(({ part, options }) => {
    const typed = options === undefined ? line(part) : undefined;
    const read = typed === undefined ? undefined : readTypedAmount(typed);
    return typed === undefined || read === undefined ? [] : (understoodWords(typed, read) ?? []);
  });
}

/** A typed amount, or what is wrong with it in a sentence with an example. A percentage is no amount. */
export function readAmount(line: string, aMonth: boolean): { amount: KeptAmount } | string {
  const read = readTypedAmount(line);
  if (read?.per && !aMonth) return formMessages.notInTime;
  if (read?.unit === "") return { amount: keptAmount(monthly(read)) };
  if (read?.unit === "%") return formMessages.noPercentage;
  return twoReadings(line) ?? formMessages.amount;
}

/** How many of 100, with or without the sign, as a part of one. */
export function readShare(line: string): { amount: KeptAmount } | string {
  const read = readTypedAmount(line);
  // "0.4" without the sign is 40 of 100 to some, and less than one of 100 as it is asked.
  const odd = read?.unit === "" && read.low > 0 && read.low < 1;
  if (read === undefined || read.per !== null || odd || (read.unit !== "" && read.unit !== "%"))
    return twoReadings(line) ?? formMessages.share;
  const part = (value: number) => value / 100;
  return { amount: keptAmount({ low: part(read.low), expected: part(read.expected), high: part(read.high) }) };
}

/** What is wrong with a typed length, in a sentence with an example. */
export function lengthProblem(typed: string): string {
  const doubt = twoReadings(typed);
  if (doubt !== undefined) return doubt;
  return lacksUnit(typed) ? formMessages.lacksUnit(typed) : formMessages.length;
}
