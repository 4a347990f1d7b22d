import type { Block } from "../../screen/screen.ts";
import { budgetWords, costWords, headline } from "../purchase-words.ts";

import { messages } from "../recommendation-messages.ts";
import { answersSection } from "./answers.ts";
import { estimateSection } from "./estimate.ts";
import type { Section, Subject } from "./section.ts";
import { sourcesSection } from "./sources.ts";
import { verifySection } from "./verify.ts";
import { warningsSection } from "./warnings.ts";
import { whySection } from "./why.ts";

/** All that led to a recommendation: a short front page, and the pages behind it. Nothing of the result is left out. */
export type Details = { front: Block[]; sections: Section[] };

export function detailsOf(subject: Subject): Details {
  const sections = [
    whySection(subject),
    warningsSection(subject),
    estimateSection(subject),
    sourcesSection(subject),
    verifySection(subject),
    answersSection(subject),
  ];
  return {
    front: frontBlocks(subject),
    sections: sections.flatMap((section) => section ?? []).filter(({ blocks }) => blocks.length > 0),
  };
}

/** What to buy for each budget, and its money. */
function frontBlocks({ result: { purchases }, advisor: { market } }: Subject): Block[] {
  return purchases.flatMap((each): Block[] => {
    const budget = purchases.length > 1 ? `${budgetWords[each.budget]}: ` : "";
    const cost = costWords(each);
    return [
      { block: "heading", text: `${budget}${headline(each, market)}` },
      ...(cost === "" ? [] : [{ block: "text" as const, text: cost }]),
    ];
  });
}

/** `All warnings (7)`: a page as a button offers it. */
export function sectionLabel({ title, count }: Section): string {
  return `${title} (${count})`;
}

/** Every page under its heading, the front page first: for paper and for a terminal. */
export function allBlocks({ front, sections }: Details): Block[] {
  return [
    ...front,
    ...sections.flatMap((section, at): Block[] => [
      { block: "heading", text: messages.pageOf(at + 1, sections.length, sectionLabel(section)) },
      ...section.blocks,
    ]),
  ];
}
