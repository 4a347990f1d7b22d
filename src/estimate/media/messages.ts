import type { PlainDate } from "#pricing";
import { type Decimal, formatAmount } from "../../quantity/money.ts";

/** What an estimate of finished outputs takes for granted. */
export const messages = {
  attempts: (attempts: Decimal, submissions: Decimal) =>
    `${attempts.toFixed()} finished attempts a month${submissions.eq(attempts) ? "" : `, ${submissions.toFixed()} submissions with those that fail`}.`,
  notConfirmed: (offer: string, what: string) => `${offer}: not confirmed ${what}.`,
  packUnknown: (product: string) =>
    `${product}: bought units are priced at the published rate; the smallest pack is not known, so that a top-up may cost more.`,
  planBrings: (units: Decimal) => `What the plan brings, ${units.toFixed()} units,`,
} as const;

/** Other ways to buy the same work inside a wallet. */
export const alternativeWords = {
  changes: (changes: readonly string[]) => changes.join(" and "),
  firstMonth: "in the first month only",
  packs: "in packs, whose size only the vendor's console shows",
  packageOverMeter: (meter: string, from: Decimal, upTo: Decimal) =>
    `one package is cheaper than ${meter} from ${formatAmount(from)} attempts, and holds ${formatAmount(upTo)}`,
} as const;

/** Why there is no figure, and what to ask the vendor for one. */
export type Gap = { why: string; ask: string };

/** Each figure that may be missing. */
export const gaps = {
  price: { why: "no price known for it", ask: "what does it cost?" },
  planPrice: { why: "no price known for the plan", ask: "what does the plan cost?" },
  pack: { why: "no page says how many units a package holds", ask: "how many units does a package hold?" },
  grant: {
    why: "no page says how many units the plan brings",
    ask: "how many units does the plan bring each month?",
  },
  unit: { why: "no price known for a unit of this balance", ask: "what does a unit of this balance cost?" },
  moreUnits: (short: Decimal) => ({
    why: `no price known for the ${formatAmount(short)} units that the plan is short of`,
    ask: "what do more units cost when those of the plan are used up?",
  }),
  rate: (sold: string) => ({
    why: `no page says how much one ${sold} takes`,
    ask: `how much does one ${sold} take?`,
  }),
  measure: (sold: string) => ({
    why: `it is sold by the ${sold}, and nobody said how much of that one output is`,
    ask: `how much does one output take, as it is sold by the ${sold}?`,
  }),
  contract: { why: "no price known for a contract: it takes a quote", ask: "please quote this work." },
  output: (output: string) => ({ why: `no price known for ${output} here`, ask: `what does one ${output} take?` }),
  staleConnection: (output: string, to: string, readOn: PlainDate | null) => ({
    why: `no price known for ${output} here: the page that connects it to ${to} ${readOn === null ? "was never read on a known day" : `was read on ${readOn}, too long ago`}`,
    ask: `what does one ${output} take?`,
  }),
} as const;

/** Why a rate cannot do the work, with which change it could, and what is taken for granted where no page says it. */
export const fitWords = {
  notSold: (since: PlainDate | null) => `it is not sold any more${since === null ? "" : `, since ${since}`}`,
  noRate: (output: string) => `it has no rate for this ${output}`,
  noVariant: (variant: string) => `no rate of it names "${variant}"`,
  downloads: (downloads: Decimal) =>
    `its rights come with downloads, and it brings ${downloads.toFixed()} of them a month`,
  shutDown: (model: string, after: PlainDate) => `${model} was shut down after ${after}`,
  closed: (model: string, since: PlainDate) => `${model} is closed to new users since ${since}`,
  noRights: "it gives no commercial rights",
  rightsAssumed: "that it gives commercial rights",
  sizeAssumed: (size: string) => `that it makes ${size}`,
  otherSize: (size: string, asked: string) => `${size} instead of ${asked}`,
  silent: "it is silent",
  soundAssumed: "that sound is part of the rate",
  silenceAssumed: "that a clip with sound serves as well",
  longerClip: (seconds: number, asked: number) => `a clip of ${seconds} seconds instead of ${asked}`,
  longestClip: (seconds: number) => `its clips last at most ${seconds} seconds`,
  lengthAssumed: (per: string, seconds: number) => `that one ${per} makes ${seconds} seconds`,
  clipLengths: (from: number, to: number) => `its clips last ${from} to ${to} seconds`,
} as const;
