import type { Accident, AccidentTheme } from "#pricing";

/** What is said around accidents that people had. */
export const messages = {
  worst: (mistake: string, cost: string) => `Others' most expensive mistake: ${mistake}. ${cost}`,
  known: (mistake: string, whose: string) => `A mistake others made: ${mistake} (${whose}).`,
  heading: "Expensive mistakes others made",
  topic: "Expensive mistakes people made",
  intro: "Amounts are what people wrote. Nobody has audited them.",
  happens: (what: string, basis: Accident["basis"]) => (basis === "official" ? what : `People reported: ${what}`),
  cost: (amount: string, whose: string) => `It cost ${amount} (${whose}).`,
  whose: { official: "vendor's page", reported: "reported" } satisfies Record<Accident["basis"], string>,
  on: (whose: string, day: string) => `${whose}, ${day}`,
  /** A page that bears no day. */
  undated: (whose: string) => `${whose}, no date`,
  about: (amount: string) => `about ${amount}`,
};

/** What went wrong, as a heading. */
export const themeTitles: Record<AccidentTheme, string> = {
  balance: "The wrong balance paid",
  limit: "A limit did not hold",
  credit: "Credit did not cover it",
  key: "Keys and data in the open",
  agent: "Agents that ran on",
  fee: "Fees besides the price",
  idle: "Capacity left running",
  seat: "Seats and teams",
  account: "Accounts and payment",
  media: "Images, video, voice and music",
};
