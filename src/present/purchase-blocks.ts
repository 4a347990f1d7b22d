import type { Situation } from "../advice/situation.ts";
import type { Market } from "../market/market.ts";
import { modelName } from "../market/model-name.ts";
import { plainName } from "../market/plain-name.ts";
import type { Purchase } from "../purchase/purchase.ts";
import { dollars } from "../quantity/amounts.ts";
import type { Block } from "../screen/screen.ts";
import { markedOwn } from "../screen/source-words.ts";
import { cardMessages as words } from "./card-messages.ts";
import { listBlocks } from "./lists.ts";
import { budgetWords, coversWords, monthWords, runnerUpWords, tableWords } from "./purchase-words.ts";

/** Why this is the pick, and the next best with its gap. `several`: beside another budget, whose name stands above. */
export function reasonBlocks(purchase: Purchase, several: boolean): Block[] {
  const texts = [runnerUpWords(purchase), ...purchase.why].filter((text) => text !== "");
  if (texts.length === 0) return [];
  return [
    ...(several ? [{ block: "heading" as const, text: budgetWords[purchase.budget] }] : []),
    ...texts.map((text): Block => ({ block: "text", text })),
  ];
}

/** What to do, in order. The page that was read is no place to buy: it stands under the sources. */
export function nextBlocks({ next }: Purchase): Block[] {
  return next.map(({ text }, at): Block => ({ block: "text", text: `${at + 1}. ${text}` }));
}

/** Where several vendors were named: one finished piece of the same work with each, in dollars. */
export function compareBlocks({ candidates, picks, monthly }: Purchase, { vendors, market }: Situation): Block[] {
  if (vendors.size < 2) return [];
  const nameOf = (row: string, product: string) => {
    const found = market.row(row);
    return found === undefined ? product : plainName(found, market);
  };
  const vendorOf = (row: string) => market.row(row)?.vendor ?? "";
  const best = [...vendors].flatMap(
    (vendor) => candidates.find(({ row, covers }) => vendorOf(row) === vendor && covers !== "no") ?? [],
  );
  const priced = best.filter(({ monthly }) => monthly !== null);
  // Of what is recommended itself, the line of its cost says so.
  const told = monthly === null ? picks.map(({ row }) => vendorOf(row)) : [];
  const silent = [...vendors].filter(
    (vendor) => !told.includes(vendor) && priced.every(({ row }) => vendorOf(row) !== vendor),
  );
  const silentBlocks: Block[] =
    silent.length === 0 ? [] : [{ block: "quiet", text: words.noPrice(silent.map((id) => market.vendorName(id))) }];
  if (priced.length < 2) return silentBlocks;
  const pieces = priced.every(({ perAccepted }) => perAccepted !== null);
  return [
    {
      block: "table",
      columns: [...tableWords.sameWork, ...(pieces ? [tableWords.each] : [])],
      rows: priced.map(({ row, product, monthly, perAccepted, own = false }) => [
        markedOwn(nameOf(row, product), own),
        monthWords(monthly),
        ...(pieces ? [dollars(perAccepted ?? "0")] : []),
      ]),
    },
    ...silentBlocks,
  ];
}

/** What else was considered: dollars for the same work, and why a named product fell. */
export function consideredBlocks(purchase: Purchase, market: Market): Block[] {
  const { candidates, excluded, picks } = purchase;
  const priced = candidates.filter(({ monthly }) => monthly !== null);
  const rows = priced.map(({ product, model, monthly, covers, row, own = false }) => [
    `${markedOwn(`${product}${model === null ? "" : `, ${modelName(model)}`}`, own)}${picks.some((pick) => pick.row === row && pick.model === model) ? tableWords.recommended : ""}`,
    monthWords(monthly),
    coversWords[covers],
  ]);
  const impossible = excluded.filter(({ row }) => market.row(row) !== undefined).map(({ why }) => why);
  return [
    ...(rows.length < 2
      ? []
      : [
          { block: "heading" as const, text: tableWords.compared },
          { block: "table" as const, columns: [...tableWords.comparedColumns], rows },
        ]),
    ...listBlocks(tableWords.notPossible, [...new Set(impossible)]),
  ];
}
