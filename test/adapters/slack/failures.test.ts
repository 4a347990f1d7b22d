import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Store, StoreError, type TenantStore } from "#core";
import { tenantOf } from "../../../adapters/slack/installations.ts";
import { headings } from "../../../src/present/recommendation-messages.ts";
import { hostile } from "../../suites/adapter.ts";
import { FakeSlack, type Json } from "../../wire/slack.ts";
import { Person, textsOf } from "../../wire/slack-person.ts";
import { openTeam, type Team, type TeamOptions } from "../../wire/slack-team.ts";
import { heldStore, until } from "../../wire/team.ts";
import { pageTitle } from "../../words.ts";
import { person, postIt, toReview } from "./steps.ts";

let team: Team;
const opened = async (options: TeamOptions = {}) => {
  team = await openTeam(options);
  return team;
};
afterEach(async () => {
  expect(team.slack.complaints).toEqual([]);
  await team.close();
});

/** A store whose tenants do something else for a while. */
function changed(change: Partial<Record<keyof TenantStore, () => unknown>>) {
  return (store: Store): Store => ({
    ...store,
    of: (tenant) => {
      const real = store.of(tenant);
      return new Proxy(real, {
        get: (target, name: keyof TenantStore) => {
          const other = change[name];
          if (other === undefined) return target[name];
          return async (...given: unknown[]) => {
            await other();
            return (target[name] as (...all: unknown[]) => unknown)(...given);
          };
        },
      });
    },
  });
}

const card = (at = 0): Json => {
  const found = team.slack.standing("CPUBLIC01")[at];
  return { channel: "CPUBLIC01", ...found?.body };
};

describe("1. a trigger lives three seconds", () => {
  it("and the first page opens before the store has answered", async () => {
    const { wrap, hold, release, waiting } = heldStore(["draftOf"]);
    const { ana, slack } = await opened({ wrap });
    hold();
    await ana.command("");
    expect(ana.title).toBe(pageTitle("work"));
    expect(waiting.calls).toBe(1);
    release();
    await slack.calm();
    expect(ana.title).toBe(pageTitle("work"));
  });

  it("and no window is opened with one that is older", async () => {
    const { ana, slack } = await opened();
    const trigger = slack.newTrigger();
    slack.ahead += 3_001;
    slack.newTrigger = () => trigger;
    await ana.command("");
    expect(slack.views.size).toBe(0);
    expect(team.warnings.join()).toContain("expired_trigger_id");
  });

  it("and when it is too old all the same, a button brings a fresh one", async () => {
    const { ana, slack } = await opened();
    slack.trouble("views.open", { error: "expired_trigger_id" });
    await ana.command("");
    expect(slack.ephemeral).toHaveLength(1);
    await ana.pressOn({ ...slack.ephemeral[0]?.body, channel: "CPUBLIC01" }, "Open the questions", true);
    expect(ana.title).toBe(pageTitle("work"));
  });
});

describe("2. a form is answered in time", () => {
  it("with a page that waits, when the store is slow, and then with what came of it", async () => {
    const { wrap, hold, release } = heldStore(["saveDraft"]);
    const { ana } = await opened({ wrap });
    await ana.command("");
    hold();
    ana.patient = false;
    await ana.submit();
    expect(ana.title).toBe("One moment");
    release();
    await until(() => ana.title !== "One moment");
    expect(ana.title).toBe(pageTitle("unattended"));
  });

  it("keeps what was typed when the store fails, and says so on the form", async () => {
    let broken = false;
    const fail = () => {
      if (broken) throw new StoreError("lost", "The database cannot be reached.", new Error("x"));
    };
    const { ana, faults } = await opened({ wrap: changed({ saveDraft: fail }) });
    await ana.command("");
    broken = true;
    ana.fill("job", "person");
    const { json } = await ana.submit();
    expect(json?.response_action).toBe("errors");
    expect(Object.values(json?.errors)[0]).toMatch(/database cannot be reached.*Nothing is lost/i);
    broken = false;
    await ana.submit();
    expect(ana.title).not.toBe(pageTitle("work"));
    expect(faults).toEqual([]);
  });
});

