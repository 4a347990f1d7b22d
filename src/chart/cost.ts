import { type BandText, most } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import { barsAlt } from "./alt.ts";
import { moneyAxis } from "./axis.ts";
import type { About, Bar, Chart } from "./chart.ts";
import { chartMessages as words } from "./chart-messages.ts";
import { rangeWords } from "./money-words.ts";

/** One option for the same work: dollars a month. `others`: further words that tell it from one of the same name. */
export type CostOption = { name: string; others: string[]; note: string | null; main: boolean; usd: BandText };

/** More bars than these cannot be read at the width of a phone. */
const mostBars = 5;

/**
 * What each option costs a month for the same work, in the order given; null with fewer than two of them, or where all are
 * free. Of options that nothing tells apart the first is shown.
 */
export function costChart(title: string, options: readonly CostOption[], { subject, freshness }: About): Chart | null {
  const named = toldApart(options).slice(0, mostBars);
  const highest = most([decimal("0"), ...named.map(({ usd }) => decimal(usd.high))]);
  if (named.length < 2 || highest.eq("0")) return null;
  const bars = named.map(({ name, note, main, usd }): Bar => ({ name, note, main, ...usd, value: rangeWords(usd) }));
  const axis = moneyAxis(words.costAxis, highest);
  const head = { title, subject, freshness };
  return { ...head, form: "bars", axis, bars, alt: barsAlt(head, bars) };
}

/** Names of which no two are alike: further words are added until they differ. */
function toldApart(options: readonly CostOption[]): CostOption[] {
  const longest = Math.max(0, ...options.map(({ others }) => others.length));
  let named = options.map((option) => ({ ...option }));
  for (let at = 0; at < longest; at++) {
    const count = countBy(named);
    named = named.map((each, place) => {
      const word = options[place]?.others[at] ?? "";
      const isAlone = count.get(each.name) === 1 || word === "";
      return isAlone ? each : { ...each, name: `${each.name}, ${word}` };
    });
  }
  return named.filter(({ name }, at) => named.findIndex((each) => each.name === name) === at);
}

function countBy(options: readonly CostOption[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const { name } of options) count.set(name, (count.get(name) ?? 0) + 1);
  return count;
}
