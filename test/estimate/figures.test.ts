import { describe, expect, it } from "vitest";
import { estimateAnswerBlocks } from "../../src/present/estimate-blocks.ts";
import { lineNames } from "../../src/present/line-names.ts";
import { advisorOn } from "../advisor.ts";
import { estimateOf } from "./ask.ts";

const asOf = "2026-11-21";
const { market } = advisorOn(asOf);
/** Input 4 x 600 + 300 x (1 + 2 + 3) = 4,200 tokens, output 800, a thousand times. */
const chat = {
  kind: "text",
  conversations: 1000,
  turns: 4,
  systemTokens: 500,
  userTokens: 100,
  answerTokens: 200,
  history: "full",
};
const of = (work: unknown, more: { vendor?: string[] } = {}) => estimateOf(work, { asOf, ...more }).estimate;
const words = (work: unknown, more: { vendor?: string[] } = {}) =>
  JSON.stringify(estimateAnswerBlocks(estimateOf(work, { asOf, ...more }), advisorOn(asOf)));

describe("a total ends where the known price ends", () => {
  const sol = { ...chat, model: "openai:gpt-5.6-sol" };

  it("and says until when it is known", () => {
    // 4.2 x 4 + 0.8 x 20 dollars; from 22 November on no price is known.
    expect(of(sol)).toMatchObject({ total: { expected: "32.8" }, knownUntil: "2026-11-21" });
    expect(words(sol)).toContain("21 Nov 2026. No total");
  });

  it("has no month, no top-up and no day of zero beyond it", () => {
    const { calendar, wallets, zeroDrill } = of(sol);
    expect(calendar).toMatchObject({ months: [], total: null, changes: [{ on: "2026-11-22" }] });
    expect(wallets).toMatchObject([{ largestTopUp: null, topUpMonths: null }]);
    expect(zeroDrill).toMatchObject([{ days: null, from: null }]);
  });

  it("has no end where none is known, or where the next price is announced", () => {
    expect(of({ ...chat, model: "openai:gpt-6-luna" }).knownUntil).toBeNull();
    expect(of({ ...chat, model: "google:gemini-3.6-flash" }).knownUntil).toBeNull();
  });

  it("is that of the first price to end, in a mix", () => {
    const mix = [
      { model: "openai:gpt-5.6-sol", share: 0.5 },
      { model: "openai:gpt-6-luna", share: 0.5 },
    ];
    expect(of({ ...chat, models: mix })).toMatchObject({ knownUntil: "2026-11-21", calendar: { total: null } });
  });
});

describe("the largest useful top-up", () => {
  const flash = { ...chat, model: "google:gemini-3.6-flash" };

  it("is what the months cost that the calendar adds up", () => {
    // 6.15 in December and, the price doubled, 12.30 in each of eleven months.
    const { calendar, wallets } = of(flash);
    expect(calendar?.total?.expected).toBe("141.45");
    expect(wallets).toMatchObject([{ largestTopUp: "141.45", topUpMonths: { first: "2026-12", last: "2027-11" } }]);
  });

  it("is that of the lowest use", () => {
    const { calendar, wallets } = of({ ...flash, conversations: { low: 500, expected: 1000, high: 1000 } });
    expect([wallets[0]?.largestTopUp, calendar?.total?.low]).toEqual(["70.725", "70.725"]);
  });
});

describe("what is bought lasts no longer than it lives", () => {
  const prepaid = { kind: "prepaid", wallet: "openai-api-prepaid", purchase: 1000, lifeMonths: 12, burnPerMonth: 50 };

  it("though the use is so low that it would be enough for longer", () => {
    // 1000 / 50 x 30 is 600 days; the credit ends after 365.
    expect(of(prepaid).zeroDrill).toMatchObject([{ days: { expected: "365", high: "365" }, expires: "2027-11-21" }]);
    expect(of({ ...prepaid, burnPerMonth: 100 }).zeroDrill).toMatchObject([
      { days: { expected: "300" }, expires: null },
    ]);
  });

  it("nor than its page says, whatever life is asked for", () => {
    const { prepaid: check, zeroDrill, wallets } = of({ ...prepaid, lifeMonths: 24 });
    expect(check?.waste.expected).toBe("400");
    expect(zeroDrill[0]?.days?.expected).toBe("365");
    expect(wallets[0]).toMatchObject({ largestTopUp: "600", lost: "400" });
  });

  it("when it is the smallest purchase of an account that is hardly used", () => {
    // 5 dollars at 0.0011 a month would be enough for centuries.
    const { zeroDrill } = of({ ...chat, conversations: 1, model: "openai:gpt-6-luna" });
    expect(zeroDrill).toMatchObject([{ days: { expected: "365" }, expires: "2027-11-21" }]);
  });

  it("and is used at the price of each day", () => {
    // 10 dollars at 0.205 a day for 41 days, then 1.595 at 0.41: 3 days more.
    expect(of({ ...chat, model: "google:gemini-3.6-flash" }).zeroDrill[0]?.days?.expected).toBe("44");
  });
});

