import { afterEach, describe, expect, it } from "vitest";
import { buttonValue, customId, readId } from "../../../adapters/discord/codes.ts";
import { commands } from "../../../adapters/discord/commands.ts";
import { exampleLines } from "../../../src/app/suggest-words.ts";
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

const soldOn = () => {
  const { market } = advisorOn(exampleDay);
  return market.catalogue.vendors.flatMap(({ id, name }) => [
    { id, name },
    ...market
      .rowsOf(id)
      .filter(({ kind }) => kind !== "tier")
      .map(({ id: row, product }) => ({ id: row, name: product })),
  ]);
};

describe("what is offered while one types", () => {
  it("to /aicost-plans is taken by it, and is all that is sold, and the routes", async () => {
    const { ana } = await opened();
    const sold = soldOn();
    const offered = new Set<string>();
    for (const { id, name } of sold) {
      const values = (await ana.search(name, "of", "aicost-plans")).map(({ value }) => String(value));
      expect(values, name).toContain(id);
      for (const value of values) offered.add(value);
    }
    // Answers to the question for vendors that name none are nothing that is sold.
    for (const typed of ["", "route", "another vendor", "not decided", "other", "undecided", "none of these"])
      for (const { value } of await ana.search(typed, "of", "aicost-plans")) offered.add(String(value));
    expect(offered.size).toBe(sold.length + 7);
    for (const value of offered) {
      const meant = sold.find(({ id }) => id === value);
      await ana.command({ of: value }, "aicost-plans");
      if (meant !== undefined) expect(plain(ana.title), value).toContain(meant.name.slice(0, 100));
      expect(ana.text).not.toContain("There is no");
    }
  }, 120_000);

  it("to /aicost is taken by it: products, topics, routes, verbs and lines", async () => {
    const { ana } = await opened();
    const offered = new Set<string>();
    const typed = [
      "",
      "explain",
      "command",
      "route",
      "seats",
      "a month",
      "chatgpt",
      "copilot",
      "20k chats a month, kling",
    ];
    for (const each of [...typed, ...soldOn().map(({ name }) => name)])
      for (const { value } of await ana.search(each)) offered.add(String(value));
    expect([...offered]).toEqual(expect.arrayContaining(["kling", "traps", "api_meter", "settings", ...exampleLines]));
    expect(offered).toContain("20k chats a month, kling");
    for (const value of offered) {
      await ana.command({ about: value });
      if (ana.title === "You have a conversation already") await ana.press("Start with this line");
      expect(ana.text, value).not.toMatch(/There is no|Nothing is known/);
      expect(ana.text, value).not.toContain("Not understood");
    }
  }, 120_000);

  it("to /aicost-explain is explained", async () => {
    const { ana } = await opened();
    for (const typed of ["", "explain", "route", "kling", "chatgpt", "copilot"])
      for (const { value } of await ana.search(typed, "topic", "aicost-explain")) {
        await ana.command({ topic: String(value) }, "aicost-explain");
        expect(ana.text, String(value)).not.toContain("Nothing is known");
      }
  }, 60_000);

  it("are examples, while nothing is typed", async () => {
    const { ana } = await opened();
    const values = (await ana.search("")).map(({ value }) => value);
    expect(values.slice(0, exampleLines.length)).toEqual(exampleLines);
    expect(values).toHaveLength(25);
  });

  it.each([
    ["ChatGPT", /ChatGPT Plus/],
    ["claude", /Claude Pro/],
    ["Gemini", /Google AI Pro/],
    ["Grok", /SuperGrok/],
    ["GitHub Copilot", /GitHub Copilot Pro/],
    ["Copilot", /GitHub Copilot Pro[\s\S]*Microsoft 365 Copilot/],
    ["ChatGPT Plus", /ChatGPT Plus.*\n[\s\S]*All that OpenAI sells: \/aicost-plans of:openai/],
  ])("a product is understood as it is typed, everywhere: %s", async (name, says) => {
    const { ana } = await opened();
    await ana.command({ of: name }, "aicost-plans");
    expect(plain(ana.text)).toMatch(says);
    await ana.command({ about: name });
    expect(plain(ana.text)).toMatch(says);
  });

  it("names the nearest where nothing is", async () => {
    const { ana } = await opened();
    await ana.command({ of: "Chatgtp" }, "aicost-plans");
    expect(plain(ana.text)).toContain("chatgpt (OpenAI)");
  });
});

describe("the commands", () => {
  it("have one option at most, so that no two can contradict each other; only a list is narrowed by more", () => {
    for (const { name, options = [] } of commands as { name: string; options?: unknown[] }[])
      if (name !== "aicost-decisions") expect(options.length).toBeLessThan(2);
  });
});

describe("one line", () => {
  const line = "20k support chats a month with gpt-6-sol for our customers, zebra";

  it("opens the conversation with what it says, to be changed", async () => {
    const { ana, store } = await opened();
    await ana.command({ about: line });
    expect(plain(ana.text)).toMatch(/Understood:\*\* 20,000 chats a month . gpt-6-sol . Our customers/);
    expect(plain(ana.text)).toContain('Not understood:** "zebra"');
    const row = await store.of({ platform: "discord", id: "200000000000000001" }).draftOf(ana.id);
    expect(row?.draft.answers).toMatchObject({
      audience: "customers",
      job: "code",
      output: ["text"],
      vendor: ["openai"],
    });
    await ana.choose("audience");
    await ana.answer({ audience: "team" });
    expect(ana.text).toContain("Understood");
    expect(ana.text).not.toContain("Our customers");
    await ana.answer({ stage: "production" });
    expect(ana.text).not.toContain("Understood");
  });

  it("never takes the place of a conversation that waits without asking", async () => {
    const { ana, store } = await opened();
    const answers = async () =>
      (await store.of({ platform: "discord", id: "200000000000000001" }).draftOf(ana.id))?.draft.answers;
    await ana.command();
    await ana.answer(script);
    const before = await answers();
    await ana.command({ about: line });
    expect(ana.title).toBe("You have a conversation already");
    expect(await answers()).toEqual(before);
    await ana.press(/^Resume/);
    expect(ana.title).not.toBe("You have a conversation already");
    await ana.command({ about: line });
    await ana.press("Start with this line");
    expect(await answers()).toMatchObject({ audience: "customers" });
    // However long the line is: it is kept, and the button carries where.
    const long = `${"zebra ".repeat(600)}chatgpt for 60 people`;
    await ana.command({ about: long });
    await ana.press("Start with this line");
    expect(await answers()).toEqual({ seats: 60, audience: "team", job: "person", vendor: ["openai"] });
    let all = ana.text;
    for (let page = 0; page < 5; page++) {
      await ana.press(/^More|^From the beginning/);
      all += ana.text;
    }
    expect(all.match(/zebra/g)?.length).toBeGreaterThanOrEqual(600);
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

describe("a button to more", () => {
  const pagesOf = async (about: string) => {
    const { ana } = team;
    await ana.command({ work: about }, "aicost-estimate");
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
