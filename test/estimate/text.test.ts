import { describe, expect, it } from "vitest";
import { conversation, estimateOf, problemOf, totalOf } from "./ask.ts";

const lineOf = (workload: unknown, unit: string, asOf?: string) =>
  estimateOf(workload, asOf === undefined ? {} : { asOf }).estimate.lines.find((line) => line.unit === unit);

describe("a conversation that resends its history", () => {
  it("sends 120,000 tokens in ten turns and costs $0.36, twice what it seems", () => {
    expect(totalOf(conversation)).toBe(0.36);
    expect(lineOf(conversation, "input_token")?.expected).toBe("120000");
    expect(lineOf(conversation, "output_token")?.expected).toBe("10000");
    expect(totalOf({ ...conversation, history: "none" })).toBe(0.18);
  });

  it.each([
    [10, "29000", "3000"],
    [30, "207000", "9000"],
  ])("of %i turns on a system prompt of 1000 sends %s tokens", (turns, input, output) => {
    const work = { ...conversation, turns, systemTokens: 1000, userTokens: 100, answerTokens: 300 };
    expect(lineOf(work, "input_token")?.expected).toBe(input);
    expect(lineOf(work, "output_token")?.expected).toBe(output);
  });

  it("costs $1,800, $900 and $961.50 for 5,000 conversations: resent, alone, and cached", () => {
    const many = { ...conversation, conversations: 5000 };
    expect(totalOf(many)).toBe(1800);
    expect(totalOf({ ...many, history: "none" })).toBe(900);
    expect(totalOf({ ...many, caching: "5m" })).toBe(961.5);
  });

  it("writes what it sends last and reads the rest from the cache", () => {
    const cached = { ...conversation, caching: "5m" };
    expect(totalOf(cached)).toBe(0.1923);
    expect(lineOf(cached, "cache_write_token")?.expected).toBe("21000");
    expect(lineOf(cached, "cached_token")?.expected).toBe("99000");
    expect(lineOf(cached, "input_token")?.expected).toBe("0");
  });

  it("is written to the cache at the input price where the vendor bills no write: $0.07725 of input", () => {
    // 21,000 at $2.50 and 99,000 at $0.25 for 1M: gpt-5.4 has a read price and none for a write.
    const cached = { ...conversation, model: "openai:gpt-5.4", caching: "5m" };
    const { lines } = estimateOf(cached).estimate;
    expect(lines.map(({ unit, expected, usd }) => [unit, expected, usd?.expected])).toEqual([
      ["input_token", "0", "0"],
      ["cache_write_token", "21000", "0.0525"],
      ["cached_token", "99000", "0.02475"],
      ["output_token", "10000", "0.15"],
    ]);
    expect(totalOf(cached)).toBe(0.22725);
  });

  it("costs $0.276 when only the last three turns are sent again", () => {
    expect(totalOf({ ...conversation, history: { last: 3 } })).toBe(0.276);
    expect(lineOf({ ...conversation, history: { last: 3 } }, "input_token")?.expected).toBe("78000");
  });

  it("is the same with a window that is never full", () => {
    expect(totalOf({ ...conversation, history: { last: 9 } })).toBe(0.36);
    expect(totalOf({ ...conversation, history: { last: 9 }, caching: "5m" })).toBe(0.1923);
    expect(totalOf({ ...conversation, history: { last: 0 } })).toBe(0.18);
  });

  it("under a sliding window reads only the fixed beginning", () => {
    // Turns 1 to 4 grow: inputs 3000 to 9000, 9000 written, 15,000 read. Six more turns read 2000 each, 7000 plain.
    const cached = { ...conversation, history: { last: 3 }, caching: "5m" };
    expect(lineOf(cached, "cache_write_token")?.expected).toBe("9000");
    expect(lineOf(cached, "cached_token")?.expected).toBe("27000");
    expect(lineOf(cached, "input_token")?.expected).toBe("42000");
  });

  it("with nothing resent reads the fixed beginning on every later turn", () => {
    const cached = { ...conversation, history: "none", caching: "5m", prefixTokens: 1500 };
    expect(lineOf(cached, "cache_write_token")?.expected).toBe("1500");
    expect(lineOf(cached, "cached_token")?.expected).toBe("13500");
    expect(lineOf(cached, "input_token")?.expected).toBe("15000");
  });

  it("shows the curve, and what a window or a cache would save", () => {
    const { curve, alternatives } = estimateOf(conversation).estimate;
    expect(curve?.map((turn) => turn.input)).toEqual([
      "3000",
      "5000",
      "7000",
      "9000",
      "11000",
      "13000",
      "15000",
      "17000",
      "19000",
      "21000",
    ]);
    expect(curve?.at(-1)?.usd).toBe("0.054");
    expect(alternatives.find((each) => each.option === "window_3")?.saves).toBe("0.084");
    expect(alternatives.find((each) => each.option === "caching_5m")?.saves).toBe("0.1677");
    expect(alternatives.find((each) => each.option === "lighter_model")?.usd?.expected).toBe("0.036");
  });

  it("of ten thousand turns shows at most some forty of them, the last one too", () => {
    const { curve } = estimateOf({ ...conversation, model: "openai:gpt-6-luna", turns: 10_000 }).estimate;
    expect(curve?.length).toBeLessThan(45);
    expect(curve?.at(-1)?.turn).toBe(10_000);
  });
});

