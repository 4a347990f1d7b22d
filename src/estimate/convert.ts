import { z } from "zod";
import { type BandText, bandText, one } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { day, exactAmount } from "../workload/amounts.ts";
import { currencyFaults as faults } from "./messages.ts";
import type { Converted } from "./result.ts";

/** A person's own currency. The rate is theirs, with where and when they read it: we know none. */
export const currencySchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/, faults.code),
  /** Units of the currency for one US dollar. */
  rate: exactAmount({ over: "0" }),
  source: z.string().trim().min(1, faults.source).max(300, faults.tooLong),
  readOn: day,
  /** Value added tax and the card's fee, as shares: 0.19 is 19%. */
  vat: exactAmount({ most: "1" }).optional(),
  cardFee: exactAmount({ most: "1" }).optional(),
});

/** Every field with a value that is right: what a sentence about a wrong one shows. */
export const currencyExample = {
  code: "EUR",
  rate: "0.86",
  source: "ecb.europa.eu",
  readOn: "2026-11-20",
  vat: "0.19",
  cardFee: "0.02",
};

/** Dollars in the person's currency, with tax and card fee on top where given: lines beside the price, never inside it. */
export function convert(total: BandText, currency: z.infer<typeof currencySchema>): Converted {
  const { rate, vat, cardFee } = currency;
  const factor = rate.times(one.plus(vat ?? "0")).times(one.plus(cardFee ?? "0"));
  const times = (amount: string): Decimal => decimal(amount).times(factor);
  return {
    currency: currency.code,
    rate: rate.toFixed(),
    source: currency.source,
    readOn: currency.readOn,
    vat: vat?.toFixed() ?? null,
    cardFee: cardFee?.toFixed() ?? null,
    total: bandText({ low: times(total.low), expected: times(total.expected), high: times(total.high) }),
  };
}
