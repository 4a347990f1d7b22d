import { spanWords } from "../market/days.ts";

type Per = "month" | "day";

/** A month is what everything is counted by: only a day is said. */
function counted(of: string, per: Per): string {
  return per === "day" ? `${of} a day` : of;
}

/** What pictures say. */
export const chartMessages = {
  costTitle: "Cost a month by option",
  costOfWays: "Cost a month, and other ways to do it",
  costAxis: "US dollars a month",
  recommended: "recommended",
  runnerUp: "runner-up",
  unconfirmed: "fit not confirmed",
  ownFigure: "your own figure",
  beside: (product: string, kept: string) => `${product} beside ${kept}`,
  modelsDiffer: "Models differ in quality.",
  asDescribed: "As described",
  ways: {
    window_3: "Send only the last 3 turns again",
    caching_5m: "Cache for 5 minutes",
    caching_1h: "Cache for an hour",
    batch: "Send in batches",
  } as Readonly<Record<string, string>>,
  ofBudget: (budget: string, title: string) => `${budget}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  people: (count: string) => `${count} people`,
  lighter: (model: string) => `Use ${model} instead`,
  about: (expected: string, low: string, high: string) => `about ${expected}, from ${low} to ${high}`,

  turnTitle: "Cost of each turn",
  turnSubject: (turns: string, models: string) => `One conversation of ${turns} turns on ${models}`,
  turnAxis: "Turn",
  turnCost: "US dollars a turn",
  full: "All history sent",
  lastTurns: (count: string) => `Last ${count} turns sent`,
  cached: "With caching",
  notNamed: "several models",
  /** What the last turn of a way costs. */
  atTurn: (usd: string, turn: string) => `${usd} at turn ${turn}`,
  fromTo: (first: string, last: string) => `${first} at turn 1, ${last}`,

  flatTitle: "Fixed price or pay per use",
  flatSubject: "Usage limits of the fixed price still apply.",
  flatName: (product: string) => `${product}, fixed price`,
  meterName: (product: string) => `${product}, pay per use`,
  withExtra: (product: string) => `${product} with extra units`,
  monthly: (usd: string) => `${usd} a month`,
  upTo: (usd: string, count: string) => `${usd} a month, up to ${count}`,
  perUnit: (usd: string, of: string, per: Per) =>
    `${usd}${per === "day" ? " a month" : ""} per 100 ${counted(of, per)}`,
  used: (of: string, per: Per) => `${of.charAt(0).toUpperCase()}${of.slice(1)} a ${per}`,
  breakEven: (count: string, of: string, per: Per) => `Break-even: ${count} ${counted(of, per)}`,
  you: (count: string) => `You are here: ${count}`,
  atYou: (flat: string, metered: string) => `There the fixed price is ${flat} and pay per use ${metered} a month.`,

  burnTitle: "What is left, day by day",
  burnAxis: "Day",
  burnUnits: (unit: string) => `${unit === "USD" ? "US dollars" : unit} left`,
  burnLine: (first: string, last: string, day: string) => `${first} at first, ${last} on ${day}`,
  expires: (amount: string, day: string) => `${amount} expire ${day}`,
  empty: (day: string) => `Runs out ${day}`,

  checked: (first: string, last: string) => `Prices last checked ${spanWords(first, last)}`,
  neverChecked: "Prices never checked on a known day",
  again: (count: number) => `check ${count} again`,

  barsAlt: "Bar chart",
  linesAlt: "Line chart",
} as const;
