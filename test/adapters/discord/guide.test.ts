import { afterEach, describe, expect, it } from "vitest";
import { commands, isCurrent } from "../../../adapters/discord/commands.ts";
import { diagnose, readSettings, registerCommands } from "../../../adapters/discord/index.ts";
import { changeTeam } from "../../../src/store/team.ts";
import { journeys } from "../../conversation/scripts.ts";
import { type FakeDiscord, type Posted, token } from "../../wire/discord.ts";
import { shown } from "../../wire/discord-person.ts";
import { openTeam, type Team, type TeamOptions } from "../../wire/discord-team.ts";
import { optionOf, pageTitle, ruleTitle } from "../../words.ts";
import { complete, postIt, script, toReview } from "./steps.ts";

const here = "300000000000000001";
let team: Team;
const opened = async (options: TeamOptions = {}) => {
  team = await openTeam(options);
  return team;
};
afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  expect(team.fatals).toEqual([]);
  await team.close();
});

const posted = (at = 0): Posted => {
  const found = team.discord.standing(here)[at];
  if (found === undefined) throw new Error("nothing was posted");
  return found;
};

describe.each([
  ["by the gateway", {}],
  ["over HTTP", { http: true }],
])("/aicost %s", (_, options) => {
  it("answers at once with one message that only the person sees, and edits it from page to page", async () => {
    const { ana, discord } = await opened(options);
    const { answers } = await ana.command();
    // The message itself, or the promise of one where the machine is slow.
    expect(answers).toMatchObject([{ type: expect.toBeOneOf([4, 5]), data: { flags: expect.any(Number) } }]);
    expect(answers[0]?.data.flags & 64).toBe(64);
    expect(ana.title).toBe(pageTitle("work"));
    expect(ana.text).toContain("Step: Route");
    const message = ana.screen?.id;
    expect(message).toBeDefined();
    await ana.answer(script);
    expect(ana.title).toBe(pageTitle("people"));
    expect(ana.screen?.id).toBe(message);
    await toReview(ana);
    const review = ana.screen?.id;
    expect(review).not.toBe(message);
    expect(ana.title).toMatch(/^Recommendation/);
    await ana.press(/^Post( to |$)/);
    expect(ana.title).toBe("Posted");
    expect(ana.text).toContain(`https://discord.com/channels/200000000000000001/${here}/`);
    expect(ana.screen?.id).toBe(review);
    expect(discord.standing(here)).toHaveLength(1);
    expect(posted().body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
    await team.round();
    expect(discord.standing(here)).toHaveLength(1);
  });
});

describe("the conversation", () => {
  it("opens a form of at most five fields, shows the answers so far, and goes back", async () => {
    const { ana } = await opened();
    await ana.command();
    await ana.press("Answer");
    expect(ana.modal?.title).toBe(pageTitle("work"));
    expect(ana.fields.map(({ type }) => type)).toEqual([21, 21, 22, 4]);
    for (const { custom_id } of ana.fields)
      if (custom_id in script) ana.fill(custom_id, script[custom_id as keyof typeof script]);
    await ana.submit();
    expect(ana.title).toBe(pageTitle("people"));
    expect(ana.text).toMatch(new RegExp(`So far:\\*\\* .*${optionOf("audience", "me").label}`));
    expect(ana.text).toContain("Looks like");
    await ana.press("Back");
    await ana.press("Answer");
    expect(
      ana.fields
        .find(({ custom_id }) => custom_id === "job")
        ?.options.find((each: { default: boolean }) => each.default).value,
    ).toBe("person");
    expect(ana.fields.find(({ custom_id }) => custom_id === "vendor")?.value).toBe("OpenAI");
  });

  it("says what is wrong, and opens the form again as it was filled in", async () => {
    const { ana } = await opened();
    await ana.command();
    await ana.answer({ ...script, vendor: ["OpenAI", "Klang"] });
    expect(ana.title).toBe(pageTitle("work"));
    expect(ana.text).toMatch(/Klang.*Nearest/);
    await ana.press("Answer");
    expect(ana.fields.find(({ custom_id }) => custom_id === "vendor")?.value).toBe("OpenAI, Klang");
    ana.fill("vendor", "Kling, claude pro");
    await ana.submit();
    expect(ana.text).not.toContain("Klang");
  });

  it("takes a choice of one from a long list as it was made", async () => {
    const { ana, store } = await opened();
    const pipeline = { ...journeys["support-pipeline"], vendor: ["openai"], "workload.model": "openai:gpt-5.6-terra" };
    await toReview(ana, pipeline as Record<string, string | string[]>);
    const row = await store.of({ platform: "discord", id: "200000000000000001" }).draftOf(ana.id);
    expect(row?.draft.answers.workload).toMatchObject({ model: "openai:gpt-5.6-terra" });
  });

  it("is not hurt by a form that is dismissed", async () => {
    const { ana } = await opened();
    await ana.command();
    await ana.press("Answer");
    ana.modal = null;
    await ana.press("Answer");
    await ana.submit();
    expect(ana.title).not.toBe(pageTitle("work"));
  });

  it("resumes, starts over, is closed and changed", async () => {
    const { ana } = await opened();
    await ana.command();
    await ana.answer(script);
    await ana.command();
    await ana.press(/^Resume from Route/);
    expect(ana.title).toBe(pageTitle("people"));
    await ana.press("Close");
    expect(ana.title).toBe("Left");
    await toReview(ana);
    await ana.choose("owner");
    await ana.answer({ owner: "Cleo" });
    for (let at = 0; !ana.title.startsWith("Recommendation") && at < 5; at++) await ana.answer({});
    expect(shown(ana.text)).toContain("Cleo");
    await ana.press("Start again");
    expect(ana.title).toBe("Start again?");
    await ana.press("No");
    expect(ana.title).toMatch(/^Recommendation/);
    await ana.press("Start again");
    await ana.press("Yes");
    expect(ana.title).toBe(pageTitle("work"));
  });

  it("forgets a person only after it has asked", async () => {
    const { ana, store } = await opened();
    const draft = () => store.of({ platform: "discord", id: "200000000000000001" }).draftOf(ana.id);
    await ana.command();
    await ana.answer(script);
    await ana.command({}, "aicost-settings");
    await ana.press("Forget me");
    expect(ana.title).toBe("Forget you?");
    await ana.press("No");
    expect(ana.title).toBe("Settings");
    expect(await draft()).not.toBeNull();
    await ana.press("Forget me");
    await ana.press("Yes");
    expect(await draft()).toBeNull();
  });

  it.each([
    ["aicost-help", {}, /\/aicost-plans of:kling[\s\S]*\/aicost-explain topic:traps/],
    ["aicost-plans", { of: "kling" }, /Kling/],
    ["aicost-plans", { of: "openai api_meter" }, /OpenAI API prepaid credits/],
    ["aicost", { about: "kling" }, /Kling/],
    ["aicost", { about: "settings" }, /Usual channel/],
    ["aicost", { about: "plans kling" }, /Kling/],
    ["aicost-explain", { topic: "traps" }, /S-/],
    ["aicost", { about: "how many Kling credits is $20 of OpenAI?" }, new RegExp(ruleTitle("UN-03"))],
    ["aicost-estimate", { work: "images accepted=1000 acceptanceRate=50% resolution=1k" }, /gpt-image-2/],
    ["aicost", { about: "images accepted=1000 acceptanceRate=50% resolution=1k" }, /gpt-image-2/],
    [
      "aicost-compare",
      { work: "images accepted=1000 acceptanceRate=50% resolution=1k google stability-api" },
      /A month[\s\S]*Stability/,
    ],
    ["aicost-compare", { work: "kling" }, /Say the work[\s\S]*\/aicost-compare work:media/],
    ["aicost-decisions", {}, /Nothing is decided/],
    ["aicost-decisions", { state: "open", over: 100, older: 30 }, /No decision that you can see matches/],
    ["aicost-link", {}, /Type \/aicost link [\w-]+ on the other side/],
    ["aicost-link", { code: "wrong" }, /wrong, used or expired/],
    ["aicost-unlink", {}, /Nothing is linked/],
    ["aicost-settings", {}, /Usual channel/],
    // As the one command was filled in before: Discord may still show it for a while.
    ["aicost", { do: "plans", vendor: "kling" }, /Kling/],
    ["aicost", { do: "explain", about: "traps" }, /S-/],
  ])("/%s %j is answered to the person alone", async (name, options, says) => {
    const { ana, discord } = await opened();
    await ana.command(options as Record<string, string | number>, name);
    expect(ana.text.replaceAll("\\", "")).toMatch(says);
    expect(discord.messages).toEqual([]);
  });

  it("turns pages, to the end and back to the beginning", async () => {
    const { ana } = await opened();
    await ana.command({ topic: "rules" }, "aicost-explain");
    const first = ana.text;
    const seen = [first];
    for (let at = 0; at < 40; at++) {
      await ana.press(/^More|^From the beginning/);
      if (ana.text === first) break;
      seen.push(ana.text);
    }
    expect(ana.text).toBe(first);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(2);
  });

  it("finds a vendor while one types", async () => {
    const { ana } = await opened();
    expect((await ana.search("kli")).map(({ value }) => value)).toContain("kling");
    expect((await ana.search("")).length).toBe(25);
  });
});

describe("posting", () => {
  it("goes to the channel that is picked, and names the right that is missing", async () => {
    const { ana, discord } = await opened();
    discord.channels.set("300000000000000009", "write");
    await toReview(ana);
    await ana.pick("300000000000000002", String(1n << 10n));
    expect(ana.text).toMatch(/aicost may not write there: it needs "Send Messages"/);
    await ana.press(/^Post( to |$)/);
    expect(ana.text).toContain("Choose a channel");
    await ana.pick("300000000000000009", undefined, String(1n << 10n));
    expect(ana.text).toMatch(/You may not write there yourself/);
    await ana.pick("300000000000000009");
    expect(ana.text).not.toMatch(/may not/);
    await ana.press(/^Post( to |$)/);
    expect(ana.title).toBe("Posted");
    expect(discord.standing("300000000000000009")).toHaveLength(1);
  });

  it.each([
    ["300000000000000002", /Send Messages/],
    ["300000000000000003", /View Channel/],
    ["399999999999999999", /channel is gone/],
  ])("into %s becomes a next step, and nothing is lost", async (channel, says) => {
    const { ana, discord } = await opened();
    await toReview(ana);
    await ana.pick(channel);
    await ana.press(/^Post( to |$)/);
    expect(ana.title).toBe("Kept, not posted");
    expect(ana.text).toMatch(says);
    discord.channels.set(channel, "write");
    await ana.press("Try again");
    await team.rounds(() => discord.standing(channel).length === 1);
    expect(discord.standing(channel)).toHaveLength(1);
  });

  it("does not go to the team's usual channel unless it is picked, which tells who may write there", async () => {
    const { ana, discord, store } = await opened();
    await changeTeam({ platform: "discord", id: ana.guild ?? "" }, { channel: ana.channel }, { store });
    await ana.command({}, "aicost-settings");
    expect(ana.text).toContain("not preselected here");
    ana.mine = String(1n << 10n);
    await toReview(ana);
    await ana.press(/^Post( to |$)/);
    expect(ana.text).toContain("Choose a channel");
    expect(discord.messages).toEqual([]);
  });

  it("becomes copying in a direct message, and in a guild that only the person has the app for", async () => {
    const { ana, discord, store } = await opened();
    for (const place of ["dm", "foreign"]) {
      ana.guild = place === "dm" ? null : "200000000000000099";
      ana.owners = place === "dm" ? null : { "1": ana.id };
      await toReview(ana);
      await ana.press("Copy");
      expect(ana.text).toContain("Buy ");
      await ana.command();
      await ana.press(/^Resume/);
      await ana.press("Start again");
      await ana.press("Yes");
    }
    expect(discord.messages).toEqual([]);
    expect(await store.of({ platform: "discord", id: "200000000000000099" }).draftOf(ana.id)).toBeNull();
    expect(await store.of({ platform: "discord", id: `@${ana.id}` }).draftOf(ana.id)).not.toBeNull();
  });
});

describe("a card in its channel", () => {
  it("tells why, is approved by somebody else in its thread, and is taken back by its author", async () => {
    const { ana, ben, discord } = await opened();
    await postIt(ana);
    await ben.pressOn(posted(), "Details");
    expect(ben.title).toBe("Details: ChatGPT Plus");
    const message = ben.screen?.id;
    const long = () => ben.components.some(({ label = "" }) => label.startsWith("More "));
    for (const page of [/^Why this way/, /^All warnings/, /^Sources/, /^Verify before you pay/, /^Answers/]) {
      await ben.press(page);
      expect(ben.title).toMatch(page);
      while (long()) {
        await ben.press(/^More /);
        expect(ben.title).toMatch(page);
      }
      await ben.press("Back to Details");
      expect(ben.title).toBe("Details: ChatGPT Plus");
    }
    expect(ben.screen?.id).toBe(message);
    await ana.pressOn(posted(), "Approve");
    expect(ana.title).toBe("This is your own");
    await ben.pressOn(posted(), "Approve");
    await ben.pressOn(posted(), "Approve");
    await team.rounds(() => JSON.stringify(posted().body).includes("Approved by"));
    expect(JSON.stringify(posted().body).split(`<@${ben.id}>`)).toHaveLength(2);
    expect(JSON.stringify(posted().body)).toContain(`<@${ben.id}>`);
    expect(discord.standing(posted().id)).toHaveLength(1);
    await ana.command({}, "aicost-decisions");
    await ana.press(/^Show /);
    await ana.press("Undo");
    const [card] = discord.standing(here);
    await ana.press("Yes");
    await team.rounds(() => discord.standing(here).length === 0);
    expect(discord.standing(here)).toEqual([]);
    await team.rounds(() => discord.standing(card?.id ?? "").length === 0);
    expect(discord.standing(card?.id ?? "")).toEqual([]);
  });

  it("is exported as a file that the asker alone gets", async () => {
    const { ana, discord } = await opened();
    await postIt(ana);
    await ana.command({ vendor: "openai", owner: "zzz" }, "aicost-decisions");
    expect(ana.text).toMatch(/matches: vendor OpenAI, owner zzz/);
    await ana.command({ vendor: "openai" }, "aicost-decisions");
    expect(ana.text).toContain("ChatGPT Plus");
    await ana.press("Export");
    const [file] = discord.files;
    expect(file?.name).toMatch(/^aicost-decisions-[\d-]{10}\.csv$/);
    expect(file?.content.split("\n")).toHaveLength(2);
    expect(file?.content).toMatch(/^BilledCost,[\s\S]*\n20,/);
    expect(discord.standing(here)).toHaveLength(1);
    await ana.command({ name: "export md" }, "aicost-decisions");
    expect(discord.files[1]?.content).toMatch(/^# Decisions/);
    expect(discord.complaints).toEqual([]);
  });

  it("is there at once when it takes another one's place, and the screen says so", async () => {
    let later = 0;
    const { ana, discord } = await opened({ now: () => Date.now() + later });
    await postIt(ana);
    // The channel rests a second after each post.
    later = 5_000;
    await ana.press("Edit");
    for (let at = 0; !ana.title.startsWith("Recommendation") && at < 20; at++) await ana.answer({});
    await ana.press(/^Post( to |$)/);
    expect(ana.title).toBe("Posted");
    expect(discord.standing(here)).toHaveLength(2);
    await team.rounds(() => JSON.stringify(posted(0).body).includes("Superseded"));
    expect(JSON.stringify(posted(0).body)).toContain(`/${here}/${posted(1).id}`);
  });

  it("can be posted later by whoever kept it, where they choose", async () => {
    const { ana, discord } = await opened();
    discord.channels.set("300000000000000009", "write");
    await toReview(ana);
    await ana.press("Keep private");
    expect(ana.title).toBe("Kept");
    await ana.pick("300000000000000002", String(1n << 10n));
    expect(ana.text).toMatch(/aicost may not write there/);
    await ana.press(/^Post( to |$)/);
    expect(ana.text).toContain("Choose a channel");
    await ana.pick("300000000000000009");
    expect(ana.title).toBe("Kept");
    await ana.press(/^Post( to |$)/);
    expect(ana.title).toBe("Posted");
    expect(discord.standing("300000000000000009")).toHaveLength(1);
  });

  it("lets a colleague say whether a stale source is still true, or what its page says now", async () => {
    const { ana, ben, store } = await opened();
    await postIt(ana, { ...complete, output: ["image"], vendor: ["Leonardo Premium"] });
    const kept = async () => (await store.allFactReadings()).map(({ at: _, fact: __, tenant: ___, ...each }) => each);
    const open = async () => {
      await ben.pressOn(posted(), "Details");
      await ben.press(/^Sources/);
      await ben.press(/^Check /);
      expect(ben.title).toBe("Is it still true?");
    };
    await open();
    await ben.press("It changed");
    ben.fill("value", "$14 a month");
    await ben.submit();
    expect(ben.title).toBe("Thank you");
    expect(await kept()).toMatchObject([{ owner: ben.id, says: "differs", value: "$14 a month" }]);
    await ben.press("Back to Details");
    await open();
    await ben.press("Still true");
    expect(ben.title).toBe("Thank you");
    expect(await kept()).toMatchObject([{ says: "same", value: null }]);
  });

  it("gets another name from its author, in a form", async () => {
    const { ana } = await opened();
    await postIt(ana);
    await ana.press("Rename");
    expect(ana.title).toBe("Rename");
    await ana.press("Rename");
    ana.fill("name", "");
    await ana.submit();
    expect(ana.text).toContain("Enter a name");
    await ana.press("Rename");
    ana.fill("name", "Ana's writing");
    await ana.submit();
    expect(ana.title).toBe("Posted");
    expect(ana.text).toContain("Ana's writing");
  });

  it("is listed to nobody outside of its channel", async () => {
    const { ana, ben } = await opened();
    await postIt(ana);
    ben.channel = "300000000000000009";
    await ben.command({}, "aicost-decisions");
    expect(ben.text).toContain("Nothing is decided");
    ben.channel = here;
    // Nothing can be posted by whoever may not write there; they read it all the same.
    ben.mine = String(1n << 10n);
    await ben.command({}, "aicost-decisions");
    await ben.press(/^Show /);
    expect(ben.title).toBe("Posted");
  });

  it("is answered beside it where threads may not be begun", async () => {
    const { ana, ben, discord } = await opened();
    discord.threads = false;
    await postIt(ana);
    await ben.pressOn(posted(), "Approve");
    await team.rounds(() => discord.standing(here).length === 2);
    expect(posted(1).reference).toBe(posted(0).id);
    await ana.press("Undo");
    await ana.press("Yes");
    await team.rounds(() => discord.standing(here).length === 0);
    expect(discord.standing(here)).toEqual([]);
  });

  it("is answered with its address where nothing that was written may be read", async () => {
    const { ana, ben, discord, store } = await opened();
    discord.threads = false;
    discord.history = false;
    await postIt(ana);
    await ben.pressOn(posted(), "Approve");
    await team.rounds(() => discord.standing(here).length === 2);
    expect(posted(1).reference).toBeNull();
    expect(JSON.stringify(posted(1).body)).toContain(`channels/200000000000000001/${here}/${posted(0).id}`);
    expect(await store.of({ platform: "discord", id: "200000000000000001" }).troubled()).toEqual([]);
  });

  it("starts somebody's own conversation, and is checked again", async () => {
    let day = "2026-11-20";
    const { ana, ben } = await opened({ day: () => day });
    await postIt(ana);
    await ben.pressOn(posted(), "Use as template");
    expect(ben.title).toBe(pageTitle("work"));
    await ben.pressOn(posted(), "Re-check");
    expect(ben.title).toBe("Nothing has changed");
    day = "2027-03-20";
    await ben.pressOn(posted(), "Re-check");
    expect(ben.title).toBe("Something has changed");
  });
});

describe("commands and doctor", () => {
  const settingsFor = (discord: FakeDiscord) => {
    const read = readSettings({ DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl });
    if (read === null || "problem" in read) throw new Error("settings");
    return read;
  };

  it("are written once, everywhere or in one guild, and not again while they are as they should be", async () => {
    const { discord } = await opened();
    const settings = settingsFor(discord);
    expect((await diagnose(settings)).map(({ well }) => well)).toEqual([true, false]);
    expect(await registerCommands(settings, null)).toEqual({ text: expect.stringMatching(/everywhere now/) });
    expect(await registerCommands(settings, null)).toEqual({ text: expect.stringMatching(/everywhere already/) });
    expect(discord.calls.filter(({ method }) => method === "put")).toHaveLength(1);
    expect((await diagnose(settings)).map(({ well }) => well)).toEqual([true, true]);
    discord.commands = [];
    expect(await registerCommands(settings, "200000000000000001")).toEqual({
      text: expect.stringMatching(/in guild .* now/),
    });
    expect(discord.commands).toEqual([]);
    expect(isCurrent(commands.toReversed())).toBe(true);
    expect(isCurrent(commands.map((each, at) => (at === 0 ? { ...each, description: "else" } : each)))).toBe(false);
  });

  it("in single servers are well, and counted; a server that does not allow them has none", async () => {
    const { discord } = await opened();
    const settings = settingsFor(discord);
    discord.servers.set("200000000000000002", []).set("200000000000000003", null);
    expect((await diagnose(settings))[1]?.well).toBe(false);
    await registerCommands(settings, "200000000000000001");
    expect((await diagnose(settings))[1]).toMatchObject({ well: true, says: expect.stringMatching(/ 1 of 3 servers/) });
    for (let at = 10; at < 40; at++) discord.servers.set(`2000000000000000${at}`, []);
    expect((await diagnose(settings))[1]).toMatchObject({ well: true, says: expect.stringMatching(/the first 20 /) });
    expect(discord.calls.filter(({ path }) => /guilds\/.*\/commands/.test(path)).length).toBeLessThan(30);
  });

  it("that Discord does not take are told with what to do", async () => {
    const { discord } = await opened();
    const settings = settingsFor(discord);
    discord.servers.set("200000000000000003", null);
    for (const [trouble, says] of [
      [{ status: 400, code: 30034 }, /tomorrow/],
      [{ status: 400, code: 50035 }, /400, code 50035/],
      [{ retryAfter: 5 }, /pause/],
      [{ status: 503 }, /does not answer as it should \(503\)/],
    ] as const) {
      discord.trouble(/^get \/applications\/@me/, trouble);
      expect(await registerCommands(settings, null)).toEqual({ misuse: expect.stringMatching(says) });
    }
    expect(await registerCommands(settings, "200000000000000003")).toEqual({
      misuse: expect.stringMatching(/not in that server/),
    });
    const nowhere = { ...settings, apiUrl: "http://127.0.0.1:9/api" };
    expect((await diagnose(nowhere))[0]).toMatchObject({
      well: false,
      says: expect.stringMatching(/cannot be reached/),
    });
    expect(JSON.stringify(await diagnose(nowhere))).not.toMatch(/ECONN|UND_ERR/);
  });

  it("say when the token is not known", async () => {
    const { discord } = await opened();
    discord.knows = false;
    expect((await diagnose(settingsFor(discord)))[0]?.says).toMatch(/DISCORD_TOKEN: Discord does not know it/);
    expect(await registerCommands(settingsFor(discord), null)).toEqual({
      misuse: expect.stringMatching(/DISCORD_TOKEN/),
    });
  });

  it.each([
    [{ DISCORD_TOKEN: "x" }, /two dots/],
    [{ DISCORD_PUBLIC_KEY: "a".repeat(64) }, /DISCORD_TOKEN is missing/],
    [{ DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: "x" }, /DISCORD_PUBLIC_KEY has 64/],
    [{ DISCORD_TOKEN: token, DISCORD_PORT: "x" }, /DISCORD_PORT/],
    [{ DISCORD_TOKEN: token, SHARDS: "0" }, /SHARDS and SHARD_COUNT/],
    [{ DISCORD_TOKEN: token, SHARDS: "4", SHARD_COUNT: "4" }, /SHARDS and SHARD_COUNT/],
  ])("%j: one line says which and where to get it", async (env, says) => {
    await opened();
    const read = readSettings(env);
    expect(read !== null && "problem" in read ? read.problem : "").toMatch(says);
  });
});
