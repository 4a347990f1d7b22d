import { describe, expect, it } from "vitest";
import { estimateOf } from "./ask.ts";

/** Twenty accepted clips a month, 8 seconds, 1080p, with sound, four of ten accepted. */
const clips = {
  kind: "media",
  output: "video",
  accepted: 20,
  acceptanceRate: 0.4,
  seconds: 8,
  resolution: "1080p",
  audio: true,
};
const all = estimateOf(clips).estimate;
const line = (option: string) => all.lines.find((each) => each.option === option);
const alternative = (option: string) => all.alternatives.find((each) => each.option === option);

describe("the same clips in every wallet, each in its own unit", () => {
  it.each([
    ["kling-app-standard", "4800", "71.53"],
    ["kling-app-pro", "4800", "59.83"],
    ["kling-app-premier", "4800", "80.96"],
    ["kling-app-ultra", "4800", "159.99"],
    ["kling-api-packs/kling-3.0", "480", "67.2"],
    ["google-veo-api/veo-3.1-lite", "32", "32"],
    ["google-veo-api/veo-3.1-fast", "48", "48"],
    ["google-veo-api/veo-3.1", "160", "160"],
    ["krea-api/kling-3.0-pro", "141.12", "141.12"],
    ["runway-api/veo-3.1-fast", "6000", "60"],
    ["runway-api/veo-3.1", "16000", "160"],
    ["google-omni-flash-api", "3475200", "60.816"],
  ])("%s takes %s and costs $%s", (option, amount, usd) => {
    expect(line(option)).toMatchObject({ expected: amount, eligible: true, usd: { expected: usd } });
  });

  it("has no total: nothing of it is added, averaged or ranked", () => {
    expect(all.total).toBeNull();
    const options = all.lines.map((each) => each.option);
    expect(new Set(options).size).toBe(options.length);
  });

  it("tells what is left of a month's grant, and lost", () => {
    expect(all.wallets.find((each) => each.option === "kling-app-premier")).toMatchObject({
      needed: "4800",
      included: "8000",
      short: "0",
      left: "3200",
      lost: "3200",
    });
    expect(all.wallets.find((each) => each.option === "kling-app-standard")).toMatchObject({
      included: "660",
      short: "4140",
    });
  });

  it("tells a first month and a pack beside the price that holds", () => {
    expect(alternative("kling-app-pro/first-month")?.usd?.expected).toBe("53.26");
    expect(alternative("kling-app-premier/first-month")?.usd?.expected).toBe("64.99");
    expect(alternative("kling-api-packs/kling-3.0/volume-pack")?.usd?.expected).toBe("60.48");
  });

  it("names the cost of an accepted clip inside a route only", () => {
    expect(line("kling-api-packs/kling-3.0")?.perAccepted).toBe("3.36");
    expect(line("krea-api/kling-3.0-pro")?.perAccepted).toBe("7.056");
    expect(line("google-veo-api/veo-3.1-lite")?.perAccepted).toBe("1.6");
  });

  it("drains Flow credits that a Google plan brings, while the page that says so is fresh", () => {
    expect(line("google-flow-app/veo-3.1-fast")).toMatchObject({ unit: "credit", expected: "1000" });
    const fresh = estimateOf(clips, { vendor: ["google"], asOf: "2026-10-01" }).estimate;
    const drains = (model: string) => fresh.wallets.find((each) => each.option === `google-ai-pro/${model}`);
    expect(drains("veo-3.1-lite")).toMatchObject({ needed: "500", included: "1000", left: "500" });
    expect(drains("veo-3.1-fast")).toMatchObject({ needed: "1000", short: "0", left: "0" });
    expect(drains("veo-3.1")).toMatchObject({ needed: "5000", short: "4000" });
    expect(fresh.lines.find((each) => each.option === "google-ai-pro/veo-3.1")?.notPriceable).toMatch(/4,000 units/);
    expect(fresh.wallets.find((each) => each.option === "google-ai-ultra-5x/veo-3.1-lite")?.needed).toBe("250");
    expect(line("google-ai-pro")?.notPriceable).toMatch(/2026-09-14, too long ago/);
  });
});

