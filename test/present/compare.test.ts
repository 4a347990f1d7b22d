import { describe, expect, it } from "vitest";
import { lookUpComparison } from "#core";
import { renderBlocks } from "../../adapters/terminal/render.ts";
import type { Comparison, Way } from "../../src/advice/compare/comparison.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const clips = "media output=video accepted=20 acceptanceRate=40% seconds=8 resolution=1080p audio=yes";
const chats = "text conversations=3000 turns=6 systemTokens=2000 userTokens=200 answerTokens=300";

function compared(words: string, on = advisor) {
  const found = lookUpComparison({ words }, on);
  if ("problems" in found) throw new Error(found.problems.join(" "));
  const data = found.data as Comparison;
  const lines = renderBlocks(found.blocks, { width: 80, colour: false });
  const way = (row: string, model: string | null = null) =>
    data.ways.find((each) => each.row === row && (model === null || each.model === model));
  return { ...found, data, lines, way };
}

const money = ({ usd, perPiece }: Way) => [usd?.expected, perPiece];

describe("clips, by hand", () => {
  // 20 clips kept of 40% are 20 / 0.4 = 50 clips made, of 8 seconds each.
  const { way, data, lines } = compared(`${clips} vendors=kling,runway`);

  it.each([
    // 12 credits a second: 50 * 8 * 12 = 4,800. The plan brings 660 for $8.80, 66 more cost $1:
    // 8.80 + (4,800 - 660) / 66 = 8.80 + 62.73 = 71.53, and 71.53 / 20 = 3.5765.
    ["kling-app-standard", null, "71.53", "3.5765"],
    // 32.56 + (4,800 - 3,000) / 66 = 32.56 + 27.27 = 59.83.
    ["kling-app-pro", null, "59.83", "2.9915"],
    // 8,000 credits are enough: the plan alone, all of it. 80.96 / 20 = 4.048.
    ["kling-app-premier", null, "80.96", "4.048"],
    // 8 units a clip at $0.14: 50 * 8 * 0.14 = 56, and 56 / 20 = 2.80.
    ["kling-api-packs", "kling-3.0-turbo", "56", "2.8"],
    // 5 credits a second at $0.01: 50 * 8 * 5 * 0.01 = 20.
    ["runway-api", "gen-4-turbo", "20", "1"],
  ])("%s, %s", (row, model, usd, perPiece) => {
    const found = way(row, model);
    expect(found && money(found).map(Number)).toEqual([Number(usd), Number(perPiece)]);
  });

  it("the cheapest that is known to fit comes first, though another that is not is cheaper", () => {
    expect(data.ways[0]).toMatchObject({ fit: "fits", row: "kling-api-packs" });
    expect(way("runway-api", "gen-4-turbo")).toMatchObject({
      fit: "unconfirmed",
      unconfirmed: ["it makes 1080p", "sound is part of the rate"],
    });
    expect(lines).toMatch(/Cheapest that fits: Kling API .*\$56\.00 a month, \$2\.80/s);
  });

  it("who has no published price comes after them, and who cannot do it last, each with the reason", () => {
    const order = [...new Set(data.ways.map(({ fit }) => fit))];
    expect(order).toEqual(["fits", "unconfirmed", "unpriced", "cannot"]);
    for (const fit of ["fits", "unconfirmed"]) {
      const dollars = data.ways.filter((each) => each.fit === fit).map(({ usd }) => Number(usd?.expected));
      expect(dollars).toEqual([...dollars].sort((a, b) => a - b));
    }
    expect(data.ways.filter(({ usd, reason }) => usd === null && !reason)).toEqual([]);
    expect(way("runway-team", "seedance-2.5")?.reason).toMatch(/no price known/);
    expect(way("runway-api", "gen-4.5")?.reason).toMatch(/silent; 720p instead of 1080p/);
  });

  it("says what to know of a price beside it", () => {
    expect(way("kling-app-standard")?.notes).toEqual(["with extra units, smallest pack not published"]);
    expect(way("kling-app-premier")?.notes).toEqual([]);
    expect(compared("images accepted=1000 acceptanceRate=50% resolution=1k firefly").lines).toMatch(
      /price last\s+checked\s+\d+ \w+ 2026/,
    );
  });
});

