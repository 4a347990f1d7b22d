import type { Row } from "#pricing";
import type { Slot } from "../checklist/rule.ts";
import { chosenBalances, isConnected, missingDuties, plansWithoutApi, walletsOfUnknownExpiry } from "./facts.ts";
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
        .map(([one, other]) => `${one.product} and ${other.product}`)
        .join("; ");
    case "connected":
      return pairs(situation, true)
        .map((pair) => connectionWords(pair, situation))
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
      return missingDuties(situation)
        .map((duty) => duty.replaceAll("_", " "))
        .join(", ");
    case "routes":
      return list(situation.routes.map((each) => each.route.replaceAll("_", " ")));
    case "units":
      return list(situation.wallets.map(({ row }) => row.unitName)) || "name it before anything is estimated";
    case "unknown_units":
      return list(situation.wallets.filter(({ row }) => row.unit === null).map(({ row }) => row.product));
    case "unknown_expiry":
      return list(walletsOfUnknownExpiry(situation).map((row) => row.product));
  }
}

function pairs(situation: Situation, connected: boolean): [Row, Row][] {
  return situation.pairs.filter((pair) => isConnected(situation, pair) === connected);
}

/** What the pages say of a connected pair, those that contradict it included. */
function connectionWords([one, other]: [Row, Row], { market }: Situation): string {
  return market
    .edgesBetween(one.id, other.id)
    .map((edge) => {
      const read = edge.readOn === null ? "read on no known day" : `read ${edge.readOn}`;
      const says =
        edge.status === "connected" ? "" : edge.status === "separate" ? "Another page contradicts: " : "Another page: ";
      return `${says}${edge.says}${edge.only === null ? "" : ` Only: ${edge.only}.`} (${read}${market.isStale(edge) ? ", check again" : ""})`;
    })
    .join(" ");
}

function list(words: readonly string[]): string {
  return [...new Set(words)].join(", ");
}
