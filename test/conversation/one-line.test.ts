import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswers } from "../../src/checklist/answers.ts";
import { draftOfLine, lineBlocks } from "../../src/conversation/one-line/begin.ts";
import { readLine } from "../../src/conversation/one-line/read-line.ts";
import { tokensOf } from "../../src/conversation/one-line/tokens.ts";
import { glue, phrases } from "../../src/conversation/one-line/vocabulary.ts";
import { readTypedAmount } from "../../src/workload/typed-amount.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const { market } = advisor;
const sellers = {
  vendors: market.catalogue.vendors.map(({ id }) => id),
  rows: market.catalogue.rows.map(({ id }) => id),
};

/** The order of what was chosen is the checklist's business. */
const sorted = (answers: object) =>
  Object.fromEntries(Object.entries(answers).map(([id, each]) => [id, Array.isArray(each) ? each.toSorted() : each]));

type Case = [line: string, answers: object, typed: object, left: string[]];

describe("one line", () => {
  it.each<Case>([
    [
      "20k support chats a month with gpt-6-sol for our customers",
      { output: ["text"], audience: "customers", job: "code", vendor: ["openai"] },
      { "workload.conversations": "20000", "workload.model": "openai:gpt-6-sol" },
      [],
    ],
    [
      "seats for 12 designers, krea or leonardo",
      { seats: 12, job: "person", audience: "team", vendor: ["leonardo", "krea"] },
      {},
      [],
    ],
    ["chatgpt for 60 people", { seats: 60, audience: "team", job: "person", vendor: ["openai"] }, {}, []],
    ["3,000 conversations per month", { output: ["text"] }, { "workload.conversations": "3000" }, []],
    ["3000-8000 chats a month", { output: ["text"] }, { "workload.conversations": "3000-8000" }, []],
    ["3000 to 8000 requests a month", {}, { "workload.conversations": "3000-8000" }, []],
    ["3-5k tickets each month", { output: ["text"] }, { "workload.conversations": "3000-5000" }, []],
    ["500-1k chats/month", { output: ["text"] }, { "workload.conversations": "500-1000" }, []],
    ["100 tickets a day", { output: ["text"] }, { "workload.conversations": "3000" }, []],
    ["100 tickets a working day", { output: ["text"] }, { "workload.conversations": "2100" }, []],
    ["20/week clips", { output: ["video"] }, { "workload.accepted": "86" }, []],
    ["20 clips per week", { output: ["video"] }, { "workload.accepted": "86" }, []],
    ["1200 songs a year", { output: ["music"] }, { "workload.accepted": "100" }, []],
    ["1.5m characters of speech a month", { output: ["voice"] }, { "workload.characters": "1500000" }, []],
    ["30 minutes of speech a month", { output: ["voice"] }, { "workload.characters": "23400-30600" }, []],
    ["2 hours of narration per month", { output: ["voice"] }, { "workload.characters": "93600-122400" }, []],
    ["10 pages of narration a month", { output: ["voice"] }, { "workload.characters": "30000" }, []],
    ["500 images monthly", { output: ["image"] }, { "workload.accepted": "500" }, []],
    ["500 images/mo in 4k", { output: ["image"] }, { "workload.accepted": "500", "workload.resolution": "4k" }, []],
    [
      "20 clips of 8 seconds a month",
      { output: ["video"] },
      { "workload.accepted": "20", "workload.seconds": "8" },
      [],
    ],
    ["8-second clips in 1080p", { output: ["video"] }, { "workload.seconds": "8", "workload.resolution": "1080p" }, []],
    ["2 million requests a month", {}, { "workload.conversations": "2000000" }, []],
    ["5 thousand emails a month", { output: ["text"] }, { "workload.conversations": "5000" }, []],
    ["2 dozen songs a month", { output: ["music"] }, { "workload.accepted": "24" }, []],
    ["support chats: 20k a month", { output: ["text"] }, { "workload.conversations": "20000" }, []],
    ["20k api calls a month", { job: "code" }, { "workload.conversations": "20000" }, []],
    ["chats for our customers", { output: ["text"], audience: "customers" }, {}, []],
    ["20k chats, per month", { output: ["text"] }, { "workload.conversations": "20000" }, []],
    ["for 60 people", { seats: 60, audience: "team", job: "person" }, {}, []],
    ["12 designers", { seats: 12, audience: "team", job: "person" }, {}, []],
    ["a team of 8", { seats: 8, audience: "team", job: "person" }, {}, []],
    ["a team of 8 developers", { seats: 8, audience: "team", job: "person" }, {}, []],
    ["5 seats", { seats: 5, job: "person", audience: "team" }, {}, []],
    ["1 person", { audience: "me", job: "person" }, {}, []],
    ["me", { audience: "me" }, {}, []],
    ["just for me", { audience: "me" }, {}, []],
    ["for our customers", { audience: "customers" }, {}, []],
    ["for the public", { audience: "customers" }, {}, []],
    ["my team", { audience: "team" }, {}, []],
    ["our company", { audience: "team" }, {}, []],
    ["gpt-6-sol", { vendor: ["openai"] }, { "workload.model": "openai:gpt-6-sol" }, []],
    ["GPT 6 Sol", { vendor: ["openai"] }, { "workload.model": "openai:gpt-6-sol" }, []],
    ["openai:gpt-6-sol", { vendor: ["openai"] }, { "workload.model": "openai:gpt-6-sol" }, []],
    ["claude opus 5", { vendor: ["anthropic"] }, { "workload.model": "anthropic:claude-opus-5" }, []],
    [
      "gemini-3.8-flash through the API",
      { job: "code", vendor: ["google"] },
      { "workload.model": "google:gemini-3.8-flash" },
      [],
    ],
    ["ChatGPT and Claude", { vendor: ["openai", "anthropic"] }, {}, []],
    ["Gemini, Grok", { vendor: ["google", "xai"] }, {}, []],
    ["Kling Pro for video", { output: ["video"], job: "person", vendor: ["kling-app-pro"] }, {}, []],
    ["chatgpt plus for me", { audience: "me", job: "person", vendor: ["openai-chatgpt-plus"] }, {}, []],
    [
      "ChatGPT Business for 60 people",
      {
        seats: 60,
        job: "person",
        audience: "team",
        vendor: [
          "openai-business-standard-monthly",
          "openai-business-standard-annual",
          "openai-business-premium-monthly",
          "openai-business-premium-annual",
        ],
      },
      {},
      [],
    ],
    [
      "claude max for coding, daily",
      {
        output: ["code"],
        intensity: "daily",
        job: "person",
        vendor: ["anthropic-claude-max-5x", "anthropic-claude-max-20x"],
      },
      {},
      [],
    ],
    ["Copilot", {}, {}, ["Copilot"]],
    ["GitHub Copilot for 20 developers", { seats: 20, audience: "team", job: "person", vendor: ["github"] }, {}, []],
    [
      "microsoft 365 copilot for 300 employees",
      { seats: 300, job: "person", audience: "team", vendor: ["microsoft-365-copilot"] },
      {},
      [],
    ],
    ["midjourney, images, commercial use", { output: ["image"], rights: "yes", vendor: ["midjourney"] }, {}, []],
    ["suno songs", { output: ["music"], vendor: ["suno"] }, {}, []],
    ["elevenlabs voiceover", { output: ["voice"], vendor: ["elevenlabs"] }, {}, []],
    ["text to speech with elevenlabs", { output: ["voice"], vendor: ["elevenlabs"] }, {}, []],
    ["an API for our product", { job: "code" }, {}, []],
    ["a slack bot", { job: "code" }, {}, []],
    ["our app, in production", { job: "code", stage: "production" }, {}, []],
    ["app for 5 people", { seats: 5, job: "person", audience: "team" }, {}, []],
    ["app for our customers", { audience: "customers" }, {}, ["app"]],
    ["chat app for my team", { job: "person", audience: "team" }, {}, []],
    ["prototype", { stage: "trying" }, {}, []],
    ["in production", { stage: "production" }, {}, []],
    ["a trial", { stage: "trying", intensity: "trying" }, {}, []],
    ["used internally", { stage: "internal" }, {}, []],
    ["daily", { intensity: "daily" }, {}, []],
    ["hitting the limit", { intensity: "hits_limit" }, {}, []],
    ["steady use, can wait", { shape: "steady", can_wait: "yes" }, {}, []],
    ["in bursts, real time", { shape: "spiky", can_wait: "no" }, {}, []],
    ["SSO, invoices and audit logs", { enterprise_needs: ["invoicing", "sso", "audit_logs"] }, {}, []],
    ["single sign-on", { enterprise_needs: ["sso"] }, {}, []],
    [
      "central billing for 20 seats",
      { seats: 20, team_needs: ["central_billing"], job: "person", audience: "team" },
      {},
      [],
    ],
    ["confidential data", { data: "confidential" }, {}, []],
    ["health data", { data: "regulated" }, {}, []],
    ["public data", { data: "public" }, {}, []],
    ["fine-tuning and structured output", { controls: ["structured_output", "fine_tuning"] }, {}, []],
    ["seats for 12 designers and the API", { seats: 12, job: "both", audience: "team" }, {}, []],
    [
      "30 requests a day each for 10 developers",
      { requests_a_day: 30, seats: 10, audience: "team", job: "person" },
      {},
      [],
    ],
    ["30 requests a week each", {}, {}, ["30 requests a week each"]],
    ["20 clips", { output: ["video"] }, {}, ["20"]],
    ["20k", {}, {}, ["20k"]],
    ["20k a month", {}, {}, ["20k a month"]],
    ["4k images a month", {}, {}, ["4k images a month"]],
    ["3.000 chats a month", { output: ["text"] }, {}, ["3.000", "a month"]],
    ["up to 20k chats a month", {}, {}, ["up to 20k chats a month"]],
    ["more than 100 tickets a day for customers", { audience: "customers" }, {}, ["more than 100 tickets a day"]],
    ["not claude", {}, {}, ["not claude"]],
    ["chatgpt, not claude", { vendor: ["openai"] }, {}, ["not claude"]],
    ["chatgpt instead of claude", { vendor: ["openai"] }, {}, ["instead of claude"]],
    ["seats without SSO", { job: "person" }, {}, ["without SSO"]],
    ["prototype in production", {}, {}, ["prototype in production"]],
    ["gpt-6-sol or gpt-6-luna", {}, {}, ["gpt-6-sol", "gpt-6-luna"]],
    ["anthropic gpt-6-sol", { vendor: ["anthropic"] }, {}, ["gpt-6-sol"]],
    ["12 designers and 8 developers", {}, {}, ["12 designers", "8 developers"]],
    ["20 clips and 500 images a month", { output: ["image", "video"] }, { "workload.accepted": "500" }, ["20"]],
    ["for me, for our customers", {}, {}, ["for me", "our customers"]],
    ["$500 a month", {}, {}, ["$500 a month"]],
    ["50% of 20k chats a month", {}, {}, ["50% of 20k chats a month"]],
    ["gpt-9-sol", {}, {}, ["gpt-9-sol"]],
    ["twelve designers", {}, {}, ["twelve designers"]],
    ["5,000 users", {}, {}, ["5,000 users"]],
    ["blockchain for 5 people", { seats: 5, audience: "team", job: "person" }, {}, ["blockchain"]],
    ["20k legal chats a month", { output: ["text"] }, { "workload.conversations": "20000" }, ["legal"]],
    ["chatgtp for 60 people", { seats: 60, audience: "team", job: "person" }, {}, ["chatgtp"]],
    ["1e9 chats a month", { output: ["text"] }, {}, ["1e9", "a month"]],
    ["0 people", {}, {}, ["0 people"]],
    ["2.5 people", {}, {}, ["2.5 people"]],
    ["<b>chatgpt</b> for 60 people", { seats: 60, audience: "team", job: "person" }, {}, ["<b>chatgpt<", "b>"]],
    ["60 people; @everyone", { seats: 60, audience: "team", job: "person" }, {}, ["@everyone"]],
    ["20k chats a month 500 chats a month", {}, {}, ["20k chats a month 500 chats a month"]],
  ])("%j", (line, answers, typed, left) => {
    const read = readLine(line, advisor);
    expect({ answers: sorted(read.answers), typed: read.typed, left: read.left }).toEqual({
      answers: sorted(answers),
      typed,
      left,
    });
    // Every answer is one that the questions take, and is shown with the words that it came from.
    expect(readAnswers(read.answers, advisor.checklist.questions, sellers).problems).toEqual([]);
    const told = new Set<string>(read.understood.map(({ question }) => question));
    expect(told).toEqual(new Set([...Object.keys(answers), ...(Object.keys(typed).length > 0 ? ["workload"] : [])]));
  });

  it("says what it understood in the words of the example", () => {
    const line = "20k support chats a month with gpt-6-sol for our customers";
    const { understood } = readLine(line, advisor);
    expect(understood.slice(0, 3).map(({ value }) => value)).toEqual([
      "20,000 chats a month",
      "gpt-6-sol",
      "Our customers",
    ]);
    expect(lineBlocks(draftOfLine(`${line}, copilot, 7`, advisor).line, market)).toMatchObject([
      {
        facts: [
          { label: "Understood", value: expect.stringMatching(/^20,000 chats a month . gpt-6-sol . Our customers . /) },
          { label: "Not understood", value: '"copilot" (GitHub or Microsoft?), "7"' },
        ],
      },
      { block: "quiet" },
    ]);
  });

  it.each([
    ["100 tickets a day", "100 tickets a day (3,000 a month)"],
    ["20/week clips", "20 clips a week (86 a month)"],
    ["30 minutes of speech a month", "30 minutes of speech a month (23,400 to 30,600 characters)"],
    ["30 requests a day each", "30 requests a day each"],
    ["chatgpt business", "chatgpt business (4 products)"],
    ["a team of 8", "8 people"],
  ])("%s is shown as %s", (line, value) => {
    expect(readLine(line, advisor).understood[0]?.value).toBe(value);
  });

  it("knows only options that the questions have", () => {
    const stray = [...phrases.values()]
      .flatMap(({ says, hints = [] }) => [...says, ...hints])
      .filter(([id, option]) => {
        const kind = advisor.checklist.questions.find((question) => question.id === id)?.kind;
        return kind === undefined || !("options" in kind) || !kind.options.some((each) => each.id === option);
      });
    expect(stray).toEqual([]);
  });

  it("knows every vendor and product on sale by its name", () => {
    for (const { id, name } of market.catalogue.vendors)
      expect(readLine(`${name} for 5 people`, advisor).answers.vendor, name).toEqual([id]);
  });

  it("keeps amounts as its page takes them", () => {
    const { typed } = readLine("3-5k clips a week, 8 seconds", advisor);
    for (const line of Object.values(typed)) expect(readTypedAmount(String(line))?.unit).toBe("");
  });
});

