import { afterEach, describe, expect, it } from "vitest";
import { buttonValue, customId, readId } from "../../../adapters/discord/codes.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { openTeam, type Team } from "../../wire/discord-team.ts";
import { pageTitle } from "../../words.ts";
import { script } from "./steps.ts";

let team: Team;
const opened = async () => {
  team = await openTeam({ http: true });
  return team;
};
afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const plain = (text: string) => text.replaceAll("\\", "");

describe("the option for a vendor", () => {
  it("offers nothing that the command refuses", async () => {
    const { ana } = await opened();
    const { market } = advisorOn(exampleDay);
    const vendors = market.catalogue.vendors;
    const sold = vendors.flatMap(({ id, name }) => [
      { id, name },
      ...market
        .rowsOf(id)
        .filter(({ kind }) => kind !== "tier")
        .map(({ id: row, product }) => ({ id: row, name: product })),
    ]);
    const offered = new Set<string>();
    for (const { id, name } of sold) {
      const values = (await ana.search(name)).map(({ value }) => String(value));
      expect(values, name).toContain(id);
      for (const value of values) offered.add(value);
    }
    for (const { words } of vendors)
      for (const word of words) for (const { value } of await ana.search(word)) offered.add(String(value));
    // Answers to the question for vendors that name none are nothing that is sold.
    for (const typed of ["", "another vendor", "not decided", "other", "undecided", "none of these"])
      for (const { value } of await ana.search(typed)) offered.add(String(value));
    expect(offered.size).toBe(sold.length);
    for (const value of offered) {
      const meant = sold.find(({ id }) => id === value);
      await ana.command({ do: "plans", vendor: value });
      expect(plain(ana.title), value).toContain(meant?.name.slice(0, 100));
      expect(ana.text).not.toContain("There is no");
    }
  }, 120_000);

  it.each([
    ["ChatGPT", /ChatGPT Plus/],
    ["claude", /Claude Pro/],
    ["Gemini", /Google AI Pro/],
    ["Grok", /SuperGrok/],
    ["GitHub Copilot", /GitHub Copilot Pro/],
    ["ChatGPT Plus", /ChatGPT Plus.*\n[\s\S]*All that OpenAI sells: \/aicost do:What is sold vendor:openai/],
  ])("is understood as it is typed: %s", async (vendor, says) => {
    const { ana } = await opened();
    await ana.command({ vendor });
    expect(plain(ana.text)).toMatch(says);
  });

  it("names both where two may be meant, and the nearest where nothing is", async () => {
    const { ana } = await opened();
    await ana.command({ vendor: "Copilot" });
    expect(ana.text).toMatch(/GitHub or Microsoft/);
    await ana.command({ vendor: "Chatgtp" });
    expect(plain(ana.text)).toContain("chatgpt (OpenAI)");
  });
});

describe("the first form", () => {
  it("takes vendors by the names that people have for them", async () => {
    const { ana, store } = await opened();
    await ana.command();
    await ana.answer({ ...script, vendor: "ChatGPT Plus, Claude and Gemini; Grok" });
    expect(ana.title).not.toBe(pageTitle("work"));
    const row = await store.of({ platform: "discord", id: "200000000000000001" }).draftOf(ana.id);
    expect(row?.draft.answers.vendor).toEqual(
      expect.arrayContaining(["openai-chatgpt-plus", "anthropic", "google", "xai"]),
    );
  });

  it("asks back where a name may be of two", async () => {
    const { ana } = await opened();
    await ana.command();
    await ana.answer({ ...script, vendor: "Claude, Copilot" });
    expect(ana.title).toBe(pageTitle("work"));
    expect(ana.text).toMatch(/Copilot.* may be of GitHub or Microsoft/);
  });
});

describe("the three options together", () => {
  const work = "images accepted=1000 acceptanceRate=50% resolution=1k";

  it("work that is typed without saying what to do is priced", async () => {
    const { ana } = await opened();
    await ana.command({ about: work });
    expect(ana.title).toBe("Estimate");
  });

  it("a vendor beside work restricts the estimate to it", async () => {
    const { ana } = await opened();
    await ana.command({ do: "estimate", about: work });
    expect(ana.text).toContain("gpt-image");
    await ana.command({ do: "estimate", about: work, vendor: "Google" });
    expect(ana.title).toBe("Estimate");
    expect(ana.text).not.toContain("gpt-image");
    await ana.command({ do: "estimate", about: work, vendor: "copilot" });
    expect(ana.text).toMatch(/GitHub or Microsoft/);
  });

  it("a vendor beside a route shows what is sold there on it", async () => {
    const { ana } = await opened();
    await ana.command({ vendor: "openai", about: "api_meter" });
    expect(ana.text).toContain("OpenAI API prepaid credits");
    expect(ana.text).not.toContain("ChatGPT Plus");
  });

  it("what cannot be used together is said in one sentence", async () => {
    const { ana } = await opened();
    await ana.command({ vendor: "kling", about: "traps" });
    expect(ana.text).toMatch(/leave out the vendor, or "traps"/);
  });
});

describe("a button to more", () => {
  const pagesOf = async (about: string) => {
    const { ana } = team;
    await ana.command({ do: "estimate", about });
    const first = ana.text;
    const seen = [first];
    const ids = [String(ana.button(/^More/).custom_id)];
    while (seen.length < 20) {
      await ana.press(/^More|^From the beginning/);
      if (ana.text === first) break;
      seen.push(ana.text);
      ids.push(String(ana.button(/^More|^From/).custom_id));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(ids.every((id) => id.length <= 100)).toBe(true);
    return { pages: seen.length, kept: ids[0]?.includes("kept:") };
  };

  it("leads through all of it, however much was typed", async () => {
    await opened();
    const asked = (letters: number) => {
      const [begin, end] = ["estimate:images accepted=1000 acceptanceRate=50", "% resolution=1k"];
      return `${begin}.${"0".repeat(letters - begin.length - end.length - 1)}${end}`.slice("estimate:".length);
    };
    // The number of a page, of three digits, and a blank stand before it.
    const longest = buttonValue - 4;
    const inside = await pagesOf(asked(longest));
    const outside = await pagesOf(asked(longest + 1));
    expect(inside.pages).toBeGreaterThan(2);
    expect([inside.kept, outside]).toEqual([false, { ...inside, kept: true }]);
    expect(await pagesOf(asked(1_000))).toEqual(outside);
  });

  it("has an id of a hundred letters at most, which is never cut", async () => {
    await opened();
    const full = (letters: number) => "x".repeat(letters - customId("more", "", 1).length);
    expect(customId("more", full(100), 1)).toHaveLength(100);
    expect(readId(customId("more", full(100), 1))?.about).toBe(full(100));
    expect(() => customId("more", full(101), 1)).toThrow(RangeError);
    expect(customId("more", "999 ".padEnd(buttonValue, "x"), 1, "none")).toHaveLength(100);
  });
});
