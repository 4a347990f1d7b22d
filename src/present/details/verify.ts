import type { VerifyItem } from "../../advice/result.ts";
import { personName } from "../../checklist/person.ts";
import { dayWords } from "../../market/days.ts";
import type { Purchase } from "../../purchase/purchase.ts";
import type { Block } from "../../screen/screen.ts";
import { nextBlocks } from "../purchase-blocks.ts";
import { budgetWords } from "../purchase-words.ts";
import { headings, messages, sectionTitles, statusWords } from "../recommendation-messages.ts";
import { type Section, type Subject, type Ticked, under } from "./section.ts";

/** What to verify before paying, as boxes with who ticked them and when, each with its pages; then what to do. */
export function verifySection({ result, ticked = [] }: Subject): Section {
  const tickOf = ({ id }: VerifyItem) => ticked.find(({ item }) => item === id);
  return {
    id: "check",
    title: sectionTitles.check,
    count: result.verify.length,
    blocks: [
      ...result.verify.flatMap((each) => itemBlocks(each, tickOf(each))),
      ...result.purchases.flatMap((each) => under(nextTitle(each, result.purchases.length > 1), nextBlocks(each))),
    ],
    toTick: result.verify.map((each) => ({ id: each.id, item: each.item, ticked: tickOf(each) !== undefined })),
  };
}

function nextTitle({ budget }: Purchase, several: boolean): string {
  return several ? `${headings.next}: ${budgetWords[budget]}` : headings.next;
}

function itemBlocks({ item, status, value, who, sources }: VerifyItem, tick: Ticked | undefined): Block[] {
  const people = who === null ? null : `(${who.split(", ").map(personName).join(", ")})`;
  const said = [value, people, `[${statusWords[status]}]`].filter((each) => each !== null).join(" ");
  return [
    {
      block: "facts",
      facts: [{ label: (tick === undefined ? messages.unticked : messages.ticked)(item), value: said }],
    },
    ...(tick === undefined ? [] : [tickBlock(tick)]),
    ...sources.map((source): Block => ({ block: "source", source })),
  ];
}

function tickBlock({ person, on }: Ticked): Block {
  return person === null
    ? { block: "text", text: messages.tickedOn(dayWords(on)) }
    : { block: "people", label: messages.tickedBy(dayWords(on)), people: [person] };
}
