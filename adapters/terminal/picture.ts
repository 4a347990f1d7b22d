import type { Chart } from "#core";
import { renderChart } from "./chart.ts";
import { chartWords as words } from "./chart-messages.ts";
import type { Layout } from "./lines.ts";
import type { TerminalPorts } from "./ports.ts";
import type { Printed } from "./printed.ts";
import { saveNew } from "./save.ts";

/** `noChart`: what is said where there is none to draw; left out: what an estimate lacks then. */
type Found = { charts?: () => Chart[]; noChart?: string };
type Asked = { bars: boolean; png: string | null };

/**
 * What was printed, with the bars of its first chart under it, and all of them saved as a PNG. What is saved is said beside
 * what is printed: a pipe gets the answer alone. Without a picture the answer stands, and something is left to do.
 */
export async function withPictures(
  printed: Printed,
  found: object & Found,
  { bars, png }: Asked,
  { draw }: Pick<TerminalPorts, "draw">,
  layout: Layout,
  say: (line: string) => void,
): Promise<Printed> {
  if (!("text" in printed) || (!bars && png === null)) return printed;
  const charts = found.charts?.() ?? [];
  const shown = bars && charts[0] !== undefined ? renderChart(charts[0], layout) : "";
  const text = shown === "" ? printed.text : `${printed.text}\n${shown}`;
  if (png === null) return { text };
  const said = charts.length === 0 ? { problem: found.noChart ?? words.nothing } : await saved(png, charts, draw);
  say("saved" in said ? words.saved(said.saved) : said.problem);
  return { text, toDo: "problem" in said };
}

async function saved(file: string, charts: readonly Chart[], draw: TerminalPorts["draw"]) {
  const drawn = await draw(charts);
  return "undrawn" in drawn ? { problem: words.undrawn[drawn.undrawn] } : saveNew(file, drawn);
}
