import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StoreError } from "#core";
import { shortcuts } from "../../../adapters/slack/manifest.ts";
import type { Json } from "../../wire/slack.ts";
import { textsOf } from "../../wire/slack-person.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { until } from "../../wire/team.ts";
import { pageTitle, ruleTitle } from "../../words.ts";
import { complete, person, postIt, toReview } from "./steps.ts";

let team: Team;
beforeEach(async () => {
  team = await openTeam();
});
afterEach(async () => {
  expect(team.slack.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const messageOf = ({ slack }: Team, at = 0) => {
  const found = slack.standing("CPUBLIC01")[at];
  if (found === undefined) throw new Error("nothing was posted");
  return { channel: found.channel, ts: found.ts, ...found.body };
};

describe("/aicost", () => {
  it("opens the first page at once, with its step and its fields, and nothing to go back to", async () => {
    const { ana } = team;
    const answer = await ana.command("");
    expect(answer).toMatchObject({ status: 200, text: "" });
    expect(ana.title).toBe(pageTitle("work"));
    expect(ana.text).toContain("Step: Route");
    expect(ana.view?.view).toMatchObject({ submit: { text: "Next" }, close: { text: "Close" } });
    expect(() => ana.button("Back")).toThrow(/no button/);
    expect(team.slack.calls.filter(({ method }) => method === "views.open")).toHaveLength(1);
    // Nothing is kept of somebody who only looked.
    expect(await team.store.of({ platform: "slack", id: "T1" }).draftOf("UANA")).toBeNull();
  });

  it("begins with one line: what it says stands on the page, and can be changed there", async () => {
    const { ana } = team;
    await ana.command("chatgpt for 60 people, zebra");
    expect(ana.text).toMatch(/Understood:? *\n?OpenAI . 60 people . My team or company . People, in an app/);
    expect(ana.text).toMatch(/Not understood:? *\n?"zebra"/);
    const draft = async () => (await team.store.of({ platform: "slack", id: "T1" }).draftOf("UANA"))?.draft;
    expect((await draft())?.answers).toEqual({ seats: 60, audience: "team", job: "person", vendor: ["openai"] });
    await ana.choose("seats");
    await ana.answer({ seats: "70" });
    expect((await draft())?.answers.seats).toBe(70);
    // What waits is not replaced in silence.
    await ana.command("claude for me");
    expect(ana.title).toBe("You have a conversation already");
    expect((await draft())?.answers.seats).toBe(70);
    await ana.press("Start with this line");
    expect((await draft())?.answers).toEqual({ audience: "me", vendor: ["anthropic"] });
    expect(ana.text).toContain("Anthropic");
  });

  it("shows what is on the table and what is known, goes back with what was typed, and forward again", async () => {
    const { ana } = team;
    await ana.command("");
    await ana.answer({ ...person, audience: "team" });
    expect(ana.title).toBe(pageTitle("people"));
    expect(ana.text).toMatch(/Looks like: /);
    expect(ana.text).toContain("Still possible");
    ana.fill("seats", "3");
    await ana.press("Back");
    expect(ana.title).toBe(pageTitle("work"));
    expect(Object.values<Json>(ana.state.values).flatMap((each) => Object.values(each))).toContainEqual(
      expect.objectContaining({ selected_option: expect.objectContaining({ value: "team" }) }),
    );
    await ana.answer({});
    expect(ana.title).toBe(pageTitle("people"));
    expect(JSON.stringify(ana.state)).toContain('"3"');
  });

  it("says what is wrong on the field itself, and keeps everything that was typed", async () => {
    const { ana } = team;
    await ana.command("");
    await ana.answer({ ...person, audience: "team" });
    ana.fill("seats", "forty");
    const answer = await ana.submit();
    expect(answer.json).toMatchObject({ response_action: "errors" });
    expect(Object.keys(answer.json?.errors)).toEqual([expect.stringMatching(/^f:seats:/)]);
    ana.fill("seats", "40");
    await ana.submit();
    expect(ana.title).not.toBe(pageTitle("people"));
  });

  it("finds vendors and products by what is typed", async () => {
    const { ana } = team;
    await ana.command("");
    expect((await ana.search("vendor", "kling")).map(({ value }) => value)).toEqual(expect.arrayContaining(["kling"]));
    expect((await ana.search("vendor", "")).length).toBeGreaterThan(25);
    expect(await ana.search("vendor", "no such thing")).toEqual([]);
    expect(await ana.search("job", "x")).toEqual([]);
    ana.fill("vendor", "kling");
    await ana.answer({ ...person, vendor: ["kling"] });
    await ana.press("Back");
    expect(JSON.stringify(ana.state)).toContain('"kling"');
  });

  it("ticks what the official pages answer, instead of asking", async () => {
    const { ana } = team;
    await ana.command("");
    await ana.answer(person);
    expect(ana.text).toMatch(/Unit \u2713.*Expiry \u2713/);
    expect(ana.text).not.toMatch(/Ownership \u2713/);
  });

  it("previews what it posts, has nothing chosen where to, and posts it once", async () => {
    const { ana, slack } = team;
    await toReview(ana);
    const preview = ana.text;
    const { accessory } = ana.chooser ?? {};
    expect(accessory).toMatchObject({
      filter: { exclude_external_shared_channels: true, include: ["public", "private"] },
    });
    expect(Object.keys(accessory).filter((key) => /initial|default/.test(key))).toEqual([]);
    // Whoever presses the same place once more, as on the pages before, finds nothing to press there.
    expect(ana.view?.view.submit).toBeUndefined();
    expect(ana.button(/^Post/).text.text).toBe("Post");
    await ana.post("CPUBLIC01");
    expect(ana.title).toBe("Posted");
    expect(ana.text).toContain("https://team.slack.com/archives/CPUBLIC01/");
    const [posted, ...more] = slack.standing("CPUBLIC01");
    expect(more).toEqual([]);
    for (const text of textsOf(posted?.body.blocks).filter(
      (each) => !/UANA|Asked by|Details|Approve|Decline|Re-check|template|Recommendation|Answer the rest/.test(each),
    ))
      expect(preview).toContain(text);
    await team.round();
    expect(slack.standing("CPUBLIC01")).toHaveLength(1);
  });

  it("asks for a channel before it posts, and keeps without one where that is wanted", async () => {
    const { ana, slack } = team;
    await toReview(ana);
    await ana.post();
    expect(ana.text).toContain("Choose a channel");
    await ana.press("Keep private");
    expect(ana.title).toBe("Kept");
    expect(slack.messages).toEqual([]);
  });

  it("names the channel on the button that posts, and keeps it through Details and through a failure", async () => {
    const { ana, slack, store } = team;
    await toReview(ana);
    await ana.pickChannel("CPUBLIC01");
    expect(ana.button(/^Post/).text.text).toBe("Post to #general");
    await ana.press("Details");
    await ana.press(/^All warnings/);
    await ana.press("Back to Details");
    await ana.press("Back to the result");
    expect(ana.button(/^Post/).text.text).toBe("Post to #general");
    expect(slack.messages).toEqual([]);
    const busy = vi.spyOn(store, "of").mockImplementationOnce(() => {
      throw new StoreError("locked", "Somebody else is writing.");
    });
    await ana.post();
    expect(ana.text).toContain("Somebody else is writing.");
    busy.mockRestore();
    await ana.press("Back");
    expect(ana.button(/^Post/).text.text).toBe("Post to #general");
    await ana.post();
    expect(slack.standing("CPUBLIC01")).toHaveLength(1);
  });

  it("posts nowhere but where the button says: another channel chosen at the last moment is shown first", async () => {
    const { ana, slack } = team;
    await toReview(ana);
    await ana.pickChannel("CPUBLIC01");
    ana.lookAt("CPUBLIC02");
    await ana.post();
    expect(slack.messages).toEqual([]);
    expect(ana.button(/^Post/).text.text).toBe("Post to #random");
    await ana.post();
    expect(slack.standing("CPUBLIC02")).toHaveLength(1);
  });

  it.each(["commands,chat:write", "commands,chat:write,channels:read"])(
    "points to the choice where Slack does not tell the channel's name, as with %s",
    async (scopes) => {
      const { ana, slack } = team;
      slack.scopes = scopes;
      await toReview(ana);
      await ana.pickChannel("GPRIVATE1");
      expect(ana.button(/^Post/).text.text).toBe("Post to this channel");
    },
  );

  it("resumes, or starts over", async () => {
    const { ana } = team;
    await ana.command("");
    await ana.answer(person);
    const at = ana.title;
    await ana.command("");
    expect(ana.title).toBe("You have been here before");
    await ana.press(/Resume from/);
    expect(ana.title).toBe(at);
    await ana.command("resume");
    expect(ana.title).toBe(at);
    await ana.command("");
    await ana.press("Start over");
    expect(ana.title).toBe(pageTitle("work"));
    expect(JSON.stringify(ana.state)).not.toContain("person");
  });

  it("lets an answer be changed from the recommendation", async () => {
    const { ana } = team;
    await toReview(ana);
    await ana.choose("owner_kind");
    expect(ana.title).toBe(pageTitle("owner"));
    ana.fill("owner", "Cleo");
    await ana.submit();
    for (let at = 0; !ana.title.startsWith("Recommendation") && at < 5; at++) await ana.answer({});
    expect(ana.text).toContain("Cleo");
  });

  it("is opened by a shortcut anywhere, and by one on a message, where no command can be typed", async () => {
    const { ana } = team;
    await ana.shortcut("shortcut", shortcuts.anywhere);
    expect(ana.title).toBe(pageTitle("work"));
    await ana.shortcut("message_action", shortcuts.onMessage);
    expect(ana.title).toBe(pageTitle("work"));
  });
});

describe("words behind the command", () => {
  it.each([
    ["help", /guided questions/],
    ["plans kling", /Kling/],
    ["plans api_meter", /API/],
    ["plans", /Vendors/],
    ["plans klang", /Nearest: .*Kling/],
    ["explain traps", /S-/],
    ["explain", /routes/],
    ["how many Kling credits is $20 of OpenAI?", new RegExp(ruleTitle("UN-03"))],
    [
      "estimate text model=openai:gpt-5.6-terra conversations=3000-8000 turns=6 systemTokens=2000 userTokens=200 answerTokens=300 history=full",
      /Total/,
    ],
    ["compare images accepted=1000 acceptanceRate=50% resolution=1k google and stability", /A month.*One picture/s],
    ["compare credits kling runway", /cannot be compared.*\/aicost compare media/s],
    ["plans kling api_meter", /no price|Nothing in the catalogue/],
    ["estimate \u201c", /must be one of/],
    [
      'estimate {\u201ckind\u201d: "images", "accepted": 1000, "acceptanceRate": 0.5, "resolution": "1k"}',
      /gpt-image-2/,
    ],
    ["decisions", /Nothing is decided here yet/],
    ["settings", /Usual channel: none/],
    ["setings", /There is no "setings"\. .*settings/],
    ["   help   ", /guided questions/],
  ])("%j is answered to the person alone", async (words, says) => {
    const { ana, slack } = team;
    const { json } = await ana.command(words);
    expect(json).toMatchObject({ response_type: "ephemeral", text: expect.stringMatching(says) });
    expect(slack.messages).toEqual([]);
  });

  it("turns the pages of a long answer", async () => {
    const { ana } = team;
    await ana.command('estimate {"kind": "images", "accepted": 1000, "acceptanceRate": 0.5, "resolution": "1k"}');
    const first = ana.answers.at(-1);
    await ana.pressOn({ ...first, channel: "CPUBLIC01" }, /^More \(2 of/, true);
    const second = ana.answers.at(-1);
    expect(second).toMatchObject({ replace_original: true });
    expect(second?.text).not.toBe(first?.text);
  });

  it("keeps a usual channel for the team", async () => {
    const { ana, ben } = team;
    await ana.command("settings", "CPUBLIC02");
    await ana.pressOn({ ...ana.answers.at(-1), channel: "CPUBLIC02" }, "Use this channel", true);
    expect(JSON.stringify(ana.answers.at(-1))).toContain("CPUBLIC02");
    // Where Slack cannot know the place, the usual one is preselected.
    await ben.shortcut("shortcut", shortcuts.anywhere);
    while (!ben.title.startsWith("Recommendation")) await ben.answer(person);
    expect(ben.chooser?.accessory.initial_conversation).toBe("CPUBLIC02");
    expect(ben.button(/^Post/).text.text).toBe("Post to #random");
  });
});

describe("a card in its channel", () => {
  it("tells all that led there to the person alone, page by page in one window, each with the way back", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana);
    const opened = slack.views.size;
    await ben.pressOn(messageOf(team), "Details");
    expect(ben.title).toBe("Details: ChatGPT Plus");
    const front = ben.text;
    const pages = [/^Why this way/, /^All warnings/, /^Sources/, /^Verify before you pay/, /^Answers/];
    for (const page of pages) {
      await ben.press(page);
      expect(ben.title).toMatch(page);
      await ben.press("Back to Details");
      expect(ben.text).toBe(front);
    }
    await ben.press(/^Why this way/);
    expect(ben.text).toContain("What would change this");
    expect(slack.views.size).toBe(opened + 1);
  });

  it("lets a colleague say whether a stale source is still true, or what its page says now", async () => {
    const { ana, ben, store } = team;
    await postIt(ana, "CPUBLIC01", { ...complete, output: ["image"], vendor: ["leonardo-app-premium"] });
    const kept = () => store.of({ platform: "slack", id: "T1" }).factReadings();
    const open = async () => {
      await ben.pressOn(messageOf(team), "Details");
      await ben.press(/^Sources/);
      await ben.press(/^Check /);
      expect(ben.title).toBe("Is it still true?");
    };
    await open();
    expect((await ben.submit()).json).toMatchObject({ response_action: "errors" });
    ben.fill("value", "$14 a month");
    await ben.submit();
    expect(ben.title).toBe("Thank you");
    expect(await kept()).toMatchObject([{ owner: "UBEN", says: "differs", value: "$14 a month" }]);
    await ben.press("Back to Details");
    await open();
    await ben.press("Still true");
    expect(ben.title).toBe("Thank you");
    expect(await kept()).toMatchObject([{ says: "same", value: null }]);
  });

  it("shows an approval on the card and in its thread, once for each person, and not by its author", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana);
    await ana.pressOn(messageOf(team), "Approve");
    expect(ana.title).toBe("This is your own");
    await ben.pressOn(messageOf(team), "Approve");
    await ben.pressOn(messageOf(team), "Approve");
    expect(ben.text).toContain("already");
    await team.rounds(() => slack.standing("CPUBLIC01")[0]?.body.text.includes("Approved by"));
    const [card, reply, ...more] = slack.standing("CPUBLIC01");
    expect(more).toEqual([]);
    expect(reply).toMatchObject({ thread: card?.ts });
    expect(textsOf(card?.body.blocks)).toContain("UBEN");
    expect(card?.body.text).toContain("Approved by: <@UBEN>");
  });

  it("is checked again on today's facts, and the team hears of it only when something has changed", async () => {
    await team.close();
    let day = "2026-11-20";
    team = await openTeam({ day: () => day });
    const { ana, ben, slack } = team;
    await postIt(ana);
    await ben.pressOn(messageOf(team), "Re-check");
    expect(ben.title).toBe("Nothing has changed");
    day = "2027-03-20";
    await ben.pressOn(messageOf(team), "Re-check");
    expect(ben.title).toBe("Something has changed");
    await ben.pressOn(messageOf(team), "Re-check");
    await team.rounds(() => slack.standing("CPUBLIC01").length >= 2);
    team.later(1_100);
    await team.round();
    expect(slack.standing("CPUBLIC01").filter(({ thread }) => thread !== null)).toHaveLength(1);
  });

  it("starts somebody's own conversation", async () => {
    const { ana, ben } = team;
    await postIt(ana);
    await ben.pressOn(messageOf(team), "Use as template");
    expect(ben.title).toBe(pageTitle("work"));
    await ben.answer({ ...person, owner: "Ben" });
    expect(ben.title).toBe(pageTitle("people"));
  });

  it("is taken back by its author, and by nobody else", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana);
    const undo = ana.button("Undo");
    await ben.act([{ type: "button", action_id: undo.action_id, value: undo.value }], {
      view: { ...ana.view?.view, id: ana.view?.id, hash: ana.view?.hash, state: { values: {} } },
    });
    await slack.calm();
    team.later(1_100);
    await team.round();
    expect(slack.standing("CPUBLIC01")).toHaveLength(1);
    await ana.command(`decisions ${undo.value}`);
    await ana.pressOn({ ...ana.answers.at(-1), channel: "CPUBLIC01" }, "Undo", true);
    await team.rounds(() => slack.standing("CPUBLIC01").length === 0);
    expect(slack.standing("CPUBLIC01")).toEqual([]);
    expect(ana.answers.at(-1)?.text).toMatch(/(Being t|T)aken back/);
  });

  it("takes its thread along when it is taken back", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana);
    await ben.pressOn(messageOf(team), "Approve");
    await team.rounds(() => slack.standing("CPUBLIC01").length === 2);
    await ana.press("Undo");
    await team.rounds(() => slack.standing("CPUBLIC01").length === 0);
    expect(slack.standing("CPUBLIC01")).toEqual([]);
  });

  it("that nobody knew to stand is found by whoever presses a button on it", async () => {
    const { ana, ben, slack } = team;
    slack.trouble("chat.postMessage", "die after doing it");
    await postIt(ana);
    expect(ana.title).toBe("Perhaps posted");
    await ben.pressOn(messageOf(team), "Approve");
    await team.rounds(() => slack.standing("CPUBLIC01").length === 2);
    await team.rounds(() => slack.standing("CPUBLIC01")[0]?.body.text.includes("Approved by"));
    const [card, reply] = slack.standing("CPUBLIC01");
    expect(card?.body.text).toContain("Approved by: <@UBEN>");
    expect(reply?.thread).toBe(card?.ts);
  });

  it("with something open asks before it is approved", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana, "CPUBLIC01", { ...person, owner: "" });
    await ben.pressOn(messageOf(team), "Approve");
    expect(ben.title).toMatch(/^Approve with \d things? open\?$/);
    await ben.press("Approve anyway");
    expect(ben.title).toBe("Approved");
    await team.rounds(() => slack.standing("CPUBLIC01").length === 2);
    expect(slack.standing("CPUBLIC01")).toHaveLength(2);
  });

  it("is listed to nobody outside of its channel", async () => {
    const { ana, ben, slack } = team;
    const finance = slack.channels.get("GPRIVATE1");
    if (finance !== undefined) finance.member = true;
    await postIt(ana, "GPRIVATE1");
    expect(ana.title).toBe("Posted");
    const inside = await ben.command("decisions", "GPRIVATE1");
    const id = /Show ([\w-]+)/.exec(JSON.stringify(inside.json))?.[1] ?? "none";
    expect(JSON.stringify((await ben.command("decisions", "CPUBLIC01")).json)).not.toContain(id);
    expect((await ben.command(`decisions ${id}`, "CPUBLIC01")).json?.text).toContain("There is no such decision");
    expect((await ben.command(`decisions ${id}`, "GPRIVATE1")).json?.text).toContain("App subscription");
    await slack.sendEvent({ type: "app_home_opened", user: "UBEN", tab: "home", channel: "D1", event_ts: "1" });
    await until(() => slack.homes.has("UBEN"));
    expect(JSON.stringify(slack.homes.get("UBEN"))).not.toContain(id);
  });

  it("is everybody's where Slack says that its channel is public, and only there", async () => {
    const { ana, ben, slack } = team;
    const home = async () => {
      slack.homes.delete("UBEN");
      await slack.sendEvent({ type: "app_home_opened", user: "UBEN", tab: "home", channel: "D1", event_ts: "1" });
      await until(() => slack.homes.has("UBEN"));
      return textsOf(slack.homes.get("UBEN")).filter((text) => text.startsWith("Show ")).length;
    };
    // Of the channel where the command was typed its name is known, and of no other.
    await postIt(ana, "CPUBLIC02");
    expect(await home()).toBe(0);
    await postIt(ana, "CPUBLIC01");
    expect(await home()).toBe(1);
    await ben.command("decisions", "CPUBLIC02");
    expect(JSON.stringify(ben.answers.at(-1)).match(/Show [\w-]+/g)).toHaveLength(2);
  });

  it("can be posted later by whoever kept it", async () => {
    const { ana, slack } = team;
    await toReview(ana);
    await ana.press("Keep private");
    expect(ana.title).toBe("Kept");
    await ana.post();
    expect(ana.text).toContain("Choose a channel");
    await ana.post("CPUBLIC02");
    expect(ana.title).toBe("Posted");
    expect(slack.standing("CPUBLIC02")).toHaveLength(1);
    // From what was typed, too: there the window asks for the channel.
    await toReview(ana);
    await ana.press("Keep private");
    await ana.command("decisions");
    await ana.pressOn({ ...ana.answers.at(-1), channel: "CPUBLIC01" }, /^Show /, true);
    await ana.pressOn({ ...ana.answers.at(-1), channel: "CPUBLIC01" }, "Post", true);
    await ana.post("CPUBLIC01");
    expect(slack.standing("CPUBLIC01")).toHaveLength(1);
  });

  it("gets another name from its author, in a window of its own", async () => {
    const { ana } = team;
    await postIt(ana);
    await ana.press("Rename");
    expect(ana.title).toBe("Rename");
    expect(() => ana.button("Save for later")).toThrow(/no button/);
    ana.fill("name", "");
    expect((await ana.submit()).json).toMatchObject({ response_action: "errors" });
    ana.fill("name", "Ana's <@UBEN> writing");
    await ana.submit();
    expect(ana.title).toBe("Posted");
    expect(ana.text).toContain("Ana's <@UBEN> writing");
    await ana.command("decisions writing");
    const answer = { ...ana.answers.at(-1), channel: "CPUBLIC01" };
    expect(JSON.stringify(ana.answers.at(-1))).toContain("writing");
    await ana.pressOn(answer, "Rename", true);
    expect(ana.title).toBe("Rename");
  });

  it("says so when another decision takes its place", async () => {
    const { ana, slack } = team;
    await postIt(ana);
    await ana.press("Edit");
    for (let at = 0; !ana.title.startsWith("Recommendation") && at < 20; at++) await ana.answer({});
    await ana.post("CPUBLIC01");
    await team.rounds(
      () => slack.standing("CPUBLIC01")[0]?.body.text.includes("Superseded") && slack.standing("CPUBLIC01").length > 1,
    );
    const [old, fresh] = slack.standing("CPUBLIC01");
    expect(old?.body.text).toContain("Superseded by ChatGPT Plus, $20 a month, Ana");
    expect(() => ana.button("Approve", old?.body.blocks)).toThrow(/no button/);
    expect(ana.button("Approve", fresh?.body.blocks)).toBeDefined();
  });
});

describe("the home tab", () => {
  it("resumes, lists what was decided, and forgets a person who asks for it", async () => {
    const { ana, slack } = team;
    await postIt(ana);
    await ana.command("");
    await ana.answer(person);
    await slack.sendEvent({ type: "app_home_opened", user: "UANA", tab: "home", channel: "D1", event_ts: "1" });
    await until(() => slack.homes.has("UANA"));
    expect(textsOf(slack.homes.get("UANA"))).toContain("Resume from Route");
    await ana.pressHome(/Resume from/);
    expect(ana.title).toBe(pageTitle("people"));
    await ana.pressHome(/^Show /);
    expect(ana.title).toBe("Posted");
    await ana.pressHome("Settings");
    expect(ana.title).toBe("Settings");
    await ana.pressHome("Forget me");
    await until(() => textsOf(slack.homes.get("UANA")).includes("Start"));
    expect(await team.store.of({ platform: "slack", id: "T1" }).draftOf("UANA")).toBeNull();
    const inChannel = { person: "UBEN", channels: ["CPUBLIC01"] };
    const { items } = await team.store.of({ platform: "slack", id: "T1" }).decisions(inChannel, 1);
    expect(items[0]?.by).toBe("(forgotten)");
  });
});
