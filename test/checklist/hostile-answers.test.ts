import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReadAnswers, readAnswers } from "../../src/checklist/answers.ts";
import { type QuestionId, questionIds } from "../../src/checklist/ids.ts";
import { questions } from "../../src/checklist/questions/index.ts";

const sellers = { vendors: ["acme", "bolt"], rows: ["acme-plus"] };
const read = (input: unknown): ReadAnswers => readAnswers(input, questions, sellers);

const kindOf = (id: QuestionId) => questions.find((question) => question.id === id)?.kind;
/** The questions that are answered in a person's own words: the others take only what they offer. */
const free: QuestionId[] = ["owner", "duties", "quote", "link", "workload", "channel"];
const closed = questionIds.filter((id) => !free.includes(id));

const long = "a".repeat(10_000);
const control = "Ana\u0000\u0007\u001b[2J\u202e";
const link = { url: "https://acme.example", readOn: "2026-10-05" };
const quote = { amount: "1", currency: "USD", unit: "year", term: "a year" };

/** A text wherever an answer has room for one. */
const everywhere = (text: string): [where: string, id: QuestionId, value: unknown][] => [
  ...questionIds.flatMap((id): [string, QuestionId, unknown][] => [
    [id, id, text],
    [`a list for ${id}`, id, [text]],
  ]),
  ["the owner of the seats", "owner", { seats: text }],
  ["the keeper of the keys", "duties", { keys: text }],
  ["the unit of a quote", "quote", { ...quote, unit: text }],
  ["the term of a quote", "quote", { ...quote, term: text }],
  ["the address of a link", "link", { ...link, url: `https://acme.example/${text}` }],
];

describe("readAnswers, on hostile texts", () => {
  it.each(everywhere(long))("keeps 10,000 letters out of %s", (_, id, value) => {
    const { answers, problems } = read({ [id]: value });
    expect(Object.keys(answers)).toEqual([]);
    expect(problems.map((problem) => problem.field)).toEqual([id]);
  });

  it("keeps an amount of 10,000 digits out of a quote", () => {
    expect(Object.keys(read({ quote: { ...quote, amount: "9".repeat(10_000) } }).answers)).toEqual([]);
  });

  it.each(everywhere(control))("keeps control characters out of %s", (_, id, value) => {
    expect(JSON.stringify(read({ [id]: value }).answers)).not.toMatch(/\\u00(0|1b)|\u202e/);
  });

  it.each(["\u200b", "\u3164", "\u2060", "\u115f\u1160", "\u00ad", "\u{e0041}", "\u2800", "…", "-", "\u200d\ufe0f"])(
    "takes nobody for an owner whose name cannot be seen: %j",
    (name) => {
      for (const value of [name, ` ${name} `, { seats: name }, { seats: "Ana", api: name }])
        expect(read({ owner: value })).toMatchObject({ answers: {}, problems: [{ field: "owner" }] });
      expect(read({ duties: { keys: name } }).problems).toHaveLength(1);
    },
  );

  it.each(["Ana", "3", "李", "می\u200cخواهم", "Zoë", "O'Brien & Co."])("takes the name %j as it is", (name) => {
    expect(read({ owner: name })).toMatchObject({ answers: { owner: name }, problems: [] });
  });

  it("takes two names that look alike for one", () => {
    const kept = read({ owner: { seats: "Ana\u200b", api: "\ufeffA\u00adna" } });
    expect(kept).toMatchObject({ answers: { owner: { seats: "Ana", api: "Ana" } }, problems: [] });
  });

  it.each(["\u061c", "\u2028", "\u2029", "\u202e", "\u0007"])("takes no name with %j in it", (mark) => {
    expect(read({ owner: `An${mark}a` })).toMatchObject({ answers: {}, problems: [{ field: "owner" }] });
  });

  it("says in a short sentence that it knows no question of 10,000 letters", () => {
    const { answers, problems } = read({ [long]: "code", duties: { [long]: "Ana" } });
    expect(Object.keys(answers)).toEqual([]);
    for (const problem of problems) expect(problem.text.length).toBeLessThan(500);
  });
});

describe("readAnswers, on hostile keys", () => {
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"])("knows no question %s", (key) => {
    // Written as JSON, where `__proto__` is a key like any other.
    const { answers, problems } = read(JSON.parse(`{ "${key}": { "job": "code" } }`));
    expect(Object.entries(answers)).toEqual([]);
    expect(Object.getPrototypeOf(answers)).toBe(Object.prototype);
    expect(problems.map((problem) => problem.field)).toEqual([key]);
    expect(({} as Record<string, unknown>).job).toBeUndefined();
  });

  it.each(["owner", "duties", "quote", "link"])("knows no part __proto__ of an answer to %s", (id) => {
    const { answers, problems } = read(JSON.parse(`{ "${id}": { "__proto__": "Ana" } }`));
    expect(answers).toEqual({});
    expect(problems.map((problem) => problem.field)).toEqual([id]);
  });

  it("takes no option from what every object has", () => {
    for (const id of closed) {
      for (const option of ["__proto__", "constructor", "toString", "length"]) {
        expect(read({ [id]: option }).answers).toEqual({});
        expect(read({ [id]: [option] }).answers).toEqual({});
      }
    }
  });
});

describe("readAnswers, on any JSON", () => {
  // An object that cannot be turned into a text, and a list so deep that turning it into one runs out of room.
  const nasty: [string, string][] = [
    ["an object that denies being a text", '{ "toString": 1, "valueOf": 1 }'],
    ["a list in a list, 5,000 deep", `${"[".repeat(5_000)}${"]".repeat(5_000)}`],
  ];
  it.each(nasty)("keeps %s out of every closed question without throwing", (_, text) => {
    for (const id of closed) {
      for (const value of [JSON.parse(text), [JSON.parse(text)]]) {
        expect(read({ [id]: value }), id).toMatchObject({ answers: {}, problems: [{ field: id }] });
      }
    }
  });

  it("lets nothing in that a closed question does not offer", () => {
    // Its own options and those of others, beside anything at all: much of it is kept, and all of that was offered.
    const others = fc.constantFrom(...closed.flatMap(offersOf), "2026-11-20");
    const asked = fc.constantFrom(...closed).chain((id) => {
      const own = offersOf(id).length === 0 ? others : fc.constantFrom(...offersOf(id));
      const one = fc.oneof(own, others, fc.jsonValue({ maxDepth: 1 }), fc.integer({ min: -2, max: 9 }));
      return fc.tuple(fc.constant(id), fc.oneof(one, fc.array(one, { maxLength: 3 })));
    });
    let kept = 0;
    fc.assert(
      fc.property(asked, ([id, each]) => {
        const answer = read({ [id]: each }).answers[id];
        if (answer === undefined || answer === "unknown") return;
        kept++;
        expect(offers(id, answer), `${id}: ${JSON.stringify(answer)}`).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    expect(kept).toBeGreaterThan(50);
  });
});

function offersOf(id: QuestionId): string[] {
  const kind = kindOf(id);
  if (kind?.type === "vendors") return ["acme", "bolt", "acme-plus", "other", "undecided"];
  return kind && "options" in kind ? kind.options.map((option) => option.id) : [];
}

function offers(id: QuestionId, kept: unknown): boolean {
  const kind = kindOf(id);
  if (kind?.type === "count") return Number.isInteger(kept) && Number(kept) > 0;
  if (kind?.type === "date") return /^\d{4}-\d\d-\d\d$/.test(String(kept));
  return [kept].flat().every((option) => offersOf(id).includes(String(option)));
}
