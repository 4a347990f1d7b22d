import type { StatedQuote } from "../advice/result.ts";
import type { Step } from "../checklist/ids.ts";
import type { Block } from "../screen/screen.ts";
import { quoteTexts } from "./price-words.ts";

export { routeTitle, routeWords } from "../checklist/route-words.ts";
export { priceWords, quoteWords } from "./price-words.ts";

export const stepWords: Record<Step, string> = {
  route: "Route",
  unit: "Unit",
  ownership: "Ownership",
  expiry: "Expiry",
  workload: "Workload",
  review: "Review",
};

/** Which part of the advice a page is about. */
export function stepTitle({ name }: { name: string }): string {
  return `Step: ${name}`;
}

/** A quote beside the public prices, never instead of them. `by`: whose statement it is, as a clause. */
export function quoteBlocks(quote: StatedQuote | null, by: string): Block[] {
  if (quote === null) return [];
  return [
    {
      block: "facts",
      facts: [{ label: quoteTexts.label, value: quoteTexts.value(quote, by) }],
    },
    { block: "quiet", text: quoteTexts.unchecked },
  ];
}
