/** What explanations say around names, rules and pages. */
export const messages = {
  unknown: (asked: string, nearest: string) => `We have no entry for "${asked}". ${nearest}`,
  buys: (what: string) => `You buy ${what}.`,
  soldBy: (vendors: readonly string[]) => `Sold by ${vendors.join(", ")}.`,
  conflict: (of: string) => `Conflict of interest: ${of}`,
  rule: (id: string, seeds: readonly string[]) =>
    seeds.length === 0 ? `Rule ${id}.` : `Rule ${id}, from the source documents at ${seeds.join(", ")}.`,
  unit: (name: string) => `Unit: ${name}`,
  paidIn: (names: readonly string[]) => `Used by ${names.join(", ")}.`,
  product: (route: string, unit: string, expiry: string, whenEmpty: string) =>
    `${route}. You pay in ${unit}. ${expiry} ${whenEmpty}`,
  products: (count: number) => (count === 1 ? "1 product" : `${count} products`),
  options: (labels: readonly string[]) => `Possible answers: ${labels.join("; ")}.`,
  unitsDiffer: "The same word can mean different units at two vendors. Nothing converts between them.",
  claim: (claim: string) => `Claim: ${claim}`,
  fact: (truth: string, treat: string) => `In fact: ${truth} What we do: ${treat}`,
  claimNumber: (id: string) => `Claim ${id}.`,
  slots: {
    plans: "your app plans",
    balances: "your API balances",
    pairs: "your two products",
    connected: "what the page says",
    wallets: "your balances",
    vendors: "your vendors",
    duties: "the tasks without an owner",
    routes: "your routes",
    units: "the unit of your product",
    unknown_units: "your product",
    unknown_expiry: "your balance",
  },
};

/** The headings of the topics that have a page of their own. */
export const topicTitles = {
  routes: "Ways to buy",
  units: "Units",
  vendors: "Vendors",
  traps: "Common claims that are out of date or wrong",
} as const;
