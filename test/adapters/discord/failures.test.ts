import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { nonceOf } from "../../../adapters/discord/sender.ts";
import { atOnce, directEstimator } from "../../at-once.ts";
import { hostile } from "../../suites/adapter.ts";
import { type FakeDiscord, type Posted, token, write } from "../../wire/discord.ts";
import { flat, idOf, Person } from "../../wire/discord-person.ts";
import { openTeam, type Team, type TeamOptions } from "../../wire/discord-team.ts";
import { heldStore, until } from "../../wire/team.ts";
import { pageTitle } from "../../words.ts";
import { postIt, script, toReview } from "./steps.ts";

const here = "300000000000000001";
let team: Team;
/** What the fake refused on purpose in a test. */
let expected: RegExp | null = null;
const opened = async (options: TeamOptions = {}) => {
  expected = null;
  team = await openTeam(options);
  return team;
};
afterEach(async () => {
  expect(team.discord.complaints.filter((complaint) => expected === null || !expected.test(complaint))).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const posted = (at = 0): Posted => {
  const found = team.discord.standing(here)[at];
  if (found === undefined) throw new Error("nothing was posted");
  return found;
};

describe("1. and 15. three seconds", () => {
  it("are kept however slow the store is: an answer is promised, and given with its kind of rendering", async () => {
    const { wrap, hold, release } = heldStore(["draftOf", "saveDraft"]);
    const { ana, discord } = await opened({ wrap });
    const last = () => [...discord.interactions.values()].at(-1);
    hold();
    const asking = ana.command();
    await until(() => last()?.answers.length === 1);
    expect(last()?.answers[0]).toEqual({ type: 5, data: { flags: 64 } });
    release();
    await asking;
    expect(ana.title).toBe(pageTitle("work"));
    await ana.press("Answer");
    hold();
    const sending = ana.submit();
    await until(() => last()?.type === 5 && last()?.answers.length === 1);
    expect(last()?.answers[0]).toEqual({ type: 6 });
    release();
    await sending;
    expect(ana.title).toBe(pageTitle("unattended"));
  });

  it("end with what Discord refuses, and the next click goes on", async () => {
    const { wrap, hold, release, waiting } = heldStore(["draftOf"]);
    const { ana, discord } = await opened({ wrap });
    hold();
    const asking = ana.command();
    await until(() => waiting.calls === 1);
    discord.ahead += 3_001;
    release();
    await asking;
    expect(team.warnings.join()).toContain("10062");
    await ana.command();
    expect(ana.title).toBe(pageTitle("work"));
  });

  it("a form opens at once, without asking the store, and after a restart with it", async () => {
    const { wrap, hold, release, waiting } = heldStore(["draft", "draftOf"]);
    const { ana } = await opened({ wrap });
    await ana.command();
    await ana.answer({ ...script, audience: "team" });
    hold();
    const { answers } = await ana.press("Answer");
    expect(answers[0]?.type).toBe(9);
    expect(waiting.calls).toBe(0);
    release();
    await team.restart();
    await ana.press("Answer");
    expect(ana.modal?.title).toBe(pageTitle("people"));
  });
});

describe("2. an answer that is refused as too late", () => {
  it("is no fault, and the next click shows how things stand", async () => {
    const { ana, discord } = await opened();
    await ana.command();
    discord.trouble(/callback/, { status: 404, code: 10062 });
    await ana.press("Answer");
    await ana.press("Answer");
    await ana.submit();
    expect(ana.title).toBe(pageTitle("unattended"));
  });
});

describe("3. and 4. one interaction is answered once", () => {
  it("when it is delivered twice", async () => {
    const { ana, discord } = await opened();
    await ana.command();
    const [last] = [...discord.interactions.values()].slice(-1);
    const before = discord.calls.length;
    discord.dispatch("INTERACTION_CREATE", {
      ...ana.base(2),
      id: last?.id,
      token: last?.token,
      application_id: "1",
      data: { name: "aicost" },
    });
    await discord.calm();
    expect(discord.calls.length).toBe(before);
  });

  it("when the server breaks or hangs: a callback is never sent again", async () => {
    const { ana, discord } = await opened();
    const callbacks = () => discord.calls.filter(({ path }) => path.endsWith("/callback")).length;
    discord.trouble(/callback/, { status: 500 });
    await ana.command();
    expect(callbacks()).toBe(1);
    discord.trouble(/callback/, "hang");
    await ana.command();
    await until(() => team.warnings.length >= 2, "the app gives up the call that hangs");
    expect(callbacks()).toBe(2);
  });

  it("two programs on one token leave one draft and one post", async () => {
    const { ana, discord } = await opened();
    expected = /answered twice/;
    const other = await openTeamOn(discord);
    await toReview(ana);
    await ana.press(/^Post( to |$)/);
    await team.rounds(() => discord.standing(here).length === 1);
    team.later(1_200);
    await team.round();
    expect(discord.standing(here)).toHaveLength(1);
    await other.close();
  });

  /** A second program with the same token and the same store. */
  async function openTeamOn(discord: FakeDiscord) {
    const { createBot } = await import("#core");
    const { createDiscordAdapter, readSettings } = await import("../../../adapters/discord/index.ts");
    const { advisorOn, exampleDay } = await import("../../advisor.ts");
    const settings = readSettings({ DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl });
    if (settings === null || "problem" in settings) throw new Error("settings");
    let id = 0;
    const advisor = () => advisorOn(exampleDay);
    const ports = { store: team.store, advisor, advisorOn: advisor, now: Date.now, newId: () => `z${++id}` };
    const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("no")) });
    const log = { info: () => undefined, warn: () => undefined, fault: () => "x" };
    const end = createDiscordAdapter(settings, {
      ...ports,
      bot,
      log,
      estimator: directEstimator,
      turn: atOnce,
      fatal: () => undefined,
      deliver: async () => undefined,
    });
    await end.start(null);
    return { close: () => end.stop(Promise.resolve()) };
  }
});

