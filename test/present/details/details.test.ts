import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "#core";
import { accidentsThatApply } from "../../../src/advice/accidents.ts";
import { situationOf } from "../../../src/advice/advise.ts";
import { why, whyNot } from "../../../src/advice/reasons.ts";
import type { Answers } from "../../../src/checklist/answers.ts";
import { severities } from "../../../src/checklist/ids.ts";
import { answersGiven } from "../../../src/conversation/answer-words.ts";
import { allBlocks, type Details, detailsOf } from "../../../src/present/details/details.ts";
import type { SectionId } from "../../../src/present/details/section.ts";
import { estimateBlocks } from "../../../src/present/estimate-blocks.ts";
import { flipWords } from "../../../src/present/flips.ts";
import { costWords, headline, runnerUpWords } from "../../../src/present/purchase-words.ts";
import { recommend } from "../../../src/purchase/recommend.ts";
import { plainLines } from "../../../src/screen/plain.ts";
import { anyAnswers } from "../../advice/answers-arbitrary.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";

const advisor = advisorOn(exampleDay);
const { market, checklist } = advisor;

const open = (answers: Answers) => {
  const situation = situationOf(advisor, answers);
  const result = recommend(advisor, situation);
  const said = answersGiven(situation);
  return { situation, result, said, details: detailsOf({ result, situation, advisor, said }) };
};
const linesOf = (blocks: readonly Block[]) => blocks.flatMap(plainLines);
const sentencesOf = (texts: readonly string[]) =>
  texts.flatMap((text) => text.replaceAll("\n", " ").split(/(?<=[.?!])\s+/)).flatMap((each) => each.trim() || []);
const linesOn = ({ sections }: Details, id: SectionId) =>
  linesOf(sections.find((section) => section.id === id)?.blocks ?? []);

/** Every sentence that a result has to tell, each with the page that it belongs to; found without looking at any page. */
function told({ situation, result, said }: ReturnType<typeof open>): [SectionId | "front", string[]][] {
  const { purchases, wallets, findings, notices, verify, estimate, missing, routes, ruledOut } = result;
  const picked = purchases.flatMap(({ picks }) => picks.flatMap(({ row }) => market.row(row)?.source ?? []));
  const sources = [...wallets.map(({ source }) => source), ...verify.flatMap((each) => each.sources)];
  return [
    ["front", purchases.flatMap((each) => [headline(each, market), costWords(each)])],
    ["why", purchases.flatMap((each) => [runnerUpWords(each), ...each.why])],
    ["why", routes.flatMap(({ route }) => why(route, situation))],
    ["why", ruledOut.flatMap(({ route }) => whyNot(route, situation).slice(0, 2))],
    ["why", flipWords(result.flips, checklist)],
    ["why", wallets.flatMap((each) => [each.product, each.unitName, each.expiry.text, each.rollover, each.atZeroText])],
    [
      "why",
      result.connections
        .filter(({ from, to }) =>
          [from, to].every((id) => [...situation.chosenRows, ...wallets].some((row) => row.id === id)),
        )
        .map(({ says }) => says),
    ],
    ["risks", findings.flatMap(({ title, text, sources: of }) => [title, text, ...of.map(({ url }) => url)])],
    ["cost", estimate === null ? [] : linesOf(estimateBlocks(estimate, market, situation.answers.workload))],
    ["pages", [...picked, ...sources, ...findings.flatMap((each) => each.sources)].map(({ url }) => url)],
    ["check", verify.flatMap((each) => [each.item, each.value ?? "", ...each.sources.map(({ url }) => url)])],
    ["check", purchases.flatMap(({ next }) => next.map(({ text }) => text.replace(/\.$/, "")))],
    ["said", said.flatMap(({ label, value }) => [label, value])],
    ["said", checklist.questions.filter(({ id }) => missing.includes(id)).map(({ text }) => text)],
    ...notices.map(({ kind, text }): [SectionId, string[]] => [
      ["stale", "unread", "differs"].includes(kind) ? "pages" : "risks",
      [text],
    ]),
  ];
}

const examples = readdirSync("test/purchase/examples").map(
  (file) => JSON.parse(readFileSync(`test/purchase/examples/${file}`, "utf8")).answers as Answers,
);

