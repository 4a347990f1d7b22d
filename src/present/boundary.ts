import type { Row } from "#pricing";
import type { Situation } from "../advice/situation.ts";
import type { Purchase } from "../purchase/purchase.ts";
import type { Block, Fact } from "../screen/screen.ts";
import {
  emptyText,
  expiryText,
  extraIsBought,
  boundaryLabels as labels,
  noOwner,
  onDay,
  ownerKinds,
} from "./boundary-messages.ts";
import { personFact } from "./person.ts";

/**
 * The four facts of a purchase that every team asks for: what it is paid in, who owns it, when it expires, and what happens
 * when it runs out. What the person said goes before what the pages say.
 */
export function boundaryBlocks(purchase: Purchase, situation: Situation, several = false): Block[] {
  const row = situation.market.row(purchase.picks[0]?.row ?? "");
  if (row === undefined) return [];
  return [
    {
      block: "facts",
      facts: [
        { label: isPlan(row) ? labels.youGet : labels.youPayIn, value: row.unitName },
        ownerFact(purchase, situation, several),
        { label: labels.expires, value: expiryWords(row, situation) },
        { label: labels.runsOut, value: emptyWords(row, purchase, situation) },
      ],
    },
  ];
}

/** A plan has a fixed price: its unit is what it brings, and not what is paid in. */
function isPlan({ route }: Row): boolean {
  return route === "app_subscription" || route === "team_workspace";
}

function ownerFact({ budget }: Purchase, situation: Situation, several: boolean): Fact {
  const owner = situation.answer("owner");
  const named = typeof owner === "string" ? owner : budget === "people" ? owner?.seats : (owner?.api ?? owner?.seats);
  const kind = situation.answer("owner_kind");
  // Of two budgets each has the same kind of account, and its own owner.
  const account = kind === undefined || several ? "" : ownerKinds[kind as keyof typeof ownerKinds];
  return personFact(labels.owner, named ?? noOwner, account === "" ? "" : `, ${account}`);
}

function expiryWords({ expiry, rollover }: Row, situation: Situation): string {
  const on = situation.answer("expires_on");
  if (on !== undefined) return onDay(on);
  const said = situation.answer("expiry");
  const rollsOver = said === undefined && rollover.answer === "yes";
  return expiryText((said ?? expiry.answer) as Row["expiry"]["answer"], expiry.life, rollsOver);
}

function emptyWords({ atZero }: Row, { budget, picks }: Purchase, situation: Situation): string {
  if (picks.some(({ beyond }) => beyond !== undefined)) return extraIsBought;
  return emptyText((situation.answer("at_zero") ?? atZero.answer) as Row["atZero"]["answer"], budget);
}