describe("5. and 6. a token of fifteen minutes", () => {
  it("that is over is no fault; an old message goes on with the next click's own", async () => {
    const { wrap, hold, release } = heldStore(["draft"]);
    const { ana, discord } = await opened({ wrap });
    await ana.command();
    await ana.answer({ ...script, audience: "team" });
    hold();
    const before = discord.interactions.size;
    const pressing = ana.press("Back");
    await until(() => [...discord.interactions.values()][before]?.answers.length === 1);
    discord.ahead += 16 * 60_000;
    release();
    await pressing;
    expect(team.warnings.some((warning) => warning.includes("50027"))).toBe(true);
    discord.ahead += 5 * 3_600_000;
    await ana.press("Back");
    expect(ana.title).toBe(pageTitle("work"));
    // Nothing of a conversation is ever edited by the route of the channel.
    expect(discord.calls.filter(({ method, path }) => method === "patch" && path.startsWith("/channels"))).toEqual([]);
  });
});

describe("7. and 8. rights", () => {
  it("of the channel that one person picked are not those that another one sees", async () => {
    const { ana, ben } = await opened();
    await Promise.all([toReview(ana), toReview(ben)]);
    await Promise.all([ana.pick(here, write), ben.pick(here, "0")]);
    expect(ana.text).not.toMatch(/may not write/);
    expect(ben.text).toMatch(/may not write there: it needs "View Channel"/);
  });

  it("that are missing where one is, leave the channel to be chosen", async () => {
    const { ana } = await opened();
    ana.rights = "0";
    await toReview(ana);
    expect(ana.components.find(({ type }) => type === 8)?.default_values).toBeUndefined();
    await ana.press(/^Post( to |$)/);
    expect(ana.text).toContain("Choose a channel");
  });

  it("a refused post is not tried again by itself", async () => {
    const { ana, discord } = await opened();
    discord.channels.set(here, "read");
    await postIt(ana);
    expect(discord.calls.filter(({ path }) => path === `/channels/${here}/messages`)).toHaveLength(1);
    const place = team.store.of({ platform: "discord", id: "200000000000000001" });
    expect(await place.troubled()).toMatchObject([{ state: "parked" }]);
  });
});