describe("a cache", () => {
  const prefix = {
    ...conversation,
    model: "anthropic:claude-opus-5",
    history: "none",
    userTokens: 0,
    answerTokens: 0,
    systemTokens: 10_000,
  };

  it.each([
    ["5m", 1, 0.05, 0.0625],
    ["5m", 2, 0.1, 0.0675],
    ["1h", 2, 0.1, 0.105],
    ["1h", 3, 0.15, 0.11],
  ])(
    "that lives %s is worth its write from the reuse on that the formula gives: %i calls",
    (caching, turns, plain, cached) => {
      expect(totalOf({ ...prefix, turns })).toBe(plain);
      expect(totalOf({ ...prefix, turns, caching })).toBe(cached);
    },
  );

  it("says how often it has to be read: once for five minutes, twice for an hour", () => {
    const { alternatives } = estimateOf({ ...prefix, turns: 5 }).estimate;
    const reads = (option: string) => alternatives.find((each) => each.option === option)?.breakEven?.from;
    expect([reads("caching_5m"), reads("caching_1h")]).toEqual(["1", "2"]);
    expect(
      estimateOf({ ...prefix, model: "openai:gpt-5.4", turns: 5 }).estimate.alternatives.map((each) => each.option),
    ).not.toContain("caching_1h");
  });

  it("for an hour has no price with a vendor that sells none", () => {
    const { estimate } = estimateOf({ ...conversation, caching: "1h" });
    expect(estimate.total).toBeNull();
    expect(estimate.lines.find((line) => line.unit === "cache_write_token")?.notPriceable).toMatch(/hour/);
  });

  it("has no price where no read price is known", () => {
    const { estimate } = estimateOf({ ...conversation, model: "mistral:mistral-large-latest", caching: "5m" });
    expect(estimate.lines.find((line) => line.unit === "cached_token")).toMatchObject({ usd: null });
    expect(estimate.total).toBeNull();
  });
});

