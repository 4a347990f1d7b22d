import type { Row } from "#pricing";
import { dutyWords } from "../checklist/duty-words.ts";
import { duties } from "../checklist/ids.ts";
import { routeTitle } from "../checklist/route-words.ts";
import type { Slot } from "../checklist/rule.ts";
import type { Edge } from "../market/market.ts";
import { chosenBalances, isConnected, missingDuties, plansWithoutApi, walletsOfUnknownExpiry } from "./facts.ts";
import { messages, connectionWords as words } from "./messages.ts";
import type { Situation } from "./situation.ts";

/** Fills `{plans}` and the like with what is in play. */
export function fillSlots(text: string, situation: Situation): string {
  return !text.includes("{") ? text : text.replace(/\{(\w+)\}/g, (_, slot: Slot) => wordsFor(slot, situation));
}

function wordsFor(slot: Slot, situation: Situation): string {
  switch (slot) {
    case "plans":
      return list(plansWithoutApi(situation).map((row) => row.product));
    case "balances":
      return list(chosenBalances(situation).map((row) => row.product));
    case "pairs":
      return pairs(situation, false)
        .map(([one, other]) => messages.pair(one.product, other.product))
        .join("; ");
    case "connected":
      return pairs(situation, true)
        .map((pair) => connection(pair, situation))
        .join(" ");
    case "wallets":
      return list(
        situation.signs.meant.length > 0
          ? situation.signs.meant
          : situation.wallets.map(({ row }) => `${row.unitName} (${row.product})`),
      );
    case "vendors":
      return list([...situation.vendors].map((id) => situation.market.vendorName(id)));
    case "duties":
      return missingDuties(situation).length === duties.length
        ? messages.allDuties
        : list(missingDuties(situation).map((duty) => dutyWords[duty]));
    case "routes":
      return list(situation.routes.map((each) => routeTitle(each.route)));
    case "units":
      return list(situation.wallets.map(({ row }) => row.unitName)) || messages.unitNotChosen;
    case "unknown_units":
      return list(situation.wallets.filter(({ row }) => row.unit === null).map(({ row }) => row.product));
    case "unknown_expiry":
      return list(walletsOfUnknownExpiry(situation).map((row) => row.product));
  }
}

function pairs(situation: Situation, connected: boolean): [Row, Row][] {
  return situation.pairs.filter((pair) => isConnected(situation, pair) === connected);
}

/** What stands before a page's words, by what it says of the pair. */
const introduction: Record<Edge["status"], string> = {
  connected: "",
  separate: words.contradicts,
  unknown: words.another,
};

/** What the pages say of a connected pair, those that contradict it included. */
function connection([one, other]: [Row, Row], { market }: Situation): string {
  return market
    .edgesBetween(one.id, other.id)
    .map((edge) => {
      const only = edge.only === null ? "" : words.only(edge.only);
      return `${introduction[edge.status]}${edge.says}${only}${words.read(edge.readOn, market.isStale(edge))}`;
    })
    .join(" ");
}

function list(words: readonly string[]): string {
  return [...new Set(words)].join(", ");
}
