import type { Purchase } from "../../purchase/purchase.ts";
import type { Block } from "../../screen/screen.ts";
import { estimateBlocks } from "../estimate-blocks.ts";
import { budgetWords, costWords, headline } from "../purchase-words.ts";
import { sectionTitles } from "../recommendation-messages.ts";
import type { Section, Subject } from "./section.ts";

/** What the work costs, with what that rests on; null where no work is known. Two budgets are told apart first. */
export function estimateSection({ result, situation, advisor }: Subject): Section | null {
  const { estimate, purchases } = result;
  if (estimate === null) return null;
  const apart = purchases.length < 2 ? [] : purchases.map((each): Block => budgetBlock(each, advisor));
  return {
    id: "cost",
    title: sectionTitles.cost,
    count: estimate.lines.length,
    blocks: [...apart, ...estimateBlocks(estimate, advisor.market, situation.answers.workload)],
  };
}

function budgetBlock(purchase: Purchase, { market }: Subject["advisor"]): Block {
  const words = [headline(purchase, market), costWords(purchase)].filter((each) => each !== "");
  return { block: "facts", facts: [{ label: budgetWords[purchase.budget], value: words.join(". ") }] };
}
