import { type Bar, type Chart, clean } from "#core";
import { chartWords as words } from "./chart-messages.ts";
import { type Layout, paint, wrap } from "./lines.ts";

/** A bar needs room to tell one amount from another. */
const narrowest = 40;
/** Filled up to the low end, then to what is expected, then to the high end. */
const fill = { low: "█", expected: "▓", high: "░" };

/** Bars as lines of text; empty for any other chart, and where lines are too short for it. */
export function renderBars(chart: Chart, layout: Layout): string {
  if (chart.form !== "bars" || layout.width < narrowest) return "";
  const room = layout.width - 4;
  const scale = (amount: string) => Math.round((Number(amount) / Number(chart.axis.to)) * room);
  const ranged = chart.bars.some(({ low, high }) => low !== high);
  return [
    `\n${paint("bold", wrap(chart.title, layout.width, ""), layout)}`,
    ...(chart.subject === "" ? [] : [wrap(chart.subject, layout.width, "")]),
    ...chart.bars.flatMap((bar) => [wrap(wordsOf(bar), layout.width, "    ", ""), `  ${filled(bar, scale)}`]),
    ...(ranged ? [paint("dim", words.legend(fill), layout)] : []),
  ].join("\n");
}

function wordsOf({ name, value, note }: Bar): string {
  return clean(`${name}: ${value}${note === null ? "" : ` (${note})`}`);
}

/** What is more than nothing has one mark at least. */
function filled({ low, expected, high }: Bar, scale: (amount: string) => number): string {
  const least = Number(expected) > 0 ? 1 : 0;
  const [from, middle, to] = [scale(low), Math.max(scale(expected), least), Math.max(scale(high), least)];
  if (low === high) return fill.low.repeat(middle);
  return fill.low.repeat(from) + fill.expected.repeat(Math.max(0, middle - from)) + fill.high.repeat(to - middle);
}
