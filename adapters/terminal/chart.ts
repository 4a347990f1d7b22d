import { type Bar, type Chart, clean, type Line } from "#core";
import { chartWords as words } from "./chart-messages.ts";
import { type Layout, paint, wrap } from "./lines.ts";

/** A bar needs room to tell one amount from another. */
const narrowest = 40;
/** Filled up to the low end, then to what is expected, then to the high end. */
const fill = { low: "█", expected: "▓", high: "░" };

/** A chart as lines of text; empty where several lines cross, and where lines of text are too short for it. */
export function renderChart(chart: Chart, layout: Layout): string {
  if (layout.width < narrowest) return "";
  if (chart.form === "bars") return renderBars(chart, layout);
  const [line, ...others] = chart.lines;
  return line === undefined || others.length > 0 ? "" : renderLine(line, chart, layout);
}

type Bars = Extract<Chart, { form: "bars" }>;
type Lines = Extract<Chart, { form: "lines" }>;

/** One line as bars: one for each place that has a label, on the axis or of its own. */
function renderLine({ points }: Line, { title, subject, x, y, marks }: Lines, layout: Layout): string {
  const places = [...x.ticks.map(({ at, label }) => ({ x: at, label })), ...marks]
    .filter(({ x }, at, all) => !all.slice(at + 1).some((later) => later.x === x))
    .sort((one, other) => Number(one.x) - Number(other.x));
  const room = layout.width - 4;
  const height = (at: string) => Number(points.find((point) => point.x === at)?.y ?? 0) / Number(y.to);
  return [
    `\n${paint("bold", wrap(title, layout.width, ""), layout)}`,
    wrap(clean(subject), layout.width, ""),
    ...places.flatMap(({ x, label }) => [
      wrap(clean(label), layout.width, "    ", ""),
      `  ${fill.low.repeat(Math.round(height(x) * room))}`,
    ]),
  ].join("\n");
}

function renderBars(chart: Bars, layout: Layout): string {
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
