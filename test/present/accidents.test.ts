import { describe, expect, it } from "vitest";
import { accidentThemes } from "#pricing";
import { situationOf } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { cardOf } from "../../src/conversation/decide.ts";
import { standingOf } from "../../src/conversation/standing.ts";
import { themeTitles } from "../../src/present/accident-messages.ts";
import { accidentBlocks, accidentTopicBlocks, worstAccident } from "../../src/present/accidents.ts";
import { explain } from "../../src/present/explain.ts";
import type { Block } from "../../src/screen/screen.ts";
import { emptyDraft } from "../../src/store/rows.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const advisor = advisorOn(exampleDay);
const coder: Answers = { job: "person", audience: "me", output: ["code"], intensity: "daily" };
const claude: Answers = { ...coder, tools: ["claude_code"] };
const situation = (answers: Answers) => situationOf(advisor, answers);
const textOf = (block: Block | undefined) => (block !== undefined && "text" in block ? block.text : "");

/** The blocks of a card that tell of a mistake. */
function told(answers: Answers): string[] {
  const { blocks } = cardOf(standingOf(advisor, { ...emptyDraft, answers }), advisor);
  return blocks.map(textOf).filter((text) => /(others' most expensive mistake:|mistake others made:)/i.test(text));
}

describe("the card", () => {
  it("has one line about the worst mistake that can be made here, with amount and day", () => {
    expect(told(claude)).toHaveLength(1);
    expect(told(claude)[0]).toMatch(/\$1,800 .*reported, 23 Mar 2026/);
  });

  it("has none where none can be made", () => {
    expect(told({ ...coder, tools: ["none"] })).toEqual([]);
  });
});

describe("the worst mistake", () => {
  it("is told without an amount where nobody told dollars, and then by whom", () => {
    const worst = worstAccident(situation({ ...coder, audience: "team", vendor: ["github"] }));
    expect(worst?.inDollars).toBe(false);
    expect(textOf(worst?.blocks[0])).toMatch(/vendor's page/);
    expect(textOf(worst?.blocks[0])).not.toContain("$");
  });
});

describe("the section of Details", () => {
  it("lists every mistake that can be made here with its sources, and is empty where there is none", () => {
    const blocks = accidentBlocks(situation(claude));
    expect(blocks[0]?.block).toBe("heading");
    expect(blocks.filter(({ block }) => block === "facts").length).toBeGreaterThan(5);
    expect(blocks.filter(({ block }) => block === "source").length).toBeGreaterThan(5);
    expect(accidentBlocks(situation({ ...coder, tools: ["none"] }))).toEqual([]);
  });
});

describe("explain accidents", () => {
  const { accidents } = advisor.market.catalogue;
  const found = explain("accidents", advisor);
  const blocks = "blocks" in found ? found.blocks : [];

  it("lists all of them by theme, each with its sources and their days", () => {
    expect(blocks).toEqual(accidentTopicBlocks(advisor.market));
    const headings = blocks.flatMap((block) => (block.block === "heading" ? [block.text] : []));
    expect(headings.slice(1)).toEqual(accidentThemes.map((theme) => themeTitles[theme]));
    expect(blocks.filter(({ block }) => block === "facts")).toHaveLength(accidents.length);
    const sources = blocks.flatMap((block) => (block.block === "source" ? [block.source] : []));
    expect(sources.map(({ url }) => url).sort()).toEqual(
      accidents.flatMap((each) => each.sources.map(({ url }) => url)).sort(),
    );
  });

  it("says of each that is only reported that people reported it", () => {
    const values = blocks.flatMap((block) =>
      block.block === "facts" ? block.facts.map(({ value }) => String(value)) : [],
    );
    const reported = accidents.filter(({ basis }) => basis === "reported").length;
    expect(values.filter((value) => value.startsWith("People reported"))).toHaveLength(reported);
  });
});
