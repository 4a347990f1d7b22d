import { expect, it } from "vitest";
import { type Field, suggestSellers } from "#core";
import { searching } from "../../../adapters/terminal/prompts.ts";
import { sellerOptions } from "../../../src/conversation/sellers.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";

const { market } = advisorOn(exampleDay);
const options = sellerOptions(market);

it.each([
  ["chatgpt", "openai"],
  ["dall-e", "openai"],
  ["copilot", "github"],
  ["kling pro", "kling-app-pro"],
  ["midjourny", "midjourney"],
])("the search for vendors knows the names that people have for them: %s", (typed, id) => {
  let asked = 0;
  const goes = searching({ id: "vendor" } as Field, (field, words) => {
    asked++;
    return suggestSellers(field.id, words, market, Number.POSITIVE_INFINITY).map((each) => each.id);
  });
  const shown = options.filter((option) => goes(typed, { value: option.id })).map((option) => option.id);
  expect(shown).toContain(id);
  expect(shown.length).toBeLessThan(options.length / 2);
  expect(asked).toBe(1);
  expect(goes("", { value: "kling" })).toBe(true);
  // The way back is always there.
  expect(goes(typed, { value: "<" })).toBe(true);
});
