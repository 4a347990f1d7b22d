import type { PlainDate } from "#pricing";
import { dayWords } from "../market/days.ts";
import { clean } from "../screen/clean.ts";
import type { Block } from "../screen/screen.ts";
import { burnDown } from "../team/burn-down.ts";
import type { HoldingEvent } from "../team/events.ts";
import type { Holding } from "../team/holding.ts";
import type { DueReminder } from "../team/schedule.ts";
import { balanceMessages as words } from "./balance-messages.ts";
import { heldWords, lossWords, monthWords, roughWords, seatsWords } from "./balance-words.ts";

/** A reminder as it is posted: what happens when, what is left, what to do. Nobody's name stands in it. */
export function reminderWords(
  holding: Holding,
  { event, daysLeft }: Pick<DueReminder, "event" | "daysLeft">,
  today: PlainDate,
): { title: string; blocks: Block[] } {
  return {
    title: eventTitle(event, holding),
    blocks: [
      { block: "text", text: `${words.inDays(daysLeft)}. ${standingWords(holding, today)}`.trim() },
      { block: "text", text: nextWords(event, holding) },
    ],
  };
}

/** What happens on which day. */
export function eventTitle(event: HoldingEvent, holding: Holding): string {
  const [product, day] = [clean(holding.product), dayWords(event.on)];
  switch (event.what) {
    case "expiry":
      return words.expires(lossWords(event.loses, holding), product, day);
    case "zero":
      return event.late === event.on ? words.zero(product, day) : words.zeroMay(product, day);
    case "renewal":
      return words.renews(product, day);
    case "notice":
      return words.notice(product, day);
  }
}

function nextWords(event: HoldingEvent, holding: Holding): string {
  switch (event.what) {
    case "expiry":
      return words.expiresNext;
    case "zero":
      return words.zeroNext;
    case "renewal":
      return words.renewsNext(seatsWords(holding));
    case "notice":
      return words.noticeNext(dayWords(event.renews));
  }
}

/** What is left, and how fast it is used, as far as that is known. */
function standingWords(holding: Holding, today: PlainDate): string {
  const down = burnDown(holding, today);
  const month = monthWords(holding);
  if (down === null) return "";
  const left = words.left(month === null ? heldWords(down.left, holding) : roughWords(down.left, holding));
  return month === null ? left : `${left} ${words.use(month)}`;
}
