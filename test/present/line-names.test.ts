import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Advisor, answerEstimate, type Block } from "#core";
import { situationOf } from "../../src/advice/advise.ts";
import { allBlocks, detailsOf } from "../../src/present/details/details.ts";
import { estimateAnswerBlocks } from "../../src/present/estimate-blocks.ts";
import { estimateMessages as words } from "../../src/present/estimate-messages.ts";
import { lineNames } from "../../src/present/line-names.ts";
import { unitNames } from "../../src/present/line-words.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const { market, rates } = advisor;
const vendors = market.catalogue.vendors.map((vendor) => vendor.id);
const rows = market.catalogue.rows.map((row) => row.id);

const kept = fc.record({ accepted: fc.integer({ min: 1, max: 400 }), acceptanceRate: fc.constantFrom(0.25, 0.5, 1) });
const size = fc.constantFrom("480p", "720p", "1080p", "4k", "1k", "2k", "1024x1024");
const text = {
  kind: fc.constant("text"),
  conversations: fc.constantFrom(10, { low: 0, expected: 500, high: 9000 }),
  turns: fc.constantFrom(1, 6),
  systemTokens: fc.constantFrom(0, 2000),
  userTokens: fc.constant(200),
  answerTokens: fc.constantFrom(0, 300),
  history: fc.constantFrom("full", "none"),
  caching: fc.constantFrom("none", "5m", "1h"),
};
const model = fc.constantFrom(...rates.models, "openai:gpt-9");

/** Work of every kind, most of it nobody's. */
const workload = fc.oneof(
  fc.record({ ...text, model }),
  fc
    .tuple(fc.record(text), fc.uniqueArray(model, { minLength: 2, maxLength: 2 }))
    .map(([work, models]) => ({ ...work, models: models.map((each) => ({ model: each, share: 0.5 })) })),
  fc.record({
    kind: fc.constant("usage"),
    model,
    input: fc.constant(300_000),
    cached: fc.constantFrom(0, 5000),
    write5m: fc.constantFrom(0, 1000),
    write1h: fc.constantFrom(0, 500),
    output: fc.constant(500),
    batch: fc.boolean(),
  }),
  fc
    .tuple(
      kept,
      fc.constantFrom("video", "image"),
      fc.option(size, { nil: undefined }),
      fc.option(fc.boolean(), { nil: undefined }),
      fc.constantFrom(4, 5, 8, 10),
    )
    .map(([amounts, output, resolution, audio, seconds]) => ({
      kind: "media",
      ...amounts,
      output,
      seconds,
      ...(resolution === undefined ? {} : { resolution }),
      ...(audio === undefined ? {} : { audio }),
    })),
  fc.tuple(kept, size).map(([amounts, resolution]) => ({ kind: "images", ...amounts, resolution })),
  fc.record({ kind: fc.constant("voice"), characters: fc.constantFrom(1, 54_000), takes: fc.constantFrom(1, 3) }),
  fc.tuple(kept, fc.boolean()).map(([amounts, commercial]) => ({ kind: "music", ...amounts, commercial })),
  fc.record({
    kind: fc.constant("seats"),
    product: fc.constantFrom(...rows),
    usage: fc.constant([{ people: 3, units: 6000 }]),
  }),
  fc.record({
    kind: fc.constant("prepaid"),
    wallet: fc.constantFrom(...rows),
    purchase: fc.constant(1000),
    lifeMonths: fc.constant(12),
    burnPerMonth: fc.constant(90),
  }),
  fc.record({
    kind: fc.constant("lots"),
    wallet: fc.constantFrom(...rows),
    lots: fc.constant([{ amount: 300, bought: "2026-01-15", expires: "2027-01-15" }]),
    burnPerMonth: fc.constant(20),
    from: fc.constant("2026-01-15"),
  }),
  fc.record({
    kind: fc.constant("flat"),
    plan: fc.constantFrom(...rows),
    usdPerUse: fc.constant("0.008"),
    cap: fc.constant(5000),
    use: fc.constantFrom("own", "customers"),
  }),
);
const asked = fc.record({
  workload,
  vendor: fc.uniqueArray(fc.constantFrom(...vendors), { minLength: 1, maxLength: 4 }),
});

function estimated(input: unknown, by: Advisor = advisor) {
  const answer = answerEstimate(by, input);
  if ("problem" in answer) throw new Error(answer.problem);
  return answer;
}

function detailsWith(input: unknown): Block[] {
  const situation = situationOf(advisor, {});
  const result = { ...recommend(advisor, situation), estimate: estimated(input).estimate };
  return allBlocks(detailsOf({ result, situation, advisor, said: [] }));
}

/** The first cell of every row that stands for a line. */
function namesIn(blocks: readonly Block[], column: string): string[] {
  return blocks.flatMap((block) =>
    block.block === "table" && block.columns[0] === column ? block.rows.flatMap(([name]) => name ?? []) : [],
  );
}

