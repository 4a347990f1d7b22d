import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../pricing/dates.ts";
import { drawLots, type Lot } from "../../src/estimate/balance/lots.ts";
import { triangle as triangleOf } from "../../src/estimate/samples.ts";
import { type Conversation, inputOf, tokensOf } from "../../src/estimate/text/conversation.ts";
import { decimal } from "../../src/quantity/money.ts";
import { estimateOf } from "./ask.ts";

const d = (value: number) => decimal(String(value));
const amount = fc.integer({ min: 0, max: 5000 });
const models = fc.constantFrom(
  "openai:gpt-6-luna",
  "openai:gpt-5.6-terra",
  "anthropic:claude-haiku-5-5",
  "google:gemini-2.5-pro",
);
const history = fc.oneof(
  fc.constantFrom("full" as const, "none" as const),
  fc.record({ last: fc.integer({ min: 0, max: 12 }) }),
);

const work = fc.record({
  kind: fc.constant("text" as const),
  model: models,
  conversations: fc.integer({ min: 1, max: 10_000 }),
  turns: fc.integer({ min: 1, max: 60 }),
  systemTokens: amount,
  userTokens: amount,
  answerTokens: amount,
  history,
});
type Work = {
  model: string;
  conversations: number;
  turns: number;
  systemTokens: number;
  userTokens: number;
  answerTokens: number;
};
const cost = (each: object) => Number(estimateOf(each).estimate.total?.expected);
const runs = { numRuns: 60 };

describe("the cost of text", () => {
  it.each(["conversations", "turns", "systemTokens", "userTokens", "answerTokens"] as const)(
    "never falls when there is more of: %s",
    (part) => {
      fc.assert(
        fc.property(work, fc.integer({ min: 1, max: 20 }), (each, more) => {
          expect(cost({ ...each, [part]: (each as Work)[part] + more })).toBeGreaterThanOrEqual(cost(each));
        }),
        runs,
      );
    },
  );

  it("of twice the conversations is twice the cost, and two batches are two singles", () => {
    fc.assert(
      fc.property(work, (each) => {
        expect(cost({ ...each, conversations: each.conversations * 2 })).toBeCloseTo(cost(each) * 2, 9);
        const batched = { ...each, batchShare: 1 };
        expect(cost({ ...batched, conversations: each.conversations * 2 })).toBeCloseTo(cost(batched) * 2, 9);
        expect(cost(batched)).toBeCloseTo(cost(each) / 2, 9);
      }),
      runs,
    );
  });

  it("lies between its ends, whatever is a range", () => {
    const range = fc.tuple(amount, amount, amount).map((ends) => {
      const [low, expected, high] = ends.sort((a, b) => a - b);
      return { low, expected, high };
    });
    const share = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)).map((ends) => {
      const [low, expected, high] = ends.sort((a, b) => a - b).map((each) => each / 100);
      return { low, expected, high };
    });
    fc.assert(
      fc.property(
        work,
        range,
        range,
        range,
        share,
        fc.constantFrom("none", "5m"),
        (each, systemTokens, userTokens, answerTokens, batchShare, caching) => {
          const { estimate } = estimateOf({ ...each, systemTokens, userTokens, answerTokens, batchShare, caching });
          for (const band of [...estimate.lines.map((line) => line.usd), ...estimate.lines, estimate.total]) {
            if (band === null || band.low === null) continue;
            expect(Number(band.low)).toBeLessThanOrEqual(Number(band.expected));
            expect(Number(band.expected)).toBeLessThanOrEqual(Number(band.high));
          }
          const { total } = estimate;
          if (total?.p10 && total.p90) {
            expect(Number(total.p10)).toBeLessThanOrEqual(Number(total.p90));
            expect(Number(total.p10)).toBeGreaterThanOrEqual(Number(total.low) * 0.99);
            expect(Number(total.p90)).toBeLessThanOrEqual(Number(total.high) * 1.01);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("the tokens of a conversation", () => {
  const shape = fc
    .record({
      turns: fc.integer({ min: 1, max: 80 }),
      system: amount,
      user: amount,
      answer: amount,
      window: fc.option(fc.integer({ min: 0, max: 30 })),
      cached: fc.boolean(),
      prefix: amount,
    })
    .map(
      ({ turns, system, user, answer, window, cached, prefix }): Conversation => ({
        turns: d(turns),
        system: d(system),
        user: d(user),
        answer: d(answer),
        window: window === null ? null : d(window),
        cached,
        prefix: d(Math.min(prefix, system)),
      }),
    );

  /** Turn by turn, as a program would bill it: nothing of the closed formulas. */
  function byTurns(of: Conversation, longFrom: number) {
    const sums = {
      short: { plain: 0, read: 0, write: 0, output: 0 },
      long: { plain: 0, read: 0, write: 0, output: 0 },
    };
    const [system, user, answer, prefix] = [of.system, of.user, of.answer, of.prefix].map((each) =>
      Number(each.toFixed()),
    ) as [number, number, number, number];
    const window = of.window === null ? Number.POSITIVE_INFINITY : Number(of.window.toFixed());
    let sentBefore = 0;
    for (let turn = 1; turn <= Number(of.turns.toFixed()); turn++) {
      const input = system + user + Math.min(turn - 1, window) * (user + answer);
      const sum = input >= longFrom ? sums.long : sums.short;
      sum.output += answer;
      if (!of.cached) sum.plain += input;
      else if (window > 0 && turn <= window + 1) {
        sum.read += sentBefore;
        sum.write += input - sentBefore;
      } else {
        if (window === 0 && turn === 1) sum.write += prefix;
        else sum.read += prefix;
        sum.plain += input - prefix;
      }
      sentBefore = input;
    }
    return sums;
  }

  it("are those of its turns, added one by one, on either side of a border", () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 300_000 }), (of, longFrom) => {
        const { short, long } = tokensOf(of, longFrom);
        const bandText = (tokens: typeof short) =>
          Object.fromEntries(Object.entries(tokens).map(([part, each]) => [part, Number(each.toFixed())]));
        expect({ short: bandText(short), long: bandText(long) }).toEqual(byTurns(of, longFrom));
      }),
      { numRuns: 500 },
    );
  });

  it("of a turn never shrink from one to the next", () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 79 }), (of, turn) => {
        expect(inputOf(of, d(turn)).lte(inputOf(of, d(turn + 1)))).toBe(true);
      }),
    );
  });
});

