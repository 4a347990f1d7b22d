import { describe, expect, it } from "vitest";
import { bucketsOf } from "../../src/estimate/buckets.ts";
import { advisorOn } from "../advisor.ts";
import { estimateOf, problemOf } from "./ask.ts";

describe("seats", () => {
  const team = {
    kind: "seats",
    product: "github-copilot-business",
    usage: [
      { people: 20, units: 6000 },
      { people: 80, units: 500 },
    ],
  };

  it("are one line, and use beyond them another, each with its own budget", () => {
    const { lines, total } = estimateOf(team).estimate;
    expect(lines.map((line) => [line.budget, line.unit, line.expected, line.usd?.expected])).toEqual([
      ["seats", "seat_month", "100", "1900"],
      ["usage", "credit", "0", "0"],
    ]);
    expect(total?.expected).toBe("1900");
  });

  it("in a pool save what single seats would pay beyond their allowance", () => {
    // 20 people use 4,100 too many each; together all use 160,000 of 190,000.
    expect(estimateOf(team).estimate.pool).toEqual({
      perSeatOverage: { units: "82000", usd: "820" },
      pooledOverage: { units: "0", usd: "0" },
      value: { units: "82000", usd: "820" },
    });
  });

  it("pay for what the pool does not cover", () => {
    const heavy = { ...team, usage: [{ people: 100, units: 2000 }] };
    const { lines, total } = estimateOf(heavy).estimate;
    expect(lines[1]).toMatchObject({ expected: "10000", usd: { expected: "100" } });
    expect(total?.expected).toBe("2000");
  });

  it("are compared by the month and by the year", () => {
    const chat = { kind: "seats", product: "anthropic-team-standard-monthly", usage: [{ people: 10, units: 0 }] };
    expect(estimateOf(chat).estimate.alternatives).toMatchObject([
      {
        option: "annual",
        wallet: "anthropic-team-standard-annual",
        saves: "50",
        breakEven: { from: "10", unit: "months" },
      },
    ]);
  });

  it("are not sold below or above their bounds", () => {
    const of = (people: number) =>
      estimateOf({ kind: "seats", product: "openai-business-standard-monthly", usage: [{ people, units: 0 }] }).estimate
        .lines[0];
    expect(of(1)).toMatchObject({ eligible: false, reason: expect.stringMatching(/2 seats or more/) });
    expect(of(2)?.usd?.expected).toBe("50");
    expect(of(200)?.usd?.expected).toBe("5000");
    expect(of(201)).toMatchObject({ eligible: false });
  });

  it("have no price for use where no page says what a seat brings", () => {
    const { lines, total } = estimateOf({
      kind: "seats",
      product: "anthropic-team-standard-monthly",
      usage: [{ people: 10, units: 5 }],
    }).estimate;
    expect(lines[1]?.notPriceable).toMatch(/no page says how much a seat/);
    expect(total).toBeNull();
  });
});

describe("a prepaid balance", () => {
  const of = (burnPerMonth: unknown) =>
    estimateOf({ kind: "prepaid", wallet: "openai-api-prepaid", purchase: 1000, lifeMonths: 12, burnPerMonth })
      .estimate;

  it.each([
    [60, "280", "1.3889", null],
    [90, "0", "1", "11.11"],
    [130, "0", "1", "7.69"],
  ])("used at %i a month loses %s of 1000", (burn, waste, factor, months) => {
    expect(of(burn).prepaid).toMatchObject({ waste: { expected: waste }, priceFactor: factor, monthsToZero: months });
  });

  it("weighs slow, usual and fast use 1 to 4 to 1", () => {
    expect(of({ low: 60, expected: 90, high: 130 }).prepaid).toMatchObject({
      waste: { low: "0", expected: "0", high: "280" },
      expectedWaste: "46.67",
    });
  });

  it("should be topped up by no more than the slowest use needs in its life", () => {
    expect(of({ low: 60, expected: 90, high: 130 }).wallets[0]).toMatchObject({
      largestTopUp: "720",
      included: "1000",
      needed: "1080",
      short: "80",
      lost: "0",
      zeroOn: "2027-10-23",
    });
    expect(of(60).wallets[0]).toMatchObject({ largestTopUp: "720", left: "280", lost: "280", zeroOn: null });
  });

  it("says after how many days it stops, and who would notice", () => {
    expect(of({ low: 60, expected: 90, high: 130 }).zeroDrill).toMatchObject([
      { wallet: "openai-api-prepaid", days: { expected: "333", high: "230" }, jobsInFlight: expect.any(String) },
    ]);
  });

  it("is never half a known one", () => {
    expect(
      problemOf({ kind: "prepaid", wallet: "openai-api-prepayed", purchase: 1, lifeMonths: 1, burnPerMonth: 1 }),
    ).toMatch(/^workload: wallet .*openai-api-prepaid/);
  });
});

