import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import nock from "nock";
import { afterEach, describe, expect, it } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import type { Store } from "#core";
import { diagnose } from "../../../adapters/slack/doctor.ts";
import { readSettings } from "../../../adapters/slack/index.ts";
import { command, events, manifest, optionalScopes, scopes, shortcuts } from "../../../adapters/slack/manifest.ts";
import { FakeSlack, type Json } from "../../wire/slack.ts";
import { textsOf } from "../../wire/slack-person.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { until } from "../../wire/team.ts";
import { pageTitle } from "../../words.ts";

let team: Team | null = null;
afterEach(async () => {
  nock.cleanAll();
  nock.enableNetConnect();
  await team?.close();
  team = null;
});

describe("settings", () => {
  const good = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
  it.each([
    [
      { SLACK_BOT_TOKEN: "xoxp-1", SLACK_SIGNING_SECRET: "s" },
      /SLACK_BOT_TOKEN begins with xoxb-.*OAuth & Permissions/,
    ],
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, /SLACK_SIGNING_SECRET is missing.*Basic Information/],
    [{ SLACK_SIGNING_SECRET: "s" }, /SLACK_BOT_TOKEN is missing/],
    [{ ...good, SLACK_APP_TOKEN: "xoxb-1" }, /SLACK_APP_TOKEN begins with xapp-/],
    [{ SLACK_SIGNING_SECRET: "s", SLACK_CLIENT_ID: "1" }, /SLACK_CLIENT_SECRET is missing/],
    [{ SLACK_SIGNING_SECRET: "s", SLACK_CLIENT_SECRET: "1" }, /SLACK_CLIENT_ID is missing/],
    [{ ...good, SLACK_CLIENT_ID: "1", SLACK_CLIENT_SECRET: "2" }, /not both/],
    [{ SLACK_SIGNING_SECRET: "s", SLACK_CLIENT_ID: "1", SLACK_CLIENT_SECRET: "2" }, /AICOST_KEY is missing/],
    [{ ...good, PORT: "http" }, /PORT is "http"/],
  ])("%j: one line says which and where to get it", (env, says) => {
    const read = readSettings(env);
    expect(read !== null && "problem" in read ? read.problem : "").toMatch(says);
    expect(JSON.stringify(read)).not.toContain("\\n");
  });

  it("of nothing are none, and blanks are nothing", () => {
    expect(readSettings({})).toBeNull();
    expect(readSettings({ SLACK_BOT_TOKEN: " " })).toBeNull();
    expect(readSettings({ ...good, PORT: "" })).toMatchObject({ port: 3000, botToken: "xoxb-1", appToken: null });
  });
});

describe("the manifest", () => {
  it("in the repository is the one that the code makes", () => {
    const file = readFileSync(new URL("../../../slack-manifest.json", import.meta.url), "utf8");
    expect(JSON.parse(file)).toEqual(manifest(null));
  });

  it("asks for what the listeners hear, and for no history", () => {
    const made = manifest("https://aicost.example.com");
    expect(made.oauth_config.scopes).toEqual({
      bot: [...scopes, ...optionalScopes],
      bot_optional: [...optionalScopes],
    });
    expect([...scopes, ...optionalScopes].filter((scope) => scope.includes("history"))).toEqual([]);
    expect(made.settings.event_subscriptions.bot_events).toEqual([...events]);
    expect(made.features.slash_commands[0]).toMatchObject({ command, url: "https://aicost.example.com/slack/events" });
    expect(made.features.shortcuts.map((each) => each.callback_id).sort()).toEqual(Object.values(shortcuts).sort());
    expect(made.settings.socket_mode_enabled).toBe(false);
    expect(manifest(null).settings.socket_mode_enabled).toBe(true);
  });

  it("keeps to the lengths that Slack takes", () => {
    const { display_information: info, features } = manifest(null);
    expect(info.name.length).toBeLessThanOrEqual(35);
    expect(info.description.length).toBeLessThanOrEqual(140);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    expect(features.slash_commands[0]?.usage_hint.length).toBeLessThanOrEqual(1_000);
  });
});