describe("lots", () => {
  const start = "2026-01-01";
  const lot = fc
    .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 500 }))
    .map(
      ([units, bought, life]): Lot => ({
        amount: d(units),
        bought: addDays(start, bought),
        expires: addDays(start, bought + life),
      }),
    );

  it("are used or lost, every unit once", () => {
    fc.assert(
      fc.property(fc.array(lot, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 100 }), (lots, burn) => {
        const { losses, used } = drawLots(lots, d(burn), start);
        const lost = losses.reduce((sum, each) => sum.plus(each.amount), d(0));
        const bought = lots.reduce((sum, each) => sum.plus(each.amount), d(0));
        expect(Number(lost.plus(used).minus(bought).abs().toFixed())).toBeLessThan(1e-6);
      }),
    );
  });

  it("lose no more when they are used faster", () => {
    fc.assert(
      fc.property(
        fc.array(lot, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 50 }),
        (lots, burn, more) => {
          const lost = (by: number) =>
            drawLots(lots, d(by), start).losses.reduce((sum, each) => sum + Number(each.amount.toFixed()), 0);
          expect(lost(burn + more)).toBeLessThanOrEqual(lost(burn) + 1e-6);
        },
      ),
    );
  });
});

describe("uncertainty", () => {
  it("samples have the mean and the quantiles that the triangle has in closed form", () => {
    // One input, 100 to 400 with 160 expected: mean 220; P10 and P90 by the quantile function.
    const { total } = estimateOf({
      kind: "text",
      model: "openai:gpt-4o",
      conversations: { low: 100, expected: 160, high: 400 },
      turns: 1,
      systemTokens: 400_000,
      userTokens: 0,
      answerTokens: 0,
    }).estimate;
    const band = { low: d(100), expected: d(160), high: d(400) };
    expect(total).toMatchObject({ low: "100", expected: "160", high: "400" });
    expect(Math.abs(Number(total?.mean) - 220)).toBeLessThan(220 * 0.02);
    expect(Math.abs(Number(total?.p10) - triangleOf(band)(0.1))).toBeLessThan(6);
    expect(Math.abs(Number(total?.p90) - triangleOf(band)(0.9))).toBeLessThan(8);
    expect(triangleOf(band)(0)).toBeCloseTo(100, 9);
    expect(triangleOf(band)(1)).toBeCloseTo(400, 9);
    // A fifth of the range lies below the expected amount, and so does a fifth of the probability.
    expect(triangleOf(band)(0.2)).toBeCloseTo(160, 9);
  });

  it("of independent lines is smaller than the sum of their ends", () => {
    const range = { low: 500, expected: 1000, high: 3000 };
    const { total, lines } = estimateOf({
      kind: "text",
      model: "openai:gpt-5.6-terra",
      conversations: 10_000,
      turns: 1,
      systemTokens: 0,
      userTokens: range,
      answerTokens: range,
    }).estimate;
    const triangle = { low: d(500), expected: d(1000), high: d(3000) };
    const sumOfP90s = lines.reduce(
      (sum, line) => sum + (Number(line.usd?.expected) / 1000) * triangleOf(triangle)(0.9),
      0,
    );
    expect(Number(total?.p90)).toBeLessThan(sumOfP90s * 0.98);
  });

  it("is the same for the same question", () => {
    const ask = () =>
      estimateOf({
        kind: "text",
        model: "openai:gpt-4o",
        conversations: { low: 1, expected: 2, high: 9 },
        turns: 1,
        systemTokens: 10,
        userTokens: 1,
        answerTokens: 1,
      }).estimate;
    expect(ask()).toEqual(ask());
  });

  it("names the inputs that move it most, the strongest first", () => {
    const { drivers } = estimateOf({
      kind: "text",
      model: "openai:gpt-4o",
      conversations: { low: 90, expected: 100, high: 110 },
      turns: { low: 1, expected: 5, high: 30 },
      systemTokens: { low: 990, expected: 1000, high: 1010 },
      userTokens: 100,
      answerTokens: { low: 50, expected: 100, high: 300 },
      history: "full",
    }).estimate;
    expect(drivers.map((driver) => driver.split(":")[0])).toEqual([
      "turns in a chat",
      "tokens of an answer",
      "chats or requests a month",
    ]);
  });

  it("lets a higher acceptance rate be the cheap end", () => {
    const clips = {
      kind: "media",
      output: "video",
      accepted: 20,
      acceptanceRate: { low: 0.2, expected: 0.4, high: 0.8 },
      seconds: 8,
      resolution: "1080p",
      audio: true,
    };
    const line = estimateOf(clips, { vendor: ["kling"] }).estimate.lines.find(
      (each) => each.option === "kling-api-packs/kling-3.0",
    );
    expect([line?.low, line?.expected, line?.high]).toEqual(["240", "480", "960"]);
    expect([line?.usd?.low, line?.usd?.expected, line?.usd?.high]).toEqual(["33.6", "67.2", "134.4"]);
  });
});

