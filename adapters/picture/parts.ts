import type { TopLevelSpec } from "vega-lite";
import type { Axis } from "#core";
import { ink, inner, lineHeight, sizes } from "./style.ts";
import { broken } from "./text.ts";

/** One layer of what vega-lite draws. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

/** Layers in a frame of its own size; `top`: how much room stands above its zero line. */
export type Panel = { layers: Layer[]; width: number; height: number; left: number; top: number; bottom: number };

/** How a text stands. `halo`: with a rim of the panel's colour, where it may stand on a line. */
type TextStyle = { size?: number; colour?: string; bold?: boolean; align?: "left" | "right"; halo?: boolean };

/** A text at a place in dots. It is drawn as it is: nothing in it is an expression. */
export function textAt(x: number, y: number, text: string, style: TextStyle = {}): Layer[] {
  const { size = sizes.text, colour = ink.text, bold = false, align = "left", halo = false } = style;
  const mark = { type: "text", x, y, align, baseline: "alphabetic", fontSize: size, text, clip: false } as const;
  const font = { font: "Inter", fontWeight: bold ? (600 as const) : (400 as const) };
  const written: Layer = { ...once, mark: { ...mark, ...font, color: colour } };
  if (!halo) return [written];
  return [{ ...once, mark: { ...mark, ...font, color: ink.panel, stroke: ink.panel, strokeWidth: 4 } }, written];
}

/** For a mark that stands where it is told to, and for no data. */
export const once = { data: { values: [{}] }, encoding: {} };

/** A text over as many lines as it takes, from `y` down, and where the next line would stand. */
export function paragraph(text: string, y: number, style: TextStyle, room = inner): { layers: Layer[]; next: number } {
  if (text === "") return { layers: [], next: y };
  const size = style.size ?? sizes.text;
  const step = Math.max(lineHeight, size * 1.25);
  const lines = broken(text, size, room);
  return { layers: lines.flatMap((line, at) => textAt(0, y + at * step, line, style)), next: y + lines.length * step };
}

/** An axis as vega-lite takes it: the ticks are the chart's own, with the labels that it gave them. */
export function axisOf({ label, ticks }: Axis, orient: "bottom" | "left") {
  const places = ticks.map(({ at }) => Number(at));
  const labels = JSON.stringify(ticks.map((tick) => tick.label));
  return {
    orient,
    values: places,
    labelExpr: `${labels}[indexof(${JSON.stringify(places)}, datum.value)]`,
    title: orient === "bottom" ? label : null,
    grid: true,
    gridColor: ink.grid,
    domain: false,
    ticks: false,
    labelFont: "Inter",
    labelFontSize: sizes.small,
    labelColor: ink.quiet,
    labelOverlap: false,
    labelFlush: orient === "bottom",
    labelPadding: 5,
    titleFont: "Inter",
    titleFontWeight: 400 as const,
    titleFontSize: sizes.small,
    titleColor: ink.quiet,
    titlePadding: 4,
  };
}

/** The scale of an axis: from zero to its end, always. */
export function scaleOf({ to }: Axis) {
  return { domain: [0, Number(to)], nice: false, zero: true };
}
