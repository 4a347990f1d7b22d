import type { PlainDate } from "#pricing";
import { readPerson } from "../checklist/person.ts";
import { dayWords } from "../market/days.ts";
import { decimal } from "../quantity/money.ts";
import { clean } from "../screen/clean.ts";
import type { Block, Fact } from "../screen/screen.ts";
import { burnDown } from "../team/burn-down.ts";
import { eventsOf } from "../team/events.ts";
import { fillsItself, type Holding } from "../team/holding.ts";
import { balanceMessages as words } from "./balance-messages.ts";
import { heldWords, lossWords, monthWords, roughWords, seatsWords } from "./balance-words.ts";
import { personFact } from "./person.ts";
import { eventTitle } from "./reminder.ts";

/** What becomes of a holding next, in a few words for a list. */
function nextOfHolding(holding: Holding, today: PlainDate): string {
  const [next] = eventsOf(holding, today);
  if (next === undefined) return fillsItself(holding) ? words.fillsItself : words.nothingAhead;
  const day = dayWords(next.on);
  switch (next.what) {
    case "expiry":
      return words.row.expires(lossWords(next.loses, holding), day);
    case "zero":
      return next.late === next.on ? words.row.zero(day) : words.row.zeroMay(day);
    case "renewal":
      return words.row.renews(day);
    case "notice":
      return words.row.notice(day);
  }
}

/** How much is left, or how many seats there are. */
function leftOfHolding(holding: Holding, today: PlainDate): string {
  const down = burnDown(holding, today);
  if (down === null) return seatsWords(holding).replace(/\.$/, "");
  return holding.use === null ? heldWords(down.left, holding) : roughWords(down.left, holding);
}

/** What a team holds, a line each. `reader`: whose id reads as "You". */
export function balanceTable(holdings: readonly Holding[], today: PlainDate, reader: string): Block {
  return {
    block: "table",
    columns: [...words.columns],
    rows: holdings.map((holding) => [
      clean(holding.product),
      leftOfHolding(holding, today),
      nextOfHolding(holding, today),
      ownerWords(holding.owner, reader),
    ]),
  };
}

/** An owner in a list, where no id can be shown as a person. */
export function ownerWords(owner: string | null, reader: string): string {
  if (owner === null) return words.noOwner;
  const { id, name } = readPerson(owner);
  return id === reader ? words.you : clean(name ?? words.teammate);
}

/** One balance: what becomes of it first, then its facts. `life`: the last day of what is bought today, by its page. */
export function balanceBlocks(holding: Holding, today: PlainDate, life: PlainDate | null): Block[] {
  const events = eventsOf(holding, today);
  const ahead = events.map((event): Block => ({ block: "text", text: `${eventTitle(event, holding)}.` }));
  const nothing: Block = { block: "text", text: fillsItself(holding) ? words.fillsItselfLong : words.nothingAheadLong };
  return [
    ...(ahead.length === 0 ? [nothing] : ahead),
    ...capBlocks(holding),
    { block: "facts", facts: [...moneyFacts(holding, today, life), ...facts(holding)] },
    ...(holding.channel === null
      ? []
      : [{ block: "channel" as const, label: words.facts.channel, channel: holding.channel }]),
  ];
}

/** What automatic top-ups may take, against what is used. */
function capBlocks(holding: Holding): Block[] {
  const month = holding.use?.by === "month" ? decimal(holding.use.high) : null;
  if (holding.funding === "auto_uncapped") return [{ block: "text", text: words.noCap }];
  const passed = holding.cap !== null && month?.gt(decimal(holding.cap));
  return passed ? [{ block: "text", text: words.capPassed(heldWords(decimal(holding.cap ?? "0"), holding)) }] : [];
}

function moneyFacts(holding: Holding, today: PlainDate, life: PlainDate | null): Fact[] {
  const down = burnDown(holding, today, life);
  const month = monthWords(holding);
  if (down === null) return [{ label: words.facts.seats, value: seatsWords(holding).replace(/\.$/, "") }];
  const top = down.largestTopUp;
  const upTo = top === null ? null : top.amount.round(0, 0);
  return [
    { label: words.facts.left, value: leftOfHolding(holding, today) },
    { label: words.facts.use, value: month === null ? words.useUnknown : words.aMonth(month) },
    ...(upTo === null
      ? []
      : [
          {
            label: words.facts.topUp,
            value: upTo.gt("0") ? words.topUp(heldWords(upTo, holding), dayWords(top?.until ?? today)) : words.noTopUp,
          },
        ]),
  ];
}

function facts({ vendor, funding, cap, owner, unit }: Holding): Fact[] {
  return [
    ...(vendor === "" ? [] : [{ label: words.facts.vendor, value: clean(vendor) }]),
    ...(funding === null
      ? []
      : [
          {
            label: words.facts.funding,
            value: words.funding[funding](cap === null ? null : heldWords(decimal(cap), { unit })),
          },
        ]),
    owner === null ? { label: words.facts.owner, value: words.noOwner } : personFact(words.facts.owner, owner, ""),
  ];
}
