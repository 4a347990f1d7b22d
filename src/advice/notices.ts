import type { Row } from "#pricing";
import { routeTitle } from "../checklist/route-words.ts";
import { noticeWords } from "./messages.ts";
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
    return [{ row: row.id, kind: "discontinued", text: noticeWords.discontinued(row.product, row.until) }];
  }
  const notices: Notice[] = [];
  if (row.closedSince !== null && row.closedSince <= market.asOf) {
    notices.push({
      row: row.id,
      kind: "closed",
      text: noticeWords.closed(row.product, row.closedSince),
    });
  }
  if (row.source.readOn === null) {
    notices.push({
      row: row.id,
      kind: "unread",
      text: noticeWords.unread(row.product),
    });
  } else if (market.isStale(row)) {
    notices.push({
      row: row.id,
      kind: "stale",
      text: noticeWords.stale(row.product, row.confirmed?.on ?? row.source.readOn),
    });
  }
  for (const { on, evidence, says, what } of row.readings ?? []) {
    if (says === "differs" && what !== undefined)
      notices.push({
        row: row.id,
        kind: "differs",
        text: noticeWords.differs(row.product, evidence, on, what),
      });
  }
  const output = situation.answer("output");
  if (output !== undefined && !output.some((each) => row.outputs.some((made) => made === each))) {
    notices.push({
      row: row.id,
      kind: "other_output",
      text: noticeWords.otherOutput(row.product, row.outputs, output),
    });
  }
  return notices;
}

/** A chosen vendor without a wallet on the primary route, and the routes on which it does sell. */
function absentVendors(situation: Situation): Notice[] {
  const primary = situation.routes[0]?.route;
  if (primary === undefined) return [];
  return [...situation.vendors].flatMap((vendor): Notice[] => {
    if (situation.wallets.some((wallet) => wallet.row.vendor === vendor && wallet.route === primary)) return [];
    const sold = situation.market.rowsOf(vendor).filter(situation.market.isSold);
    const routes = [...new Set(sold.map((row) => routeTitle(row.route)))];
    const text = noticeWords.notSoldOnRoute(situation.market.vendorName(vendor), routeTitle(primary), routes);
    return [{ row: vendor, kind: "not_sold_on_route", text }];
  });
}
