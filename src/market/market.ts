import type { Catalogue, Connection, PlainDate, Row, SellingRoute } from "#pricing";

/** The catalogue as it stands on one day: which row of an id is in force, which readings are fresh. */
export type Market = {
  catalogue: Catalogue;
  asOf: PlainDate;
  /** The row of each id that is in force, or the last one that was. */
  row(id: string): Row | undefined;
  vendorName(id: string): string;
  /** Rows of a vendor that can be bought on that day, in the catalogue's order. */
  sold(vendor: string, route: SellingRoute): readonly Row[];
  /** Rows of a vendor on that day, sold or not. */
  rowsOf(vendor: string): readonly Row[];
  isSold(row: Row): boolean;
  /** A reading is stale after its last fresh day, and always when its day is not known. */
  isStale(reading: { staleAfter: PlainDate | null }): boolean;
  edgesBetween(from: string, to: string): readonly Connection[];
  /** All edges between rows of these vendors. */
  edgesOf(vendors: ReadonlySet<string>): readonly Edge[];
};

/** What a result tells of a connection. */
export type Edge = Pick<
  Connection,
  "from" | "to" | "status" | "says" | "only" | "url" | "readOn" | "evidence" | "staleAfter" | "confirmed" | "own"
>;

/** Opens the catalogue on a day. All later questions are answered from small tables. */
export function openMarket(catalogue: Catalogue, asOf: PlainDate): Market {
  const rows = new Map<string, Row>();
  for (const row of catalogue.rows) {
    const known = rows.get(row.id);
    if (known === undefined || isBetter(row, known, asOf)) rows.set(row.id, row);
  }
  const byVendor = groupBy([...rows.values()], (row) => row.vendor);
  const edges = catalogue.connections.filter((edge) => isInForce({ from: edge.since, until: edge.until }, asOf));
  const byPair = groupBy(edges, (edge) => pairKey(edge.from, edge.to));
  const vendorOf = (id: string) => rows.get(id)?.vendor ?? "";
  const byFrom = groupBy(edges.filter((edge) => rows.has(edge.to)).map(tell), (edge) => vendorOf(edge.from));
  const bySellers = new Map<string, readonly Edge[]>();
  const names = new Map(catalogue.vendors.map((vendor) => [vendor.id, vendor.name]));
  const isClosed = (row: Row) => row.closedSince !== null && row.closedSince <= asOf;
  const isSold = (row: Row) => row.status === "active" && !isClosed(row) && isInForce(row, asOf) && row.kind !== "tier";
  const soldOn = groupBy([...rows.values()].filter(isSold), (row) => `${row.vendor} ${row.route}`);
  return {
    catalogue,
    asOf,
    row: (id) => rows.get(id),
    vendorName: (id) => names.get(id) ?? id,
    sold: (vendor, route) => soldOn.get(`${vendor} ${route}`) ?? [],
    rowsOf: (vendor) => byVendor.get(vendor) ?? [],
    isSold,
    isStale: ({ staleAfter }) => staleAfter === null || asOf > staleAfter,
    edgesBetween: (from, to) => byPair.get(pairKey(from, to)) ?? [],
    edgesOf: (vendors) => {
      const key = [...vendors].sort().join(" ");
      const known = bySellers.get(key);
      if (known !== undefined) return known;
      const found = [...vendors].flatMap((vendor) =>
        (byFrom.get(vendor) ?? []).filter((edge) => vendors.has(vendorOf(edge.to))),
      );
      // Only a memory, bounded: the sets of vendors that people choose are few.
      if (bySellers.size >= 1_000) bySellers.clear();
      bySellers.set(key, found);
      return found;
    },
  };
}

function isInForce(period: { from: PlainDate | null; until: PlainDate | null }, asOf: PlainDate): boolean {
  return (period.from === null || period.from <= asOf) && (period.until === null || asOf <= period.until);
}

/** In force beats past, past beats future; of two past ones the later, of two future ones the earlier. */
function isBetter(row: Row, known: Row, asOf: PlainDate): boolean {
  const rank = (each: Row) => (isInForce(each, asOf) ? 2 : (each.from ?? "") <= asOf ? 1 : 0);
  if (rank(row) !== rank(known)) return rank(row) > rank(known);
  return rank(row) === 0 ? (row.from ?? "") < (known.from ?? "") : (row.from ?? "") > (known.from ?? "");
}

/** Both directions of a pair share a key: that two balances are apart is true from either side. */
function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function tell({ from, to, status, says, only, url, readOn, evidence, staleAfter, confirmed, own }: Connection): Edge {
  return {
    ...{ from, to, status, says, only, url, readOn, staleAfter },
    ...(evidence === undefined ? {} : { evidence }),
    ...(confirmed === undefined ? {} : { confirmed }),
    ...(own === undefined ? {} : { own }),
  };
}
