import type { Market } from "../market/market.ts";
import { modelName } from "../market/model-name.ts";
import { plainName } from "../market/plain-name.ts";
import type { Candidate, Purchase } from "../purchase/purchase.ts";
import { chartMessages as words } from "./chart-messages.ts";
import type { CostOption } from "./cost.ts";

/** An option with the rows and the models that its money rests on. */
export type PricedOption = CostOption & { from: { row: string; model: string | null }[] };

/** With so many others that are known to do the work, those that may not are left out. */
const enough = 2;

/**
 * What would be bought, the runner-up, and what else does the same work, in this order; none where what would be bought has
 * no price, for then nothing can be set beside it. What cannot do the work is left out. `named`: vendors that the person
 * named; the first of each is among them, for those they want to compare.
 */
export function purchaseOptions(
  { picks, monthly, runnerUp, candidates }: Purchase,
  market: Market,
  named: ReadonlySet<string>,
): PricedOption[] {
  const [first] = picks;
  if (first === undefined || monthly === null) return [];
  const isPicked = ({ row, model }: Candidate) => picks.some((pick) => pick.row === row && pick.model === model);
  const isNext = ({ row, model }: Candidate) => runnerUp?.row === row && runnerUp.model === model;
  const picked: PricedOption = {
    name: picks.map((pick) => nameOf(pick, market)).join(" and "),
    others: [first.product],
    note: noteOf([words.recommended, ownNote(picks.some(({ own }) => own))]),
    main: true,
    usd: monthly,
    from: picks.map(({ row, model }) => ({ row, model })),
  };
  const rest = candidates.filter((each) => each.monthly !== null && each.covers !== "no" && !isPicked(each));
  const sure = rest.filter(({ covers }) => covers === "yes");
  const vendorOf = ({ row }: { row: string }) => market.row(row)?.vendor ?? "";
  const told = new Set([...picks, ...rest.filter(isNext)].map(vendorOf));
  const wanted = [...named].flatMap((vendor) =>
    told.has(vendor) ? [] : (rest.find((each) => vendorOf(each) === vendor) ?? []),
  );
  const asked = [...rest.filter(isNext), ...wanted];
  const others = (sure.length >= enough ? sure : rest).filter((each) => !asked.includes(each));
  const ordered = [...asked, ...others];
  return [
    picked,
    ...ordered.flatMap((each): PricedOption[] => {
      const { row, model, product, covers, own } = each;
      if (each.monthly === null) return [];
      const fit = covers === "unknown" ? words.unconfirmed : "";
      return [
        {
          name: besideName(each, market),
          others: [product],
          note: noteOf([isNext(each) ? words.runnerUp : "", fit, ownNote(own)]),
          main: false,
          usd: each.monthly,
          from: [{ row, model }],
        },
      ];
    }),
  ];
}

function nameOf({ row, product, model }: { row: string; product: string; model: string | null }, market: Market) {
  const found = market.row(row);
  const name = found === undefined ? product : plainName(found, market);
  return model === null ? name : `${name}, ${modelName(model)}`;
}

function besideName(each: Candidate, market: Market): string {
  const kept = each.beside === undefined ? undefined : market.row(each.beside);
  return kept === undefined ? nameOf(each, market) : words.beside(nameOf(each, market), kept.product);
}

function ownNote(own: boolean | undefined): string {
  return own === true ? words.ownFigure : "";
}

function noteOf(parts: readonly string[]): string | null {
  return parts.filter((part) => part !== "").join(", ") || null;
}