describe("the size of one request decides its price, never the sum", () => {
  const two = {
    ...conversation,
    model: "openai:gpt-5.6-luna",
    turns: 2,
    systemTokens: 150_000,
    userTokens: 0,
    history: "none",
  };

  it("takes two requests of 150,000 tokens at the short price, before and after the cut", () => {
    expect(totalOf(two, { asOf: "2026-07-29" })).toBe(0.312);
    expect(totalOf(two, { asOf: "2026-07-30" })).toBe(0.0624);
  });

  const one = { ...conversation, turns: 1, history: "none", userTokens: 0, answerTokens: 0 };
  it.each([
    ["openai:gpt-5.6-luna", 271_999, "0.0543998"],
    ["openai:gpt-5.6-luna", 272_000, "0.1088"],
    ["openai:gpt-5.4", 271_999, "0.6799975"],
    ["openai:gpt-5.4", 272_000, "1.36"],
    ["openai:gpt-5.5", 271_999, "1.359995"],
    ["openai:gpt-5.5", 272_000, "2.72"],
    ["openai:gpt-6-sol", 272_000, "0.544"],
    ["openai:gpt-6-sol", 272_001, "1.088004"],
    ["openai:gpt-6.1-sol", 272_000, "0.544"],
    ["openai:gpt-6.1-sol", 272_001, "1.088004"],
    ["openai:gpt-6-luna", 272_000, "0.0272"],
    ["openai:gpt-6-luna", 272_001, "0.0544002"],
    ["openai:gpt-6-astra", 272_000, "2.72"],
    ["openai:gpt-6-astra", 272_001, "5.44002"],
    ["anthropic:claude-haiku-5-5", 100_000, "0.01"],
    ["anthropic:claude-haiku-5-5", 100_001, "0.0500005"],
    ["google:gemini-2.5-pro", 200_000, "0.25"],
    ["google:gemini-2.5-pro", 200_001, "0.5000025"],
    ["google:gemini-3.1-pro-preview", 200_000, "0.4"],
    ["google:gemini-3.1-pro-preview", 200_001, "0.800004"],
    ["xai:grok-4.6", 199_999, "0.399998"],
    ["xai:grok-4.6", 200_000, "0.8"],
  ])("%s with %i input tokens costs $%s", (model, systemTokens, usd) => {
    expect(estimateOf({ ...one, model, systemTokens }).estimate.total?.expected).toBe(usd);
  });

  it("changes price in the middle of a conversation that grows past the border", () => {
    // Inputs 100,000, 200,000, 300,000: two short requests and a long one, answers priced with their request.
    const growing = {
      ...conversation,
      model: "openai:gpt-6-luna",
      turns: 3,
      systemTokens: 50_000,
      userTokens: 50_000,
      answerTokens: 50_000,
    };
    expect(totalOf(growing)).toBeCloseTo(0.01 + 0.02 + 0.06 + 0.025 + 0.025 + 0.0375, 12);
  });

  it("prices reads and writes of a growing conversation by the request they belong to", () => {
    // Written 100,000 and 100,000 short, 100,000 long; read 0 and 100,000 short, 200,000 long.
    const growing = {
      ...conversation,
      model: "openai:gpt-6-luna",
      turns: 3,
      systemTokens: 50_000,
      userTokens: 50_000,
      answerTokens: 50_000,
      caching: "5m",
    };
    expect(totalOf(growing)).toBeCloseTo(0.0125 * 2 + 0.025 + 0.001 + 0.004 + 0.025 * 2 + 0.0375, 12);
  });
});