describe("Socket Mode", () => {
  /** Slack's side of the socket: hands out envelopes and keeps what comes back. */
  async function openSocket() {
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    const answers = new Map<string, Json>();
    const sockets: WebSocket[] = [];
    server.on("connection", (socket) => {
      sockets.push(socket);
      socket.send(
        JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" }, debug_info: {} }),
      );
      socket.on("message", (data) => {
        const said = JSON.parse(String(data)) as Json;
        answers.set(said.envelope_id, said);
      });
    });
    await new Promise((resolve) => server.once("listening", resolve));
    return { server, answers, sockets, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  }

  it("told to stop, acknowledges what it heard, and leaves the rest to another connection", async () => {
    const { server, answers, sockets, url } = await openSocket();
    const [asked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const wrap = (store: Store): Store => ({
      ...store,
      of: (tenant) => {
        const kept = store.of(tenant);
        const decisions: typeof kept.decisions = async (...given) => {
          asked.resolve();
          await gate.promise;
          return kept.decisions(...given);
        };
        return { ...kept, decisions };
      },
    });
    try {
      team = await openTeam({ env: { SLACK_APP_TOKEN: "xapp-1" }, socketUrl: url, wrap });
      const { slack, adapter } = team;
      await until(() => sockets.length >= 1);
      const command = (id: string, text: string) => {
        const payload = {
          command: "/aicost",
          text,
          user_id: "UANA",
          team_id: "T1",
          channel_id: "CPUBLIC01",
          trigger_id: slack.newTrigger(),
          response_url: slack.newResponseUrl(),
        };
        const envelope = { type: "slash_commands", envelope_id: id, accepts_response_payload: true, payload };
        sockets[0]?.send(JSON.stringify(envelope));
      };
      command("heard", "decisions");
      await asked.promise;
      const stopped = adapter.stop(new Promise(() => undefined));
      command("too late", "help");
      const socket = sockets[0] as WebSocket;
      socket.ping();
      await once(socket, "pong");
      const closed = once(socket, "close");
      gate.resolve();
      await stopped;
      await closed;
      expect([...answers.keys()]).toEqual(["heard"]);
      expect(team.faults).toEqual([]);
    } finally {
      gate.resolve();
      await team?.close();
      team = null;
      server.close();
    }
  });

  it("tells that it is not connected as long as it is not, though it tries again by itself", async () => {
    const { server, sockets, url } = await openSocket();
    try {
      team = await openTeam({ env: { SLACK_APP_TOKEN: "xapp-1" }, socketUrl: url });
      const { adapter } = team;
      await until(() => adapter.unheard() === null);
      for (const socket of sockets) socket.terminate();
      await until(() => adapter.unheard() !== null);
      await until(() => adapter.unheard() === null);
      expect(sockets.length).toBeGreaterThan(1);
    } finally {
      await team?.close();
      team = null;
      server.close();
    }
  });

  it("hears commands and forms, and comes back when Slack refreshes the connection", async () => {
    const { server, answers, sockets, url } = await openSocket();
    try {
      team = await openTeam({ env: { SLACK_APP_TOKEN: "xapp-1" }, socketUrl: url });
      const { slack, ana } = team;
      await until(() => sockets.length >= 1);
      const command = (id: string, text: string) =>
        sockets.at(-1)?.send(
          JSON.stringify({
            type: "slash_commands",
            envelope_id: id,
            accepts_response_payload: true,
            payload: {
              command: "/aicost",
              text,
              user_id: "UANA",
              team_id: "T1",
              channel_id: "CPUBLIC01",
              trigger_id: slack.newTrigger(),
              response_url: slack.newResponseUrl(),
            },
          }),
        );
      command("e1", "help");
      await until(() => answers.has("e1"));
      expect(textsOf(answers.get("e1")?.payload).join(" ")).toContain("guided questions");
      command("e2", "");
      await until(() => slack.views.size === 1);
      ana.view = [...slack.views.values()][0] ?? null;
      expect(ana.title).toBe(pageTitle("work"));
      sockets[0]?.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
      await until(() => sockets.length >= 2);
      command("e3", "help");
      await until(() => answers.has("e3"));
      expect(answers.has("e3")).toBe(true);
      expect(team.faults).toEqual([]);
    } finally {
      await team?.close();
      team = null;
      for (const socket of sockets) socket.terminate();
      server.close();
    }
  });
});

describe("many workspaces, by OAuth", () => {
  const env = { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "secret" };
  const answer = {
    ok: true,
    app_id: "A1",
    authed_user: { id: "UANA" },
    scope: "commands,chat:write",
    token_type: "bot",
    access_token: "xoxb-fresh",
    bot_user_id: "UBOT",
    team: { id: "T9", name: "Nine" },
    enterprise: null,
    is_enterprise_install: false,
  };

  /** What a browser does: opens the install page, keeps the cookie, and comes back with a code. */
  async function install({ slack }: Team, code: string, withCookie = true, state?: string) {
    const page = await fetch(`${slack.appUrl}/slack/install`);
    const cookie = page.headers.get("set-cookie") ?? "";
    const href = /href="([^"]+oauth[^"]+)"/.exec(await page.text())?.[1] ?? "";
    const began = new URL(href.replaceAll("&amp;", "&"));
    const query = new URLSearchParams({ code, state: state ?? began.searchParams.get("state") ?? "" });
    const back = await fetch(`${slack.appUrl}/slack/oauth_redirect?${query}`, {
      headers: withCookie ? { cookie: cookie.split(";")[0] ?? "" } : {},
    });
    return { began, status: back.status, text: await back.text() };
  }

  it("asks for its scopes, keeps the token encrypted, and says what to do next", async () => {
    team = await openTeam({ env });
    team.slack.oauthAnswer = answer;
    team.slack.tokens.add("xoxb-fresh");
    const { began, status, text } = await install(team, "good");
    expect(began.searchParams.get("scope")?.split(",")).toEqual([...scopes, ...optionalScopes]);
    expect([status, text]).toEqual([200, expect.stringMatching(/type \/aicost/)]);
    const kept = await team.store.of({ platform: "slack", id: "T9" }).installation();
    expect(kept?.token).toBe("xoxb-fresh");
    team.ana.team = "T9";
    await team.ana.command("");
    expect(team.ana.title).toBe(pageTitle("work"));
    expect(team.slack.calls.at(-1)?.token).toBe("xoxb-fresh");
  });

  it("keeps an organisation's installation by the organisation", async () => {
    team = await openTeam({ env });
    team.slack.oauthAnswer = {
      ...answer,
      team: null,
      enterprise: { id: "E9", name: "Org" },
      is_enterprise_install: true,
    };
    team.slack.tokens.add("xoxb-fresh");
    expect((await install(team, "good")).status).toBe(200);
    expect(await team.store.of({ platform: "slack", id: "E9" }).installation()).not.toBeNull();
  });

  it.each([
    ["without the cookie", { withCookie: false }],
    ["with somebody else's state", { state: "x" }],
    ["begun in the admin console, without a state", { state: "" }],
    ["with a code that Slack does not know", { code: "bad" }],
  ])(
    "%s: a page offers to start again, and nothing is kept",
    async (_, { withCookie = true, state, code = "good" }: { withCookie?: boolean; state?: string; code?: string }) => {
      team = await openTeam({ env });
      team.slack.oauthAnswer = answer;
      const { status, text } = await install(team, code, withCookie, state);
      expect(status).toBe(400);
      expect(text).toMatch(/href="\/slack\/install">Start again/);
      expect(await team.store.of({ platform: "slack", id: "T9" }).installation()).toBeNull();
    },
  );

  it("talks to slack.com where nothing else is set", async () => {
    team = await openTeam({ env: { ...env, SLACK_API_URL: "" } });
    nock.disableNetConnect();
    nock.enableNetConnect("127.0.0.1");
    const exchange = nock("https://slack.com").post("/api/oauth.v2.access").reply(200, answer);
    nock("https://slack.com").post("/api/auth.test").reply(200, { ok: true, bot_id: "B1", team_id: "T9" });
    expect((await install(team, "any")).status).toBe(200);
    expect(exchange.isDone()).toBe(true);
    nock("https://slack.com").post("/api/oauth.v2.access").reply(503, "down");
    expect((await install(team, "any")).status).toBe(400);
  });
});

describe("the doctor", () => {
  const settingsFor = (slack: FakeSlack, more: Record<string, string> = {}) => {
    const read = readSettings({
      SLACK_BOT_TOKEN: "xoxb-test",
      SLACK_SIGNING_SECRET: "s",
      SLACK_API_URL: slack.apiUrl,
      ...more,
    });
    if (read === null || "problem" in read) throw new Error("settings");
    return read;
  };

  it("finds nothing where all is well", async () => {
    const slack = await new FakeSlack().start();
    const checks = await diagnose(settingsFor(slack));
    expect(checks.filter(({ well }) => !well)).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual(["Clock", "Slack token", "Slack scopes", "Slack requests"]);
    await slack.stop();
  });

  it("names a missing scope, a wrong token, a refused socket, and a Slack that cannot be reached", async () => {
    const slack = await new FakeSlack().start();
    slack.scopes = "commands";
    slack.trouble("apps.connections.open", { error: "not_allowed_token_type" });
    const checks = await diagnose(settingsFor(slack, { SLACK_APP_TOKEN: "xapp-1" }));
    expect(checks.filter(({ well }) => !well).map(({ says }) => says)).toEqual([
      expect.stringMatching(/missing: chat:write/),
      expect.stringMatching(/not_allowed_token_type.*connections:write/),
    ]);
    slack.tokens.clear();
    expect((await diagnose(settingsFor(slack))).find(({ name }) => name === "Slack token")?.says).toMatch(
      /invalid_auth/,
    );
    await slack.stop();
    expect((await diagnose(settingsFor(slack))).some(({ says }) => says.startsWith("cannot be reached"))).toBe(true);
  });

  /** What is wrong with the tokens, in its words. */
  const tokens = async (slack: FakeSlack) => {
    const checks = await diagnose(settingsFor(slack, { SLACK_APP_TOKEN: "xapp-1" }));
    const says = (wanted: string) => checks.find(({ name, well }) => name === wanted && !well)?.says ?? "well";
    return [says("Slack token"), says("Slack Socket Mode")];
  };

  it("blames no token where Slack was not asked, or did not say", async () => {
    const slack = await new FakeSlack().start();
    for (const trouble of [
      { status: 503 },
      { retryAfter: 30 },
      { error: "internal_error" },
      "die after doing it",
    ] as const) {
      for (const method of ["auth.test", "apps.connections.open"]) slack.trouble(method, trouble);
      for (const says of await tokens(slack)) {
        expect(says).toMatch(/try again/i);
        expect(says).not.toMatch(/copy|connections:write|undefined/i);
      }
    }
    await slack.stop();
    for (const says of await tokens(slack)) {
      expect(says).toMatch(/not looked at/i);
      expect(says).not.toMatch(/copy|connections:write|undefined/i);
    }
  });

  it("says of a token that is refused what to do with that one", async () => {
    const slack = await new FakeSlack().start();
    slack.trouble("auth.test", { error: "token_revoked" });
    slack.trouble("apps.connections.open", { error: "invalid_auth" });
    expect(await tokens(slack)).toEqual([
      expect.stringMatching(/install the app again.*copy/i),
      expect.stringMatching(/copy it again.*App-Level Tokens/i),
    ]);
    slack.trouble("auth.test", { error: "org_login_required" });
    expect((await tokens(slack))[0]).toMatch(/org_login_required/);
    slack.trouble("auth.test", { error: "org_login_required" });
    expect((await tokens(slack))[0]).not.toMatch(/copy/i);
    await slack.stop();
  });
});
