import { readPerson } from "../checklist/person.ts";
import type { Who } from "../conversation/bot.ts";
import { ownerWords } from "../present/balance-blocks.ts";
import { balanceMessages as words } from "../present/balance-messages.ts";
import { clean } from "../screen/clean.ts";
import type { Block } from "../screen/screen.ts";
import { boughtOf } from "../store/bought.ts";
import { type Decision, nobody } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import type { Holding } from "../team/holding.ts";
import { viewerOf } from "./decision-lookup.ts";
import { type Place, textBlock } from "./ports.ts";

/** So many of the newest decisions are looked through. */
const mostLookedThrough = 200;
const mostNamed = 5;

/** Who else decided to buy what a decision buys, of what its reader may see: nothing where nobody did. */
export async function sameDecided(who: Who, decision: Decision, place: Place, store: Store): Promise<Block[]> {
  const picks = (boughtOf(decision.result, decision.answers) ?? []).flatMap((each) => each.picks);
  const rows = new Set(picks.map(({ row }) => row));
  if (rows.size === 0) return [];
  const { items } = await store.of(who.tenant).current(viewerOf(who, place), mostLookedThrough);
  const same = items.filter(
    ({ by, bought }) =>
      by !== decision.by && by !== nobody && bought?.some((each) => each.picks.some(({ row }) => rows.has(row))),
  );
  const people = [...new Set(same.map(({ by }) => by))].slice(0, mostNamed);
  return people.length === 0
    ? []
    : [
        { block: "people", label: words.list.alsoBought, people },
        textBlock(words.list.shareIt(clean(picks[0]?.product ?? ""))),
      ];
}

/** A sentence for each product that several people of the team own. */
export function sameHeld(holdings: readonly Holding[], reader: string): string[] {
  const groups = Map.groupBy(holdings, ({ row, product }) => row ?? product.trim().toLowerCase());
  return [...groups.values()].flatMap((group) => {
    const owners = new Map(
      group.flatMap(({ owner }) =>
        owner === null ? [] : [[readPerson(owner).id ?? owner, ownerWords(owner, reader)]],
      ),
    );
    const [first] = group;
    return first === undefined || owners.size < 2
      ? []
      : [words.list.same([...owners.values()].join(", "), clean(first.product))];
  });
}
