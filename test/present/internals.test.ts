import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, converse, type Field, type Screen } from "#core";
import { situationOf } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { duties, questionIds, routes } from "../../src/checklist/ids.ts";
import { pages } from "../../src/checklist/pages.ts";
import { answersGiven, soFar } from "../../src/conversation/answer-words.ts";
import { cardBlocks } from "../../src/present/card.ts";
import { allBlocks, detailsOf } from "../../src/present/details/details.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { anyAnswers } from "../advice/answers-arbitrary.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const { checklist, market } = advisor;
const options = checklist.questions.flatMap(({ kind }) =>
  kind.type === "choice" || kind.type === "choices" ? kind.options.map((option) => option.id) : [],
);
/** Names that only the program uses: those with a mark that no word has. */
const internals = [
  ...[...questionIds, ...options, ...duties, ...routes].filter((id) => id.includes("_")),
  ...market.catalogue.rows.map((row) => row.id).filter((id) => id.includes("-")),
];
const models = new Set(market.catalogue.rows.flatMap((row) => row.drains.map((drain) => drain.model)));
const internal = new RegExp(
  `(?<![\\w./-])(${internals
    .filter((id) => !models.has(id))
    .map((id) => id.replaceAll(".", "\\."))
    .join("|")})(?![\\w-])`,
);

const wordsOf = (block: Block): string[] => {
  switch (block.block) {
    case "heading":
    case "text":
    case "quiet":
    case "finding":
      return [block.text];
    case "facts":
      return block.facts.flatMap(({ label, value }) => [label, value]);
    case "table":
      return [...block.columns, ...block.rows.flat()];
    case "source":
    case "link":
    case "people":
    case "channel":
      return [];
  }
};
const fieldWords = (field: Field) => [
  field.label,
  field.hint,
  field.problem ?? "",
  ...("options" in field ? field.options.flatMap(({ label, hint = "" }) => [label, hint]) : []),
];
const shown = ({ title, body, fields }: Screen) => [title, ...body.flatMap(wordsOf), ...fields.flatMap(fieldWords)];
const raw = (texts: readonly string[]) => texts.filter((text) => internal.test(text));

/** At the very end of Details stands what only scripts use. */
const withoutIds = (blocks: readonly Block[]) => {
  const from = blocks.findIndex((block) => block.block === "quiet" && block.text.includes(market.catalogue.version));
  expect(from).toBeGreaterThan(blocks.length - 3);
  return blocks.slice(0, from);
};

const given: Answers = {
  job: "both",
  audience: "team",
  output: ["text", "image"],
  vendor: ["openai-chatgpt-plus", "openai-api-prepaid", "kling", "undecided"],
  stage: "production",
  enterprise_needs: ["sso"],
  quote: { amount: "1", currency: "USD", unit: "year", term: "1 year" },
  unit: "input_token",
  expiry: "on_date",
  at_zero: "auto_recharge",
  cap: "stops_requests",
  owner: { seats: "Ana" },
  duties: { rate_limits: "Ana", top_ups: "none", spend_caps: "unknown" },
};

describe("what people read", () => {
  it("finds what it looks for", () => {
    expect(raw(["kling-app-pro: bought units", "rate_limits: Ana", "You said: on_date."])).toHaveLength(3);
  });

  it("holds no key and no row's id of the program: neither pages, nor recommendations, nor cards", () => {
    const check = (answers: Answers) => {
      const situation = situationOf(advisor, answers);
      const result = recommend(advisor, situation);
      const texts = [
        soFar(situation, []),
        ...cardBlocks(result, situation, advisor).flatMap(wordsOf),
        ...withoutIds(allBlocks(detailsOf({ result, situation, advisor, said: answersGiven(situation) }))).flatMap(
          wordsOf,
        ),
        ...pages.flatMap(({ id }) =>
          shown(converse(advisor, { answers, asking: [] }, { event: "open", page: id }).screen),
        ),
        ...shown(converse(advisor, { answers, asking: [] }, { event: "open", page: "review" }).screen),
      ];
      expect(raw(texts)).toEqual([]);
    };
    check(given);
    fc.assert(fc.property(anyAnswers, check), { numRuns: 60 });
  });

  it("is the same after everything on a page was filled in wrongly", () => {
    const draft = { answers: given, asking: [] };
    for (const { id } of pages) {
      const { screen } = converse(advisor, draft, { event: "open", page: id });
      for (const wrong of ["x".repeat(201), "_", "12,0,0", "\u0007"]) {
        const values = Object.fromEntries(screen.fields.map((field) => [field.id, wrong]));
        const sent = converse(advisor, draft, { event: "submit", page: id, values }).screen;
        expect(raw(shown(sent))).toEqual([]);
        expect(shown(sent).filter((text) => /[{}]/.test(text))).toEqual([]);
      }
    }
  });
});
