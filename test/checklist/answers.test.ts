import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReadAnswers, readAnswers } from "../../src/checklist/answers.ts";
import { questionIds } from "../../src/checklist/ids.ts";
import type { AnswerKind } from "../../src/checklist/question.ts";
import { questions } from "../../src/checklist/questions/index.ts";

const sellers = { vendors: ["acme", "bolt"], rows: ["acme-plus", "bolt-api"] };
const read = (input: unknown): ReadAnswers => readAnswers(input, questions, sellers);

type Kind = AnswerKind["type"];
/** For each kind a question of that kind, answers with what is kept of them, and what is no answer. */
type Case = { id: (typeof questionIds)[number]; good: [given: unknown, kept: unknown][]; bad: unknown[] };

const quote = { amount: "12000.50", currency: "USD", unit: "year", term: "12 months" };
const link = { url: "https://acme.example/billing", readOn: "2026-10-05" };
const same = (value: unknown): [unknown, unknown] => [value, value];

// A kind without a case does not compile.
const cases: Record<Kind, Case> = {
  choice: { id: "job", good: [same("code")], bad: ["robot", "", "CODE", " code", 1, true, null, ["code"], {}] },
  choices: {
    id: "controls",
    good: [same(["agents"]), same(["none"]), [[], undefined]],
    bad: ["agents", ["agent"], ["none", "agents"], ["unknown"], [null], [["agents"]], [undefined], 3, {}],
  },
  vendors: {
    id: "vendor",
    good: [same(["acme"]), same(["bolt-api"]), same(["other"]), same(["undecided"]), [[], undefined]],
    bad: ["acme", ["Acme"], ["acme-max"], ["acme", "cmea"], [""], [7], null],
  },
  count: { id: "seats", good: [same(1), same(500)], bad: [0, -1, 1.5, "5", Number.NaN, Infinity, 1e21, null, [5]] },
  date: { id: "expires_on", good: [same("2027-01-31")], bad: ["2027-02-30", "31.01.2027", "", 20270131, null, {}] },
  owner: {
    id: "owner",
    good: [
      same("Ana"),
      ["  Ana ", "Ana"],
      same({ seats: "Ana", api: "Ben" }),
      [{ seats: " Ana ", api: "unknown" }, { seats: "Ana" }],
    ],
    bad: ["", "  ", 7, null, ["Ana"], { seat: "Ana" }, { seats: "" }, { seats: 7 }, { api: null }],
  },
  duties: {
    id: "duties",
    good: [same({ keys: "Ana", logs: "none", retries: "unknown" })],
    bad: ["Ana", ["Ana"], { key: "Ana" }, { keys: "" }, { keys: 7 }, { keys: null }, { keys: ["Ana"] }, null],
  },
  quote: {
    id: "quote",
    good: [
      same("none"),
      same(quote),
      [
        { ...quote, amount: 12000 },
        { ...quote, amount: "12000" },
      ],
    ],
    bad: [
      ...["12000", 12000, null, [quote], {}, { ...quote, amount: "12,000" }, { ...quote, amount: "-5" }],
      ...[
        { ...quote, amount: "0" },
        { ...quote, amount: "0.00" },
        { ...quote, amount: 1e21 },
        { ...quote, amount: "1e3" },
        { ...quote, currency: "$" },
      ],
      ...[
        { ...quote, unit: "" },
        { ...quote, term: undefined },
        { ...quote, discount: "10" },
      ],
    ],
  },
  link: {
    id: "link",
    good: [same("none"), same(link)],
    bad: [
      ...["https://acme.example", null, {}, [link], { ...link, url: "javascript:alert(1)" }, { ...link, url: "" }],
      ...[
        { ...link, url: "https://acme.example/<script>" },
        { ...link, url: "https://a b" },
      ],
      ...[{ ...link, readOn: "2026-02-30" }, { url: link.url }, { ...link, title: "Billing" }],
    ],
  },
  workload: {
    id: "workload",
    good: [
      same({ kind: "voice", characters: 54000, takes: 3 }),
      same({ kind: "voice", characters: "54000.5", takes: { low: 1, expected: 2, high: 3 } }),
    ],
    bad: ["lots", 7, null, ["tokens"], { kind: "tokens" }, { kind: "voice", characters: -1, takes: 3 }],
  },
  channel: { id: "channel", good: [same("C0123"), [" C0123 ", "C0123"]], bad: ["", "  ", 7, null, ["C0123"], {}] },
};

describe.each(Object.entries(cases))("readAnswers, on an answer of the kind %s", (kind, { id, good, bad }) => {
  it("has a question of that kind to try", () => {
    expect(questions.find((question) => question.id === id)?.kind.type).toBe(kind);
  });

  it.each(good)("keeps %j as %j", (given, kept) => {
    expect(read({ [id]: given })).toEqual({ answers: kept === undefined ? {} : { [id]: kept }, problems: [] });
  });

  it.each(bad.map((value) => [value]))("keeps nothing of %j and says which question it was for", (given) => {
    const { answers, problems } = read({ [id]: given });
    expect(answers).toEqual({});
    expect(problems.map((problem) => problem.field)).toEqual([id]);
    expect(problems[0]?.text).toMatch(new RegExp(`^${id}: .`));
  });
});

describe("readAnswers, on any answers", () => {
  it.each(questionIds)("takes that one does not know for an answer to %s", (id) => {
    expect(read({ [id]: "unknown" })).toEqual({ answers: { [id]: "unknown" }, problems: [] });
  });

  it("keeps what is right beside what is wrong", () => {
    const { answers, problems } = read({ job: "robot", audience: "me", seats: 0, output: ["text"] });
    expect(answers).toEqual({ audience: "me", output: ["text"] });
    expect(problems.map((problem) => problem.field)).toEqual(["job", "seats"]);
  });

  it.each(["[]", "null", "7", '"job"', "true"])("asks for an object when it is given %s", (text) => {
    expect(read(JSON.parse(text))).toMatchObject({ answers: {}, problems: [{ field: "answers" }] });
  });

  it("gives back the same for the same options in any order, each once", () => {
    const options = ["text", "code", "image", "video", "voice", "music"];
    fc.assert(
      fc.property(fc.shuffledSubarray(options, { minLength: 1 }), fc.nat(5), (chosen, again) => {
        const twice = [...chosen, ...chosen.slice(0, again)];
        const kept = options.filter((option) => chosen.includes(option));
        expect(read({ output: twice })).toEqual({ answers: { output: kept }, problems: [] });
      }),
    );
  });

  it("takes an option that goes with nothing else twice as once", () => {
    expect(read({ controls: ["none", "none"] })).toEqual({ answers: { controls: ["none"] }, problems: [] });
  });
});

describe("readAnswers, on a slip of the pen", () => {
  it.each<[Record<string, unknown>, string, string, string]>([
    [{ unit: "imge" }, "unit", '"imge"', "image"],
    [{ vendor: ["acme", "acme-pluss"] }, "vendor", '"acme-pluss"', "acme-plus"],
    [{ enterprise_needs: ["procurment"] }, "enterprise_needs", '"procurment"', "procurement"],
    [{ duties: { key: "Ana" } }, "duties", '"key"', "keys"],
    [{ jop: "code" }, "jop", '"jop"', "job"],
    [{ audience: "team members" }, "audience", '"team members"', "customers"],
  ])("in %j names the question, what was typed and what is near", (given, field, typed, near) => {
    const [problem] = read(given).problems;
    expect(problem?.field).toBe(field);
    expect(problem?.text).toContain(typed);
    expect(problem?.text).toMatch(new RegExp(`\\b${near}\\b`));
  });
});
