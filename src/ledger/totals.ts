import { readPerson } from "../checklist/person.ts";
import { addBands, type Band, type BandText } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import type { Bought } from "../store/bought.ts";
import { summaryOfLine } from "../store/named.ts";
import type { CurrentDecision, Platform } from "../store/rows.ts";
import { isCurrent } from "../store/state.ts";
import type { Sided } from "./sides.ts";

/** How money comes due: a price that is fixed, or use that is only expected. They are never one sum. */
export type Commitment = "fixed" | "use";

/** One product that a decision buys, as an amount that can be summed. Exact, in its currency. */
export type Line = {
  decision: string;
  /** What the decision is called. */
  name: string;
  /** As the answer names them; null where nobody is named. `platform`: whose ids it may hold. */
  owner: string | null;
  platform: Platform;
  /** The id of who sells it. */
  vendor: string;
  product: string;
  currency: string;
  period: "month" | "year";
  commitment: Commitment;
  amount: Band;
  /** What a year comes to a month, where the purchase says so. Never summed. */
  monthShare: string | null;
};

/** Why something is in no sum. */
export type Unsummed = "no-price" | "no-quote" | "nothing-bought" | "before-purchases";

/** What is in no sum, one by one. */
export type Rest = { decision: string; name: string; product: string | null; reason: Unsummed };

/** A sum within one currency, one period and one kind of commitment. */
export type Sum = Pick<Line, "currency" | "period" | "commitment"> & { amount: Band; lines: number };

/** The sums of one owner or one vendor. `key`: by which they are told apart; null where nobody is named. */
export type Group = { key: string | null; label: string | null; sums: Sum[] };

export type Totals = { lines: Line[]; rest: Rest[]; byOwner: Group[]; byVendor: Group[] };

/** What is committed by decisions that hold; others are left out. `vendorOf`: who sells a row of the catalogue. */
export function totalsOf(
  decisions: readonly Sided<CurrentDecision>[],
  vendorOf: (row: string) => string | undefined,
): Totals {
  const parts = decisions.filter(isCurrent).map((each) => partsOf(each, vendorOf));
  const lines = parts.flatMap((each) => each.lines);
  return {
    lines,
    rest: parts.flatMap((each) => each.rest),
    byOwner: groups(lines, ownerKey, ({ owner }) => owner),
    byVendor: groups(
      lines,
      ({ vendor }) => vendor,
      ({ vendor }) => vendor,
    ),
  };
}

/** By which an owner is told from others: their id where they were picked, else the name as it was typed. */
export function ownerKey({ owner, platform }: Pick<Line, "owner" | "platform">): string | null {
  if (owner === null) return null;
  const { id } = readPerson(owner);
  return id === null ? `name ${owner.toLowerCase().replace(/\s+/g, " ")}` : `id ${platform} ${id}`;
}

function partsOf(
  decision: Sided<CurrentDecision>,
  vendorOf: (row: string) => string | undefined,
): { lines: Line[]; rest: Rest[] } {
  const { name } = summaryOfLine(decision);
  const rest = (product: string | null, reason: Unsummed): { lines: Line[]; rest: Rest[] } => ({
    lines: [],
    rest: [{ decision: decision.id, name, product, reason }],
  });
  if (decision.bought === null) return rest(null, "before-purchases");
  const found = decision.bought.flatMap((bought) => {
    if (bought.picks.length === 0) return [rest(null, "nothing-bought")];
    return bought.picks.map((pick) => {
      const money = amountOf(bought, pick);
      if (money === null) return rest(pick.product, bought.kind === "quote" ? "no-quote" : "no-price");
      const { owner } = bought;
      const { product, currency } = pick;
      const vendor = vendorOf(pick.row) ?? product;
      return {
        lines: [
          {
            decision: decision.id,
            name,
            owner,
            platform: decision.tenant.platform,
            vendor,
            product,
            currency,
            ...money,
          },
        ],
        rest: [],
      };
    });
  });
  return { lines: found.flatMap((each) => each.lines), rest: found.flatMap((each) => each.rest) };
}

type Picked = Bought["picks"][number];
type Amount = Omit<Line, "decision" | "name" | "owner" | "platform" | "vendor" | "product" | "currency">;

/**
 * What a pick comes to. Where the first payment is for a year, or a contract was quoted by the year, it is a year's; the
 * purchase then says the month's share.
 */
function amountOf({ kind }: Bought, { monthly, annual, firstPayment, quantity }: Picked): Amount | null {
  const commitment: Commitment = kind === "pay_as_you_go" || kind === "top_up" ? "use" : "fixed";
  const monthShare = monthly?.expected ?? null;
  if (quantity.of === "contract" && annual !== null)
    return { period: "year", commitment, amount: exact(annual.amount), monthShare };
  if (monthly === null) return null;
  if (paidByYear({ monthly, firstPayment, quantity }))
    return { period: "year", commitment, amount: exact(firstPayment ?? ""), monthShare };
  return { period: "month", commitment, amount: bandOf(monthly), monthShare: null };
}

/** Whether seats or accounts are sold only by the year: their first payment is then not a month's, but twelve of them. */
function paidByYear({
  monthly,
  firstPayment,
  quantity,
}: Omit<Picked, "row" | "product" | "model" | "annual" | "currency">) {
  if (monthly === null || firstPayment === null || (quantity.of !== "seat" && quantity.of !== "account")) return false;
  const year = decimal(monthly.expected).times("12");
  // The month's share was rounded to the cent.
  return decimal(firstPayment).gt(monthly.high) && decimal(firstPayment).minus(year).abs().lte("0.06");
}

function exact(text: string): Band {
  const amount = decimal(text);
  return { low: amount, expected: amount, high: amount };
}

function bandOf({ low, expected, high }: BandText): Band {
  return { low: decimal(low), expected: decimal(expected), high: decimal(high) };
}

function groups(
  lines: readonly Line[],
  keyOf: (line: Line) => string | null,
  labelOf: (line: Line) => string | null,
): Group[] {
  return [...Map.groupBy(lines, keyOf)]
    .map(([key, own]) => ({ key, label: own.map(labelOf).sort()[0] ?? null, sums: sumsOf(own) }))
    .sort((one, other) => (one.key ?? "\uffff").localeCompare(other.key ?? "\uffff"));
}

/** The sums of lines: only of one currency, one period and one kind of commitment. Their order makes no difference. */
export function sumsOf(lines: readonly Line[]): Sum[] {
  const apart = ({ currency, period, commitment }: Line) => `${currency} ${period} ${commitment}`;
  return [...Map.groupBy(lines, apart)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const { currency, period, commitment } = first;
      return [{ currency, period, commitment, amount: addBands(own.map(({ amount }) => amount)), lines: own.length }];
    });
}
