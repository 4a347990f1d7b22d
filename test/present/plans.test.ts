import { describe, expect, it } from "vitest";
import { answerEstimate } from "#core";
import { renderBlocks } from "../../adapters/terminal/render.ts";
import { nameModels } from "../../src/app/typed-models.ts";
import { dayWords } from "../../src/market/days.ts";
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
    ["chatgpt API meter", { vendor: "openai", route: "api_meter" }],
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

it("every product is shown by its name, and found by it; its id is for data", () => {
  for (const { id } of market.catalogue.vendors) {
    const words = shown({ vendor: id }, 10_000);
    const rows = findPlans(market, { vendor: id });
    expect(rows.filter((row) => !words.includes(row.product))).toEqual([]);
    const long = rows.filter((row) => row.id.includes("-") && new RegExp(`(^|\\s)${row.id}(\\s|$)`, "m").test(words));
    expect(long.map((row) => row.id)).toEqual([]);
  }
});

describe("a row of the plans", () => {
  const [product = "", ...rows] = shown({ product: "kling-app-standard" }).split("\n");

  it("tells route by its name, units, every price with its kind, and the day of reading", () => {
    expect([product, ...rows.slice(0, 5)]).toEqual([
      "Kling app membership Standard",
      "  Route     App subscription",
      "  Includes  660 Kling credits a month",
      "  Price     $8.80 a month (renewal price), $6.99 a month (first month only), $10",
      "            a month (list price, struck through), $1 for 66 more units",
      "  Read      quoted 5 Oct 2026",
    ]);
  });

  it.each([
    ["openai-business-standard-monthly", /Seats +2 to 200\n/],
    ["leonardo-team-starter", /Seats +3 or more\n/],
    ["cursor-teams-standard", /Seats +number not published\n/],
    ["github-copilot-business", /Includes +1,900 AI credits per seat a month, shared\n/],
    ["suno-free", /Includes +50 Suno credits a day, 7 downloads for the life/],
    ["minimax-video-package-scale", /Includes +video points, amount not published a package\n/],
    ["kling-api-packs", /Price +\$0\.14 for 1 unit\n/],
    ["kling-app-free", /Price +free\n +Read +quoted 15 Aug 2026, check again\n/],
  ])("%s", (id, says) => {
    expect(shown({ product: id }, 60)).toMatch(says);
  });

  it("has no route by its id, in any row", () => {
    expect(shown({})).not.toMatch(
      /app_subscription|api_meter|team_workspace|prepaid_credits|usage_package|enterprise_/,
    );
  });
});

it("an API's models are shown as an estimate takes them, each with a price on that day, and no others", () => {
  const models = (filter: Parameters<typeof findPlans>[1]) =>
    planBlocks(findPlans(market, filter), advisor).flatMap((block) =>
      block.block === "facts" ? block.facts.map(({ value }) => value.split(", ")) : [],
    );
  const [openai = []] = models({ vendor: "openai" });
  expect(openai).toContain("gpt-5.6-terra");
  for (const model of openai) {
    const work = nameModels({ workload: { kind: "usage", model, input: 1000, output: 1000 } }, advisor.rates.models);
    const answer = answerEstimate(advisor, work);
    expect("problem" in answer ? answer.problem : answer.estimate.lines[0]?.usd, model).toMatchObject({});
  }
  expect(models({ vendor: "kling" })).toEqual([]);
  expect(models({ route: "app_subscription" })).toEqual([]);
  expect(models({ route: "api_meter" }).length).toBeGreaterThan(2);
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
          for (const said of [on === "" ? "" : dayWords(on), what, quote]) expect(text, `${id} ${url}`).toContain(said);
        }
      }
    }
  });

  it("a price that was quoted since is called so beside it, and one that differs stands below", () => {
    const plain = shown({ product: "xai-supergrok" }, 200);
    expect(plain).toContain("quoted 7 Sep 2026");
    const suno = of({ product: "suno-pro" });
    expect(suno).toContain("$10 a month");
    expect(suno).toMatch(/Differs \(quoted by somebody who read the page\)\. \$8 a month instead of \$10/);
    expect(of({ product: "perplexity-enterprise-pro" })).toMatch(/third party's account\)\. \$40 a seat/);
  });

  it("the prices of models come with theirs", () => {
    const text = of({ vendor: "openai" });
    expect(text).toContain("OpenAI gpt-6.2-sol: $2 in, $10 out for 1M tokens");
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
