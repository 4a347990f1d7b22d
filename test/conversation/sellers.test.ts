import { describe, expect, it } from "vitest";
import { readSellers, sellerOptions, sellerProblem, suggestSellers } from "../../src/conversation/sellers.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const { market } = advisorOn(exampleDay);

describe("names that are typed into one line", () => {
  it.each([
    ["", []],
    [" , ;", []],
    ["ChatGPT, Claude and Gemini", ["openai", "anthropic", "google"]],
    ["Kling; Krea / Suno & Pika + Luma or fal", ["kling", "krea", "suno", "pika", "luma", "fal"]],
    ["ChatGPT\nchatgpt, GPT", ["openai"]],
    ["ChatGPT Business (formerly Team), Standard seat, Kling", ["openai-business-standard-monthly", "kling"]],
    ["Another vendor, not decided", ["other", "undecided"]],
    ["other", ["other"]],
  ])("%j", (typed, ids) => {
    expect(readSellers(typed, market)).toEqual(ids);
    expect(sellerProblem(ids, market)).toBeUndefined();
  });

  it("are understood as they were written for the person, each alone and all together", () => {
    const options = sellerOptions(market);
    for (const { id, label } of options) expect(readSellers(label, market), label).toEqual([id]);
    for (let at = 0; at + 40 <= options.length; at += 40) {
      const some = options.slice(at, at + 40);
      expect(readSellers(some.map(({ label }) => label).join(", "), market)).toEqual(some.map(({ id }) => id));
    }
  });

  it.each([
    ["ChatGPT, Klang", /"Klang".*Nearest: Kling AI.*"other"/],
    ["Notion", /"Notion".*"other"/],
    ["Copilot", /"Copilot" may be of GitHub or Microsoft/],
    [Array.from({ length: 41 }, (_, at) => `n${at}`).join(","), /40/],
  ])("%.30s: what is no name is said in one sentence", (typed, says) => {
    expect(sellerProblem(readSellers(typed, market), market)).toMatch(says);
  });
});

describe("a search while one types", () => {
  const found = (typed: string, most = 25) => suggestSellers("vendor", typed, market, most).map(({ id }) => id);

  it.each([
    ["chatgpt", "openai"],
    ["GPT", "openai"],
    ["claude", "anthropic"],
    ["gemini", "google"],
    ["grok", "xai"],
    ["copilot", "github"],
    ["dall-e", "openai"],
    ["ChatGPT Plus", "openai-chatgpt-plus"],
    ["kling pro", "kling-app-pro"],
    ["midjourney v7", "midjourney"],
    ["chatgtp", "openai"],
    ["midjourny", "midjourney"],
    ["another", "other"],
    ["undec", "undecided"],
  ])("for %j offers %s first", (typed, id) => {
    expect(found(typed)[0]).toBe(id);
  });

  it("offers both of two that may be meant, and the products of a vendor behind it", () => {
    expect(found("copilot").slice(0, 2)).toEqual(["github", "microsoft"]);
    expect(found("openai", 100)).toEqual(expect.arrayContaining(["openai-chatgpt-plus", "openai-api-prepaid"]));
  });

  it("offers vendors before products while nothing is typed, and never more than was asked for", () => {
    expect(found("", 5)).toEqual(market.catalogue.vendors.slice(0, 5).map(({ id }) => id));
    expect(found("a", 7)).toHaveLength(7);
    expect(found("\u{1f4a9}")).toEqual([]);
  });

  it("of what is sold offers no answer that is none", () => {
    const sold = suggestSellers("plans", "", market, 500).map(({ id }) => id);
    expect(sold).not.toContain("other");
    expect(sold.length).toBe(sellerOptions(market).length - 2);
    expect(suggestSellers("owner", "kling", market, 25)).toEqual([]);
  });
});
