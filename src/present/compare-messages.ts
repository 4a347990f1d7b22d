import type { Fit, PieceName, Place } from "../advice/compare/comparison.ts";

/** What a comparison says around its figures. */
export const compareMessages = {
  title: "The same work, by vendor",
  forExample: (line: string) => `For example: ${line}`,
  cheapestText: (name: string, total: string, piece: string) => `Cheapest: ${name}, ${total}${piece}.`,
  cheapest: (name: string, total: string, piece: string) => `Cheapest that fits: ${name}, ${total}${piece}.`,
  cheapestToConfirm: (name: string, total: string, piece: string) =>
    `No option with a price is confirmed to fit. Cheapest to confirm: ${name}, ${total}${piece}.`,
  totalPer: (total: string, per: "month" | "request") => `${total} ${per === "month" ? "a month" : "a request"}`,
  perPiece: (usd: string, piece: string) => `, ${usd} for ${piece}`,
  /** One of these models; undefined where there is none. */
  either: (models: readonly string[]) =>
    models.length < 2 ? models[0] : `${models.slice(0, -1).join(", ")} or ${models.at(-1)}`,
  nothingPriced: "Nobody here publishes a price for this work.",
  confirmWith: "Ask the vendor to confirm what is marked before you buy.",
  alternatives: "Each line is all of the work with one vendor. The lines are alternatives, so they are not added up.",
  wholePlan: "A plan counts in full, even if some of its units stay unused.",
  sameTokens: "Every model gets the same number of tokens. Each one counts a text a little differently.",
  strongest: 'No page ranks models by strength: "strongest" is the vendor\'s most expensive one for this work.',
  leftOut: (count: number) =>
    `${count} more ${count === 1 ? "option" : "options"} of these vendors cost more. Name one or two vendors to see all of them.`,
  otherProducts: "Only vendors without a price are listed here. Name a vendor to see all of its products.",
  asOf: (day: string) => `As of ${day}.`,
  stale: (day: string) => `price last checked ${day}`,
  neverRead: "price never read on a known day",
  fits: "fits",
  confirm: (what: readonly string[]) => `to confirm: ${what.join(", ")}`,
};

export const headings: Record<Extract<Fit, "unpriced" | "cannot">, string> = {
  unpriced: "No published price",
  cannot: "Cannot do this work",
};

export const columns = { option: "Option", month: "A month", request: "One request", notes: "Notes" } as const;

/** What one finished piece is called over its column. */
export const pieceWords: Record<PieceName, string> = {
  clip: "One clip",
  picture: "One picture",
  song: "One song",
  "1,000 characters": "1,000 characters",
  conversation: "One chat",
  request: "One request",
};

export const placeWords: Record<Place, string> = { cheapest: "cheapest", middle: "middle", strongest: "strongest" };
