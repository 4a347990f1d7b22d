import type { Situation } from "../advice/situation.ts";
import type { Market } from "../market/market.ts";
import type { Purchase } from "../purchase/purchase.ts";
import type { Block } from "../screen/screen.ts";
import { dollars } from "./amounts.ts";
import { costWords, headline, monthWords, runnerUpWords } from "./purchase-words.ts";

const budgetWords: Record<Purchase["budget"], string> = { people: "People", program: "Program" };

/** What to buy, in the first lines: what and how many, the money, why, the next best, and what to do. */
export function purchaseBlocks(purchases: readonly Purchase[], market: Market): Block[] {
  return purchases.flatMap((purchase) => [
    {
      block: "heading" as const,
      text: `${purchases.length > 1 ? `${budgetWords[purchase.budget]}: ` : ""}${headline(purchase, market)}`,
    },
    ...moneyBlocks(purchase),
    ...nextBlocks(purchase),
  ]);
}

/** The money of a budget, and why it. */
function moneyBlocks(purchase: Purchase): Block[] {
  const lines = [costWords(purchase), runnerUpWords(purchase)].filter((line) => line !== "");
  const why = purchase.why.slice(0, mostReasons).join(" ");
  return [
    ...lines.map((text): Block => ({ block: "text", text })),
    ...(why === "" ? [] : [{ block: "quiet" as const, text: why }]),
  ];
}

const mostReasons = 4;

/** What to do, in order, each with its official page. */
export function nextBlocks({ next }: Purchase): Block[] {
  return next.map(({ text, url }, at): Block => {
    // Its address follows: a full stop between them would belong to neither.
    const words = `${at + 1}. ${url === null ? text : text.replace(/\.$/, "")}`;
    return url === null ? { block: "text", text: words } : { block: "link", text: words, url };
  });
}

/** Where several vendors were named: one finished piece of the same work with each, in dollars. */
export function compareBlocks({ candidates }: Purchase, { vendors, market }: Situation): Block[] {
  if (vendors.size < 2) return [];
  const vendorOf = (row: string) => market.row(row)?.vendor ?? "";
  const best = [...vendors].flatMap(
    (vendor) => candidates.find(({ row, covers }) => vendorOf(row) === vendor && covers !== "no") ?? [],
  );
  const priced = best.filter(({ monthly }) => monthly !== null);
  if (priced.length < 2) return [];
  const silent = [...vendors].filter((vendor) => priced.every(({ row }) => vendorOf(row) !== vendor));
  const pieces = priced.every(({ perAccepted }) => perAccepted !== null);
  return [
    {
      block: "table",
      columns: ["Same work", "A month", ...(pieces ? ["Each"] : [])],
      rows: priced.map(({ product, monthly, perAccepted }) => [
        product,
        monthWords(monthly),
        ...(pieces ? [dollars(perAccepted ?? "0")] : []),
      ]),
    },
    ...(silent.length === 0
      ? []
      : [
          {
            block: "quiet" as const,
            text: `No published price: ${silent.map((id) => market.vendorName(id)).join(", ")}.`,
          },
        ]),
  ];
}

const mostCompared = 6;
const mostExcluded = 3;

/** What else was considered: dollars for the same work, and why a named product fell. */
export function consideredBlocks(purchase: Purchase, market: Market): Block[] {
  const { candidates, excluded, picks } = purchase;
  const priced = candidates.filter(({ monthly }) => monthly !== null);
  const rows = priced
    .slice(0, mostCompared)
    .map(({ product, model, monthly, covers, row }) => [
      `${product}${model === null ? "" : `, ${model.split(":").at(-1)}`}${picks.some((pick) => pick.row === row && pick.model === model) ? " (recommended)" : ""}`,
      monthWords(monthly),
      coversWords[covers],
    ]);
  const chosen = excluded.filter(({ row }) => market.row(row) !== undefined).slice(0, mostExcluded);
  return [
    ...(rows.length < 2
      ? []
      : [
          { block: "heading" as const, text: "What was compared" },
          { block: "table" as const, columns: ["Product", "A month", "Does the work"], rows },
        ]),
    ...(chosen.length === 0 ? [] : [{ block: "heading" as const, text: "Not possible here" }]),
    ...chosen.map(({ why }): Block => ({ block: "text", text: why })),
  ];
}

const coversWords: Record<Purchase["candidates"][number]["covers"], string> = {
  yes: "yes",
  no: "no",
  unknown: "not published",
};
