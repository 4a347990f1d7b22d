import type { Chart, Line, Mark } from "#core";
import { axisOf, type Layer, once, type Panel, scaleOf, textAt } from "./parts.ts";
import { ink, inner, lineHeight, series, sizes } from "./style.ts";
import { broken, widthOf } from "./text.ts";

const height = 190;
const left = 46;
const width = inner - left;
/** More words than these above the plot push it off a phone. */
const mostRows = 4;
const labelRoom = 190;
const narrowest = 110;

type Lines = Extract<Chart, { form: "lines" }>;

/** Lines with their names at their ends, and marks with a row of words each above the plot. */
export function linesPanel({ x, y, lines, marks }: Lines): Panel {
  const toX = (amount: string) => (Number(amount) / Number(x.to)) * width;
  const toY = (amount: string) => height - (Number(amount) / Number(y.to)) * height;
  // Where a mark stands in the way of the names, they stand before it.
  const places = marks.map(({ x: at }) => toX(at));
  const right = Math.min(width, ...places.filter((at) => at > width * 0.65).map((at) => at - 8));
  const room = right - Math.max(0, ...places.filter((at) => at < right)) - 8;
  const labels = labelsOf(lines, toY, { right, room: Math.min(labelRoom, Math.max(room, narrowest)) });
  const said = marks.slice(0, mostRows);
  const above = Math.max(0, ...labels.map(({ top }) => -top)) + 4;
  const rowY = (row: number) => -above - (said.length - row) * lineHeight + 10;
  const axes = { x: axisOf(x, "bottom"), y: axisOf(y, "left") };
  const drawn = lines.map((line, at): Layer => {
    const { colour, dash } = series[at % series.length] ?? series[0];
    return {
      data: { values: line.points.map((point, order) => ({ x: Number(point.x), y: Number(point.y), order })) },
      mark: { type: "line", color: colour, strokeDash: [...dash], strokeWidth: 2.5, clip: false },
      encoding: {
        x: { field: "x", type: "quantitative", scale: scaleOf(x), axis: axes.x },
        y: { field: "y", type: "quantitative", scale: scaleOf(y), axis: axes.y },
        order: { field: "order", type: "quantitative" },
      },
    };
  });
  const layers: Layer[] = [
    ...drawn,
    ...marks.flatMap((mark, at) => markLayers(mark, toX(mark.x), at < said.length ? rowY(at) + 4 : 0, toY)),
    ...said.flatMap((mark, row) => markText(mark.label, toX(mark.x), rowY(row))),
    ...labels.flatMap(({ layers: each }) => each),
    ...textAt(-left, -above - said.length * lineHeight - 8, y.label, { size: sizes.small, colour: ink.quiet }),
  ];
  return { layers, width, height, left, top: above + said.length * lineHeight + 22, bottom: 40 };
}

function markLayers(mark: Mark, x: number, from: number, toY: (amount: string) => number): Layer[] {
  const strokeDash = mark.kind === "you" ? [1, 0] : [4, 3];
  const rule = ruleAt(x, from, height, { color: ink.strong, strokeWidth: 1.5, strokeDash });
  if (mark.y === null) return [rule];
  const point = { x, y: toY(mark.y), size: 60, color: ink.strong, filled: true, opacity: 1 };
  return [rule, { ...once, mark: { type: "point", ...point } }];
}

function ruleAt(x: number, from: number, to: number, look: RuleLook): Layer {
  return {
    ...once,
    mark: { type: "rule", clip: false, ...look },
    encoding: { x: { value: x }, y: { value: from }, y2: { value: to } },
  };
}

type RuleLook = { color: string; strokeWidth: number; strokeDash?: number[] };

/** Beside its line, on the side where it has room. */
function markText(label: string, x: number, y: number): Layer[] {
  const style = { size: sizes.text, colour: ink.strong, bold: true, halo: true };
  const wide = widthOf(label, sizes.text);
  if (x + 5 + wide <= width + 8) return textAt(x + 5, y, label, style);
  if (x - 5 - wide >= -left) return textAt(x - 5, y, label, { ...style, align: "right" });
  return textAt(-left, y, label, style);
}

/** Where names end on the right, and how wide they may be. */
type Room = { right: number; room: number };

type Label = { top: number; layers: Layer[] };

/** The names at the right ends of their lines, below the end where there is room, else above it, none on another. */
function labelsOf(lines: readonly Line[], toY: (amount: string) => number, { right, room }: Room): Label[] {
  const ends = lines
    .map((line, at) => ({ at, y: toY(line.points.at(-1)?.y ?? "0"), text: textOf(line, room) }))
    .sort((one, other) => one.y - other.y);
  let next = Number.NEGATIVE_INFINITY;
  const placed = ends.map(({ at, y, text }, place) => {
    const tall = text.length * lineHeight;
    const below = (ends[place + 1]?.y ?? height) - y;
    const isBelow = place > 0 && below >= tall + 8;
    // What is left of one balance only goes down: above its beginning there is room.
    const own = ends.length === 1 ? 4 : isBelow ? y + 3 : y - tall - 6;
    const top = Math.max(own, next);
    next = top + tall + 3;
    return { at, top, text };
  });
  // What was pushed off the plot moves up again, and takes with it what stands above.
  let floor = height - 3;
  for (const each of placed.toReversed()) {
    each.top = Math.min(each.top, floor - each.text.length * lineHeight);
    floor = each.top - 3;
  }
  return placed.map(({ at, top, text }) => ({ top, layers: labelLayers(text, top, right, at) }));
}

type Text = { line: string; bold: boolean }[];

/** The name over as many lines as it takes, and its figures under it. */
function textOf({ name, value }: Line, room: number): Text {
  const lines = (text: string, bold: boolean) => broken(text, sizes.text, room, 3).map((line) => ({ line, bold }));
  return [...lines(name, true), ...lines(value, false)];
}

function labelLayers(text: Text, top: number, right: number, at: number): Layer[] {
  const { colour } = series[at % series.length] ?? series[0];
  const written = text.flatMap(({ line, bold }, row) =>
    textAt(right, top + (row + 1) * lineHeight - 4, line, { colour: ink.strong, bold, align: "right", halo: true }),
  );
  return [...written, ruleAt(right + 4, top + 3, top + text.length * lineHeight, { color: colour, strokeWidth: 3 })];
}
