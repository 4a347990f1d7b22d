import { describe, expect, it } from "vitest";
import { openCatalogue } from "../../pricing/open.ts";
import { messages, noticeWords, verifyValues, verifyWords } from "../../src/advice/messages.ts";
import { dutyWords } from "../../src/checklist/duty-words.ts";
import { factWords } from "../../src/checklist/fact-words.ts";
import { duties, questionIds, routes } from "../../src/checklist/ids.ts";
import { pages } from "../../src/checklist/pages.ts";
import type { Option } from "../../src/checklist/question.ts";
import { questions } from "../../src/checklist/questions/index.ts";
import { routeTitle, routeWords } from "../../src/checklist/route-words.ts";
import { routeSteps } from "../../src/checklist/routes.ts";
import { rules } from "../../src/checklist/rules/index.ts";
import { staleClaims } from "../../src/checklist/stale-claims.ts";
import { refuseToAdd } from "../../src/quantity/combine.ts";
import { severityWords } from "../../src/screen/severity-words.ts";

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word));
const sentencesIn = (text: string) => text.split(/(?<=[.?!])\s+(?=\p{Lu}|\{|$)/u).filter((each) => each !== "");

/** What no colleague would write (voice, rules 1 and 2), and signs of drama. */
const banned = [
  /\b(whoever|whatever|whichever|wherever|somebody|lapses?|lapsed|drain(s|ed|ing)?)\b/i,
  /\b(wallets?|screens?|rows?|catalogues?)\b/i,
  /\b(at zero|on the table|taken for granted|the way to the model|too long ago|way out|no more than)\b/i,
  /\b(dear|dearer|amongst|upon|herein|thereof)\b/i,
  /[!\u2014\u2013]/,
  / - /,
  /\bone (waits|gets|pays|has|is)\b/i,
];
const catalogue = openCatalogue();
const optionsOf = questions.flatMap(({ id, kind }): { of: string; option: Option }[] =>
  kind.type === "choice" || kind.type === "choices" ? kind.options.map((option) => ({ of: id, option })) : [],
);
const codes = [
  ...rules.map(({ id }) => id),
  ...Object.keys(verifyWords),
  ...catalogue.rows.map(({ id }) => id).filter((id) => id.includes("-")),
  ...[...questionIds, ...duties, ...routes, ...optionsOf.map(({ option }) => option.id)].filter((id) =>
    id.includes("_"),
  ),
];
const code = new RegExp(`(?<![\\w./-])(${codes.map((id) => id.replaceAll(".", "\\.")).join("|")})(?![\\w-])`);
const model = /\b[a-z]+:[a-z0-9][\w.-]+/;

const clauses = [
  ...Object.values(factWords).flatMap(({ says, saysNot }) => [says, saysNot]),
  ...routeSteps.map(({ comesFirst }) => comesFirst),
  ...optionsOf.flatMap(({ option }) => option.says ?? []),
  messages.unitNotChosen,
];
const ruleTexts = rules.flatMap((rule) => [
  rule.text,
  rule.why,
  rule.conflictOfInterest ?? "",
  ...(rule.more ?? []).map(({ text }) => text),
]);
const refusals = [
  { unit: "credit", wallet: "b", currency: null, period: null, owner: "Ana" },
  { unit: "seat_month", wallet: "a", currency: null, period: null, owner: "Ana" },
  { unit: "token", wallet: "a", currency: null, period: null, owner: "Ana" },
  { unit: "credit", wallet: "a", currency: null, period: null, owner: "Ben" },
  { unit: "credit", wallet: "a", currency: "EUR", period: null, owner: "Ana" },
  { unit: "credit", wallet: "a", currency: null, period: "year", owner: "Ana" },
].map(({ unit, wallet, currency, period, owner }) =>
  refuseToAdd(
    {
      unit: "credit",
      wallet: { id: "a", name: "A", unitName: "credits", budgetOwner: "Ana" },
      currency: null,
      period: null,
      readOn: null,
    },
    {
      unit: unit as "credit",
      wallet: { id: wallet, name: "B", unitName: "credits", budgetOwner: owner },
      currency,
      period: period as "year" | null,
      readOn: null,
    },
  ),
);
const others = [
  ...questions.flatMap(({ text, topic, why }) => [text, topic, why]),
  ...optionsOf.map(({ option }) => option.label),
  ...pages.map(({ title }) => title),
  ...routes.flatMap((route) => [routeTitle(route), routeWords[route].buys]),
  ...Object.values(dutyWords),
  ...Object.values(verifyWords),
  ...Object.values(severityWords),
  ...refusals.flatMap((refusal) => (refusal === undefined ? [] : [refusal.reason, refusal.wayOut])),
  verifyValues.forOnePerson,
  noticeWords.unread("Kling Pro"),
  noticeWords.closed("Kling Pro", "2026-07-01"),
  noticeWords.stale("Kling Pro", "2026-07-01"),
  noticeWords.discontinued("Kling Pro", null),
  noticeWords.otherOutput("Kling Pro", ["image", "video"], ["text"]),
  noticeWords.notSoldOnRoute("Kling", routeTitle("api_meter"), []),
  messages.answerFirst(["Who is it for?"]),
  ...catalogue.accidents.flatMap(({ mistake, what, avoid }) => [mistake, what, avoid]),
];
const claims = staleClaims.flatMap(({ treat }) => treat);
const all = [...ruleTexts, ...claims, ...rules.map(({ title }) => title), ...clauses, ...others];

describe("every word of the checklist", () => {
  it("keeps clear of codes: no id of a rule, a row, a question or an option, and no key of a model", () => {
    expect(all.filter((text) => code.test(text) || model.test(text))).toEqual([]);
  });

  it("is plain: none of the banned words and signs", () => {
    expect(all.filter((text) => banned.some((each) => each.test(text.replace(/\{\w+\}/g, ""))))).toEqual([]);
  });

  it("stands in sentences of at most 18 words", () => {
    expect(all.flatMap(sentencesIn).filter((sentence) => wordsIn(sentence).length > 18)).toEqual([]);
  });
});

describe("rules", () => {
  it("are named by an instruction or a fact of two to six words, each by its own", () => {
    const titles = rules.map(({ title }) => title);
    expect(titles.filter((title) => wordsIn(title).length < 2 || wordsIn(title).length > 6)).toEqual([]);
    expect(titles.filter((title) => !/^\p{Lu}/u.test(title) || /[.:;{}]/.test(title))).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("say the consequence in one or two sentences, and why in as many", () => {
    const long = ruleTexts.filter((text) => sentencesIn(text).length > 2);
    expect(long).toEqual([]);
    expect(rules.filter(({ text, why }) => text === "" || why === "" || text === why).map(({ id }) => id)).toEqual([]);
    const unended = ruleTexts.filter((text) => text !== "" && !/[.}]$/.test(text));
    expect(unended).toEqual([]);
  });
});

describe("questions", () => {
  it("ask: one short question each, with a hint of at most twelve words", () => {
    expect(questions.filter(({ text }) => !/^\p{Lu}[^?]*\?$/u.test(text) || wordsIn(text).length > 10)).toEqual([]);
    expect(questions.filter(({ why }) => wordsIn(why).length > 12).map(({ id }) => id)).toEqual([]);
  });

  it("have options that begin with a capital, differ, and end with none of these", () => {
    expect(optionsOf.filter(({ option }) => !/^\p{Lu}/u.test(option.label) || option.label.endsWith("."))).toEqual([]);
    for (const { id, kind } of questions) {
      if (kind.type !== "choice" && kind.type !== "choices") continue;
      expect(new Set(kind.options.map(({ label }) => label)).size, id).toBe(kind.options.length);
      const none = kind.options.findIndex((option) => option.id === "none");
      expect([-1, kind.options.length - 1], id).toContain(none);
      expect(
        kind.options.filter(({ label }) => wordsIn(label).length > 7).map(({ label }) => label),
        id,
      ).toEqual([]);
    }
  });

  it("have clauses where an answer decides a route: lower case, without an end", () => {
    expect(clauses.filter((clause) => /^\p{Lu}/u.test(clause) || /[.?!]$/.test(clause))).toEqual([]);
  });

  it("stand on pages with titles of at most four words", () => {
    expect(pages.filter(({ title }) => wordsIn(title).length > 4)).toEqual([]);
  });
});

describe("routes", () => {
  it("keep their names, with a gloss of at most four words", () => {
    expect(routes.filter((route) => wordsIn(routeWords[route].gloss).length > 4)).toEqual([]);
    expect(new Set(routes.map((route) => routeWords[route].name)).size).toBe(routes.length);
  });
});
