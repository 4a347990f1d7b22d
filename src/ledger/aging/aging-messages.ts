import type { PlainDate, Price } from "#pricing";
import { dayWords } from "../../market/days.ts";
import { priceWords } from "../../present/labels.ts";
import type { PurchaseKind } from "../../purchase/purchase.ts";

/** What a thread is told of a decision that has aged, one sentence for each thing. */
export const agingMessages = {
  changed: "Something has changed since this was decided",
  changedAgain: "Something has changed again",
  another: "The same answers lead to something else now.",
  money: "The cost has changed.",
  fact: "Something that the card says has changed.",
  compared: (then: PlainDate, now: PlainDate) =>
    then === now
      ? `Facts of ${dayWords(now)}.`
      : `Facts of ${dayWords(now)}, compared with those of ${dayWords(then)}.`,
  differs: (what: string, before: string, after: string) => `${what}: was ${before}, now ${after}.`,
  facts: { unit: "unit", expiry: "expiry", whenEmpty: "when credit runs out" },
  /** For whoever runs the program. */
  fault: (reference: string) => `Something is wrong inside aicost. Reference ${reference}.`,
  notEvaluated: "a decision could not be evaluated",
  lookedAgain: "decisions were looked at again",
  route: "Route",
  noRoute: "none",
  buy: { people: "For people", program: "For a program" },
  nothing: "nothing yet",
  several: (product: string, count: string) => `${count} × ${product}`,
  cost: "Cost",
  costOf: { people: "Cost for people", program: "Cost for a program" },
  unknown: "not known",
  month: (amount: string) => `${amount} a month`,
  firstPayment: (amount: string) => `${amount} as first payment`,
  newRule: (title: string) => `Settle first: ${title}.`,
  overRule: (title: string) => `No longer in the way: ${title}.`,
  sold: (product: string) => `${product} can be bought again.`,
  notSold: (product: string) => `${product} can no longer be bought.`,
  quoted: (text: string) => `"${text}"`,
  edge: (from: string, to: string) => `${from} and ${to}`,
  edges: {
    connected: "connected",
    separate: "separate",
    unknown: "not known",
    contradicted: "not clear, since pages disagree",
  } as Record<string, string>,
  rates: (input: string, output: string) => `$${input} in and $${output} out for a million tokens`,
  checkAgain: "Re-check",

  ahead: "A change is announced",
  usesIt: "This decision uses it.",
  usesThem: "This decision uses all of them.",
  priceAhead: (product: string, on: PlainDate, before: Price, after: Price) =>
    `${product} costs ${priceWords(after)} from ${dayWords(on)} on, until then ${priceWords(before)}.`,
  rowAhead: (product: string, on: PlainDate) =>
    `${product} changes on ${dayWords(on)}. Details shows what is known of it.`,
  endAhead: (product: string, on: PlainDate) => `${product} is no longer sold from ${dayWords(on)} on.`,
  modelLeaves: (model: string, product: string, on: PlainDate) => `${model} leaves ${product} on ${dayWords(on)}.`,
  rateAhead: (model: string, on: PlainDate, before: string, after: string) =>
    `${model} changes its price on ${dayWords(on)}. Then it costs ${after}, until then ${before}.`,
  rateEnds: (model: string, on: PlainDate) =>
    `No price is known for ${model} from ${dayWords(on)} on. It may leave then.`,
};

/** How something is bought, where nothing else tells two ways apart. */
export const kindWords: Record<PurchaseKind, string> = {
  free: "free",
  subscribe: "by subscription",
  seats: "by the seat",
  top_up: "by top-up",
  package: "as a package",
  pay_as_you_go: "pay per use",
  quote: "by quote",
  none: "nothing yet",
};
