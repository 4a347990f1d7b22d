import { addDays, daysBetween, type PlainDate } from "#pricing";
import { dayWords } from "../market/days.ts";
import { most, zero } from "../quantity/band.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { linesAlt } from "./alt.ts";
import { countAxis } from "./axis.ts";
import type { Axis, Chart, Line, Mark } from "./chart.ts";
import { chartMessages as words } from "./chart-messages.ts";

/**
 * What is left of one balance, in its own unit. `said`: an amount in words. `levels`: by day, the earliest first; a day on
 * which something expires has two, before and after. `losses`: what expires unused, once a day. `emptyOn`: when nothing is
 * left; null where something always is.
 */
export type BurnDown = {
  balance: string;
  unit: string;
  said: (amount: Decimal) => string;
  levels: { on: PlainDate; left: string }[];
  losses: { on: PlainDate; amount: string }[];
  emptyOn: PlainDate | null;
};

/** How a balance goes down, with what expires and when it is empty; null with fewer than two days, or without anything. */
export function burnDownChart(
  { balance, unit, said, levels, losses, emptyOn }: BurnDown,
  freshness: string,
): Chart | null {
  const [first, last] = [levels[0], levels.at(-1)];
  const highest = most([zero, ...levels.map(({ left }) => decimal(left))]);
  if (first === undefined || last === undefined || first.on >= last.on || highest.eq("0")) return null;
  const place = (on: PlainDate) => String(daysBetween(first.on, on));
  const amount = (count: string) => said(decimal(count).round(2));
  const line: Line = {
    name: balance,
    value: words.burnLine(amount(first.left), amount(last.left), dayWords(last.on)),
    main: true,
    points: levels.map(({ on, left }) => ({ x: place(on), y: left })),
  };
  const marks: Mark[] = [
    ...losses
      .filter(({ on }) => on >= first.on && on <= last.on)
      .map(
        (loss): Mark => ({
          kind: "loss",
          x: place(loss.on),
          y: null,
          label: words.expires(amount(loss.amount), dayWords(loss.on)),
        }),
      ),
    ...(emptyOn === null || emptyOn < first.on || emptyOn > last.on
      ? []
      : [{ kind: "empty" as const, x: place(emptyOn), y: "0", label: words.empty(dayWords(emptyOn)) }]),
  ];
  const head = { title: words.burnTitle, subject: balance, freshness };
  return {
    ...head,
    form: "lines",
    x: dayAxis(first.on, last.on),
    y: countAxis(words.burnUnits(unit), highest),
    lines: [line],
    marks,
    alt: linesAlt(head, [line], marks),
  };
}

/** Three days are enough to find one's way: the first, the last and the one between. */
function dayAxis(first: PlainDate, last: PlainDate): Axis {
  const days = daysBetween(first, last);
  const places = [...new Set([0, Math.round(days / 2), days])];
  return {
    label: words.burnAxis,
    to: String(days),
    ticks: places.map((at) => ({ at: String(at), label: dayWords(addDays(first, at)) })),
  };
}
