import type { PlainDate } from "#pricing";
import { dayWords } from "../../market/days.ts";

/** What `compare` says where it cannot answer, and why a way has no price. */
export const messages = {
  noWork:
    "Say the work to price, with its amounts: plans and credits cannot be compared, the price of the same finished work can.",
  units: (word: string) =>
    `${word} of different vendors cannot be compared: each vendor sets what one buys. Compare the price of one finished piece instead.`,
  notFinished: (kind: string) =>
    `"${kind}" is a way to pay, and compare needs finished work: text, usage, media, voice, music or images.`,
  measured: "Measured use is priced by the estimate. To compare vendors, describe the same work as text.",
  notAField: (word: string) => `"${word}" should be a field and an amount, such as accepted=20.`,
  unknownField: (field: string) => `"${field}" is not a field of compare. Give the work and the vendors.`,
  notAnObject: 'compare takes one JSON object: { "workload": ..., "vendor": [...] }.',
  brokenVendors: "vendors takes names, such as vendors=kling,runway.",
  dollarsOnly: "compare shows US dollars: leave the currency out.",
  mixOfModels: "compare prices one model at a time: leave models out, or name several as model=A,B.",
  unknownModel: (name: string, nearest: string) => `There is no model "${name}" with a price here. ${nearest}`,
  tooManyModels: (most: number) => `compare takes at most ${most} models in one line.`,
  openWork: (fields: readonly string[]) =>
    `Say ${fields.join(" and ")} as well: without it the prices would be for different work.`,
  resolution: "the resolution (resolution=1080p)",
  sound: "whether there is sound (audio=yes)",
  textByApi: "text through an API",
  sellsNo: (what: string) => `sells no ${what} here`,
  makesNo: (what: string) => `makes no ${what}`,
  notSoldByUse: "has limits of its own and no price by use: it cannot be priced for one piece of text",
  noRatesRead: "no page with its prices by model has been read",
  noPriceRead: "no price of it was read for this day",
  noPrice: "no price known",
  billedYearly: "a year is paid at once",
  leastSeats: (count: number) => `price of one seat; at least ${count} are sold`,
  withMoreUnits: "with extra units, smallest pack not published",
  packSizes: "pack sizes not published",
  smallestTopUp: (amount: string) => `smallest top-up $${amount}`,
  priceEnds: (day: PlainDate) => `this price ends ${dayWords(day)}`,
};
