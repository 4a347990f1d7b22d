import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "vitest";
import { situationOf } from "../../src/advice/advise.ts";
import { readAnswers } from "../../src/checklist/answers.ts";
import { chartsOf } from "../../src/present/charts.ts";
import { estimateChartsOf } from "../../src/present/estimate-charts.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { conversation, estimateOf } from "../estimate/ask.ts";
import { approved } from "../suites/approve.ts";
import { tell } from "./tell.ts";

/** What pictures show, as text. Set APPROVE=1 to write it anew, then read it. */
const folder = new URL("../purchase/examples/", import.meta.url);

const works: Record<string, unknown> = {
  "a conversation": { ...conversation, conversations: 5000 },
  "a conversation of many turns": { ...conversation, turns: 90, model: "anthropic:claude-sonnet-5-5" },
  pictures: { kind: "images", accepted: 1000, acceptanceRate: 0.5, resolution: "1k" },
  clips: {
    kind: "media",
    output: "video",
    accepted: 20,
    acceptanceRate: { low: 0.2, expected: 0.4, high: 0.8 },
    seconds: 8,
    resolution: "1080p",
    audio: true,
  },
};

function told(name: string, charts: readonly string[]): string {
  return [`== ${name}`, ...(charts.length === 0 ? ["nothing to draw"] : charts)].join("\n\n");
}

describe("what pictures show reads as approved", () => {
  it("for purchases worked by hand", () => {
    const each = readdirSync(folder).map((file) => {
      const { asOf, answers: given } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
      const advisor = advisorOn(asOf);
      const { vendors, rows } = advisor.market.catalogue;
      const sellers = { vendors: vendors.map(({ id }) => id), rows: rows.map(({ id }) => id) };
      const situation = situationOf(advisor, readAnswers(given, advisor.checklist.questions, sellers).answers);
      return told(file, chartsOf(recommend(advisor, situation), situation, advisor).map(tell));
    });
    approved(new URL("approved/purchases.txt", import.meta.url), each.join("\n\n"));
  });

  it("for estimates", () => {
    const each = Object.entries(works).map(([name, work]) =>
      told(name, estimateChartsOf(estimateOf(work).estimate, work, advisorOn(exampleDay)).map(tell)),
    );
    approved(new URL("approved/estimates.txt", import.meta.url), each.join("\n\n"));
  });
});
