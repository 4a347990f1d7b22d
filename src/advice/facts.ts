import type { Row } from "#pricing";
import { type Duty, duties, type FactId } from "../checklist/ids.ts";
import type { Truth } from "../checklist/truth.ts";
import type { Market } from "../market/market.ts";
import type { Situation } from "./situation.ts";

/** What the catalogue and the wallets in play say. While the choice of vendors is open, most of it is not known. */
export function findFact(name: FactId, situation: Situation): Truth {
  switch (name) {
    case "package_sold":
      return open(
        situation,
        [...situation.vendors].some((vendor) => sellsPackages(vendor, situation.market)),
      );
    case "only_team_rows_chosen":
      return open(situation, chosenForPeople(situation).length > 0 && chosenForPeople(situation).every(isTeams));
    case "top_up_priced":
      return open(
        situation,
        plansInPlay(situation).some((row) => row.topUp.rate !== null),
      );
    case "plan_chosen":
      return open(situation, chosenPlans(situation).length > 0);
    case "plan_without_api":
      return open(situation, plansWithoutApi(situation).length > 0);
    case "balance_chosen":
      return open(situation, chosenBalances(situation).length > 0);
    case "two_vendors":
      return open(situation, situation.vendors.size > 1);
    case "wallets_apart":
      return open(situation, primaryVendors(situation).size > 1);
    case "rows_in_play":
      return open(situation, situation.pairs.length > 0);
    case "rows_apart":
      return open(
        situation,
        situation.pairs.some((pair) => !isConnected(situation, pair)),
      );
    case "pair_connected":
      return open(
        situation,
        situation.pairs.some((pair) => isConnected(situation, pair)),
      );
    case "unit_unknown":
      return unitUnknown(situation);
    case "expiry_unknown":
      return situation.answer("expiry") === undefined && walletsOfUnknownExpiry(situation).length > 0;
    case "expiry_matters":
      return situation.wallets.some(({ row }) => row.expiry.answer !== "never");
    case "duty_missing":
      return missingDuties(situation).length > 0;
    case "owner_missing_one": {
      const owner = situation.answer("owner");
      return typeof owner !== "object" || owner.seats === undefined || owner.api === undefined;
    }
    case "route_known":
      return situation.routes.length > 0;
  }
}

/** A package holds units that are used up. Throughput that is kept free for a term is a contract, and is not meant. */
export function sellsPackages(vendor: string, market: Market): boolean {
  return market.sold(vendor, "usage_package").some((row) => row.kind === "package");
}

/** Something found is found; nothing found is not known while another vendor may still be chosen. */
function open(situation: Situation, found: boolean): Truth {
  return found ? true : situation.vendorOpen ? undefined : false;
}

/** Without a wallet the unit is simply open: `undefined` makes the rule name the question. */
function unitUnknown(situation: Situation): Truth {
  if (situation.routes.length === 0 || situation.answer("unit") !== undefined) return false;
  // A person who has no vendor in mind is told one: its unit comes with it.
  if (situation.vendors.size === 0 && situation.derived("code") !== true) return false;
  return situation.wallets.length === 0 ? undefined : situation.wallets.some(({ row }) => row.unit === null);
}

/** The chosen products that a person would use: those of the routes that people are led to. */
function chosenForPeople(situation: Situation): Row[] {
  return situation.chosenRows.filter(
    ({ route }) => route === "app_subscription" || route === "prepaid_credits" || route === "team_workspace",
  );
}

const isTeams = (row: Row) => row.route === "team_workspace";

/** The chosen plans of a person; of a vendor that is only named, every plan it sells. */
function plansInPlay({ chosenRows, vendors, market }: Situation): Row[] {
  const chosen = chosenRows.filter((row) => row.route === "app_subscription");
  return chosen.length > 0 ? chosen : [...vendors].flatMap((vendor) => market.sold(vendor, "app_subscription"));
}

function chosenPlans(situation: Situation): Row[] {
  return situation.chosenRows.filter((row) => row.route === "app_subscription" || row.route === "team_workspace");
}

export function chosenBalances(situation: Situation): Row[] {
  return situation.chosenRows.filter((row) => row.route === "api_meter" && row.kind !== "tier");
}

/** Chosen plans that no fresh page connects with a meter of their vendor. */
export function plansWithoutApi(situation: Situation): Row[] {
  return chosenPlans(situation).filter((plan) => {
    const meters = situation.market.rowsOf(plan.vendor).filter((row) => row.route === "api_meter");
    return !meters.some((meter) => isConnected(situation, [plan, meter]));
  });
}

/** Two products of one vendor that are chosen, or that a listed route would have you buy. */
export function findPairs(situation: Situation): [Row, Row][] {
  const chosen = situation.chosenRows.filter((row) => situation.market.isSold(row));
  const rows = [...new Set([...chosen, ...situation.wallets.map((wallet) => wallet.row)])];
  const pairs: [Row, Row][] = [];
  for (const [at, one] of rows.entries()) {
    for (const other of rows.slice(at + 1)) if (one.vendor === other.vendor) pairs.push([one, other]);
  }
  return pairs;
}

/** Only a fresh reading connects. A stale one becomes "check again", which connects nothing. */
export function isConnected({ market }: Situation, [one, other]: [Row, Row]): boolean {
  return market.edgesBetween(one.id, other.id).some((edge) => edge.status === "connected" && !market.isStale(edge));
}

/** Wallets with something prepaid or granted in them of which nobody knows whether it lapses. An invoice prepays nothing. */
export function walletsOfUnknownExpiry(situation: Situation): Row[] {
  return situation.wallets
    .filter(
      ({ row, list }) =>
        row.expiry.answer === null &&
        row.kind !== "contract" &&
        !(list === "code" && situation.answer("funding") === "invoice"),
    )
    .map(({ row }) => row);
}

/** Vendors that have a wallet on the primary route: with two of them there are two kinds of units. */
function primaryVendors(situation: Situation): Set<string> {
  const primary = situation.routes[0]?.route;
  return new Set(situation.wallets.filter((wallet) => wallet.route === primary).map((wallet) => wallet.row.vendor));
}

export function missingDuties(situation: Situation): Duty[] {
  const given = situation.answer("duties") ?? {};
  return duties.filter((duty) => [undefined, "none", "unknown"].includes(given[duty]));
}