describe("3. a fault of ours", () => {
  it("is one sentence with a reference, and the log has it", async () => {
    const fail = () => {
      throw new TypeError("a bug");
    };
    const { ana, faults } = await opened({ wrap: changed({ decisions: fail, draftOf: fail }) });
    const answer = await ana.command("decisions");
    expect(answer.json?.text).toMatch(/Something is wrong inside aicost.*Reference ref1/);
    expect(faults).toHaveLength(1);
    await ana.command("");
    expect(ana.text).toMatch(/Reference ref2/);
  });
});

describe("an answer that has nowhere to go any more", () => {
  it("as nobody can be reached, is written down, and hurts nobody", async () => {
    const { ana, slack, faults } = await opened();
    const gone = await new FakeSlack().start();
    const url = gone.newResponseUrl();
    await gone.stop();
    await ana.act([{ type: "button", action_id: "aicost:v1:settings:0" }], {
      container: { type: "message", channel_id: "CPUBLIC01", is_ephemeral: true },
      response_url: url,
    });
    await until(() => team.warnings.length > 0);
    expect(team.warnings[0]).toMatch(/did not arrive/);
    expect([slack.ephemeral, faults]).toEqual([[], []]);
  });

  it("is written down, and hurts nobody", async () => {
    const { wrap, hold, release } = heldStore(["decisions"]);
    const { ana, slack, faults } = await opened({ wrap });
    slack.newResponseUrl = () => `${slack.url}/response/over`;
    hold();
    const asking = ana.command("decisions");
    // Slack has its empty answer before the store has given one.
    await until(() => slack.answered === 1);
    release();
    expect(await asking).toMatchObject({ status: 200, text: "" });
    expect(team.warnings).toHaveLength(1);
    expect(team.warnings[0]).toMatch(/nowhere to go 404/);
    expect(faults).toEqual([]);
  });
});

describe("4. a card is posted once", () => {
  it("and when its answer was lost, that is said, and a person decides", async () => {
    const { ana, slack } = await opened();
    slack.trouble("chat.postMessage", "die after doing it");
    await postIt(ana);
    expect(ana.title).toBe("Perhaps posted");
    await team.round();
    team.later(1_200);
    await team.round();
    expect(slack.standing("CPUBLIC01")).toHaveLength(1);
    await ana.press("Post again");
    await team.rounds(() => slack.standing("CPUBLIC01").length === 2);
    expect(slack.standing("CPUBLIC01")).toHaveLength(2);
  });

  it("when the button is pressed three times at once, or a window from before the button is sent", async () => {
    const { ana, slack } = await opened();
    await toReview(ana);
    await ana.pickChannel("CPUBLIC01");
    const open = ana.view;
    const view = { ...open?.view, id: open?.id, hash: open?.hash, state: ana.state };
    const button = ana.button(/^Post/);
    const press = { type: "button", action_id: button.action_id, value: button.value, action_ts: "1" };
    const before = slack.callsAbout(open?.id ?? "");
    await Promise.all([1, 2, 3].map(() => ana.act([press], { view })));
    await until(() => slack.callsAbout(open?.id ?? "") >= before + 3);
    const sent = await slack.sendPayload({
      type: "view_submission",
      team: { id: "T1" },
      user: { id: "UANA", team_id: "T1" },
      view: { ...view, callback_id: "aicost:v1:post" },
      trigger_id: "t1",
    });
    expect(sent.json?.response_action).toBe("update");
    team.later(1_200);
    await team.round();
    expect(slack.standing("CPUBLIC01")).toHaveLength(1);
  });
});

describe("5. events are told apart by their id", () => {
  it("a retry without a first delivery is heard; a second copy is not", async () => {
    const { slack } = await opened();
    const event = { type: "app_home_opened", user: "UANA", tab: "home", channel: "D1", event_ts: "1" };
    const published = () => slack.calls.filter(({ method }) => method === "views.publish").length;
    const body = JSON.stringify({ type: "event_callback", team_id: "T1", event_id: "Ev1", event_time: 1, event });
    await slack.send(body, { type: "application/json", headers: { "x-slack-retry-num": "1" } });
    await until(() => published() === 1);
    await slack.send(`${body} `, { type: "application/json", headers: { "x-slack-retry-num": "2" } });
    await slack.calm();
    expect(published()).toBe(1);
  });
});

