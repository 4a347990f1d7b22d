import { describe, expect, it } from "vitest";
import { burnDownChart } from "../../src/chart/burn-down.ts";
import type { Chart } from "../../src/chart/chart.ts";
import { type CostOption, costChart } from "../../src/chart/cost.ts";
import { flatOrMeteredChart } from "../../src/chart/flat-or-metered.ts";
import { turnChart } from "../../src/chart/turns.ts";
import type { TurnWay } from "../../src/estimate/text/turn-ways.ts";
import { turnWays } from "../../src/estimate/text/turn-ways.ts";
import type { Decimal } from "../../src/quantity/money.ts";
import type { Workload } from "../../src/workload/workload.ts";
import { readWorkload } from "../../src/workload/workload.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { conversation } from "../estimate/ask.ts";

const about = { subject: "5,000 chats", freshness: "" };
const { market, rates } = advisorOn(exampleDay);

function option(name: string, low: string, expected = low, high = expected, others: string[] = []): CostOption {
  return { name, others, note: null, main: false, usd: { low, expected, high } };
}

function lines(chart: Chart | null) {
  if (chart?.form !== "lines") throw new Error("These are no lines");
  return chart;
}

function bars(chart: Chart | null) {
  if (chart?.form !== "bars") throw new Error("These are no bars");
  return chart;
}

describe("the cost of options", () => {
  it("has the axis from zero to the first round amount above the highest end", () => {
    const chart = bars(costChart("Cost", [option("A", "8", "13", "19"), option("B", "20")], about));
    expect(chart.axis.ticks.map(({ label }) => label)).toEqual(["$0", "$5", "$10", "$15", "$20"]);
    expect(chart.bars.map(({ value }) => value)).toEqual(["about $13, from $8 to $19", "$20"]);
  });

  it("is not drawn for one option, nor where nothing costs anything", () => {
    expect(costChart("Cost", [option("A", "8")], about)).toBeNull();
    expect(costChart("Cost", [option("A", "0"), option("B", "0")], about)).toBeNull();
  });

  it("tells options of one name apart, and shows what nothing tells apart once", () => {
    const some = [option("A", "1", "1", "1", ["Lite"]), option("A", "2", "2", "2", ["Pro"]), option("B", "3")];
    expect(bars(costChart("Cost", some, about)).bars.map(({ name }) => name)).toEqual(["A, Lite", "A, Pro", "B"]);
    expect(costChart("Cost", [option("A", "1"), option("A", "2")], about)).toBeNull();
  });
});

describe("the cost of each turn", () => {
  const read = (more: object) => (readWorkload({ ...conversation, ...more }) as { workload: Workload }).workload;
  const context = { market, rates, day: exampleDay, vendors: [], chosen: [], commercial: undefined, routes: [] };
  const waysOf = (more: object): TurnWay[] => {
    const work = read(more);
    return work.kind === "text" ? turnWays(work, context) : [];
  };
  const cost = (way: TurnWay | undefined, turn: number) => way?.turns.find((each) => each.turn === turn)?.usd;

  // gpt-5.6-terra: input $2, cached $0.20, write $2.50, output $12 per million tokens.
  it("grows with all history, stops growing with a window, and is small with a cache", () => {
    const [full, window, cached] = waysOf({});
    // Turn 1: 3,000 in, 1,000 out = $0.006 + $0.012. Turn 10: 21,000 in = $0.042 + $0.012.
    expect([cost(full, 1), cost(full, 10)]).toEqual(["0.018", "0.054"]);
    // From turn 4 on: 3,000 + 3 x 2,000 = 9,000 in = $0.018 + $0.012.
    expect([cost(window, 4), cost(window, 10)]).toEqual(["0.03", "0.03"]);
    // Turn 1 writes 3,000 = $0.0075. Turn 10 reads 19,000 = $0.0038 and writes 2,000 = $0.005; each $0.012 out.
    expect([cost(cached, 1), cost(cached, 10)]).toEqual(["0.0195", "0.0208"]);
  });

  it("adds up to the whole conversation", () => {
    const sum = (way: TurnWay | undefined) => way?.turns.reduce((total, { usd }) => total + Number(usd), 0);
    const [full, window, cached] = waysOf({});
    expect(sum(full)).toBeCloseTo(0.36, 10);
    expect(sum(window)).toBeCloseTo(0.276, 10);
    expect(sum(cached)).toBeCloseTo(0.1923, 10);
  });

  it("has every price of the work in it: what is done at once costs what it costs at once", () => {
    const [usual] = waysOf({});
    const [fast] = waysOf({ speed: "priority" });
    expect(Number(cost(fast, 10))).toBeGreaterThan(Number(cost(usual, 10)));
  });

  it("is not drawn where there is nothing beside it", () => {
    expect(waysOf({ turns: 1 })).toEqual([]);
    expect(turnChart(waysOf({}).slice(0, 1), about)).toBeNull();
  });

  it("names each way with what its last turn costs, and in the words beside it the first one too", () => {
    const chart = lines(turnChart(waysOf({}), about));
    expect(chart.lines.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      "All history sent: $0.054 at turn 10",
      "Last 3 turns sent: $0.03 at turn 10",
      "With caching: $0.021 at turn 10",
    ]);
    expect(chart.alt).toContain("$0.018 at turn 1, $0.054 at turn 10");
  });
});

