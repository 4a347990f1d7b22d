import { expect, it } from "vitest";
import { openAdvisor } from "#core";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { situationOf } from "../../src/advice/advise.ts";
import { rowKey } from "../../src/market/page-facts.ts";
import { cardBlocks } from "../../src/present/card.ts";
import { recommend } from "../../src/purchase/recommend.ts";

it("a card tells the day on which a page was last found to say the same, also where the files know an older one", () => {
  const catalogue = openCatalogue();
  const row = catalogue.rows.find(({ id, until }) => id === "openai-chatgpt-plus" && until === null);
  if (row === undefined) throw new Error("the row is not there");
  const seen = { fact: rowKey(row), on: "2026-11-20", says: "same", evidence: "official", value: null } as const;
  const advisor = openAdvisor(catalogue, openRates(), "2026-11-21", [seen]);
  const answers = { job: "person", audience: "me", output: ["text"], vendor: ["openai-chatgpt-plus"] };
  const situation = situationOf(advisor, answers as Parameters<typeof situationOf>[1]);
  const told = JSON.stringify(cardBlocks(recommend(advisor, situation), situation, advisor));
  expect(told).toContain("last checked 20 Nov 2026");
});
