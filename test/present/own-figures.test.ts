import { describe, expect, it } from "vitest";
import { type Block, lookUpAdvice, lookUpComparison, lookUpEstimate, lookUpPlans, openAdvisors } from "#core";
import { renderBlocks } from "../../adapters/terminal/render.ts";
import { openWorker } from "../../adapters/worker/index.ts";
import { openGiven } from "../../knowledge.ts";
import type { OwnFiles } from "../../pricing/own.ts";
import { runnerUpWords } from "../../src/present/purchase-words.ts";
import { ownFigure } from "../../src/screen/source-words.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { row } from "../pricing/fixture.ts";

const source = { url: "https://wiki.example.com/deals", readOn: "2026-11-01", evidence: "official" };
const seat = row({
  id: "reseller-team",
  product: "Reseller Team",
  kind: "seat",
  route: "team_workspace",
  outputs: ["text"],
  unit: "seat_month",
  unitName: "seats",
  price: { amount: "12", currency: "USD", period: "month", kind: "list", per: "seat" },
  seats: { min: 1, max: null, conflict: null },
  ownerKind: "company",
  source,
});
/** A reseller of seats, and a discount on one model. */
const own: OwnFiles = {
  vendors: [
    {
      name: "vendors/reseller.json",
      content: { id: "reseller", name: "Reseller", words: ["reseller"], cards: {}, rows: [seat] },
    },
  ],
  rates: [
    {
      name: "rates/openai.json",
      content: {
        vendor: "openai",
        models: [
          {
            id: "gpt-6-luna",
            aliases: [],
            before: "nothing",
            lighter: null,
            rows: [
              {
                from: "2026-11-01",
                until: null,
                input: "0.01",
                cached: null,
                write5m: null,
                write1h: null,
                output: "0.02",
                long: null,
                peak: null,
                source,
                confidence: "high",
                note: null,
              },
            ],
          },
        ],
      },
    },
  ],
  connections: null,
};
const { catalogue, rates } = openGiven({ own, newer: null });
const advisor = openAdvisors(catalogue, rates)(exampleDay);
const marks = (found: { blocks: Block[] } | object) =>
  "blocks" in found ? renderBlocks(found.blocks, { width: 500, colour: false }).split(ownFigure).length - 1 : -1;
const lines = (found: object) =>
  ("blocks" in found ? renderBlocks(found.blocks as Block[], { width: 500, colour: false }) : "").split("\n");
const telling = (found: object, what: string) => lines(found).filter((line) => line.includes(what));

const team = { job: "person", audience: "team", output: ["text"], seats: 5, vendor: ["reseller", "anthropic"] };
const chats = "text conversations=3000 turns=6 systemTokens=2000 userTokens=200 answerTokens=300";

describe("a figure of one's own is called so", () => {
  it("in the list of plans, and in every reading behind it", () => {
    const found = lookUpPlans({ of: "reseller", route: null, sources: false }, advisor);
    // The cell, and the page.
    expect(marks(found)).toBe(2);
    expect(marks(lookUpPlans({ of: "reseller", route: null, sources: true }, advisor))).toBe(2);
  });

  it("on the card: beside what it costs, among what is compared, and among the pages", () => {
    const found = lookUpAdvice(team, advisor, { details: false });
    expect(telling(found, "$60 a month")[0]).toContain(ownFigure);
    expect(telling(found, `Reseller Team (${ownFigure})`)).toHaveLength(1);
    expect(lines(found).at(-1)).toMatch(new RegExp(ownFigure, "i"));
  });

  it("in Details: its price, its page and its line of the comparison", () => {
    const found = lookUpAdvice(team, advisor);
    expect(telling(found, "$12 per seat a month")[0]).toContain(ownFigure);
    expect(telling(found, "(recommended)")[0]).toContain(ownFigure);
    expect(telling(found, source.url).length + telling(found, `(${ownFigure}, `).length).toBeGreaterThan(1);
  });

  it("in an estimate: on every line that it priced, and with its page", () => {
    const found = lookUpEstimate({ words: `${chats} model=openai:gpt-6-luna` }, advisor);
    expect(telling(found, "gpt-6-luna, input tokens")[0]).toContain(ownFigure);
    expect(telling(found, `(${ownFigure}, last checked`)).toHaveLength(1);
    expect(marks(lookUpEstimate({ words: `${chats} model=openai:gpt-6.1-sol` }, advisor))).toBe(0);
  });

  it("in a comparison, on its own line and no other", () => {
    const found = lookUpComparison({ words: `${chats} openai anthropic` }, advisor);
    expect(telling(found, "gpt-6-luna (cheapest)")[0]).toContain(ownFigure);
    expect(telling(found, "claude-haiku-5-5")[0]).not.toContain(ownFigure);
  });

  it("where it is the runner-up", () => {
    const next = { row: "reseller-team", product: "Reseller Team", model: null, monthly: null, gap: "5.00", why: "" };
    expect(runnerUpWords({ runnerUp: { ...next, own: true } })).toContain(`Reseller Team (${ownFigure})`);
    expect(runnerUpWords({ runnerUp: next })).not.toContain(ownFigure);
  });

  it("nowhere without such a figure", () => {
    const shipped = advisorOn(exampleDay);
    const all = [
      lookUpAdvice({ ...team, vendor: ["anthropic"] }, shipped),
      lookUpPlans({ of: null, route: null, sources: true }, shipped),
      lookUpComparison({ words: chats }, shipped),
    ];
    expect(all.map(marks)).toEqual([0, 0, 0]);
  });
});

describe("the thread of heavy work", () => {
  it("reckons with the same figures as the program that asks it", async () => {
    const worker = openWorker(new URL("../../worker.ts", import.meta.url), {}, () => ({ own, newer: null }));
    const workload = { kind: "usage", model: "openai:gpt-6-luna", input: 1_000_000, output: 0 };
    const answer = await worker.estimator.estimate({ workload }, exampleDay, "somebody");
    await worker.close();
    expect(answer).toMatchObject({ estimate: { total: { expected: "0.01" } } });
  });

  it("is given anew what has changed, and answers first what it was asked before", async () => {
    let given: unknown = { own, newer: null };
    const worker = openWorker(new URL("../../worker.ts", import.meta.url), {}, () => given);
    const workload = { kind: "usage", model: "openai:gpt-6-luna", input: 1_000_000, output: 0 };
    const total = async () => {
      const answer = await worker.estimator.estimate({ workload }, exampleDay, "somebody");
      return "estimate" in answer ? answer.estimate.total?.expected : answer;
    };
    const before = total();
    given = null;
    worker.renew();
    expect(await before).toBe("0.01");
    const list = await total();
    worker.renew();
    expect([list === "0.01", await total()]).toEqual([false, list]);
    await worker.close();
  });
});