describe("eligibility comes before money", () => {
  it.each([
    ["openai-video-api", /not sold any more/],
    ["runway-app-pro/gen-4.5", /silent.*720p instead of 1080p/],
    ["luma-api", /silent.*10 seconds instead of 8/],
    ["minimax-video-package-standard/hailuo-2.3", /silent/],
    ["pika-creator", /at most 5 seconds/],
    ["minimax-api-payg/minimax-h3/768p", /768p instead of 1080p/],
  ])("%s cannot do it and has no price for it", (option, reason) => {
    expect(line(option)).toMatchObject({ eligible: false, usd: null, reason: expect.stringMatching(reason) });
  });

  it("offers a stated change as an alternative, never as a line", () => {
    expect(alternative("minimax-api-payg/minimax-h3/2k")).toMatchObject({
      usd: { expected: "52" },
      text: "2k instead of 1080p",
    });
    expect(alternative("minimax-api-payg/minimax-h3/768p")?.usd?.expected).toBe("32");
    expect(alternative("luma-api")).toBeUndefined();
  });

  it("takes what no page says as fitting, and says so", () => {
    expect(all.assumptions).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Krea API, kling-3\.0-pro: not confirmed that it makes 1080p/)]),
    );
  });

  it("prices silent clips at the silent rate", () => {
    const silent = estimateOf({ ...clips, audio: false }, { vendor: ["kling"] }).estimate;
    expect(silent.lines.find((each) => each.option === "kling-api-packs/kling-3.0")?.expected).toBe("320");
  });

  it("sells a silent clip of 8 seconds as one of 10 where there is no other", () => {
    const silent = estimateOf({ ...clips, audio: false }, { vendor: ["luma"] }).estimate;
    expect(silent.alternatives.find((each) => each.option === "luma-api")).toMatchObject({ usd: { expected: "180" } });
  });
});

describe("what no page says", () => {
  it.each(["hailuo-app-pro", "krea-app-pro/kling-3.0", "leonardo-api-payg", "midjourney-pro"])(
    "%s has no price, and a question for the vendor",
    (option) => {
      expect(line(option)).toMatchObject({ usd: null, eligible: true, notPriceable: expect.any(String) });
      expect(all.questions.length).toBeGreaterThan(0);
      expect(all.questions.every((each) => /[?.]$/.test(each.text))).toBe(true);
    },
  );
});

describe("jobs that fail", () => {
  const failing = { ...clips, failureRate: 0.2 };

  it("cost nothing where they are refunded", () => {
    const { lines, assumptions } = estimateOf(failing, { vendor: ["kling"] }).estimate;
    expect(lines.find((each) => each.option === "kling-api-packs/kling-3.0")?.expected).toBe("480");
    expect(assumptions[0]).toMatch(/50 finished attempts a month, 63 submissions/);
  });

  it("are an interval and never a middle where no page says who pays them", () => {
    const { lines } = estimateOf(failing, { vendor: ["runway-api"] }).estimate;
    const fast = lines.find((each) => each.model === "veo-3.1-fast");
    expect([fast?.low, fast?.expected, fast?.high]).toEqual(["6000", "7560", "7560"]);
    expect([fast?.usd?.low, fast?.usd?.high]).toEqual(["60", "75.6"]);
  });
});

describe("package or meter", () => {
  const silent = {
    kind: "media",
    output: "video",
    accepted: 400,
    acceptanceRate: 0.4,
    seconds: 6,
    resolution: "768p",
    audio: false,
    variant: "hailuo-2.3",
  };
  const { lines, wallets, alternatives } = estimateOf(silent, { vendor: ["minimax"] }).estimate;

  it("costs $280 on the meter, and $1,000 in a package that keeps 2,760 points", () => {
    expect(lines.find((each) => each.wallet === "minimax-api-payg")?.usd?.expected).toBe("280");
    expect(lines.find((each) => each.wallet === "minimax-video-package-standard")?.usd?.expected).toBe("1000");
    expect(wallets.find((each) => each.wallet === "minimax-video-package-standard")).toMatchObject({
      needed: "1000",
      included: "3760",
      left: "2760",
    });
  });

  it("turns at 3,572 attempts, up to the 3,760 that the package holds", () => {
    expect(alternatives.find((each) => each.wallet === "minimax-video-package-standard")?.breakEven).toEqual({
      from: "3572",
      upTo: "3760",
      unit: "attempts",
    });
  });

  it("buys whole packages", () => {
    const more = estimateOf({ ...silent, accepted: 1600 }, { vendor: ["minimax"] }).estimate;
    expect(more.lines.find((each) => each.wallet === "minimax-video-package-standard")?.usd?.expected).toBe("2000");
  });
});

