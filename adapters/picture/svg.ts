import { type Loader, None, parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Chart } from "#core";
import { barsPanel } from "./bars.ts";
import { linesPanel } from "./lines.ts";
import { type Panel, paragraph } from "./parts.ts";
import { ink, padding, sizes, width } from "./style.ts";

/** Nothing that is drawn comes from outside. */
const refuse = () => Promise.reject(new Error("A picture loads nothing"));
const nothing = { load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as Loader;

/** Charts as one SVG, each on a panel of its own, one below the other. */
export async function svgOf(charts: readonly Chart[]): Promise<string> {
  let height = 0;
  const parts: string[] = [];
  for (const chart of charts) {
    const drawn = await panelOf(chart);
    parts.push(`<g transform="translate(0,${height})">${drawn.svg}</g>`);
    height += drawn.height + 10;
  }
  height -= 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join("")}</svg>`;
}

async function panelOf(chart: Chart): Promise<{ svg: string; height: number }> {
  const panel = chart.form === "bars" ? barsPanel(chart) : linesPanel(chart);
  const head = headOf(chart);
  const foot = paragraph(chart.freshness, 0, { size: sizes.small, colour: ink.quiet });
  const [top, plot, bottom] = [
    await drawn({ layers: head.layers, width: 1, height: 1, left: 0, top: sizes.title, bottom: head.next }),
    await drawn(panel),
    await drawn({ layers: foot.layers, width: 1, height: 1, left: 0, top: sizes.small, bottom: foot.next }),
  ];
  const plotAt = padding + head.next + sizes.title - 4;
  const footAt = plotAt + panel.top + panel.height + panel.bottom + 4;
  const height = Math.ceil(footAt + Math.max(foot.next, 0) + padding);
  const edge = `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${ink.panel}" stroke="${ink.edge}"/>`;
  const at = (y: number, svg: string) => `<svg x="${padding}" y="${y}" overflow="visible">${svg}</svg>`;
  return { svg: `${edge}${at(padding, top)}${at(plotAt, plot)}${at(footAt, bottom)}`, height };
}

function headOf({ title, subject }: Chart) {
  const name = paragraph(title, 0, { size: sizes.title, colour: ink.strong, bold: true });
  const about = paragraph(subject, name.next, { size: sizes.text, colour: ink.quiet });
  return { layers: [...name.layers, ...about.layers], next: about.next };
}

/** What vega draws of it: only the marks, in a group whose zero stands where the panel wants it. */
async function drawn({ layers, width, height, left, top }: Panel): Promise<string> {
  if (layers.length === 0) return "";
  const spec: TopLevelSpec = {
    width,
    height,
    layer: layers,
    autosize: { type: "none" },
    padding: { left, top, right: 0, bottom: 0 },
    background: "transparent",
    config: { view: { stroke: null } },
  };
  const view = new View(parse(compile(spec).spec), { renderer: "none", loader: nothing, logLevel: None });
  try {
    const svg = await view.toSVG();
    return svg.replace(/^[\s\S]*?<svg[^>]*>/, `<g>`).replace(/<\/svg>\s*$/, "</g>");
  } finally {
    view.finalize();
  }
}