describe("6. a channel that cannot be posted to", () => {
  it.each([
    ["GPRIVATE1", /invite @aicost/],
    ["CARCHIVE1", /archived/],
    ["CNOWHERE1", /invite @aicost/],
  ])("%s becomes a next step, and nothing is lost", async (channel, says) => {
    const { ana, slack } = await opened();
    await postIt(ana, channel);
    expect(ana.title).toBe("Kept, not posted");
    expect(ana.text).toMatch(says);
    const known = slack.channels.get(channel);
    slack.channels.set(channel, { id: channel, name: "x", kind: "private", ...known, member: true, archived: false });
    await ana.press("Try again");
    await team.rounds(() => slack.standing(channel).length === 1);
    expect(slack.standing(channel)).toHaveLength(1);
  });

  it("a public channel needs no invitation where the scope is there, and one where it is not", async () => {
    const { ana, slack } = await opened();
    await postIt(ana, "CPUBLIC02");
    expect(ana.title).toBe("Posted");
    slack.publicScope = false;
    await postIt(ana, "CPUBLIC02");
    team.later(1_100);
    await team.round();
    expect((await team.store.of({ platform: "slack", id: "T1" }).troubled())[0]?.reason).toEqual({
      is: "chat",
      said: "not_in_channel",
    });
  });
});

describe("7. and 8. a view that changed or was closed meanwhile", () => {
  it("two clicks in flight leave one view, and no fault", async () => {
    const { ana, slack, faults } = await opened();
    await ana.command("");
    await ana.answer({ ...person, audience: "team" });
    const back = ana.button("Back");
    const payload = {
      view: { ...ana.view?.view, id: ana.view?.id, hash: ana.view?.hash, state: ana.state },
    };
    const press = () => ana.act([{ type: "button", action_id: back.action_id, value: back.value }], payload);
    await Promise.all([press(), press(), press()]);
    await until(() => ana.title === pageTitle("work"));
    await slack.calm();
    expect(faults).toEqual([]);
    expect(team.warnings).toEqual([]);
  });

  it("a closed one is no fault, and the draft is kept", async () => {
    const { ana, slack, faults } = await opened();
    await ana.command("");
    await ana.answer({ ...person, audience: "team" });
    if (ana.view !== null) ana.view.closed = true;
    await ana.press("Back");
    expect([faults, team.warnings]).toEqual([[], []]);
    await ana.command("");
    expect(ana.title).toBe("You have been here before");
    expect(slack.complaints).toEqual([]);
  });
});

describe("9. and 10. every step answers with the next one", () => {
  it("never with an empty answer, which would close the modal, and never with a pushed view", async () => {
    const { ana, slack } = await opened();
    await ana.command("");
    for (let at = 0; !ana.title.startsWith("Recommendation") && at < 20; at++) {
      for (const [field, value] of Object.entries(person))
        if (ana.blocks.some((block) => block.block_id?.startsWith(`f:${field}:`))) ana.fill(field, value);
      expect((await ana.submit()).json?.response_action).toBe("update");
    }
    await ana.post("CPUBLIC01");
    expect(ana.title).toBe("Posted");
    expect(slack.calls.filter(({ method }) => method === "views.push")).toEqual([]);
  });
});

describe("11. Slack keeps what was typed where ids are the same", () => {
  it("so no field has the id that it had before something was kept", async () => {
    const { ana } = await opened();
    const ids = () => ana.blocks.filter(({ type }) => type === "input").map((block) => block.block_id);
    await ana.command("");
    const before = ids();
    await ana.answer({ ...person, audience: "team" });
    await ana.press("Back");
    expect(ana.title).toBe(pageTitle("work"));
    expect(ids()).toHaveLength(before.length);
    expect(ids().filter((id) => before.includes(id))).toEqual([]);
  });

  it("so a page that is shown again shows what is kept now, not what was typed then", async () => {
    const { ana } = await opened();
    await toReview(ana);
    await ana.choose("owner");
    ana.fill("owner", "Cleo");
    await ana.submit();
    for (let at = 0; !ana.title.startsWith("Recommendation") && at < 5; at++) await ana.answer({});
    const other = new Person(ana.slack, "UANA");
    await other.command("");
    await other.press(/Resume/);
    await other.choose("owner");
    other.fill("owner", "Dora");
    await other.submit();
    // The first window is stale: it shows how things stand now.
    await ana.choose("owner");
    expect(ana.text).toContain("answered elsewhere");
    expect(ana.text).toContain("Dora");
    expect(`${ana.text}${JSON.stringify(ana.state)}`).not.toContain("Cleo");
  });
});

