import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { answerEstimate, evaluate, openAdvisor } from "#core";
import { openWorker, type WorkerThread } from "../../../adapters/worker/index.ts";
import { openRates } from "../../../pricing/rates/open.ts";
import { edgeKey } from "../../../src/market/page-facts.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";

const program = new URL("../../../worker.ts", import.meta.url);
const odd = new URL("../../fixtures/odd-thread.ts", import.meta.url);
const opened: WorkerThread[] = [];
const open: typeof openWorker = (entry, bounds) => {
  const worker = openWorker(entry, bounds);
  opened.push(worker);
  return worker;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((worker) => worker.close()));
});

const range = (low: number, high: number) => ({ low, expected: (low + high) / 2, high });
const heavy = {
  kind: "text",
  models: advisorOn(exampleDay)
    .rates.models.slice(0, 20)
    .map((model) => ({ model, share: 0.05 })),
  conversations: range(3_000, 9_000),
  turns: range(4, 40),
  systemTokens: range(1_000, 3_000),
  userTokens: range(100, 300),
  answerTokens: range(100, 300),
  history: "full",
};

describe("an estimate in the thread", () => {
  it.each<[string, object]>([
    ["twenty models with ranges", { workload: heavy }],
    [
      "a model that only the library knows",
      { workload: { kind: "usage", model: "openai:gpt-4-turbo", input: 9, output: 9 } },
    ],
    ["every wallet", { workload: { kind: "images", accepted: range(10, 90), acceptanceRate: 0.5, resolution: "1k" } }],
    ["a sentence", { workload: { kind: "text" } }],
  ])("of %s is the one that is made here", async (_, input) => {
    const { estimator } = open(program);
    expect(await estimator.estimate(input, exampleDay, "ana")).toEqual(answerEstimate(advisorOn(exampleDay), input));
  });

  it("is made with the prices of the day it is asked for", async () => {
    const { estimator } = open(program);
    const input = { workload: { kind: "usage", model: "openai:gpt-5.6-luna", input: 1_000_000, output: 1 } };
    const [early, late] = [
      await estimator.estimate(input, "2026-07-29", "ana"),
      await estimator.estimate(input, "2026-07-30", "ana"),
    ];
    expect([early, late]).toEqual(["2026-07-29", "2026-07-30"].map((day) => answerEstimate(advisorOn(day), input)));
    expect(early).not.toEqual(late);
  });
});

describe("what was decided once", () => {
  it("comes to the same in the thread as here, by the facts of a day and the freshness of another", async () => {
    const answers = {
      job: "person",
      audience: "me",
      output: ["text"],
      vendor: ["openai"],
      intensity: "daily",
    } as const;
    const found = await open(program).evaluate(answers, "2027-03-20", exampleDay);
    expect(found).toEqual(
      evaluate(advisorOn("2027-03-20"), { ...answers, output: ["text"], vendor: ["openai"] }, exampleDay),
    );
  });

  it("counts what a team read again, as it did when that team decided", async () => {
    const { answers } = JSON.parse(
      readFileSync(new URL("../../examples/119-claude-max-api-credit-fresh.json", import.meta.url), "utf8"),
    );
    const { market } = advisorOn("2026-12-15");
    const readings = market.catalogue.connections
      .filter(({ from }) => from.startsWith("anthropic-claude-max"))
      .map((edge) => ({
        fact: edgeKey(edge),
        on: "2026-12-10",
        says: "same" as const,
        evidence: "colleague" as const,
        value: null,
      }));
    const worker = open(program);
    const [theirs, without] = [
      await worker.evaluate(answers, "2026-12-16", "2026-12-15", readings),
      await worker.evaluate(answers, "2026-12-16", "2026-12-15"),
    ];
    const advisor = openAdvisor(market.catalogue, openRates(), "2026-12-16", readings);
    expect(theirs).toEqual(evaluate(advisor, answers, "2026-12-15"));
    expect(theirs).not.toEqual(without);
  });

  it("waits where many people wait, and is said to be undone where the thread ends", async () => {
    const worker = open(odd, { waiting: 1 });
    const people = ["ana", "ben"].map((who) => worker.estimator.estimate("x", exampleDay, who));
    expect(await worker.evaluate("x", exampleDay, exampleDay)).toMatchObject({ problem: "x is answered" });
    await Promise.all(people);
    const closing = worker.evaluate("hang", exampleDay, exampleDay);
    await worker.close();
    expect(await closing).toEqual({ problem: expect.stringContaining("stopped") });
  });
});

describe("a thread that goes wrong", () => {
  it.each(["hang", "exit", "hog"])("by %s costs one sentence, and the next estimate is made", async (what) => {
    const { estimator } = open(odd, { milliseconds: what === "hang" ? 3_000 : 60_000, megabytes: 32 });
    const [wrong, right] = await Promise.all([
      estimator.estimate(what, exampleDay, "ana"),
      estimator.estimate("x", exampleDay, "ben"),
    ]);
    expect(wrong).toEqual({ problem: expect.stringMatching(/stopped.*less/) });
    expect(right).toMatchObject({ problem: "x is answered" });
  });

  it.each([
    ["bug", "a bug"],
    ["throw", "nobody caught it"],
  ])("by a %s says what it was to whoever handles bugs, and makes the next estimate", async (what, message) => {
    const { estimator } = open(odd);
    await expect(estimator.estimate(what, exampleDay, "ana")).rejects.toThrow(message);
    expect(await estimator.estimate("x", exampleDay, "ana")).toMatchObject({ problem: "x is answered" });
  });
});

describe("people who ask at once", () => {
  it("take turns, however much one of them asks for", async () => {
    const { estimator } = open(odd);
    const order: string[] = [];
    const ask = async (who: string, at: number) => {
      await estimator.estimate(`${who}${at}`, exampleDay, who);
      order.push(`${who}${at}`);
    };
    await Promise.all([...[1, 2, 3, 4].map((at) => ask("ana", at)), ask("ben", 1), ask("cleo", 1), ask("ben", 2)]);
    expect(order).toEqual(["ana1", "ana2", "ben1", "cleo1", "ana3", "ben2", "ana4"]);
  });

  it("are told when too many wait, and only then", async () => {
    const { estimator } = open(odd, { waiting: 4, waitingOfOne: 2 });
    const ask = (who: string, many: number) =>
      Promise.all(Array.from({ length: many }, () => estimator.estimate("x", exampleDay, who)));
    const [ana, ben, cleo] = await Promise.all([ask("ana", 5), ask("ben", 3), ask("cleo", 1)]);
    const refused = (answers: unknown[]) => answers.filter((each) => !("at" in (each as object))).length;
    // One of ana's is under way, two of hers and two of ben's wait.
    expect([ana, ben, cleo].map(refused)).toEqual([2, 1, 1]);
    expect(refused(await ask("cleo", 1))).toBe(0);
  });

  it("are told when the program stops", async () => {
    const worker = open(odd);
    const asked = Promise.all([
      worker.estimator.estimate("hang", exampleDay, "ana"),
      worker.estimator.estimate("x", exampleDay, "ana"),
    ]);
    await worker.close();
    expect(await asked).toEqual([{ problem: expect.any(String) }, { problem: expect.any(String) }]);
  });
});
