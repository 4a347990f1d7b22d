import { describe, expect, it } from "vitest";
import { findPlans } from "#core";
import { readPlanFilter } from "../../src/present/plans.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const { market } = advisorOn(exampleDay);

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