describe("9. and 14. the gateway", () => {
  it("has a listener for errors, and says when Discord does not take the token back", async () => {
    const { discord } = await opened();
    discord.knows = false;
    for (const socket of discord.sockets) socket.close(4004, "Authentication failed.");
    await until(() => team.fatals.length > 0);
    expect(team.fatals[0]).toMatch(/DISCORD_TOKEN has to be set anew/);
  });

  it("comes back by itself after what passes", async () => {
    const { ana, discord } = await opened();
    discord.sockets.at(-1)?.send(JSON.stringify({ op: 7, d: null }));
    await until(() => discord.resumed >= 1);
    await ana.command();
    expect(ana.title).toBe(pageTitle("work"));
    expect(team.fatals).toEqual([]);
  });

  it("has the shards it is told to have", async () => {
    const { discord } = await opened({ env: { SHARDS: "1,2", SHARD_COUNT: "4" } });
    expect(discord.identifies.map(({ shard }) => shard)).toEqual([
      [1, 4],
      [2, 4],
    ]);
    // No intent that Discord would have to allow.
    expect(discord.identifies.every(({ intents }) => intents === 1)).toBe(true);
  });

  it("a guild that takes the app out takes its data with it; an outage does not", async () => {
    const { ana, discord, store } = await opened();
    await ana.command();
    await ana.answer(script);
    const place = store.of({ platform: "discord", id: "200000000000000001" });
    discord.dispatch("GUILD_DELETE", { id: "200000000000000001", unavailable: true });
    await discord.calm();
    expect(await place.draftOf(ana.id)).not.toBeNull();
    discord.dispatch("GUILD_DELETE", { id: "200000000000000001" });
    await until(async () => (await place.draftOf(ana.id)) === null);
  });
});

describe("10. and 11. after a restart", () => {
  it("every button still works: of the conversation, of a form that was open, of a card", async () => {
    const { ana, ben } = await opened();
    await ana.command();
    await ana.answer({ ...script, audience: "team" });
    await ana.press("Answer");
    await team.restart();
    await ana.submit();
    expect(ana.title).not.toBe(pageTitle("people"));
    await ana.press("Back");
    await team.restart();
    await ana.press("Back");
    expect(ana.title).toBe(pageTitle("work"));
    await postIt(ana);
    await team.restart();
    await ben.pressOn(posted(), "Details");
    expect(ben.title).toBe("Details: ChatGPT Go");
  });

  it("between every two steps, the conversation ends in one card", async () => {
    const { ana, discord } = await opened();
    await ana.command();
    for (let at = 0; !ana.title.startsWith("Recommendation") && at < 20; at++) {
      await team.restart();
      await ana.press("Answer");
      await team.restart();
      for (const { custom_id } of ana.fields) {
        const value = script[custom_id as keyof typeof script];
        if (value !== undefined) ana.fill(custom_id, value);
      }
      await ana.submit();
    }
    await team.restart();
    await ana.press(/^Post( to |$)/);
    await team.restart();
    await team.rounds(() => discord.standing(here).length === 1);
    expect(discord.standing(here)).toHaveLength(1);
  });
});

describe("12. a token that is refused once", () => {
  it("ends the program with a clear line: the library would send nothing any more", async () => {
    const { ana, discord } = await opened();
    await toReview(ana);
    discord.knows = false;
    await ana.press(/^Post( to |$)/);
    expect(team.fatals[0]).toMatch(/DISCORD_TOKEN has to be set anew/);
  });

  it("leaves the post waiting for the next start", async () => {
    const { ana, discord } = await opened();
    await toReview(ana);
    discord.knows = false;
    await ana.press(/^Post( to |$)/);
    expect(ana.title).toBe("On its way");
    discord.knows = true;
    await team.restart();
    await team.rounds(() => discord.standing(here).length === 1);
    expect(discord.standing(here)).toHaveLength(1);
  });
});

