import type { Axis, Chart } from "../../src/chart/chart.ts";

/** A chart as lines of text: what was approved by reading, and what a change of it shows. */
export function tell(chart: Chart): string {
  const head = [chart.title, chart.subject, chart.freshness, `alt: ${chart.alt}`];
  if (chart.form === "bars") {
    const bars = chart.bars.map(
      ({ main, name, note, low, expected, high, value }) =>
        `${main ? "*" : "-"} ${name}${note === null ? "" : ` [${note}]`}: ${low} ${expected} ${high} = ${value}`,
    );
    return [...head, ...bars, axis("x", chart.axis)].join("\n");
  }
  const lines = chart.lines.map(
    ({ main, name, value, points }) =>
      `${main ? "*" : "-"} ${name}: ${value}; ${points.map(({ x, y }) => `${x},${y}`).join(" ")}`,
  );
  const marks = chart.marks.map(({ kind, x, y, label }) => `${kind} at ${x}${y === null ? "" : `,${y}`}: ${label}`);
  return [...head, ...lines, ...marks, axis("x", chart.x), axis("y", chart.y)].join("\n");
}

function axis(name: string, { label, ticks }: Axis): string {
  return `${name} ${label}: ${ticks.map((tick) => `${tick.at} "${tick.label}"`).join(", ")}`;
}
