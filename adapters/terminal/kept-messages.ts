/** What is told of what the team holds. */
export const balanceMessages = {
  none: 'Nothing is recorded yet. balances add "OpenAI API" --lots "500 USD bought 2026-11-01, expires 2027-11-01"',
  noSuch: (of: string) => `No balance matches "${of}". balances lists them.`,
  several: (of: string, products: readonly string[]) =>
    `"${of}" matches ${products.length} balances: ${products.join("; ")}.`,
  /** `at`: the field; null for all of it. */
  wrong: (at: string | null, why = "is no balance") => `${at ?? "The file"}: ${why}.`,
  noPicture: 'No picture: no balance here has something left and a known use. Record one with --use "400 a month".',
  deleted: (product: string) => `Deleted: ${product}.`,
  recorded: (products: readonly string[]) => `Recorded: ${products.join(", ")}.`,
} as const;

/** What is told of decisions. */
export const decisionMessages = {
  pages: (count: number) => `There ${count === 1 ? "is only 1 page" : `are only ${count} pages`}.`,
  none: "No decision is kept yet. npm start begins a conversation.",
  noMatch: "No decision matches.",
  /** `page`: the one that is shown, where older ones follow; else null. */
  hint: (page: number | null) =>
    `${page === null ? "" : `Page ${page}. --page ${page + 1} shows older ones. `}decisions show NAME tells more of one, with --details all of it.`,
  renamed: (name: string) => `Renamed: ${name}.`,
  several: (words: string, count: number, names: readonly string[]) =>
    `"${words}" matches ${count} decisions. Add the owner or the day: ${names.join("; ")}.`,
  noSuch: (words: string) => `No decision matches "${words}". npm start -s -- decisions lists them.`,
  noCheck: (count: number) =>
    count === 0
      ? "This decision has nothing to verify. decisions lists the others."
      : `This decision has ${count} ${count === 1 ? "check" : "checks"}: decisions show NAME --details lists them.`,
  moreDetails: "Add --details for all that led there.",
  facts: { decision: "Decision", cost: "Cost", owner: "Owner", state: "State", vendor: "Vendor", day: "Day" },
  noCost: "Not known",
  noOwner: "Not named",
  noVendor: "None yet",
} as const;