describe("speech, songs and pictures", () => {
  it("counts every take of every character", () => {
    const { lines } = estimateOf({ kind: "voice", characters: 54_000, takes: 3 }, { vendor: ["elevenlabs"] }).estimate;
    expect(lines.find((each) => each.option === "elevenlabs-api-payg/eleven-v3")?.usd?.expected).toBe("12.96");
    expect(lines.find((each) => each.option === "elevenlabs-pro/eleven-multilingual")).toMatchObject({
      expected: "162000",
      usd: { expected: "99" },
    });
    expect(lines.find((each) => each.option === "elevenlabs-creator/eleven-multilingual")?.notPriceable).toMatch(
      /41,000 units/,
    );
  });

  it("keeps both ends of a published range, and expects the dearer one", () => {
    const { lines } = estimateOf(
      { kind: "voice", characters: 1000, takes: 1 },
      { vendor: ["elevenlabs-pro"] },
    ).estimate;
    const flash = lines.find((each) => each.model === "eleven-flash");
    expect([flash?.low, flash?.expected, flash?.high]).toEqual(["500", "1000", "1000"]);
  });

  it("finds that commercial songs end with the downloads, not with the credits", () => {
    const songs = { kind: "music", accepted: 30, acceptanceRate: 0.25, commercial: true };
    const { lines, wallets } = estimateOf(songs, { vendor: ["suno"] }).estimate;
    expect(lines.find((each) => each.wallet === "suno-pro")).toMatchObject({
      eligible: false,
      reason: expect.stringMatching(/20 of them a month/),
    });
    expect(lines.find((each) => each.wallet === "suno-free")).toMatchObject({ eligible: false });
    expect(lines.find((each) => each.wallet === "suno-premier")).toMatchObject({
      expected: "600",
      usd: { expected: "30" },
    });
    expect(wallets.filter((each) => each.wallet === "suno-premier").map((each) => [each.unit, each.needed])).toEqual([
      ["credit", "600"],
      ["download", "30"],
    ]);
  });

  it("shuts out what is closed to new users, from the day it is", () => {
    const songs = { kind: "music", accepted: 10, acceptanceRate: 0.5, commercial: false };
    const on = (asOf: string) =>
      estimateOf(songs, { vendor: ["minimax"], asOf }).estimate.lines.find((each) => each.model === "music-3.0");
    expect(on("2026-08-19")).toMatchObject({ eligible: true, usd: { expected: "3" } });
    expect(on("2026-08-20")).toMatchObject({ eligible: false });
  });

  it("shuts out a model from the day after its last", () => {
    const pictures = { kind: "images", accepted: 1000, acceptanceRate: 0.5, resolution: "1024x1024" };
    const on = (asOf: string) =>
      estimateOf(pictures, { vendor: ["openai"], asOf }).estimate.lines.filter(
        (each) => each.model === "gpt-image-1.5",
      );
    expect(on("2026-11-30").map((each) => each.usd?.expected)).toEqual(["18", "68", "266"]);
    expect(on("2026-12-01").every((each) => !each.eligible)).toBe(true);
    const google = estimateOf({ ...pictures, resolution: "1k" }, { vendor: ["google"], asOf: "2026-11-30" }).estimate
      .lines;
    expect(google.find((each) => each.model === "gemini-3.1-flash-image")?.usd?.expected).toBe("134");
  });
});
