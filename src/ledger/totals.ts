import { readPerson } from "../checklist/person.ts";
import { addBands, type Band } from "../quantity/band.ts";
import { summaryOfLine } from "../store/named.ts";
import type { CurrentDecision, Platform } from "../store/rows.ts";
import { isCurrent } from "../store/state.ts";
import { type Commitment, commitmentOf } from "./commitment.ts";
import type { Sided } from "./sides.ts";

/** One product that a decision buys, as an amount that can be summed. */
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
} & Commitment;

/** Why something is in no sum. */
export type Unsummed = "no-price" | "no-quote" | "nothing-bought" | "before-purchases";

/** What is in no sum, one by one. */
type Rest = { decision: string; name: string; product: string | null; reason: Unsummed };

/** A sum within one currency, one period and one kind of commitment. */
export type Sum = Pick<Line, "currency" | "period" | "paid"> & { amount: Band; lines: number };

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
function ownerKey({ owner, platform }: Pick<Line, "owner" | "platform">): string | null {
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
      const money = commitmentOf(bought, pick);
      if (money === null) return rest(pick.product, bought.kind === "quote" ? "no-quote" : "no-price");
      const { owner } = bought;
      const { product } = pick;
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
            ...money,
          },
        ],
        rest: [],
      };
    });
  });
  return { lines: found.flatMap((each) => each.lines), rest: found.flatMap((each) => each.rest) };
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
  const apart = ({ currency, period, paid }: Line) => `${currency} ${period} ${paid}`;
  return [...Map.groupBy(lines, apart)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const { currency, period, paid } = first;
      return [{ currency, period, paid, amount: addBands(own.map(({ amount }) => amount)), lines: own.length }];
    });
}