describe("text, by hand", () => {
  // Input: 6 turns of 2,000 + 200 tokens in 3,000 conversations, 39.6 million. Output: 6 * 300 * 3,000, 5.4 million.
  const { data, lines } = compared(`${chats} vendors=openai`);

  it("is priced on the cheapest, a middle and the strongest model of each vendor", () => {
    expect(data.ways.map(({ model, place, usd, perPiece }) => [model, place, usd?.expected, perPiece])).toEqual([
      // 39.6 * 0.10 + 5.4 * 0.50 = 3.96 + 2.70 = 6.66, and 6.66 / 3,000 = 0.00222.
      ["gpt-6-luna", "cheapest", "6.66", "0.00222"],
      // 39.6 * 2 + 5.4 * 10 = 79.20 + 54 = 133.20.
      ["gpt-6.1-sol", "middle", "133.2", "0.0444"],
      // 39.6 * 10 + 5.4 * 50 = 396 + 270 = 666.
      ["gpt-6-astra", "strongest", "666", "0.222"],
    ]);
    expect(lines).toMatch(/No page ranks models by\s+strength/);
  });

  it("names every vendor with models where none was named, and a named model beside the three", () => {
    const all = compared(chats).data.ways;
    expect(new Set(all.map(({ vendor }) => vendor))).toEqual(
      new Set(advisor.rates.models.map((model) => model.split(":")[0])),
    );
    const one = compared(`${chats} model=gpt-5.5,claude-opus-5`).data.ways;
    expect(one.map(({ model, place }) => [model, place])).toEqual(
      expect.arrayContaining([
        ["gpt-5.5", null],
        ["claude-opus-5", null],
      ]),
    );
    expect(one).toHaveLength(2);
    expect(compared(`${chats} model=gpt-5.5 openai`).data.ways).toHaveLength(4);
  });

  it("a request of one usage block has one price", () => {
    const { data: one, lines: told } = compared("usage input=100000 output=10000 vendors=openai");
    // In millions: 0.1 * 0.10 + 0.01 * 0.50 = 0.015.
    expect(one.ways[0]).toMatchObject({ model: "gpt-6-luna", usd: { expected: "0.015" }, perPiece: "0.015" });
    expect(told).toMatch(/One request/);
  });

  it("who sells no text by use, and whose prices nobody read, is told with the reason", () => {
    const { ways } = compared(`${chats} vendors=kling,perplexity,openai-chatgpt-plus,openai`).data;
    expect(ways.filter(({ usd }) => usd === null).map(({ vendor, fit, reason }) => [vendor, fit, reason])).toEqual([
      ["perplexity", "unpriced", expect.stringMatching(/no page/)],
      ["kling", "cannot", expect.stringMatching(/sells no text/)],
      ["openai", "cannot", expect.stringMatching(/no price by use/)],
    ]);
  });
});

describe("a comparison", () => {
  const asked = [
    `${clips} vendors=kling,runway`,
    clips,
    chats,
    "voice characters=30000-50000 takes=2",
    "music accepted=30 acceptanceRate=40% commercial=yes",
    "images accepted=1000 acceptanceRate=50% resolution=1k",
  ];

  it.each(asked)("%s adds nothing up, and shows where and when each price was read", (words) => {
    const { data, blocks, lines } = compared(words);
    expect(Object.keys(data)).toEqual(["catalogue", "workload", "per", "piece", "vendors", "ways"]);
    const shown = new Set(blocks.flatMap((each) => (each.block === "source" ? [each.source.url] : [])));
    const [first] = data.ways;
    expect(first?.sources.every(({ url }) => shown.has(url))).toBe(true);
    expect(lines).toMatch(/not\s+added up/);
    expect(lines).not.toMatch(/\btotal\b|app_subscription|openai:/i);
  });

  it.each(asked)("%s fits eighty columns, but for an address", (words) => {
    const wide = compared(words)
      .lines.split("\n")
      .filter((line) => line.length > 80 && !line.includes("https://"));
    expect(wide).toEqual([]);
  });

  it("of a named product has this product, and of a vendor without such work the reason", () => {
    const { ways } = compared(`${clips} kling-app-pro and elevenlabs`).data;
    expect(ways.map(({ row, vendor, fit }) => [row ?? vendor, fit])).toEqual([
      ["kling-app-pro", "fits"],
      ["elevenlabs", "cannot"],
    ]);
    expect(ways[1]?.reason).toBe("sells no video here");
  });

  it("is by the prices of its day", () => {
    const { lines } = compared(`${chats} openai`, advisorOn("2026-10-01"));
    expect(lines).toContain("As of 1 Oct 2026.");
  });
});
