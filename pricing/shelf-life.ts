import type { Reading } from "./readings.ts";

/** For how many days a reading counts as fresh, by what was read, and why that long. The only place that says it. */
export const shelfLife = {
  media_price: { days: 60, why: "Prices of media change with each new model." },
  price: { days: 90, why: "Plans, seats and packages are repriced a few times a year." },
  rate: { days: 90, why: "Token prices are announced, and a new model brings a row of its own." },
  terms: { days: 180, why: "No figure: who may buy it, who looks after it and how it is sold seldom changes." },
  connected: { days: 60, why: "Counting on a credit that ended costs money at once." },
  open: { days: 60, why: "What a page leaves open, its vendor may settle any day." },
  separate: { days: 120, why: "Apart is the rule, and believing it too long costs a look and no money." },
  repeated: { days: 180, why: "Two pages or more say it: one that is forgotten does not make it wrong." },
} as const satisfies Record<string, { days: number; why: string }>;

export type ShelfKind = keyof typeof shelfLife;

type Amount = { amount: string | null };

type Figured = {
  shelf: "plan" | "media";
  price: Amount;
  otherPrices: readonly Amount[];
  included: readonly Amount[];
  drains: readonly Amount[];
  topUp: { rate: unknown };
};

/** A row without any figure is judged as terms; else by how fast the prices of its shelf move. */
export function kindOfRow({ shelf, price, otherPrices, included, drains, topUp }: Figured): ShelfKind {
  const figures = [price, ...otherPrices, ...included, ...drains].some(({ amount }) => amount !== null);
  if (!figures && topUp.rate === null) return "terms";
  return shelf === "media" ? "media_price" : "price";
}

type Edge = {
  from: string;
  to: string;
  status: "separate" | "connected" | "unknown";
  url: string;
  evidence?: string | undefined;
  readings?: readonly Reading[] | undefined;
};

const kindOfStatus = { connected: "connected", unknown: "open", separate: "separate" } as const;

/**
 * The kind of each connection of these. `sideOf` gives the vendor and route of one end, where it is a row. That two sides
 * are apart may be repeated for any of their rows; what one plan pays for only by a page on that plan. A third party
 * repeats nothing, and several pages that leave it open do not settle it.
 */
export function kindsOfEdges<E extends Edge>(
  edges: readonly E[],
  sideOf: (id: string) => string,
): (edge: E) => ShelfKind {
  const pages = new Map<string, Set<string>>();
  const claimOf = ({ from, to, status }: E) =>
    [status, ...(status === "separate" ? [sideOf(from), sideOf(to)] : [from, to]).sort()].join(" ");
  for (const edge of edges) {
    const known = pages.get(claimOf(edge)) ?? new Set<string>();
    pages.set(claimOf(edge), known);
    if (edge.evidence !== "third_party") known.add(pageOf(edge.url));
    for (const { url, says, evidence } of edge.readings ?? [])
      if (says === "same" && evidence !== "third_party") known.add(pageOf(url));
  }
  return (edge) =>
    edge.status !== "unknown" && (pages.get(claimOf(edge))?.size ?? 0) > 1 ? "repeated" : kindOfStatus[edge.status];
}

/** One page may have several addresses: with a title behind its number, as Markdown, with a slash at its end. */
function pageOf(address: string): string {
  const { host, pathname } = new URL(address);
  const path = pathname.replace(/(\.md)?\/?$/, "").replace(/(\/articles\/\d+)-[^/]*$/, "$1");
  return `${host}${path}`;
}