describe("factors", () => {
  it("multiply: batch, region and the price of a long request", () => {
    const work = { ...conversation, model: "anthropic:claude-opus-5", history: "none" };
    const plain = totalOf(work) ?? 0;
    expect(totalOf({ ...work, batchShare: 1 })).toBeCloseTo(plain * 0.5, 12);
    expect(totalOf({ ...work, batchShare: "0.5" })).toBeCloseTo(plain * 0.75, 12);
    expect(totalOf({ ...work, speed: "priority" })).toBeCloseTo(plain * 2, 12);
    expect(totalOf({ ...work, region: "us" })).toBeCloseTo(plain * 1.1, 12);
    expect(totalOf({ ...work, region: "us", batchShare: "0.5", speed: "priority" })).toBeCloseTo(
      plain * 1.25 * 1.1,
      12,
    );
  });

  it("are never borrowed: a model for which none is known has no price", () => {
    const work = { ...conversation, history: "none" };
    expect(totalOf({ ...work, model: "anthropic:claude-sonnet-5-5", speed: "priority" })).toBeNull();
    expect(totalOf({ ...work, model: "anthropic:claude-haiku-4-5", region: "us" })).toBeNull();
    expect(totalOf({ ...work, model: "mistral:mistral-large-latest", batchShare: 1 })).toBeNull();
    expect(totalOf({ ...work, model: "google:gemini-3.8-flash", speed: "priority" })).toBeCloseTo(
      (20 * 1000 * 1.5 * 0.75 + 10_000 * 3.75) * 1.8e-6,
      9,
    );
  });

  it("are as fresh as their page, and stale after it", () => {
    const stale = (asOf: string) =>
      estimateOf(
        { ...conversation, model: "google:gemini-3.8-flash", batchShare: 1 },
        { asOf },
      ).estimate.lines[0]?.sources.map((source) => source.stale);
    expect(stale("2026-12-31")).toEqual([false, false]);
    expect(stale("2027-01-06")).toEqual([true, true]);
  });

  it("take reasoning as output that nobody sees, and its band where nobody measured it", () => {
    // A measured case: 1,445 tokens in, 406 visible out, 9,360 billed: 16 times the naive price.
    const call = {
      ...conversation,
      model: "openai:gpt-5-mini",
      turns: 1,
      systemTokens: 1538,
      userTokens: 0,
      answerTokens: 406,
    };
    expect(totalOf(call)).toBe(0.0011965);
    const measured = { ...call, systemTokens: 1445, answerTokens: 9360 };
    expect(totalOf(measured)).toBe(0.01908125);
    expect(totalOf({ ...call, reasoning: 4 })).toBeCloseTo(0.0003845 + 4 * 0.000812, 12);
    const { total } = estimateOf({ ...call, reasoning: "unknown" }).estimate;
    expect([total?.low, total?.expected, total?.high]).toEqual(["0.0016025", "0.0036325", "0.0125645"]);
  });

  it("count every try: retries multiply the requests", () => {
    expect(totalOf({ ...conversation, retryRate: "0.25" })).toBe(0.45);
  });

  it("spread DeepSeek's peak hours over the day and show both ends", () => {
    const { total, assumptions } = estimateOf({
      ...conversation,
      model: "deepseek:deepseek-v4.1-flash",
      history: "none",
      turns: 1,
      systemTokens: 999_000,
      answerTokens: 0,
    }).estimate;
    expect([total?.low, total?.high]).toEqual(["0.15", "0.3"]);
    expect(Number(total?.expected)).toBeCloseTo((0.15 * 31) / 24, 9);
    expect(assumptions.join(" ")).toMatch(/01:00-04:00/);
  });
});

describe("several models", () => {
  const models = [
    { model: "openai:gpt-6-luna", share: 0.8 },
    { model: "openai:gpt-6-sol", share: "0.2" },
  ];
  const { model: _, ...mixed } = { ...conversation, models };

  it("share the requests, each at its own price", () => {
    expect(totalOf(mixed)).toBeCloseTo(0.8 * (0.012 + 0.005) + 0.2 * (0.24 + 0.1), 12);
    expect(new Set(estimateOf(mixed).estimate.lines.map((line) => line.model)).size).toBe(2);
  });

  it("have no total while one of them has no price, and say which", () => {
    const { estimate } = estimateOf({ ...mixed, models: [models[0], { model: "openai:gpt-9", share: "0.2" }] });
    expect(estimate.total).toBeNull();
    expect(estimate.lines.filter((line) => line.usd === null).every((line) => line.model === "openai:gpt-9")).toBe(
      true,
    );
    expect(estimate.lines.filter((line) => line.usd !== null).length).toBe(2);
  });
});

