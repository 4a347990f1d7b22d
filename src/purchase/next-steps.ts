import type { Row } from "#pricing";
import type { Situation } from "../advice/situation.ts";
import { readPerson } from "../checklist/person.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { ownerWords, savingText, stepMessages as words } from "./next-step-messages.ts";
import type { NextStep } from "./purchase.ts";

const step = (text: string, row: Row | null): NextStep => ({ text, url: row?.source.url ?? null });

function ownerOf(situation: Situation, budget: "seats" | "api"): string {
  const owner = situation.answer("owner");
  const name = typeof owner === "string" ? owner : (owner?.[budget] ?? undefined);
  // Somebody who was picked stands on the card as a person, in one place, from which they can be forgotten.
  return name === undefined || readPerson(name).id !== null ? ownerWords.unnamed : ownerWords.named(name);
}

function apiAccount(situation: Situation): string {
  const owner = ownerOf(situation, "api");
  return situation.answer("owner_kind") === "personal" ? words.apiAccount(owner) : words.companyApiAccount(owner);
}

/** What to do, in order, for each kind of purchase. Two to four steps, each with an official page; the first can be done now. */
export const nextSteps = {
  subscribe: (row: Row, count: Decimal, saves: string | null, situation: Situation): NextStep[] => [
    step(words.subscribe(row.product, count), row),
    step(words.payByCard(ownerOf(situation, "seats")), row),
    ...(saves === null ? [] : [step(words.yearlyAfterUse(decimal(saves)), row)]),
  ],
  seats: (
    row: Row,
    count: Decimal,
    situation: Situation,
    { saves, rest, overage }: { saves: string | null; rest: Decimal | null; overage: Decimal | null },
  ): NextStep[] => [
    step(words.workspace(ownerOf(situation, "seats")), row),
    step(words.buySeats(count), row),
    ...(overage === null ? [] : [step(words.allowOverage(overage), row)]),
    ...(rest === null ? [] : [step(words.seatsForRest(rest), row)]),
    ...(saves === null ? [] : [step(words.yearlyForTeam(decimal(saves)), row)]),
  ],
  buyMore: (current: Row): NextStep[] => [step(words.keep(current.product), current), step(words.countBought, current)],
  upgrade: (row: Row, current: Row, extra: boolean): NextStep[] => [
    step(words.changePlan(current.product, row.product), row),
    step(extra ? words.buyShort : words.lookAtUsage, row),
  ],
  topUp: (row: Row, first: Decimal | null, situation: Situation): NextStep[] => [
    step(apiAccount(situation), row),
    step(words.addByHand(first), row),
    step(words.lookBeforeMore, row),
  ],
  payAsYouGo: (row: Row, first: Decimal | null, situation: Situation): NextStep[] => [
    step(apiAccount(situation), row),
    ...(first === null ? [] : [step(words.firstTopUp(first), row)]),
    step(words.limitAndAlert, row),
  ],
  package: (row: Row, count: Decimal): NextStep[] => [
    step(words.askExpiry, row),
    step(words.buyPackages(row.product, count), row),
    step(words.alertAtRest, row),
  ],
  free: (rows: readonly Row[]): NextStep[] => [
    ...rows.slice(0, 2).map((row, at) => step(at === 0 ? words.signUp(row.product) : words.orTry(row.product), row)),
    step(words.payAtLimit, rows[0] ?? null),
  ],
  quote: (row: Row | null, message: string, withFloor: boolean): NextStep[] => [
    step(row === null ? words.writeToSales : words.writeAbout(row.product), row),
    step(words.send(message), row),
    ...(withFloor ? [step(words.compareQuote, row)] : []),
  ],
  quoted: (row: Row | null, floor: string | null): NextStep[] => [
    step(words.checkQuote, row),
    ...(floor === null ? [] : [step(words.askBeyond(floor), row)]),
    step(words.signWithLimit, row),
  ],
  /** What saves money on the API, and how much in a month. */
  save: (option: string, model: string | null, saves: Decimal, row: Row): NextStep =>
    step(words.saves(savingText(option, model), saves), row),
} as const;
