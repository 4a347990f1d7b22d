import type { VerifyItem } from "../../advice/result.ts";
import { personName } from "../../checklist/person.ts";
import type { Purchase } from "../../purchase/purchase.ts";
import type { Block } from "../../screen/screen.ts";
import { nextBlocks } from "../purchase-blocks.ts";
import { budgetWords } from "../purchase-words.ts";
import { headings, messages, sectionTitles, statusWords } from "../recommendation-messages.ts";
import { type Section, type Subject, under } from "./section.ts";

/** What to verify before paying, as boxes that nobody has ticked, each with its pages; then what to do. */
export function verifySection({ result }: Subject): Section {
  return {
    id: "check",
    title: sectionTitles.check,
    count: result.verify.length,
    blocks: [
      ...result.verify.flatMap(itemBlocks),
      ...result.purchases.flatMap((each) => under(nextTitle(each, result.purchases.length > 1), nextBlocks(each))),
    ],
  };
}

function nextTitle({ budget }: Purchase, several: boolean): string {
  return several ? `${headings.next}: ${budgetWords[budget]}` : headings.next;
}

function itemBlocks({ item, status, value, who, sources }: VerifyItem): Block[] {
  const people = who === null ? null : `(${who.split(", ").map(personName).join(", ")})`;
  const said = [value, people, `[${statusWords[status]}]`].filter((each) => each !== null).join(" ");
  return [
    { block: "facts", facts: [{ label: messages.unticked(item), value: said }] },
    ...sources.map((source): Block => ({ block: "source", source })),
  ];
}
