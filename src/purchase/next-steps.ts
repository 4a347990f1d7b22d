import type { Row } from "#pricing";
import type { Situation } from "../advice/situation.ts";
import { readPerson } from "../checklist/person.ts";
import { modelName } from "../market/model-name.ts";
import { type Decimal, decimal, formatAmount } from "../quantity/money.ts";
import { dollars } from "./messages.ts";
import type { NextStep } from "./purchase.ts";

const step = (text: string, row: Row | null): NextStep => ({ text, url: row?.source.url ?? null });

function ownerOf(situation: Situation, budget: "seats" | "api"): string {
  const owner = situation.answer("owner");
  const name = typeof owner === "string" ? owner : (owner?.[budget] ?? undefined);
  // Somebody who was picked stands on the card as a person, in one place, from which they can be forgotten.
  return name === undefined || readPerson(name).id !== null ? "the budget owner's name" : `${name}'s name`;
}

function apiAccount(situation: Situation): string {
  const address = situation.answer("owner_kind") === "personal" ? "" : " with a company e-mail address";
  return `Create the API account${address === "" ? "" : `${address},`} in ${ownerOf(situation, "api")}.`;
}

const yearly = (row: Row, saves: string | null, when: string) =>
  saves === null
    ? []
    : [step(`${when}, change to yearly billing: it saves ${dollars(decimal(saves))} a year and is paid at once.`, row)];

/** What to do, in order, for each kind of purchase. Two to four steps, each with an official page; the first can be done now. */
export const nextSteps = {
  subscribe: (row: Row, count: Decimal, saves: string | null, situation: Situation): NextStep[] => [
    step(
      count.eq("1")
        ? `Subscribe to ${row.product} by the month.`
        : `Subscribe ${formatAmount(count)} people to ${row.product} by the month, each with a company e-mail address.`,
      row,
    ),
    step(`Pay with a card in ${ownerOf(situation, "seats")}, and note the day it renews.`, row),
    ...yearly(row, saves, "After two months of regular use"),
  ],
  seats: (
    row: Row,
    count: Decimal,
    situation: Situation,
    { saves, rest, overage }: { saves: string | null; rest: Decimal | null; overage: Decimal | null },
  ): NextStep[] => [
    step(`Create the workspace with a company e-mail address, in ${ownerOf(situation, "seats")}.`, row),
    step(`Buy ${formatAmount(count)} ${count.eq("1") ? "seat" : "seats"}, paid by the month.`, row),
    ...(overage === null
      ? []
      : [step(`Allow use beyond what the seats include, with a budget of ${dollars(overage)} a month.`, row)]),
    ...(rest === null ? [] : [step(`Add seats for the other ${formatAmount(rest)} when they ask.`, row)]),
    ...yearly(row, saves, "Once the number of people is stable"),
  ],
  buyMore: (current: Row): NextStep[] => [
    step(`Keep ${current.product}, and set a monthly budget for extra units.`, current),
    step("Note how many you buy in a month: it shows when the next plan is cheaper.", current),
  ],
  upgrade: (row: Row, current: Row, extra: boolean): NextStep[] => [
    step(`Change the plan from ${current.product} to ${row.product} in the account settings.`, row),
    ...(extra
      ? [step("Buy the extra units that the plan is short of, when they run out.", row)]
      : [step("Look at the usage after a month. If less than half is used, change back.", row)]),
  ],
  topUp: (row: Row, first: Decimal | null, situation: Situation): NextStep[] => [
    step(apiAccount(situation), row),
    step(`Add ${first === null ? "the smallest amount" : dollars(first)} by hand, and leave auto top-up off.`, row),
    step("When it runs out, look at the usage page before you add more.", row),
  ],
  payAsYouGo: (row: Row, first: Decimal | null, situation: Situation): NextStep[] => [
    step(apiAccount(situation), row),
    ...(first === null ? [] : [step(`Add ${dollars(first)} as the first top-up.`, row)]),
    step("Set a monthly spending limit, and an alert at 80% of it.", row),
  ],
  package: (row: Row, count: Decimal): NextStep[] => [
    step("Ask the vendor in writing on which day the units expire.", row),
    step(`Buy ${row.product}${count.eq("1") ? "" : `, ${formatAmount(count)} a month`}.`, row),
    step("Set an alert when 20% of the units are left.", row),
  ],
  free: (rows: readonly Row[]): NextStep[] => [
    ...rows.slice(0, 2).map((row, at) => step(`${at === 0 ? "Sign up for" : "Or try"} ${row.product}.`, row)),
    step("Pay when you meet the limit twice in a week.", rows[0] ?? null),
  ],
  quote: (row: Row | null, message: string, withFloor: boolean): NextStep[] => [
    step(
      row === null
        ? "Write to the vendor's sales team: Details has the message."
        : `Write to sales about ${row.product}: Details has the message.`,
      row,
    ),
    step(`Send this: ${message}`, row),
    ...(withFloor ? [step("Compare the quote with the public price, and ask what the difference buys.", row)] : []),
  ],
  quoted: (row: Row | null, floor: string | null): NextStep[] => [
    step("Check in the quote how usage above the fee is billed, and the renewal and notice dates.", row),
    ...(floor === null ? [] : [step(`Ask what it gives beyond ${floor}.`, row)]),
    step("Sign only with a spending limit for usage.", row),
  ],
  /** What saves money on the API, and how much in a month. */
  save: (option: string, model: string | null, saves: Decimal, row: Row): NextStep =>
    step(`${savingText(option, model)}: it saves ${dollars(saves)} a month.`, row),
} as const;

function savingText(option: string, model: string | null): string {
  const texts: Record<string, string> = {
    window_3: "Send only the last 3 turns of a conversation",
    caching_5m: "Turn on prompt caching",
    caching_1h: "Turn on prompt caching for an hour",
    cached_tenth: "Read a tenth more of the input from a cache",
    batch: "Send what can wait a day in batches",
    lighter_model: `Try ${model === null ? "a lighter model" : modelName(model)} where it is good enough`,
  };
  return texts[option] ?? "Take the cheaper way";
}