describe("13. limits", () => {
  it("hold up the post, and nobody who is answered", async () => {
    const { ana, ben, discord } = await opened();
    discord.trouble(/^post \/channels/, { retryAfter: 2 });
    await postIt(ana);
    expect(ana.title).toBe("On its way");
    await ben.command();
    expect(ben.title).toBe(pageTitle("work"));
    // And that before the post was sent again.
    expect(discord.standing(here)).toEqual([]);
    await team.rounds(() => discord.standing(here).length === 1);
    await ana.press("Look again");
    expect(ana.title).toBe("Posted");
  });
});

describe("a post whose answer is lost", () => {
  it("is sent again by itself with the same nonce, and stands there once", async () => {
    const { ana, discord } = await opened();
    discord.trouble(/^post \/channels/, "die after doing it");
    await postIt(ana);
    const sends = () => discord.calls.filter(({ path }) => path === `/channels/${here}/messages`);
    await team.rounds(() => sends().length === 2);
    expect(new Set(sends().map(({ body }) => body.nonce)).size).toBe(1);
    expect(discord.standing(here)).toHaveLength(1);
    expect(nonceOf("x".repeat(300)).length).toBeLessThanOrEqual(25);
  });
});

describe("what people write", () => {
  it.each(hostile.filter((text) => !/\p{Cc}/u.test(text)))("%j is posted as text, and pings nobody", async (name) => {
    const { ana } = await opened();
    await toReview(ana, { ...script, owner: name });
    await ana.press(/^Post( to |$)/);
    const { body } = posted();
    expect(body.allowed_mentions).toEqual({ parse: [] });
    const text = flat(body.components)
      .flatMap((each) => each.content ?? [])
      .join("\n");
    // Without what is written as itself, no sign of markup is left but ours.
    const bare = text.replace(/\\[\\*_~`|<>[\]()#@:.+-]/g, "").replaceAll(`<@${idOf(name)}>`, "");
    expect(bare).not.toMatch(/<(?!https:\/\/|@400000000000000001>)|`|\|\||@(?!400000000000000001>)|\]\(/);
  });
});

describe("a stranger's click", () => {
  it("is refused with a sentence", async () => {
    const { ana, discord } = await opened();
    await toReview(ana);
    const ben = new Person(discord, "400000000000000002");
    ben.screen = ana.screen;
    await ben.press(/^Post( to |$)/);
    expect(ben.title).toBe("This is someone else's conversation");
    expect(discord.messages).toEqual([]);
  });

  it("of another program's button, or of one of ours from long ago, hurts nothing", async () => {
    const { ana, discord } = await opened();
    const card = (custom_id: string) => ({
      id: "1",
      body: { components: [{ type: 1, components: [{ type: 2, label: "x", custom_id }] }] },
    });
    await ana.pressOn(card("aicost:v0:gone:1"), "x");
    expect(ana.title).toBe(pageTitle("work"));
    await ana.pressOn(card("aicost:v1:why:nothing"), "x");
    expect(ana.title).toBe("There is no such decision");
    const before = discord.calls.length;
    await discord.send({
      ...ana.base(3),
      message: { id: "1", flags: 0 },
      data: { component_type: 2, custom_id: "other" },
    });
    await discord.calm();
    expect(discord.calls.length).toBe(before);
  });
});

describe("the endpoint", () => {
  it("answers a ping, and refuses wrong signatures and what is too long", async () => {
    const { discord } = await opened({ http: true });
    expect((await discord.sendHttp('{"type":1}')).json).toEqual({ type: 1 });
    expect((await discord.sendHttp('{"type":1}', { signature: "00".repeat(64) })).status).toBe(401);
    expect((await discord.sendHttp('{"type":1}', { signature: "x" })).status).toBe(401);
    expect((await discord.sendHttp("x".repeat(1_100_000))).status).toBe(413);
    expect((await fetch(`${discord.endpoint}health`)).status).toBe(200);
    // No gateway beside it: an application has one or the other.
    expect(discord.identifies).toEqual([]);
  });
});

it("16. discord.js is the version without the leak of rights, and pinned", () => {
  const { dependencies } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  expect(dependencies["discord.js"]).toBe("14.28.1");
});