/** A law about any result, tried on every example and on random answers. */
function forAll(law: (opened: ReturnType<typeof open>) => void): void {
  for (const answers of examples) law(open(answers));
  fc.assert(
    fc.property(anyAnswers, (answers) => law(open(answers))),
    { numRuns: 60 },
  );
}

describe("Details", () => {
  it("say every sentence of a result, each on the page that it belongs to", { timeout: 60_000 }, () => {
    forAll((opened) => {
      for (const [page, texts] of told(opened)) {
        const { details } = opened;
        const lines = page === "front" ? linesOf(details.front) : linesOn(details, page);
        const shown = lines.join(" ");
        expect({ page, lost: sentencesOf(texts).filter((each) => !shown.includes(each)) }).toEqual({ page, lost: [] });
      }
    });
  });

  it("are the same sentences in one list as page by page", () => {
    forAll(({ details }) => {
      const whole = new Set(linesOf(allBlocks(details)));
      const pages = [...linesOf(details.front), ...details.sections.flatMap(({ blocks }) => linesOf(blocks))];
      expect(pages.filter((line) => !whole.has(line))).toEqual([]);
      expect(whole.size).toBe(new Set([...pages, ...linesOf(headingsOf(details))]).size);
    });
  });

  it("have ids nowhere but at the end of the last page", () => {
    forAll(({ details, result }) => {
      const last = details.sections.at(-1);
      expect(last?.id).toBe("said");
      const from = last?.blocks.findIndex((block) => block.block === "quiet" && block.text.includes(version)) ?? -1;
      expect(from).toBeGreaterThanOrEqual(0);
      const ids = linesOf(last?.blocks.slice(from) ?? []).join(" ");
      const rules = result.findings.map(({ rule }) => rule);
      expect([...rules, ...result.wallets.map(({ id }) => id)].filter((id) => !ids.includes(id))).toEqual([]);
      const before = [...details.sections.slice(0, -1).flatMap(({ blocks }) => blocks), ...details.front];
      const shown = linesOf([...before, ...(last?.blocks.slice(0, from) ?? [])]).join(" ");
      expect([version, ...rules].filter((id) => shown.includes(id))).toEqual([]);
    });
  });

  it("count what stands on a page, and put the worst warning first", () => {
    forAll(({ details, result, situation }) => {
      const [risks, check, said] = (["risks", "check", "said"] as const).map((id) =>
        details.sections.find((section) => section.id === id),
      );
      const products = result.notices.filter(({ kind }) => !["stale", "unread", "differs"].includes(kind));
      expect(risks?.count ?? 0).toBe(result.findings.length + products.length + accidentsThatApply(situation).length);
      expect(check?.count).toBe(7);
      expect(check?.blocks.flatMap((block) => (block.block === "facts" ? block.facts : [])).length).toBe(7);
      expect(said?.count).toBeGreaterThanOrEqual(0);
      const shown = (risks?.blocks ?? []).flatMap((block) => (block.block === "finding" ? [block.severity] : []));
      const ranks = shown.map((severity) => severities.indexOf(severity));
      expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    });
  });

  it("have an estimate only where there is one, and name each page once among the sources", () => {
    forAll(({ details, result }) => {
      expect(details.sections.some(({ id }) => id === "cost")).toBe(result.estimate !== null);
      const sources = linesOn(details, "pages").filter((line) => line.startsWith("http"));
      expect(new Set(sources).size).toBe(sources.length);
    });
  });

  it("tell two budgets apart before the estimate", () => {
    const both = examples.map(open).find(({ result }) => result.purchases.length > 1 && result.estimate !== null);
    const first = both?.details.sections.find(({ id }) => id === "cost")?.blocks.slice(0, 2) ?? [];
    expect(first.flatMap((block) => (block.block === "facts" ? block.facts : [])).map(({ label }) => label)).toEqual(
      both?.result.purchases.map(({ budget }) => (budget === "people" ? "People" : "Program")),
    );
  });
});

const { version } = market.catalogue;

function headingsOf({ front, sections }: Details): Block[] {
  return allBlocks({ front: [], sections: sections.map((each) => ({ ...each, blocks: [] })) }).filter(
    (block) => !front.includes(block),
  );
}
