import { afterAll, describe, expect, it } from "vitest";
import { type Block, converse, type TokenCounter, type Values } from "#core";
import { openWorker } from "../../adapters/worker/index.ts";
import { countPasted } from "../../src/conversation/workload/paste.ts";
import { workWords } from "../../src/present/work-words.ts";
import { keptAmount, readTypedAmount, retyped, twoReadings } from "../../src/workload/typed-amount.ts";
import { isPasted, readLength } from "../../src/workload/typed-length.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { play, type Script } from "./play.ts";

const advisor = advisorOn(exampleDay);
const program: Script = {
  job: "code",
  audience: "me",
  output: ["text"],
  vendor: ["openai"],
  stage: "trying",
  funding: "manual",
};
const painter: Script = {
  job: "person",
  audience: "me",
  output: ["image"],
  vendor: ["midjourney"],
  intensity: "daily",
};
const team: Script = {
  job: "person",
  audience: "team",
  output: ["code"],
  vendor: ["github-copilot-business"],
  intensity: "daily",
  seats: "40",
  team_needs: ["shared_pool"],
};

const workOf = (script: Script) => play(advisor, script).draft.answers.workload;
const pagesOf = (script: Script) => play(advisor, script).screens.map((screen) => screen.id);

describe("the workload step", () => {
  it("asks a program in human terms and fills in what was left open", () => {
    expect(
      workOf({
        ...program,
        "workload.conversations": "3,000 to 8,000",
        "workload.turns": "6",
        "workload.systemTokens": "2 pages",
        "workload.answerTokens": "300 tokens",
      }),
    ).toEqual({
      kind: "text",
      model: "openai:gpt-6-luna",
      conversations: { low: 3000, expected: 5500, high: 8000 },
      turns: 6,
      history: "full",
      systemTokens: { low: 1000, expected: 1333, high: 2000 },
      userTokens: { low: 100, expected: 133, high: 200 },
      answerTokens: 300,
      basis: "length",
    });
  });

  it("shows the estimate in the recommendation", () => {
    const { review } = play(advisor, { ...program, "workload.conversations": "1000" });
    expect(JSON.stringify(review.body)).toMatch(/\$[\d.]+ a month on [^"]* for 1,000 conversations/);
  });

  it("shows no length that nobody typed, and each one that somebody did", () => {
    const script = { ...program, "workload.conversations": "1000", "workload.systemTokens": "1200 tokens" };
    const { screens, turn } = play(advisor, script);
    const asked = screens.find((screen) => screen.id === "lengths");
    expect(asked?.fields.map((field) => field.value)).toEqual([null, null, null]);
    const again = converse(advisor, turn.draft, { event: "open", page: "lengths" });
    expect(again.screen.fields[0]?.value).toBe("1200 tokens");
  });

  it("left empty makes no estimate, asks no lengths and stops nobody", () => {
    const { review, draft } = play(advisor, program);
    expect(draft.answers.workload).toBe("unknown");
    expect(pagesOf(program)).toContain("workload");
    expect(pagesOf(program)).not.toContain("lengths");
    expect(JSON.stringify(review.body)).not.toContain("conversations");
  });

  it("asks a person with a plan for text nothing at all", () => {
    expect(
      pagesOf({ job: "person", audience: "me", output: ["text"], vendor: ["openai"], intensity: "daily" }),
    ).not.toContain("workload");
  });

  it("asks each kind of work for its own amounts", () => {
    expect(workOf({ ...painter, "workload.accepted": "200", "workload.acceptanceRate": "25-50" })).toEqual({
      kind: "images",
      accepted: 200,
      acceptanceRate: { low: 0.25, expected: 0.375, high: 0.5 },
      resolution: "1k",
    });
    expect(workOf({ ...painter, output: ["video"], vendor: ["kling"], "workload.accepted": "20" })).toEqual({
      kind: "media",
      output: "video",
      accepted: 20,
      acceptanceRate: 0.5,
      seconds: 8,
      resolution: "1080p",
      audio: false,
    });
    expect(workOf({ ...painter, output: ["voice"], vendor: ["elevenlabs"], "workload.characters": "50000" })).toEqual({
      kind: "voice",
      characters: 50_000,
      takes: 2,
    });
    expect(
      workOf({ ...painter, output: ["music"], vendor: ["suno"], rights: "no", "workload.accepted": "10" }),
    ).toEqual({ kind: "music", accepted: 10, acceptanceRate: 0.5, commercial: false });
    expect(
      workOf({ ...team, "workload.units": "500", "workload.heavyPeople": "5", "workload.heavyUnits": "6000" }),
    ).toEqual({
      kind: "seats",
      product: "github-copilot-business",
      usage: [
        { people: 40, units: 500 },
        { people: 5, units: 6000 },
      ],
    });
  });

  it("brings what cannot be read back on its field, in words of the form", () => {
    const { turn } = play(advisor, program);
    const open = converse(advisor, turn.draft, { event: "open", page: "workload" });
    const submit = (values: Values) =>
      converse(advisor, open.draft, { event: "submit", page: "workload", values }).screen;
    const problem = (values: Values, field: string) => submit(values).fields.find((each) => each.id === field)?.problem;
    expect(problem({ "workload.conversations": "many", "workload.turns": "1" }, "workload.conversations")).toMatch(
      /number such as/,
    );
    expect(problem({ "workload.conversations": "10", "workload.turns": "2.5" }, "workload.turns")).toMatch(
      /^This must be a whole number\. .*such as 5/,
    );
    expect(problem({ "workload.conversations": "10", "workload.turns": "20000" }, "workload.turns")).toMatch(/10000/);
    expect(problem({ "workload.conversations": "9-3", "workload.turns": "1" }, "workload.conversations")).toMatch(
      /rise from low/,
    );
  });

  it.each([
    ["3k", 3000],
    ["1.5m", 1_500_000],
    ["about 3000", 3000],
    ["~3,000", 3000],
    ["100 a day", 3000],
    ["7 per week", 30],
    ["20/week", 85.71],
    ["5000/month", 5000],
    ["120 a year", 10],
    ["50-100 a day", { low: 1500, expected: 2250, high: 3000 }],
    ["3-8k", { low: 3000, expected: 5500, high: 8000 }],
  ])("takes %s for an amount as it was meant, and shows how it was taken", (typed, kept) => {
    const { turn } = play(advisor, program);
    const sent = converse(advisor, turn.draft, {
      event: "submit",
      page: "workload",
      values: { "workload.conversations": typed, "workload.turns": "2" },
    });
    expect(sent.draft.answers.workload).toMatchObject({ conversations: kept });
    const amount = typeof kept === "number" ? kept.toLocaleString("en-US") : kept.low.toLocaleString("en-US");
    expect(sent.screen.body[0]).toMatchObject({ block: "text", text: expect.stringContaining(`"${typed}"`) });
    expect(sent.screen.body[0]).toMatchObject({ text: expect.stringContaining(amount) });
  });

  it("says nothing of an amount in plain digits", () => {
    const { turn } = play(advisor, program);
    const values = { "workload.conversations": "3,000-8,000", "workload.turns": "2" };
    const sent = converse(advisor, turn.draft, { event: "submit", page: "workload", values });
    expect(JSON.stringify(sent.screen.body)).not.toContain("is taken as");
  });

  it("counts by the day only what is counted by the month", () => {
    const { turn } = play(advisor, program);
    const values = { "workload.conversations": "100 a day", "workload.turns": "3 a day" };
    const sent = converse(advisor, turn.draft, { event: "submit", page: "workload", values });
    expect(sent.draft).toEqual(turn.draft);
    expect(sent.screen.fields.filter((field) => field.problem !== null).map(({ id }) => id)).toEqual([
      "workload.turns",
    ]);
  });

  it("takes people as they are typed as well", () => {
    const { turn } = play(advisor, { ...team, seats: "about 1,200" });
    expect(turn.draft.answers.seats).toBe(1200);
  });

  it.each(["10%", "1.000.000", "3.000", "3.000-8.000", "3,5", "$5", "5 calls"])(
    "takes %s for no amount, and says so with an example",
    (typed) => {
      const { turn } = play(advisor, program);
      const sent = converse(advisor, turn.draft, {
        event: "submit",
        page: "workload",
        values: { "workload.conversations": typed, "workload.turns": "2" },
      });
      expect(sent.draft).toEqual(turn.draft);
      expect(sent.screen.fields.find((field) => field.problem !== null)).toMatchObject({
        id: "workload.conversations",
        problem: expect.stringMatching(/\d/),
      });
    },
  );

  it("takes a percentage where a share is asked, and there only", () => {
    const share = (typed: string) =>
      play(advisor, { ...painter, "workload.accepted": "200", "workload.acceptanceRate": typed }).draft.answers
        .workload;
    expect(share("40%")).toMatchObject({ acceptanceRate: 0.4 });
    expect(share("40")).toMatchObject({ acceptanceRate: 0.4 });
    expect(share("30%")).toMatchObject({ acceptanceRate: 0.3 });
    const { turn } = play(advisor, painter);
    const refused = (values: Values) =>
      converse(advisor, turn.draft, { event: "submit", page: "workload", values }).screen.fields.flatMap((field) =>
        field.problem === null ? [] : field.id,
      );
    // Without the sign it is either 40% or less than one of 100.
    expect(refused({ "workload.accepted": "200", "workload.acceptanceRate": "0.4" })).toEqual([
      "workload.acceptanceRate",
    ]);
    expect(refused({ "workload.accepted": "20%", "workload.acceptanceRate": "many" })).toEqual([
      "workload.accepted",
      "workload.acceptanceRate",
    ]);
    const { screen } = converse(advisor, turn.draft, {
      event: "submit",
      page: "workload",
      values: { "workload.accepted": "20%" },
    });
    expect(screen.fields[0]?.problem).toMatch(/percentage.*\d/);
  });

  it("asks of what a length is that is a number alone, and never takes it for words", () => {
    const { screens, turn } = play(advisor, { ...program, "workload.conversations": "1000" });
    const lengths = screens.find((screen) => screen.id === "lengths");
    expect(lengths?.fields.map((field) => [field.id, / words/.test(field.hint)])).toEqual([
      ["workload.systemTokens", true],
      ["workload.userTokens", true],
      ["workload.answerTokens", true],
    ]);
    // Discord shows no more of a hint.
    expect(lengths?.fields.filter((field) => field.hint.length > 100)).toEqual([]);
    const sent = converse(advisor, turn.draft, {
      event: "submit",
      page: "lengths",
      values: { "workload.systemTokens": "10%", "workload.userTokens": "3.000 words", "workload.answerTokens": "2000" },
    });
    expect(sent.draft).toEqual(turn.draft);
    expect(sent.screen.fields.map((field) => field.problem)).toEqual([
      expect.stringMatching(/300 words/),
      expect.stringMatching(/3,000/),
      expect.stringMatching(/2000 words.*2000 tokens/),
    ]);
  });

  it("shows on the review what was understood", () => {
    const script = {
      ...program,
      "workload.conversations": "3000-8000",
      "workload.turns": "6",
      "workload.systemTokens": "300 words",
      "workload.answerTokens": "200 tokens",
    };
    const { review } = play(advisor, script);
    const understood = (blocks: readonly Block[]) =>
      blocks.flatMap((block) => (block.block === "facts" ? block.facts : [])).find((fact) => fact.label === "Work")
        ?.value;
    const words = understood(review.body);
    for (const part of ["3,000 to 8,000", "6 turns", "about 730 (600 to 1,000) tokens"]) expect(words).toContain(part);
    const edit = review.fields.find((field) => field.id === "edit");
    expect(edit?.field === "choice" && edit.options.find((option) => option.id === "workload")?.hint).toContain(
      "200 an answer",
    );
    expect(understood(play(advisor, program).review.body)).toBeUndefined();
  });

  it("reads every kind of work back in words", () => {
    const works: [Record<string, unknown>, RegExp][] = [
      [{ kind: "usage", model: "openai:gpt-6-luna", input: 1000, output: 10 }, /1,000 input tokens and 10 output/],
      [
        { kind: "media", output: "video", accepted: 20, acceptanceRate: 0.4, seconds: 8, audio: false },
        /20 clips.*40 of every 100.*8 seconds.*silent/,
      ],
      [{ kind: "images", accepted: 5, acceptanceRate: 1, resolution: "1k" }, /5 pictures.*100 of every 100.*1k/],
      [{ kind: "voice", characters: 54000, takes: 3 }, /54,000 characters.*3 times/],
      [{ kind: "music", accepted: 2, acceptanceRate: 0.5, commercial: true }, /2 songs.*commercial/],
      [{ kind: "seats", product: "x", usage: [{ people: 40, units: 500 }] }, /40 people with 500 units/],
      [{ kind: "prepaid", wallet: "x", purchase: 1000, lifeMonths: 12, burnPerMonth: 90 }, /\$1,000.*12 months.*\$90/],
      [
        {
          kind: "lots",
          wallet: "x",
          lots: [{ amount: 1, bought: "2026-01-01", expires: "2027-01-01" }],
          burnPerMonth: 2,
          from: "2026-01-01",
        },
        /one lot.*2 a month/,
      ],
      [{ kind: "flat", plan: "x", usdPerUse: "0.5", cap: 10, use: "own" }, /\$0\.50.*10 uses/],
    ];
    for (const [work, words] of works) expect(workWords(work)).toMatch(words);
    expect(workWords("unknown")).toBeNull();
  });

  it("can be opened again from the review with what was said, and changed", () => {
    const { turn } = play(advisor, { ...program, "workload.conversations": "3000-8000", "workload.turns": "6" });
    const open = converse(advisor, turn.draft, { event: "open", page: "workload" });
    const shown = Object.fromEntries(open.screen.fields.map((field) => [field.id, field.value]));
    expect(shown).toEqual({
      "workload.conversations": "3000/5500/8000",
      "workload.model": "openai:gpt-6-luna",
      "workload.turns": "6",
      "workload.history": "full",
    });
    const again = converse(advisor, open.draft, {
      event: "submit",
      page: "workload",
      values: { ...shown, "workload.turns": "2" } as Values,
    });
    expect(again.draft.answers.workload).toMatchObject({
      turns: 2,
      conversations: { low: 3000, expected: 5500, high: 8000 },
      basis: "length",
    });
    expect(again.screen.id).toBe("review");
  });
});

describe("an example that is pasted", () => {
  const { counter } = openWorker(new URL("../../worker.ts", import.meta.url));
  afterAll(() => counter.close());
  const opened = play(advisor, { ...program, "workload.conversations": "10", "workload.model": "openai:gpt-4o" });
  const paste = "You are a careful assistant. Answer in one sentence, and name your source.";

  it("is counted for the model of the work before the page is read", async () => {
    const { draft } = opened;
    const values = await countPasted(
      draft,
      { "workload.systemTokens": paste, "workload.userTokens": "100 words" },
      async () => counter,
    );
    expect(values).toEqual({ "workload.systemTokens": "16/16/16 tokens", "workload.userTokens": "100 words" });
    expect(readLength("16/16/16 tokens")).toEqual({ tokens: 16, basis: "count" });
  });

  it("stays as it is where there is no counter for it, and is judged by its length", async () => {
    const broken: TokenCounter = { count: async () => ({ problem: "no" }), close: async () => {} };
    const values = await countPasted(opened.draft, { "workload.systemTokens": paste }, async () => broken);
    expect(values).toEqual({ "workload.systemTokens": paste });
    expect(readLength(paste)).toEqual({ tokens: { low: 15, expected: 19, high: 37 }, basis: "length" });
  });

  it("never opens a counter when nothing was pasted", async () => {
    const values = { "workload.systemTokens": "2 pages", "workload.userTokens": null };
    expect(await countPasted(opened.draft, values, async () => Promise.reject(new Error("opened")))).toEqual(values);
  });
});

describe("what people type", () => {
  it.each([
    ["5000", 5000],
    ["5,000", 5000],
    ["0.5", 0.5],
    ["3000-8000", { low: 3000, expected: 5500, high: 8000 }],
    ["3000 to 8000", { low: 3000, expected: 5500, high: 8000 }],
    ["3000/5000/8000", { low: 3000, expected: 5000, high: 8000 }],
    ["7-7", 7],
    ["3k", 3000],
    ["500-3k", { low: 500, expected: 1750, high: 3000 }],
    ["~1.1m", 1_100_000],
  ])("%s is an amount", (line, amount) => {
    const read = readTypedAmount(line);
    expect(read && keptAmount(read)).toEqual(amount);
  });

  it.each([
    ["12.5", 12.5],
    ["0.125", 0.125],
    ["1,000.125", 1000.125],
    ["2.1250", 2.125],
  ])("%s has one reading", (line, amount) => {
    expect(twoReadings(line)).toBeUndefined();
    expect(readTypedAmount(line)).toMatchObject({ expected: amount });
  });

  it.each(["3.000", "3.000-8.000", "1-2.125", "3.000 words"])(
    "%s has two readings: how to write either is said",
    (line) => {
      expect(readTypedAmount(line)).toBeUndefined();
      expect(twoReadings(line)).toMatch(/,\d{3}.* or /);
    },
  );

  it("is read back as it was kept, whatever its digits", () => {
    for (const amount of [5, 2.125, 3000, { low: 1, expected: 1.125, high: 1.25 }]) {
      const read = readTypedAmount(retyped(amount) ?? "");
      expect(read && keptAmount(read)).toEqual(amount);
    }
  });

  it.each(["many", "-5", "", "1e6", "5 6", "$5", "1.2.3", "/", "about", "k", "5 a", "a day"])(
    "%j is no amount",
    (line) => {
      expect(readTypedAmount(line)).toBeUndefined();
    },
  );

  it.each([
    ["1 page", { low: 500, expected: 667, high: 1000 }, "length"],
    ["300 words", { low: 300, expected: 400, high: 600 }, "length"],
    ["about 300 words", { low: 300, expected: 400, high: 600 }, "length"],
    ["3k tokens", 3000, "count"],
    ["1-2 pages", { low: 500, expected: 1000, high: 2000 }, "length"],
    ["1000 characters", { low: 200, expected: 250, high: 500 }, "length"],
    ["1200 tokens", 1200, "count"],
    ["0 words", 0, "length"],
  ])("%s is a length", (line, tokens, basis) => {
    expect(readLength(line)).toEqual({ tokens, basis });
  });

  it.each(["long", "300", "3k", "300 words a day", "3 miles", "constructor", "5 constructor"])(
    "%j is no length",
    (line) => {
      expect(readLength(line)).toBeUndefined();
    },
  );

  it.each([
    "about 2000 words per question",
    "two or three pages of text each",
    "roughly 1200 tokens, I would say",
    "3.000-8.000 characters per answer",
  ])("%s is no example to be counted, but a length nobody can read", (line) => {
    expect(isPasted(line)).toBe(false);
    expect(readLength(line)).toBeUndefined();
  });

  it("is taken for an example when it has some length and is no amount", () => {
    expect(isPasted("Hello, how can I pay for this?")).toBe(true);
    expect(isPasted("about two pages")).toBe(false);
    // An example may speak of lengths, as long as it is one.
    expect(isPasted(`Summarise the text below in 200 words. ${"It was a dark and stormy night. ".repeat(3)}`)).toBe(
      true,
    );
    expect(isPasted("1000000000000000000000 words")).toBe(false);
  });
});

describe("a model", () => {
  it("is taken by its name, too, where a list is too long to be shown", () => {
    const script = { job: "code", output: ["text"], "workload.conversations": "3", "workload.model": "gpt-6-luna" };
    expect(play(advisor, script).draft.answers.workload).toMatchObject({ model: "openai:gpt-6-luna" });
  });
});

describe("a vendor without models for text", () => {
  it("leaves the page of the work with every model to choose from, and a way on", () => {
    const script = { job: "code", output: ["code", "music"], vendor: ["kling"], "workload.conversations": "3" };
    const { screens } = play(advisor, script);
    expect(screens.filter(({ id }) => id === "workload")).toHaveLength(1);
  });
});
