/** What a card says around its facts. */
export const cardMessages = {
  /** Whose statement a quote is. */
  quoted: "from the vendor's written quote",
  settle: (count: number) => `Settle first (${count})`,
  /** What did not fit, by its titles. */
  also: (titles: readonly string[]) => `Also: ${titles.join(" · ")}.`,
  inDetails: (count: number) => `${count} more in Details.`,
  /** Vendors that were named, and whose pages give no figure from which the work could be priced. */
  noPrice: (vendors: readonly string[]) => `No published price for this work: ${vendors.join(", ")}.`,
  /** `product`: whose page is opened; `days`: when all of them were last checked. */
  source: (product: string, others: number, days: string) =>
    `${others === 0 ? `Source: ${product}` : `Sources: ${product} and ${others} more`}, last checked ${days}`,
  ownSource: (days: string) => `Source: your own figure, last checked ${days}`,
  withOwn: "one figure is your own",
  beyond: (amount: string) => `${amount} of it is extra use.`,
  /** `work`: such as "10 clips you keep". */
  uncertain: (work: string) => `No page says whether it covers ${work}: try a month.`,
  yearly: (amount: string) => `, ${amount} paid yearly`,
  /** How many of all sources were read too long ago. */
  again: (count: number, all: number) => (all === 1 ? "check again" : `check ${count} again`),
} as const;