const kling = {
  workload: { kind: "media", output: "video", accepted: 20, acceptanceRate: 0.4, seconds: 8, resolution: "1080p" },
  vendor: ["kling"],
};
const monthly = {
  workload: {
    kind: "text",
    model: "openai:gpt-6-luna",
    conversations: 500,
    turns: 6,
    systemTokens: 2000,
    userTokens: 200,
    answerTokens: 300,
    history: "full",
  },
};

describe("the lines of an estimate", () => {
  it("have no two names alike, whatever the work, nor do those on the card", () => {
    fc.assert(
      fc.property(asked, (input) => {
        const { estimate } = estimated(input);
        const names = lineNames(estimate.lines, market);
        expect(new Set(names).size).toBe(names.length);
        const told = namesIn(estimateAnswerBlocks(estimated(input), advisor), words.columns.option);
        expect(new Set(told).size).toBe(told.length);
        const shown = namesIn(detailsWith(input), words.columns.option);
        expect(new Set(shown).size).toBe(shown.length);
      }),
      { numRuns: 250 },
    );
  });

  it("name product and model, whatever the work, on the card as in the full estimate", () => {
    fc.assert(
      fc.property(asked, (input) => {
        const { lines } = estimated(input).estimate;
        for (const [at, name] of lineNames(lines, market).entries()) {
          const line = lines[at];
          expect(name).toContain(market.row(line?.wallet ?? "")?.product ?? "");
          expect(name).toContain(line?.model?.split(":").at(-1) ?? "");
        }
        const all = lineNames(lines, market);
        expect(
          namesIn(detailsWith(input), words.columns.option).filter(
            (name) => !all.includes(name) && !/^Total/.test(name),
          ),
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("are one for each plan of a vendor that sells the same model in several", () => {
    const shown = namesIn(detailsWith(kling), words.columns.option);
    expect(shown.filter((name) => name.includes("kling-video-3.0"))).toHaveLength(5);
    expect(shown).toContain("Kling app membership Pro, kling-video-3.0");
  });

  it("say the quality, the size or the use where a model is sold in several forms", () => {
    const forms = (input: unknown) =>
      namesIn(detailsWith(input), words.columns.option).map((name) => name.split(", ").at(-1));
    const pictures = { kind: "images", accepted: 10, acceptanceRate: 0.5, resolution: "1k" };
    expect(new Set(forms({ workload: pictures, vendor: ["openai"] })).size).toBe(3);
    const clips = { kind: "media", output: "video", accepted: 2, acceptanceRate: 0.5, seconds: 5 };
    expect(forms({ workload: clips, vendor: ["luma"] })).toEqual(["540p", "720p", "1080p"]);
  });

  it("say what is written to a cache for how long", () => {
    const work = {
      kind: "usage",
      model: "anthropic:claude-opus-5",
      input: 9000,
      write5m: 1000,
      write1h: 500,
      output: 5,
    };
    const names = lineNames(estimated({ workload: work }).estimate.lines, market);
    const written = names.filter((name) => name.includes(unitNames.cache_write_token));
    expect(written.map((name) => name.includes("for an hour"))).toEqual([false, true]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are counted where nothing tells them apart", () => {
    const [line] = estimated(kling).estimate.lines;
    if (line === undefined) throw new Error("no line");
    const names = lineNames([line, line, line], market);
    expect(new Set(names).size).toBe(3);
  });
});

describe("an estimate as it is read", () => {
  const total = (blocks: readonly Block[]) =>
    blocks
      .flatMap((block) => (block.block === "facts" ? block.facts.map(({ label }) => label) : []))
      .concat(namesIn(blocks, words.columns.option))
      .filter((label) => label.startsWith("Total"));

  it("says a month beside a total of a month, and of nothing else", () => {
    expect(total(estimateAnswerBlocks(estimated(monthly), advisor))).toEqual(["Total a month"]);
    expect(total(detailsWith(monthly))).toEqual(["Total a month"]);
    const request = { workload: { kind: "usage", model: "openai:gpt-6-luna", input: 100, output: 10 } };
    expect(total(estimateAnswerBlocks(estimated(request), advisor))).toEqual(["Total"]);
  });

  it("names no row of the catalogue by its id, whatever the work", () => {
    const apart = rows.filter((id) => id.includes("-"));
    fc.assert(
      fc.property(asked, (input) => {
        const words = [...estimateAnswerBlocks(estimated(input), advisor), ...detailsWith(input)]
          // Addresses and names of models are not ours.
          .filter((block) => block.block !== "source" && block.block !== "finding")
          .map((block) => JSON.stringify(block).replace(/https?:\S+/g, ""))
          .join("\n");
        const models = new Set(estimated(input).estimate.lines.map((line) => line.model));
        expect(apart.filter((id) => !models.has(id) && new RegExp(`(?<![\\w.-])${id}(?![\\w.-])`).test(words))).toEqual(
          [],
        );
      }),
      { numRuns: 150 },
    );
  });
});
