import { describe, expect, it } from "vitest";
import type { Block } from "#core";
import { resultOf, situationOf } from "../../src/advice/advise.ts";
import { Situation } from "../../src/advice/situation.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { cardBlocks } from "../../src/present/card.ts";
import { allBlocks, detailsOf } from "../../src/present/details/details.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const quote = { amount: "12000", currency: "USD", unit: "year", term: "12 months" };
const organisation: Answers = {
  job: "both",
  audience: "team",
  output: ["text"],
  vendor: ["anthropic", "openai"],
  stage: "production",
  enterprise_needs: ["sso"],
  quote,
  workload: {
    kind: "text",
    model: "openai:gpt-6-luna",
    conversations: 1000,
    turns: 2,
    systemTokens: 500,
    userTokens: 100,
    answerTokens: 200,
  },
};

const resultFor = (answers: Answers) => recommend(advisor, situationOf(advisor, answers));

/** What stands beside "Contract price", in the recommendation and on the card. */
function quoted(answers: Answers): string[] {
  const [result, situation] = [resultFor(answers), situationOf(advisor, answers)];
  const valuesIn = (blocks: readonly Block[]) =>
    blocks.flatMap((block) =>
      block.block === "facts" ? block.facts.flatMap((fact) => (fact.label === "Contract price" ? fact.value : [])) : [],
    );
  return [
    allBlocks(detailsOf({ result, situation, advisor, said: [] })),
    cardBlocks(result, situation, advisor),
  ].flatMap(valuesIn);
}

describe("a vendor's written quote", () => {
  it("is the price of the contract, in the result, the recommendation and on the card, by whose word it is", () => {
    expect(resultFor(organisation).routes.map(({ route }) => route)).toContain("enterprise_contract");
    expect(resultFor(organisation).quote).toEqual(quote);
    expect(quoted(organisation)).toEqual([
      "$12,000 a year for 12 months, from the vendor's written quote, as you gave it. The estimate does not include it",
      "$12,000 a year for 12 months, from the vendor's written quote",
    ]);
  });

  it("stands beside the public rows and enters no sum", () => {
    const without = resultFor({ ...organisation, quote: "none" });
    const { wallets, estimate, refused } = resultFor(organisation);
    expect(wallets.length).toBeGreaterThan(0);
    expect(wallets).toEqual(without.wallets);
    expect(estimate?.total).not.toBeNull();
    expect(estimate).toEqual(without.estimate);
    expect(refused).toEqual(without.refused);
  });

  it("is nothing where there is none, or where no contract is recommended", () => {
    expect(resultFor({ ...organisation, quote: "none" }).quote).toBeNull();
    expect(resultFor({ ...organisation, quote: "unknown" }).quote).toBeNull();
    const nobody: Answers = { ...organisation, enterprise_needs: ["none"] };
    expect(resultFor(nobody).quote).toBeNull();
    expect(quoted(nobody)).toEqual([]);
    // Even where an answer that does not apply was not taken out before.
    const { checklist, market } = advisor;
    expect(resultOf(advisor, new Situation(checklist, market, nobody)).quote).toBeNull();
  });

  it.each([
    [{ ...quote, amount: "12000.50" }, "$12,000.50 a year for 12 months"],
    [{ ...quote, amount: "0.0025", unit: "per call" }, "$0.0025 per call for 12 months"],
    [
      { amount: "30", currency: "EUR", unit: "seat and month", term: "for 3 years" },
      "EUR 30 a seat and month for 3 years",
    ],
  ])("reads as it was written: %j", (given, words) => {
    expect(quoted({ ...organisation, quote: given })[0]).toBe(
      `${words}, from the vendor's written quote, as you gave it. The estimate does not include it`,
    );
  });
});