describe("an estimate that was made before", () => {
  it("is made again when the work, the vendors or the day have changed, even in the same object", () => {
    const work: Record<string, unknown> = {
      kind: "text",
      model: "google:gemini-3.8-flash",
      conversations: 1,
      turns: 1,
      systemTokens: 1_000_000,
      userTokens: 0,
      answerTokens: 0,
    };
    expect(estimateOf(work).estimate.total?.expected).toBe("0.75");
    work.conversations = 2;
    expect(estimateOf(work).estimate.total?.expected).toBe("1.5");
    expect(estimateOf(work, { asOf: "2027-01-01" }).estimate.total?.expected).toBe("3");
    expect(estimateOf(work).estimate.total?.expected).toBe("1.5");
    const clips = {
      kind: "media",
      output: "video",
      accepted: 1,
      acceptanceRate: 1,
      seconds: 8,
      resolution: "1080p",
      audio: true,
    };
    const wallets = (vendor: string) =>
      new Set(estimateOf(clips, { vendor: [vendor] }).estimate.lines.map((line) => line.wallet?.split("-")[0]));
    expect([wallets("kling"), wallets("krea"), wallets("kling")]).toEqual([
      new Set(["kling"]),
      new Set(["krea"]),
      new Set(["kling"]),
    ]);
  });
});
