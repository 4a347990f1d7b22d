import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drawOnce } from "../../../adapters/picture/index.ts";
import { renderChart } from "../../../adapters/terminal/chart.ts";
import { withPictures } from "../../../adapters/terminal/picture.ts";
import { costChart } from "../../../src/chart/cost.ts";

const layout = { width: 80, colour: false };

function bars(...costs: [name: string, low: string, expected: string, high: string][]) {
  const options = costs.map(([name, low, expected, high]) => ({
    name,
    others: [],
    note: null,
    main: false,
    usd: { low, expected, high },
  }));
  const chart = costChart("Cost a month", options, { subject: "5,000 chats", freshness: "" });
  if (chart === null) throw new Error("There is a chart");
  return chart;
}

const chart = bars(["OpenAI API", "8", "13", "19"], ["Kling Pro", "20", "20", "20"]);

describe("bars in a terminal", () => {
  it("are as long as what they stand for, from zero", () => {
    const lines = renderChart(chart, layout).split("\n");
    const [first, second] = lines.filter((line) => line.includes("█") && !line.includes("low"));
    // $20 of $20 fills all 76 places; $8 takes 30 of them, $13 takes 49, $19 takes 72.
    expect(second?.trim()).toBe("█".repeat(76));
    expect(first?.trim()).toBe(`${"█".repeat(30)}${"▓".repeat(19)}${"░".repeat(23)}`);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
  });

  it("show what is cheap beside what is very dear", () => {
    const [cheap] = renderChart(bars(["A", "1", "1", "1"], ["B", "1000000", "1000000", "1000000"]), layout)
      .split("\n")
      .filter((line) => line.includes("█"));
    expect(cheap?.trim()).toBe("█");
  });

  it("are left out where lines are too short for them", () => {
    expect(renderChart(chart, { ...layout, width: 39 })).toBe("");
  });
});

describe("--png", () => {
  const folder = mkdtempSync(join(tmpdir(), "aicost-png-"));
  const found = { charts: () => [chart] };

  async function save(file: string, draw: Parameters<typeof withPictures>[3]["draw"] = drawOnce, given = found) {
    const said: string[] = [];
    const asked = { bars: false, png: file };
    const printed = await withPictures({ text: "The answer" }, given, asked, { draw }, layout, (line) =>
      said.push(line),
    );
    return { printed, said };
  }

  it("saves a PNG, says where, and leaves what is printed as it is", async () => {
    const file = join(folder, "cost.png");
    const { printed, said } = await save(file);
    expect(printed).toEqual({ text: "The answer", toDo: false });
    expect(said.join()).toContain(file);
    expect(readFileSync(file).subarray(1, 4).toString()).toBe("PNG");
  });

  it("writes over nothing", async () => {
    const file = join(folder, "kept.png");
    writeFileSync(file, "mine");
    const { printed, said } = await save(file);
    expect(printed).toEqual({ text: "The answer", toDo: true });
    expect(said).toHaveLength(1);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("says it in one sentence where there is no such folder, no chart, or no picture came of it", async () => {
    const path = join(folder, "none", "cost.png");
    const none = { charts: () => [] };
    const tries = [
      save(path),
      save(join(folder, "a.png"), drawOnce, none),
      save(path, async () => ({ undrawn: "slow" })),
    ];
    for (const { printed, said } of await Promise.all(tries)) {
      expect(printed).toEqual({ text: "The answer", toDo: true });
      expect(said).toHaveLength(1);
    }
    expect(existsSync(join(folder, "a.png"))).toBe(false);
  });
});
