import { describe, expect, it } from "vitest";
import { answerEstimate } from "#core";
import { renderBlocks } from "../../adapters/terminal/render.ts";
import { findPlans, planBlocks, readPlanFilter } from "../../src/present/plans.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const { market } = advisor;
const shown = (filter: Parameters<typeof findPlans>[1], width = 80) =>
  renderBlocks(planBlocks(findPlans(market, filter), advisor), { width, colour: false });

describe("what is asked of the plans", () => {
  it.each([
    ["kling", { vendor: "kling" }],
    ["Kling AI", { vendor: "kling" }],
    ["ChatGPT", { vendor: "openai" }],
    ["api_meter", { route: "api_meter" }],
    ["API meter", { route: "api_meter" }],
    ["ChatGPT Plus", { product: "openai-chatgpt-plus" }],
    ["kling-app-pro", { product: "kling-app-pro" }],
    ["chatgpt api_meter", { vendor: "openai", route: "api_meter" }],
  ])("%j", (typed, filter) => {
    expect(readPlanFilter(typed, market)).toEqual(filter);
  });

  it("is refused by name where it is none, with the nearest", () => {
    expect(readPlanFilter("klang", market)).toEqual({ problem: expect.stringMatching(/"klang".*Kling AI/) });
    expect(readPlanFilter("copilot", market)).toEqual({ problem: expect.stringMatching(/GitHub or Microsoft/) });
  });

  it("finds the product alone, and of a vendor and a route what both have", () => {
    expect(findPlans(market, { product: "kling-app-pro" }).map(({ id }) => id)).toEqual(["kling-app-pro"]);
    const both = findPlans(market, { vendor: "openai", route: "api_meter" });
    expect(both.length).toBeGreaterThan(0);
    expect(both.every((row) => row.vendor === "openai" && row.route === "api_meter")).toBe(true);
  });
});

it("every product is shown with the id that answers and estimates name it by", () => {
  for (const { id } of market.catalogue.vendors) {
    const rows = findPlans(market, { vendor: id });
    const words = new Set(shown({ vendor: id }).split(/\s+/));
    expect(rows.filter((row) => !words.has(row.id))).toEqual([]);
  }
});

it("an API's models are shown as an estimate takes them, each with a price on that day, and no others", () => {
  const models = (text: string) =>
    text.match(/\b[a-z]+:[a-z][\w.-]*\w/g)?.filter((each) => !/^https?:/.test(each)) ?? [];
  const openai = models(shown({ vendor: "openai" }));
  expect(openai).toContain("openai:gpt-5.6-terra");
  expect(openai.filter((each) => !each.startsWith("openai:"))).toEqual([]);
  for (const model of openai) {
    const work = { kind: "usage", model, input: 1000, output: 1000 };
    const answer = answerEstimate(advisor, { workload: work });
    expect("problem" in answer ? answer.problem : answer.estimate.lines[0]?.usd, model).toMatchObject({});
  }
  expect(models(shown({ vendor: "kling" }))).toEqual([]);
  expect(models(shown({ route: "app_subscription" }))).toEqual([]);
  expect(new Set(models(shown({ route: "api_meter" })).map((each) => each.split(":")[0])).size).toBeGreaterThan(2);
});

describe("with their sources", () => {
  const of = (filter: Parameters<typeof findPlans>[1]) =>
    renderBlocks(planBlocks(findPlans(market, filter), advisor, true), { width: 10_000, colour: false });

  it("every reading of a row is shown: the page, the day, whose words, what it says, the words that carry it", () => {
    for (const { id } of market.catalogue.vendors) {
      const text = of({ vendor: id });
      for (const { source, readings = [] } of findPlans(market, { vendor: id })) {
        expect(text).toContain(source.url);
        for (const { url, on, what = "", quote = "" } of [
          ...readings,
          { ...source, on: source.readOn ?? "", what: "" },
        ]) {
          expect(text).toContain(url);
          for (const said of [on, what, quote]) expect(text, `${id} ${url}`).toContain(said);
        }
      }
    }
  });

  it("a price that was quoted since is called so beside it, and one that differs stands below", () => {
    const plain = shown({ product: "xai-supergrok" }, 200);
    expect(plain).toContain("quoted 2026-09-07");
    const suno = of({ product: "suno-pro" });
    expect(suno).toContain("$10 a month");
    expect(suno).toMatch(/Differs \(quoted by somebody who read the page\)\. \$8 a month instead of \$10/);
    expect(of({ product: "perplexity-enterprise-pro" })).toMatch(
      /no price known[\s\S]*third party's account\)\. \$40 a seat/,
    );
  });

  it("the prices of models come with theirs", () => {
    const text = of({ vendor: "openai" });
    expect(text).toContain("openai:gpt-6.2-sol: $2 in, $10 out for 1M tokens");
    expect(text).toContain("“available at least through November 21, 2026”");
  });

  it("and without being asked for them the pages alone", () => {
    expect(shown({ product: "suno-pro" })).not.toContain("Differs");
  });
});

it("no line is wider than eighty columns, but for an address", () => {
  const wide = shown({})
    .split("\n")
    .filter((line) => line.length > 80 && !line.includes("https://"));
  expect(wide).toEqual([]);
});