describe("a fixed price beside pay per use", () => {
  const breakEven = {
    flat: "anthropic-claude-pro",
    meter: "anthropic-api-prepaid",
    at: { amount: "31", of: "request a day" },
    you: "80",
    cheaper: "anthropic-claude-pro",
    prices: { flat: "20", start: "0", each: "0.6615", of: "requests", per: "day" as const, upTo: null },
  };

  it("marks where they meet and where the person stands", () => {
    const chart = lines(flatOrMeteredChart(breakEven, market, ""));
    // $20 / $0.6615 = 30.2: the first whole request beyond is the 31st.
    expect(chart.marks.map(({ kind, x }) => [kind, Number(x).toFixed(1)])).toEqual([
      ["even", "30.2"],
      ["you", "80.0"],
    ]);
    // 80 x $0.6615.
    expect(chart.alt).toContain("$52.92");
    expect(chart.x.to).toBe("100");
  });

  it("begins at what the plan in use costs, where extra units come on top", () => {
    const prices = { flat: "32.56", start: "8.80", each: "0.0152", of: "credits", per: "month" as const, upTo: null };
    const topUps = { ...breakEven, flat: "kling-app-pro", meter: "kling-app-standard", you: null, prices };
    const chart = flatOrMeteredChart(topUps, market, "");
    expect(lines(chart).lines[1]?.points[0]).toEqual({ x: "0", y: "8.80" });
  });

  it("ends where the fixed price is no longer enough, and is not drawn where that comes before they meet", () => {
    const upTo = (count: string) => ({ ...breakEven, prices: { ...breakEven.prices, upTo: count } });
    expect(lines(flatOrMeteredChart(upTo("50"), market, "")).lines[0]?.points.at(-1)).toEqual({ x: "50", y: "20" });
    expect(flatOrMeteredChart(upTo("30"), market, "")).toBeNull();
  });

  it("is not drawn for a package, which is used up", () => {
    const topped = { ...breakEven, flat: "minimax-video-package-standard" };
    expect(flatOrMeteredChart(topped, market, "")).toBeNull();
  });

  it("is not drawn where they never meet", () => {
    const prices = { ...breakEven.prices, flat: "5", start: "8" };
    expect(flatOrMeteredChart({ ...breakEven, prices }, market, "")).toBeNull();
    expect(flatOrMeteredChart({ ...breakEven, meter: "no-such-row" }, market, "")).toBeNull();
  });
});

describe("what is left of a balance", () => {
  const levels = [
    { on: "2026-01-15", left: "300" },
    { on: "2026-07-15", left: "180" },
    { on: "2026-07-15", left: "480" },
    { on: "2027-01-15", left: "360" },
    { on: "2027-01-15", left: "300" },
  ];
  const said = (amount: Decimal) => `${amount.toFixed()} credits`;
  const balance = { balance: "Kling credits", unit: "credits", said, levels };

  it("has each day at its place, and what expires beside its day", () => {
    const losses = [{ on: "2027-01-15", amount: "60" }];
    const chart = lines(burnDownChart({ ...balance, losses, emptyOn: null }, ""));
    // 181 days to 15 July, 365 to 15 January.
    expect(chart.lines[0]?.points.map(({ x }) => x)).toEqual(["0", "181", "181", "365", "365"]);
    expect(chart.marks).toMatchObject([{ kind: "loss", x: "365", label: "60 credits expire 15 Jan 2027" }]);
    expect(chart.x.ticks.map(({ label }) => label)).toEqual(["15 Jan 2026", "17 Jul 2026", "15 Jan 2027"]);
  });

  it("says when it is empty", () => {
    const chart = lines(burnDownChart({ ...balance, losses: [], emptyOn: "2027-01-15" }, ""));
    expect(chart.marks).toMatchObject([{ kind: "empty", x: "365", label: "Runs out 15 Jan 2027" }]);
  });

  it("is not drawn for one day, nor for nothing", () => {
    expect(burnDownChart({ ...balance, levels: levels.slice(0, 1), losses: [], emptyOn: null }, "")).toBeNull();
    const empty = levels.map(({ on }) => ({ on, left: "0" }));
    expect(burnDownChart({ ...balance, levels: empty, losses: [], emptyOn: null }, "")).toBeNull();
  });
});