const pieces = [
  "20k support chats a month",
  "for our customers",
  "60 seats",
  "krea or leonardo",
  "SSO",
  "health data",
  "in production",
  "in bursts",
  "can wait",
  "commercial use",
  "blockchain",
  "not midjourney",
  "30 requests a day each",
  "3.000",
  "$500",
  "daily",
];
const word = fc.oneof(
  fc.constantFrom(
    ..."20k 3,000 3.000 100 1.5m 50% 4k chats chat images clips a an month day week per each team of our customers people seats designers gpt-6-sol gpt claude chatgpt copilot business pro kling api app bot not without up to more than and or , ; / . : - with for support health data sso daily production prototype 8 seconds speech minutes zebra <@U1> @here *bold* $5".split(
      " ",
    ),
  ),
  fc.string({ maxLength: 8 }),
);

describe("any line", () => {
  it("loses no word: each is understood, left, or says nothing by itself", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const line = words.join(" ");
        const read = readLine(line, advisor);
        const kept = [...read.understood.map((each) => each.words), ...read.left].join(" ");
        const lost = tokensOf(line).filter(
          ({ kind, key, text }) => kind !== "mark" && !glue.has(key) && !kept.includes(text),
        );
        expect(lost.map(({ text }) => text)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("names a period among the words of the amount that it belongs to, wherever it stands", () => {
    for (const line of ["a week 20k images", "20k images, for us, a week"]) {
      const { understood } = readLine(line, advisor);
      expect([line, understood.find(({ question }) => question === "workload")?.words]).toEqual([
        line,
        expect.stringContaining("week"),
      ]);
    }
  });

  it("says the same whatever the order of its pieces", () => {
    fc.assert(
      fc.property(
        fc
          .subarray(pieces, { minLength: 2 })
          .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([one, other]) => {
          const [first, second] = [one, other].map((each) => readLine(each.join(", "), advisor));
          expect(second?.answers).toEqual(first?.answers);
          expect(second?.typed).toEqual(first?.typed);
          expect(second?.left.toSorted()).toEqual(first?.left.toSorted());
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(["zebra ", "chatgpt pro plan ", "a ", "20 ", "kling-", "1,000", "3-", "20k zebra chats, not up to 50% of "])(
    "is read in no time, however long it is: %j",
    (piece) => {
      const begun = performance.now();
      readLine(piece.repeat(4_000 / piece.length), advisor);
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );
});
