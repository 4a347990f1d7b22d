import { Server } from "node:net";
import { ChannelType } from "discord.js";
import { DigitalDiscord } from "discord-digital-twin";
import nock from "nock";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type ChatAdapter, createBot, createDispatcher, type Store } from "#core";
import { createDiscordAdapter, diagnose, readSettings } from "../../../adapters/discord/index.ts";
import { openStore } from "../../../adapters/sql/index.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { atOnce, directEstimator } from "../../at-once.ts";
import { token } from "../../wire/discord.ts";
import { until } from "../../wire/team.ts";

/** Somebody else's Discord, which knows nothing of ours: the wiring works there too. It checks no limits. */
let twin: DigitalDiscord;
let end: ChatAdapter;
let store: Store;
let rounds: () => Promise<number> = async () => 0;
const faults: unknown[] = [];
let channel = "";
let user = "";

beforeAll(async () => {
  // It listens on every interface: nothing here may be reached from outside.
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, port: unknown, ...rest: unknown[]) {
    return typeof port === "number"
      ? Reflect.apply(listen, this, [{ port, host: "127.0.0.1" }, ...rest])
      : Reflect.apply(listen, this, [port, ...rest]);
  } as typeof listen;
  twin = new DigitalDiscord({
    botToken: token,
    channels: [{ name: "general", type: ChannelType.GuildText }],
    users: [{ username: "ana" }],
  });
  await twin.start();
  Server.prototype.listen = listen;
  channel = (await twin.prisma.channel.findMany())[0]?.id ?? "";
  user = (await twin.getFirstNonBotUserId()) ?? "";
  store = await openStore({ file: ":memory:", now: Date.now });
  const settings = readSettings({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: twin.restUrl.replace("localhost", "127.0.0.1"),
  });
  if (settings === null || "problem" in settings) throw new Error("settings");
  let id = 0;
  const advisor = () => advisorOn(exampleDay);
  const ports = { store, advisor, advisorOn: advisor, now: Date.now, newId: () => `t${++id}` };
  const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("no")) });
  const log = { info: () => undefined, warn: () => undefined, fault: (error: unknown) => String(faults.push(error)) };
  end = createDiscordAdapter(settings, {
    ...ports,
    bot,
    estimator: directEstimator,
    turn: atOnce,
    log,
    fatal: () => undefined,
    deliver: () => rounds(),
  });
  const dispatcher = createDispatcher({ store, senders: [end.sender], now: Date.now, random: Math.random, log });
  rounds = () => dispatcher.round();
  await end.start(null);
});
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});
afterAll(async () => {
  await end.stop(Promise.resolve());
  await twin.stop();
  await store.close();
});

const acked = (interactionId: string) =>
  twin.channel(channel).waitForInteractionAck({ interactionId, timeout: 120_000 });

it("is answered, answers with a form, and takes the form's answers", async () => {
  const command = await twin.simulateSlashCommand({ channelId: channel, userId: user, name: "aicost" });
  const ack = await acked(command.id);
  expect(ack.acknowledged).toBe(true);
  const next = "aicost:v1:next.1:a1.new.work.0";
  const click = await twin.simulateButtonClick({
    channelId: channel,
    userId: user,
    messageId: ack.messageId ?? "",
    customId: next,
  });
  expect((await acked(click.id)).acknowledged).toBe(true);
  const form = await twin.simulateModalSubmit({
    channelId: channel,
    userId: user,
    customId: "aicost:v1:next:a1.new.work.0",
    fields: [
      { customId: "job", value: "person" },
      { customId: "audience", value: "me" },
      { customId: "vendor", value: "OpenAI" },
    ],
  });
  await acked(form.id);
  const tenant =
    (await store.of({ platform: "discord", id: twin.guildId }).draftOf(user)) ??
    (await store.of({ platform: "discord", id: `@${user}` }).draftOf(user));
  expect(tenant?.draft.answers).toMatchObject({ job: "person", vendor: ["openai"] });
  expect(faults).toEqual([]);
});

it("stands in its channel once a post was delivered", async () => {
  const tenant = store.of({ platform: "discord", id: twin.guildId });
  const body = { kind: "card", title: "Recommendation", blocks: [{ block: "text", text: "Hello *you*" }] };
  await tenant.enqueue([{ key: "k1", decision: "d1", channel, owner: user, body, repeatable: false }], Date.now());
  await rounds();
  await until(async () => (await tenant.posts("d1"))[0]?.state === "sent");
  expect((await tenant.posts("d1"))[0]).toMatchObject({ state: "sent", reference: expect.stringMatching(/^\d+$/) });
});

it("talks to discord.com where nothing else is set, and says what it refuses", async () => {
  nock.disableNetConnect();
  nock.enableNetConnect("127.0.0.1");
  const settings = readSettings({ DISCORD_TOKEN: token });
  if (settings === null || "problem" in settings) throw new Error("settings");
  const asked = nock("https://discord.com")
    .get("/api/v10/users/@me")
    .reply(401, { message: "401: Unauthorized", code: 0 });
  expect((await diagnose(settings))[0]?.says).toMatch(/DISCORD_TOKEN/);
  expect(asked.isDone()).toBe(true);
  nock("https://discord.com").get("/api/v10/users/@me").reply(503, "down");
  expect((await diagnose(settings))[0]?.says).toMatch(/503/);
});
