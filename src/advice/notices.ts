import type { Evidence, PlainDate, Row } from "#pricing";
import type { Notice } from "./result.ts";
import type { Situation } from "./situation.ts";

/** What a buyer must know of the chosen products, one sentence each: gone, closed, unread, stale, sold elsewhere. */
export function findNotices(situation: Situation): Notice[] {
  const rows = [...new Set([...situation.chosenRows, ...situation.wallets.map((wallet) => wallet.row)])];
  return [...rows.flatMap((row) => noticesOf(row, situation)), ...absentVendors(situation)];
}

function noticesOf(row: Row, situation: Situation): Notice[] {
  const { market } = situation;
  if (row.status === "discontinued" || (row.until !== null && row.until < market.asOf)) {
    const day = row.until === null ? "" : ` on ${row.until}`;
    return [
      { row: row.id, kind: "discontinued", text: `${row.product} was discontinued${day}: it is recommended nowhere.` },
    ];
  }
  const notices: Notice[] = [];
  if (row.closedSince !== null) {
    notices.push({
      row: row.id,
      kind: "closed",
      text: `${row.product} has been closed to new buyers since ${row.closedSince}.`,
    });
  }
  if (row.source.readOn === null) {
    notices.push({
      row: row.id,
      kind: "unread",
      text: `The page of ${row.product} has not been read: no price is given for it.`,
    });
  } else if (market.isStale(row)) {
    notices.push({
      row: row.id,
      kind: "stale",
      text: `${row.product} was ${lastRead(row, row.source.readOn)}: read it again before buying.`,
    });
  }
  for (const { on, evidence, says, what } of row.readings ?? []) {
    if (says === "differs" && what !== undefined)
      notices.push({
        row: row.id,
        kind: "differs",
        text: `${row.product}, ${verbs[evidence]} ${on}, differs: ${what}`,
      });
  }
  const output = situation.answer("output");
  if (output !== undefined && !output.some((each) => row.outputs.some((made) => made === each))) {
    notices.push({
      row: row.id,
      kind: "other_output",
      text: `As far as was read, ${row.product} makes ${row.outputs.join(", ")}, not ${output.join(", ")}.`,
    });
  }
  return notices;
}

function lastRead({ source, confirmed }: Row, readOn: PlainDate): string {
  const { on, evidence } = confirmed ?? { on: readOn, evidence: source.evidence };
  return `${verbs[evidence]} ${on}`;
}

const verbs: Record<Evidence, string> = {
  official: "read on",
  official_copy: "read on",
  quoted_official: "quoted on",
  third_party: "read by a third party on",
};

/** A chosen vendor without a wallet on the primary route, and the routes on which it does sell. */
function absentVendors(situation: Situation): Notice[] {
  const primary = situation.routes[0]?.route;
  if (primary === undefined) return [];
  return [...situation.vendors].flatMap((vendor): Notice[] => {
    if (situation.wallets.some((wallet) => wallet.row.vendor === vendor && wallet.route === primary)) return [];
    const sold = situation.market.rowsOf(vendor).filter(situation.market.isSold);
    const name = (route: string) => route.replaceAll("_", " ");
    const routes = [...new Set(sold.map((row) => name(row.route)))].join(", ");
    const text = `${situation.market.vendorName(vendor)} has no wallet on the route ${name(primary)} in the catalogue; it sells on: ${routes || "none"}.`;
    return [{ row: vendor, kind: "not_sold_on_route", text }];
  });
}
