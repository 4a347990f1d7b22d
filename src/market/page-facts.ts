import type { Connection, PlainDate, Reading, Row } from "#pricing";
import type { Market } from "./market.ts";
import { messages } from "./messages.ts";

/** What one page says of one thing that is sold, or of two balances, with all that is needed to read it again. */
export type PageFact = {
  /** Names this very reading: where the files get a newer one, it is another. */
  key: string;
  /** The row it is about; null for a connection. */
  row: Row | null;
  /** The connection it is about; null for a row. */
  edge: Connection | null;
  vendor: string;
  /** Products, as people call them. */
  name: string;
  url: string;
  /** The day of the last reading that counts; null where none is known. */
  readOn: PlainDate | null;
  staleAfter: PlainDate | null;
  /** The page's own words, the last that were kept; null where nobody kept any. */
  quote: string | null;
};

/** What a row says, as one page says it. */
export function rowKey({ id, from, source }: Pick<Row, "id" | "from" | "source">): string {
  return [id, from ?? "", source.readOn ?? "", source.url].join("|");
}

/** What a connection says, as one page says it. */
export function edgeKey({
  from,
  to,
  status,
  readOn,
  url,
}: Pick<Connection, "from" | "to" | "status" | "readOn" | "url">) {
  return [`${from}>${to}`, status, readOn ?? "", url].join("|");
}

/**
 * A reading's name in few letters, for a button: 53 bits of its key, so that two of the catalogue's hundreds are not mixed up.
 */
export function factCode(key: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < key.length; at++) {
    one = Math.imul(one ^ key.charCodeAt(at), 2_654_435_761);
    other = Math.imul(other ^ key.charCodeAt(at), 1_597_334_677);
  }
  return (4_294_967_296 * (2_097_151 & (other ^ (one >>> 16))) + ((one ^ (other >>> 13)) >>> 0)).toString(36);
}

/** Everything that is in force on the market's day, or announced, and was read on a page: rows first, then connections. */
export function pageFacts(market: Market): PageFact[] {
  const { catalogue, asOf } = market;
  const rows = catalogue.rows.filter((row) => row.status !== "discontinued" && (row.until ?? asOf) >= asOf);
  const edges = catalogue.connections.filter((edge) => (edge.until ?? asOf) >= asOf);
  const nameOf = (id: string) => market.row(id)?.product ?? catalogue.uses.find((use) => use.id === id)?.name ?? id;
  return [
    ...rows.map(
      (row): PageFact => ({
        ...{ key: rowKey(row), row, edge: null, vendor: row.vendor, name: row.product, url: row.source.url },
        readOn: row.confirmed?.on ?? row.source.readOn,
        staleAfter: row.staleAfter,
        quote: quoteOf(row.source, row.source.quote, row.readings),
      }),
    ),
    ...edges.map(
      (edge): PageFact => ({
        ...{ key: edgeKey(edge), row: null, edge, vendor: market.row(edge.from)?.vendor ?? "", url: edge.url },
        name: messages.connection(nameOf(edge.from), nameOf(edge.to)),
        readOn: edge.confirmed?.on ?? edge.readOn,
        staleAfter: edge.staleAfter,
        quote: quoteOf(edge, undefined, edge.readings),
      }),
    ),
  ];
}

/** Only the page's own words can be found on it again: what somebody else wrote of it never stood there. */
function quoteOf(
  source: Pick<Reading, "url"> & { evidence?: Reading["evidence"] | undefined },
  quote: string | undefined,
  readings: readonly Reading[] = [],
): string | null {
  const own = ({ evidence }: { evidence?: Reading["evidence"] | undefined }) =>
    evidence === "official" || evidence === "official_copy";
  const last = readings
    .filter((each) => each.says === "same" && each.url === source.url && own(each) && each.quote !== undefined)
    .toSorted((one, other) => (one.on < other.on ? 1 : -1))[0];
  return last?.quote ?? (own(source) ? (quote ?? null) : null);
}
