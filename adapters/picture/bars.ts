import type { Axis, Bar } from "#core";
import { axisOf, type Layer, type Panel, paragraph, scaleOf } from "./parts.ts";
import { ink, inner, lineHeight, other, series, sizes } from "./style.ts";

const barHeight = 12;
const gap = 14;

/** Each option under its name and its figures: a bar to what is expected, and a line from its low to its high end. */
export function barsPanel({ axis, bars }: { axis: Axis; bars: readonly Bar[] }): Panel {
  let y = sizes.name;
  const texts: Layer[] = [];
  const placed = bars.map((bar) => {
    const name = paragraph(bar.name, y, { size: sizes.name, colour: ink.strong, bold: bar.main, halo: true });
    const said = bar.note === null ? bar.value : `${bar.value}, ${bar.note}`;
    const value = paragraph(said, name.next, { size: sizes.text, halo: true });
    texts.push(...name.layers, ...value.layers);
    const top = value.next - lineHeight + 6;
    y = top + barHeight + gap + sizes.name;
    return {
      ...numbers(bar, Number(axis.to)),
      top,
      bottom: top + barHeight,
      middle: top + barHeight / 2,
      main: bar.main,
    };
  });
  const height = y - sizes.name - gap + 6;
  const x = { type: "quantitative", scale: scaleOf(axis), axis: axisOf(axis, "bottom") } as const;
  const dots = (field: string) => ({ field, type: "quantitative", scale: null, axis: null }) as const;
  const ranged = placed.filter(({ low, high }) => low < high);
  const layers: Layer[] = [
    {
      data: { values: placed },
      mark: { type: "rect", cornerRadiusEnd: 2 },
      encoding: {
        x: { field: "zero", ...x },
        x2: { field: "expected" },
        y: dots("top"),
        y2: { field: "bottom" },
        color: { condition: { test: "datum.main", value: series[0].colour }, value: other },
      },
    },
    {
      data: { values: ranged },
      mark: { type: "rule", strokeWidth: 2, color: ink.strong },
      encoding: { x: { field: "low", ...x }, x2: { field: "high" }, y: dots("middle") },
    },
    ...(["low", "high"] as const).map(
      (end): Layer => ({
        data: { values: ranged },
        mark: { type: "rule", strokeWidth: 2, color: ink.strong },
        encoding: { x: { field: end, ...x }, y: dots("top"), y2: { field: "bottom" } },
      }),
    ),
    ...texts,
  ];
  return { layers, width: inner - 2, height, left: 0, top: 0, bottom: 40 };
}

/** Exact amounts become dots only here. What is more than nothing can be seen, however dear another option is. */
function numbers({ low, expected, high }: Bar, end: number) {
  const seen = Number(expected) > 0 ? Math.max(Number(expected), end * 0.006) : 0;
  return { zero: 0, low: Number(low), expected: seen, high: Number(high) };
}