describe("a model without a price", () => {
  it.each([
    "openai:gpt-6-solar",
    "openai:gpt-6",
    "xai:grok-4.8",
    "deepseek:deepseek-chat",
    "nobody:model",
    "anthropic:claude-sonnet-5-6",
  ])("%s is no error and no neighbour's price", (model) => {
    const { lines, total } = estimateOf({ ...conversation, model }).estimate;
    expect(total).toBeNull();
    for (const line of lines)
      expect(line).toMatchObject({ usd: null, notPriceable: expect.stringContaining("no price known for") });
  });

  it("is what a promotion leaves behind when it ends", () => {
    const sol = { ...conversation, model: "openai:gpt-5.6-sol" };
    expect(totalOf(sol, { asOf: "2026-08-20" })).toBe(0.9);
    expect(totalOf(sol, { asOf: "2026-08-21" })).toBe(0.68);
    expect(totalOf(sol, { asOf: "2026-11-21" })).toBe(0.68);
    expect(totalOf(sol, { asOf: "2026-11-22" })).toBeNull();
  });

  it("is an error only before its first price", () => {
    expect(problemOf({ ...conversation, model: "openai:gpt-6.1-sol" }, { asOf: "2026-09-28" })).toMatch(
      /^workload: model .*2026-09-29/,
    );
    expect(totalOf({ ...conversation, model: "openai:gpt-6.1-sol" }, { asOf: "2026-09-29" })).toBe(0.34);
  });
});

describe("the calendar of prices", () => {
  const flash = { ...conversation, model: "google:gemini-3.6-flash", conversations: 1000 };

  it("sums twelve months with the announced rise in it, marked as not in force", () => {
    const { calendar } = estimateOf(flash).estimate;
    // A month costs $90 + $37.50 now, and twice that from January on.
    expect(calendar?.months[0]).toMatchObject({ month: "2026-12", announced: false, usd: { expected: "127.5" } });
    expect(calendar?.months[1]).toMatchObject({ month: "2027-01", announced: true, usd: { expected: "255" } });
    expect(calendar?.total?.expected).toBe(String(127.5 + 11 * 255));
    expect(calendar?.changes).toMatchObject([{ on: "2027-01-01", announced: true }]);
  });

  it("uses the announced price from its day on, and says that nobody has read it since", () => {
    expect(totalOf(flash, { asOf: "2026-12-31" })).toBe(127.5);
    expect(totalOf(flash, { asOf: "2027-01-01" })).toBe(255);
    expect(estimateOf(flash, { asOf: "2027-01-01" }).estimate.assumptions.join(" ")).toMatch(/announced/);
  });

  it("has no sum when a price ends in it", () => {
    const { calendar } = estimateOf({ ...conversation, model: "openai:gpt-5.6-sol" }).estimate;
    expect(calendar).toMatchObject({ total: null, changes: [{ on: "2026-11-22" }] });
  });
});

describe("a question about money", () => {
  it("is answered with the wallet, its end, its caps and the page of every price", () => {
    const { estimate } = estimateOf({ ...conversation, conversations: 100 });
    expect(estimate.lines.every((line) => line.wallet === "openai-api-prepaid" && line.sources.length > 0)).toBe(true);
    expect(estimate.wallets).toMatchObject([{ wallet: "openai-api-prepaid", needed: "36", largestTopUp: "432" }]);
    expect(estimate.zeroDrill).toMatchObject([{ wallet: "openai-api-prepaid", days: { expected: "4", high: "4" } }]);
    expect(new Set(estimate.caps.map((cap) => cap.effect))).toEqual(new Set(["limits_recharge", "alerts", "stops"]));
  });

  it("is answered in another currency only with the rate, its source and its day", () => {
    const currency = {
      code: "EUR",
      rate: "0.86",
      source: "ecb.europa.eu",
      readOn: "2026-11-20",
      vat: "0.19",
      cardFee: "0.01",
    };
    const { converted, total } = estimateOf(conversation, { currency }).estimate;
    expect(total?.expected).toBe("0.36");
    expect(Number(converted?.total.expected)).toBeCloseTo(0.36 * 0.86 * 1.19 * 1.01, 12);
    expect(problemOf(conversation, { currency: { code: "EUR", rate: "0.86" } })).toMatch(/^currency: source/);
    expect(estimateOf(conversation).estimate.converted).toBeNull();
  });

  it("is marked where a page was read too long ago", () => {
    const old = estimateOf({ ...conversation, model: "deepseek:deepseek-v4-pro" }).estimate;
    expect(old.assumptions.join(" ")).toMatch(/read on 2026-08-17: re-read/);
  });
});