describe("12. what a view carries", () => {
  it("is small, and does not let anybody into somebody else's conversation", async () => {
    const { ana, ben } = await opened();
    await toReview(ana);
    expect(ana.view?.view.private_metadata.length).toBeLessThan(200);
    ben.view = ana.view;
    await ben.press("Post");
    expect(ben.title).toBe("This is someone else's conversation");
    expect(ben.slack.messages).toEqual([]);
  });
});

describe("15. what people write", () => {
  // A name of two lines is refused before it is kept.
  it.each(hostile.filter((text) => !/\p{Cc}/u.test(text)))(
    "%j is posted as text, in the blocks and in the fallback",
    async (name) => {
      const { ana, slack, store } = await opened();
      slack.names.set("UODD", name);
      await ana.command("");
      for (let at = 0; !ana.title.startsWith("Recommendation") && at < 20; at++)
        await ana.answer({ ...person, owner: "UODD" });
      await ana.post("CPUBLIC01");
      const [posted] = slack.standing("CPUBLIC01");
      expect(posted?.body.text).not.toMatch(/<!|<@(?!UANA|UODD)|<#|<http|(?<!\u200b)[*_~`]/);
      const [line] = (await store.of({ platform: "slack", id: "T1" }).decisions({ person: "UANA", channels: [] }, 1))
        .items;
      const kept = await store.of({ platform: "slack", id: "T1" }).decision(line?.id ?? "");
      expect(kept?.answers.owner).toMatch(/^<@UODD(\|[^<>|]*)?>$/);
      expect(JSON.stringify(posted?.body.blocks)).not.toMatch(/"type":"(mrkdwn|broadcast|usergroup|emoji)"/);
      expect(posted?.body).toMatchObject({ unfurl_links: false, unfurl_media: false, mrkdwn: false });
    },
  );
});

describe("16. and 24. an app that was taken out", () => {
  const env = { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "secret" };
  const place = { platform: "slack" as const, id: "T1" };
  const install = () => team.store.of(place).install({ token: "xoxb-test", details: {}, updatedAt: Date.now() });
  const uninstalled = () => team.slack.sendEvent({ type: "app_uninstalled" });
  const revoked = () => team.slack.sendEvent({ type: "tokens_revoked", tokens: { oauth: [], bot: ["UBOT"] } });

  it.each([
    ["uninstalled, then revoked", [uninstalled, revoked]],
    ["revoked, then uninstalled", [revoked, uninstalled]],
    ["only uninstalled", [uninstalled]],
    ["only revoked", [revoked]],
  ])("%s: its data goes, and a command gets a clear answer", async (_, events) => {
    const { ana, store } = await opened({ env });
    await install();
    await ana.command("");
    await ana.answer(person);
    team.later(1_100);
    for (const event of events) await event();
    await team.slack.calm();
    expect(await store.of(place).installation()).toBeNull();
    expect(await store.of(place).draftOf("UANA")).toBeNull();
    const { json } = await ana.command("");
    expect(json?.text).toMatch(/not installed here any more/);
    const { json: form } = await ana.submit();
    expect(form).toMatchObject({ response_action: "update" });
    expect(ana.title).toBe("Not installed");
    await ana.pressOn({ channel: "CPUBLIC01", blocks: ana.slack.ephemeral[0]?.body.blocks ?? oldButton }, "Why");
    expect(ana.answers.at(-1)?.text).toMatch(/not installed/);
  });

  it("is looked up again after half a minute: another process may have heard of it", async () => {
    const { ana, store } = await opened({ env });
    await install();
    expect((await ana.command("help")).json?.text).toMatch(/guided questions/);
    await store.of(place).forget();
    team.later(29_000);
    expect((await ana.command("help")).json?.text).toMatch(/guided questions/);
    team.later(2_000);
    expect((await ana.command("help")).json?.text).toMatch(/not installed here any more/);
  });

  it("an event from before a new installation does not end it", async () => {
    const { store, slack } = await opened({ env });
    await install();
    await slack.sendEvent({ type: "app_uninstalled" }, { event_time: Math.floor(Date.now() / 1_000) - 60 });
    await slack.calm();
    expect(await store.of(place).installation()).not.toBeNull();
  });

  it("that cannot be looked up just now says so, in time", async () => {
    let broken = false;
    const { ana } = await opened({
      env,
      wrap: changed({
        installation: () => {
          if (broken) throw new StoreError("lost", "The database cannot be reached.");
        },
      }),
    });
    await install();
    broken = true;
    const answer = await ana.command("help");
    expect(answer.json?.text).toMatch(/cannot be read just now/);
    broken = false;
    expect((await ana.command("help")).json?.text).toMatch(/guided questions/);
    broken = true;
    // What was known a moment ago will do.
    expect((await ana.command("help")).json?.text).toMatch(/guided questions/);
  });

  it("revoked tokens of users leave the bot where it is", async () => {
    const { store, slack } = await opened({ env });
    await install();
    team.later(1_100);
    await slack.sendEvent({ type: "tokens_revoked", tokens: { oauth: ["U1"] } });
    await slack.calm();
    expect(await store.of(place).installation()).not.toBeNull();
  });
});

const oldButton = [
  { type: "actions", elements: [{ type: "button", action_id: "aicost:v1:why:0", value: "x", text: { text: "Why" } }] },
];

describe("19. whose installation it is", () => {
  it.each([
    ["a workspace", { teamId: "T1" }, "T1"],
    ["a workspace inside an organisation", { teamId: "T1", enterpriseId: "E1", isEnterpriseInstall: false }, "T1"],
    ["an organisation", { enterpriseId: "E1", isEnterpriseInstall: true }, "E1"],
    [
      "a workspace of an organisation that has it for all",
      { teamId: "T1", enterpriseId: "E1", isEnterpriseInstall: true },
      "E1",
    ],
    ["nobody", {}, null],
  ])("%s", (_, source, id) => {
    expect(tenantOf(source)).toBe(id);
  });

  it("an organisation's workspaces share what is kept", async () => {
    const { ana, store } = await opened({ env: { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "secret" } });
    await store.of({ platform: "slack", id: "E1" }).install({ token: "xoxb-test", details: {}, updatedAt: 1 });
    ana.envelope = { enterprise_id: "E1", is_enterprise_install: "true", enterprise: { id: "E1", name: "Org" } };
    await ana.command("");
    ana.envelope = { is_enterprise_install: true, enterprise: { id: "E1", name: "Org" } };
    await ana.answer(person);
    expect(await store.of({ platform: "slack", id: "E1" }).draftOf("UANA")).not.toBeNull();
    expect(await store.of({ platform: "slack", id: "T1" }).draftOf("UANA")).toBeNull();
  });
});

describe("20. undici", () => {
  it("is a dependency of ours: Bolt imports it and does not bring it", () => {
    const { dependencies } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
    expect(dependencies).toHaveProperty("undici");
  });
});

describe("21. listeners", () => {
  it("are there once, however much was pressed: one press, one call", async () => {
    const { ana, slack } = await opened();
    for (let at = 0; at < 10; at++) await ana.command("");
    expect(slack.calls.filter(({ method }) => method === "views.open")).toHaveLength(10);
    await ana.answer({ ...person, audience: "team" });
    await ana.press("Back");
    expect(slack.calls.filter(({ method }) => method === "views.update")).toHaveLength(1);
    // Bolt stops a second answer only after it was made.
    expect(team.faults).toEqual([]);
  });
});

describe("23. a pause that Slack asks for", () => {
  it("holds up the post, and nobody who opens a window", async () => {
    const { ana, ben, slack } = await opened();
    slack.trouble("chat.postMessage", { retryAfter: 2 });
    await postIt(ana);
    expect(ana.title).toBe("On its way");
    await ben.command("");
    expect(ben.title).toBe(pageTitle("work"));
    // And that before the post was sent again.
    expect(slack.standing("CPUBLIC01")).toEqual([]);
    await team.rounds(() => slack.standing("CPUBLIC01").length === 1);
    expect(slack.standing("CPUBLIC01")).toHaveLength(1);
    await ana.press("Look again");
    expect(ana.title).toBe("Posted");
  });
});

describe("requests that are not what they seem", () => {
  const command = (slack: Team["slack"]) =>
    new URLSearchParams({
      command: "/aicost",
      text: "help",
      user_id: "UANA",
      team_id: "T1",
      channel_id: "CPUBLIC01",
      trigger_id: slack.newTrigger(),
      response_url: slack.newResponseUrl(),
    }).toString();

  it.each([
    ["an hour old", -3_600_000],
    ["an hour ahead", 3_600_000],
  ])("%s are refused", async (_, apart) => {
    const { slack } = await opened();
    expect((await slack.send(command(slack), { at: Date.now() + apart })).status).toBe(401);
  });

  it("with a wrong signature are refused", async () => {
    const { slack } = await opened();
    expect((await slack.send(command(slack), { headers: { "x-slack-signature": "v0=00" } })).status).toBe(401);
  });

  it("whose type names a charset are heard", async () => {
    const { slack } = await opened();
    const { json } = await slack.send(command(slack), { type: "application/x-www-form-urlencoded; charset=utf-8" });
    expect(json?.text).toContain("guided questions");
  });

  it("that are sent a second time, to the letter, are not heard again", async () => {
    const { slack } = await opened();
    const [body, at] = [command(slack), Date.now()];
    expect((await slack.send(body, { at })).json).not.toBeNull();
    expect(await slack.send(body, { at })).toMatchObject({ status: 200, text: "" });
  });

  it("that look something up are answered however often they come", async () => {
    const { slack } = await opened();
    const search = { type: "block_suggestion", user: { id: "UANA" }, team: { id: "T1" }, action_id: "value" };
    const body = new URLSearchParams({
      payload: JSON.stringify({ ...search, block_id: "f:vendor:work.0", value: "kling" }),
    }).toString();
    const at = Date.now();
    for (const _ of [1, 2]) expect(JSON.stringify((await slack.send(body, { at })).json)).toContain('"kling"');
  });

  it("of another app's buttons are ignored, and old ones of ours open something", async () => {
    const { ana, slack } = await opened();
    await ana.act([{ type: "button", action_id: "other", value: "x" }], { response_url: slack.newResponseUrl() });
    expect(slack.calls).toEqual([]);
    const old = [
      {
        type: "actions",
        elements: [{ type: "button", action_id: "aicost:v0:gone:0", value: "x", text: { text: "Old" } }],
      },
    ];
    await ana.pressOn({ channel: "CPUBLIC01", blocks: old }, "Old");
    expect(ana.title).toBe(pageTitle("work"));
    await ana.pressOn({ channel: "CPUBLIC01", blocks: oldButton }, "Why");
    expect(ana.title).toBe("There is no such decision");
  });

  it("to addresses that are none find nothing there, and end nothing", async () => {
    const { slack } = await opened();
    const raw = (line: string) =>
      new Promise<string>((resolve) => {
        const { hostname, port } = new URL(slack.appUrl);
        const socket = connect(Number(port), hostname, () =>
          socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`),
        );
        socket.once("data", (data) => resolve(String(data).split("\r\n")[0] ?? ""));
      });
    for (const line of ["GET // HTTP/1.1", "GET http:// HTTP/1.1", "GET /%%% HTTP/1.1", "POST // HTTP/1.1"])
      expect(await raw(line)).toMatch(/ 40[04] /);
    expect((await fetch(`${slack.appUrl}/health`)).status).toBe(200);
  });

  it("to other addresses find nothing there", async () => {
    const { slack } = await opened();
    expect((await slack.send("x", { path: "/other" })).status).toBe(404);
    expect((await fetch(`${slack.appUrl}/health`)).status).toBe(200);
    expect((await fetch(`${slack.appUrl}/slack/events`)).status).toBe(404);
  });
});

describe("after a restart", () => {
  it("every old button still works", async () => {
    const { ana, ben } = await opened();
    await ana.command("");
    await ana.answer(person);
    await team.restart();
    await ana.press("Back");
    expect(ana.title).toBe(pageTitle("work"));
    await postIt(ana);
    await team.restart();
    await ben.pressOn(card(), "Details");
    await ben.press(/^Why this way/);
    expect(textsOf(ben.view?.view).join(" ")).toContain(headings.flips);
  });
});
