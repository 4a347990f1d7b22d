import { describe, expect, it } from "vitest";
import { explain } from "#core";
import { readPlainQuestion } from "../../src/advice/plain-question.ts";
import type { WordSign } from "../../src/checklist/ids.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const read = (text: string) => {
  const { signs, vendors } = readPlainQuestion(text, advisor.market.catalogue);
  return { signs: [...signs].sort(), vendors };
};

const questions: [text: string, signs: WordSign[], vendors: string[]][] = [
  ["how many Kling credits is $20 of OpenAI?", ["asks_exchange_rate", "bare_unit_word"], ["openai", "kling"]],
  ["convert 500 Runway credits into Krea units", ["asks_exchange_rate", "bare_unit_word"], ["krea", "runway"]],
  ["is a Hailuo credit worth more than a Kling credit", ["asks_exchange_rate", "bare_unit_word"], ["hailuo", "kling"]],
  ["how many credits do I get", ["bare_unit_word"], []],
  ["what is a token", ["bare_unit_word"], []],
  ["add Luma and Pika together", ["asks_sum_of_unlike"], ["luma", "pika"]],
  [
    "average cost per credit of Runway and Luma",
    ["asks_price", "asks_sum_of_unlike", "bare_unit_word"],
    ["runway", "luma"],
  ],
  ["rank Suno and Udio by price", ["asks_price"], ["suno"]],
  ["what does Claude cost", ["asks_price"], ["anthropic"]],
  ["pricing of grok", ["asks_price"], ["xai"]],
  ["how much should I top up", ["asks_how_much", "asks_price"], []],
  ["how many dollars do we need to buy", ["asks_how_much"], []],
  ["$0.01 per 1K input", ["price_per_thousand"], []],
  ["0.03 / 1,000 output", ["price_per_thousand"], []],
  ["which is the cheapest plan", ["asks_cheapest_plan", "asks_price"], []],
  ["lowest monthly subscription of Google", ["asks_cheapest_plan"], ["google"]],
  ["can I use my Plus subscription for our customers' website", ["wrong_tool"], []],
  ["a cheap plan as production budget", ["asks_cheapest_plan", "asks_price", "wrong_tool"], []],
  ["one pack of credits for the whole team", ["bare_unit_word", "wrong_tool"], []],
  ["how does a person work in the app", [], []],
  ["we like falcons and the falling leaves", [], []],
  ["", [], []],
];

describe("typed words", () => {
  it.each(questions)("mean what they ask: %s", (text, signs, vendors) => {
    expect(read(text)).toEqual({ signs: [...signs].sort(), vendors });
  });

  it("name a vendor only as a whole word", () => {
    expect(read("a pikachu").vendors).toEqual([]);
    expect(read("Pika, please").vendors).toEqual(["pika"]);
  });

  it("of any length are answered from their beginning", () => {
    expect(read("a".repeat(1_000_000)).signs).toEqual([]);
    expect(read(`${"x ".repeat(5_000)} how many credits`).signs).toEqual([]);
  });

  const wallets: [text: string, signs: WordSign[], meant: string[]][] = [
    // One wallet goes by that word: nothing to ask.
    ["Suno credits", [], ["Suno credits (Suno app plans)"]],
    ["mistral tokens", [], ["API use in US dollars, counted in tokens (Mistral API)"]],
    ["how many Suno credits is $5", ["asks_exchange_rate"], ["Suno credits (Suno app plans)"]],
    ["how many\n\t Suno   credits", [], ["Suno credits (Suno app plans)"]],
    [
      "krea compute units",
      ["bare_unit_word"],
      ["compute units (Krea AI app plans)", "shared compute units and seats (Krea AI team seats)"],
    ],
    [
      "tokens of Leonardo",
      ["bare_unit_word"],
      ["fast tokens (Leonardo.Ai app plans)", "shared fast tokens (Leonardo.Ai team seats)"],
    ],
    [
      "usage credits of Claude",
      ["bare_unit_word"],
      [
        "usage credits in US dollars, spent at standard API token prices (Anthropic top-ups)",
        "Console credits in US dollars, spent at current API prices (Anthropic API)",
      ],
    ],
    ["points", ["bare_unit_word"], ["video points (MiniMax API packages)", "video points (MiniMax contract)"]],
    ["hello Suno", [], []],
  ];
  it.each(wallets)("mean these wallets, by the vendors' own names: %s", (text, signs, meant) => {
    const found = readPlainQuestion(text, advisor.market.catalogue);
    expect([...found.signs]).toEqual(signs);
    expect(found.meant).toEqual(meant);
  });

  it("mean every wallet of a vendor that has none of that name", () => {
    const { meant } = readPlainQuestion("Midjourney credits", advisor.market.catalogue);
    expect(meant).toEqual(["fast GPU hours (Midjourney app plans)"]);
  });

  it("never mean a ladder of limits, or what is no longer sold", () => {
    const { meant } = readPlainQuestion("OpenAI credits and tokens", advisor.market.catalogue);
    expect(meant.length).toBeGreaterThan(1);
    expect(meant.some((name) => name.includes("all that was paid"))).toBe(false);
  });
});

describe("a question to explain", () => {
  const rulesOf = (text: string) => {
    const found = explain(text, advisor);
    return "blocks" in found ? found.blocks.flatMap((block) => (block.block === "finding" ? [block.rule] : [])) : [];
  };
  const answers: [string, string[]][] = [
    ["how many Kling credits is $20 of OpenAI?", ["BD-13", "UN-03"]],
    ["average cost per credit of Runway and Luma", ["RT-01", "BD-13", "UN-02"]],
    ["how much should I top up", ["RT-01", "FD-13"]],
    ["which is the cheapest plan", ["RT-01", "UN-11"]],
    ["$0.01 per 1K input", ["UN-07"]],
    ["can I use my Plus subscription for our customers' website", ["UN-12"]],
  ];
  it.each(answers)("is answered by rules, never by a figure: %s", (text, rules) => {
    expect(rulesOf(text).sort()).toEqual([...rules].sort());
  });

  it("that nothing is known of names the nearest topics", () => {
    expect(explain("klinng", advisor)).toEqual({ problem: expect.stringContaining("kling") });
  });
});