describe("what no page says", () => {
  const clips = {
    kind: "media",
    output: "video",
    accepted: 20,
    acceptanceRate: 0.4,
    seconds: 8,
    resolution: "1080p",
    audio: true,
  };

  it("stands below what is known to fit, however cheap it is", () => {
    const able = of(clips).lines.filter((line) => line.eligible && line.usd !== null);
    const assumed = able.map((line) => line.assumed.length > 0);
    expect(assumed).toContain(true);
    expect(assumed.lastIndexOf(false)).toBeLessThan(assumed.indexOf(true));
  });

  it("stands the lower, the more of it there is", () => {
    const lines = of(clips, { vendor: ["runway"] }).lines.filter((line) => line.eligible && line.usd !== null);
    const unsaid = lines.map((line) => line.assumed.length);
    expect(unsaid).toEqual([...unsaid].sort());
    expect(lines.at(-1)?.model).toBe("gen-4-turbo");
  });

  it("is named on the line that takes it for granted", () => {
    const turbo = of(clips, { vendor: ["runway"] }).lines.find((line) => line.model === "gen-4-turbo");
    expect(turbo?.assumed).toHaveLength(2);
    const veo = of(clips, { vendor: ["google"] }).lines.find((line) => line.option === "google-veo-api/veo-3.1");
    expect(veo?.assumed).toEqual([]);
  });
});

describe("two lines never read alike", () => {
  it.each([
    { kind: "images", accepted: 1000, acceptanceRate: 0.5, resolution: "1k" },
    { kind: "images", accepted: 1000, acceptanceRate: 0.5, resolution: "4k" },
    { kind: "music", accepted: 10, acceptanceRate: 0.5, commercial: true },
    { kind: "voice", characters: 30_000, takes: 2 },
    { kind: "media", output: "video", accepted: 20, acceptanceRate: 0.4, seconds: 8, resolution: "720p", audio: false },
  ])("among $kind", (work) => {
    const names = lineNames(of(work).lines, market);
    expect(new Set(names).size).toBe(names.length);
    // A number behind a name tells nobody what it is.
    expect(names.filter((name) => /, \d+$/.test(name))).toEqual([]);
  });

  it("as each quality of one model has its own name", () => {
    const { lines } = of(
      { kind: "images", accepted: 1000, acceptanceRate: 0.5, resolution: "1k" },
      { vendor: ["openai"] },
    );
    const names = lineNames(lines, market);
    const told = lines.flatMap((line, at) => (line.model === "gpt-image-2" ? [[names[at], line.usd?.expected]] : []));
    expect(told.map(([, usd]) => usd)).toEqual(["12", "106", "422"]);
    expect(told.map(([name]) => name)).toEqual(["low", "medium", "high"].map((each) => expect.stringContaining(each)));
  });
});

describe("seats", () => {
  const team = (people: unknown, product = "anthropic-team-standard-monthly") =>
    of({ kind: "seats", product, usage: [{ people, units: 0 }] });

  it("paid by the year say nothing of a cache", () => {
    const seats = { kind: "seats", product: "anthropic-team-standard-monthly", usage: [{ people: 10, units: 0 }] };
    expect(team(10).alternatives).toMatchObject([{ option: "annual", breakEven: { unit: "months" } }]);
    expect(words(seats)).not.toMatch(/ read \d+ times/);
  });

  it.each([220, 1, { low: 100, expected: 140, high: 160 }])(
    "that nobody can buy have no total, by no period: %j",
    (people) => {
      const { total, alternatives, pool, drivers, lines } = team(people);
      expect({ total, alternatives, pool, drivers }).toEqual({
        total: null,
        alternatives: [],
        pool: null,
        drivers: [],
      });
      expect(lines.map((line) => [line.eligible, line.usd])).toEqual([
        [false, null],
        [false, null],
      ]);
    },
  );

  it("are priced at the bounds of what is sold", () => {
    expect(team(2).alternatives).toMatchObject([{ option: "annual", usd: { expected: "40" } }]);
    expect(team(150).alternatives).toMatchObject([{ option: "annual", usd: { expected: "3000" } }]);
    expect(team(151).alternatives).toEqual([]);
  });
});

describe("what moves a figure", () => {
  const drivers = (work: unknown, more: { vendor?: string[] } = {}) => of(work, more).drivers;

  it("is moved by the same share, whether it is counted in whole numbers or not", () => {
    // Input of 5 turns 6,000, of 4 turns 4,200, of 6 turns 8,100; output 200 a turn. At 0.1 and 0.5 dollars a million and
    // 3,000 times: 3.30 at 5, 2.46 at 4, 4.23 at 6; half of the way: 2.88 and 3.765.
    const told = drivers({ ...chat, model: "openai:gpt-6-luna", conversations: 3000, turns: 5 });
    expect(told[0]).toMatch(/^turns .*4\.5 to 5\.5.*\$2\.88 to \$3\.77$/);
    expect(told[1]).toMatch(/^chats .*2,700 to 3,300.*\$2\.97 to \$3\.63$/);
  });

  it("is not ranked by the rounding of a count", () => {
    // Of 3 accepted at 0.5, 6 attempts are made; 2.7 and 3.3 would be 6 and 7, though both inputs move it by a tenth.
    const songs = { kind: "music", accepted: 3, acceptanceRate: 0.5, commercial: true };
    const told = drivers(songs, { vendor: ["suno"] });
    expect(told.find((each) => each.startsWith("pieces"))).toMatch(/90% to 110%/);
    expect(told.find((each) => each.startsWith("share you keep"))).toMatch(/91% to 111%/);
  });

  it("is a tenth of the seats, where fewer cannot be bought", () => {
    expect(
      drivers({ kind: "seats", product: "anthropic-team-standard-monthly", usage: [{ people: 2, units: 0 }] }),
    ).toEqual([expect.stringMatching(/1\.8 to 2\.2.*\$45\.00 to \$55\.00$/)]);
  });
});