describe("lots", () => {
  const lots = [
    { amount: 300, bought: "2026-01-15", expires: "2027-01-15" },
    { amount: 300, bought: "2026-07-15", expires: "2027-07-15" },
  ];
  const at = (burnPerMonth: number, more = lots) =>
    estimateOf({ kind: "lots", wallet: "openai-api-prepaid", lots: more, burnPerMonth, from: "2026-01-15" });

  it("at 20 a month lose 60 on one day and 180 on another", () => {
    expect(at(20).estimate.lots).toEqual({
      wallet: "openai-api-prepaid",
      losses: [
        { on: "2027-01-15", amount: "60" },
        { on: "2027-07-15", amount: "180" },
      ],
      zeroOn: null,
    });
    expect(at(20).findings.map((finding) => finding.rule)).toContain("EX-02");
  });

  it("at 40 a month lose nothing and are empty after fifteen months", () => {
    expect(at(40).estimate.lots).toMatchObject({ losses: [], zeroOn: "2027-04-15" });
    expect(at(40).estimate.wallets[0]).toMatchObject({ lost: "0", included: "600" });
  });

  it("are drawn in the order of their expiry, whatever the order they are told in", () => {
    expect(at(20, [...lots].reverse()).estimate.lots).toEqual(at(20).estimate.lots);
  });

  it("are empty on the first dry day, though another is bought later", () => {
    expect(at(100).estimate.lots?.zeroOn).toBe("2026-04-15");
  });

  it("that nobody uses are lost whole", () => {
    expect(at(0).estimate.lots).toMatchObject({ losses: [{ amount: "300" }, { amount: "300" }], zeroOn: null });
  });
});

describe("flat against meter", () => {
  const flat = (more: object) =>
    estimateOf({ kind: "flat", plan: "openai-chatgpt-plus", usdPerUse: "0.008", cap: 5000, use: "own", ...more })
      .estimate;

  it("turns at 2,500 uses where the use is allowed and the cap is higher", () => {
    expect(flat({}).flat).toMatchObject({ comparable: true, breakEven: "2500" });
    expect(flat({ cap: 2500 }).flat).toMatchObject({ comparable: true });
  });

  it("is a fallacy beyond the plan's cap", () => {
    expect(flat({ cap: 2499 }).flat).toMatchObject({ comparable: false, breakEven: null });
  });

  it.each(["customers", "unattended"])("is a fallacy for %s, and the plan is no option", (use) => {
    const { flat: check, lines } = flat({ use });
    expect(check).toMatchObject({ comparable: false, breakEven: null });
    expect(lines.find((line) => line.option === "flat")).toMatchObject({ eligible: false, usd: null });
  });

  it("has no sum of the two", () => {
    expect(flat({}).total).toBeNull();
  });
});

describe("what is bought today", () => {
  const { market } = advisorOn("2026-11-20");
  const lot = (id: string, name: string) => {
    const row = market.row(id);
    return row && bucketsOf(row, "2026-11-20", null, null).find((bucket) => bucket.name === name);
  };

  it.each([
    ["kling-app-pro", "subscription credits", "2026-12-20"],
    ["kling-app-pro", "purchased credits", "2028-11-20"],
    ["hailuo-app-pro", "membership credits", "2026-12-20"],
    ["hailuo-app-pro", "purchased credits", "2028-12-31"],
    ["hailuo-app-pro", "newcomer bonus credits", "2026-11-23"],
    ["krea-app-pro", "compute packs", "2027-02-18"],
    ["fal-prepaid", "bought credits", "2027-11-20"],
    ["openai-api-prepaid", "bought credit", "2027-11-20"],
    ["minimax-mplan-go", "credit packs", "2027-11-20"],
  ])("of %s, %s, can be used until %s", (id, name, until) => {
    expect(lot(id, name)?.until).toBe(until);
  });

  it.each([
    ["runway-app-pro", "purchased credits"],
    ["leonardo-app-premium", "top-up tokens"],
    ["suno-pro", "bought credits"],
  ])("of %s, %s, never ends", (id, name) => {
    expect(lot(id, name)).toMatchObject({ until: null, ends: "never" });
  });

  it("is drawn after what the plan brings", () => {
    const clips = {
      kind: "media",
      output: "video",
      accepted: 20,
      acceptanceRate: 0.4,
      seconds: 8,
      resolution: "1080p",
      audio: true,
    };
    const wallet = estimateOf(clips, { vendor: ["kling-app-pro"] }).estimate.wallets[0];
    expect(wallet?.buckets.map((bucket) => [bucket.name, bucket.drawn])).toEqual([
      ["subscription credits", "3000"],
      ["purchased credits", "1800"],
      ["promotional and bonus credits", null],
    ]);
  });
});
