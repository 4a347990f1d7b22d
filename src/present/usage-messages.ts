import { dayWords } from "../market/days.ts";

/** What is said of a usage export around its figures. Amounts come as text. */
export const usageMessages = {
  title: "Your usage",
  period: "Period",
  days: (from: string, to: string, days: number) =>
    `${dayWords(from)} to ${dayWords(to)}, ${days === 1 ? "1 day" : `${days} days`}`,
  file: "File",
  requests: "Requests",
  cost: "Cost in the file",
  unpriced: "no price for those days",
  noCost: "not in the file",
  columns: {
    model: "Model",
    input: "Input",
    cached: "Cached",
    output: "Output",
    vendor: "Vendor",
    computed: "At list prices",
  },
  otherCharges: "other charges",
  unknownVendor: "Unknown vendor",
  moreModels: (count: number) => (count === 1 ? "1 more model is not listed." : `${count} more models are not listed.`),
  same: (amount: string) => `The file and list prices agree: ${amount}.`,
  differs: (measured: string, computed: string, by: string, share: string, isMore: boolean) =>
    `The file says ${measured}, list prices say ${computed}: ${by} ${isMore ? "more" : "less"}${share}.`,
  share: (percent: string) => ` (${percent}%)`,
  whyDiffers: "Usual reasons: discounts, credits, long requests and tools.",
  currencies: "Amounts in other currencies are listed separately. No exchange rate is used.",
  month: "30 days like this",
  monthOf: (money: string) => `${money} at today's prices`,
  noMonth: "not known: at least one model has no price",
  biggest: "Biggest saving",
  noSaving: "none found",
  saving: (text: string, amount: string) => `${text}: ${amount} a month`,
  otherSavings: "Other savings",
  measured: "Measured",
  plans: "Plan or API",
  apiCheaper: (vendor: string, month: string, plan: string, price: string) =>
    `${vendor}: the API costs ${month} a month, less than ${plan} at ${price}.`,
  planBeside: (vendor: string, month: string) => `${vendor}: this use costs ${month} a month through the API.`,
  plan: (plan: string, price: string, less: string, isLess: boolean) =>
    `${plan}: ${price} a month, ${less} ${isLess ? "less" : "more"}.`,
  planLimits:
    "A plan covers one person's own work in an app, within limits that vendors rarely publish. It covers no programs.",
  leftOut: "Left out",
  left: (count: number, why: string) => `${why}: ${count === 1 ? "1 record" : `${count} records`}.`,
  asOf: (day: string) => `Prices as of ${dayWords(day)}. No prompt, key or name is kept.`,
} as const;
