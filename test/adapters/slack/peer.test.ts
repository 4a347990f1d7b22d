import { WebClient } from "@slack/web-api";
import { createEmulator } from "emulate";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Composed, Post } from "#core";
import { clientOptions, createClients } from "../../../adapters/slack/clients.ts";
import { diagnose } from "../../../adapters/slack/doctor.ts";
import { createSender } from "../../../adapters/slack/sender.ts";
import { cardOf } from "../../../src/conversation/decide.ts";
import { standingOf } from "../../../src/conversation/standing.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { play } from "../../conversation/play.ts";
import { journeys } from "../../conversation/scripts.ts";

/** Somebody else's Slack, which knows nothing of ours: posting, replying, changing and deleting work there too. */
let emulator: { url: string; close(): Promise<void> };
let apiUrl: string;
const token = "xoxb-peer";

beforeAll(async () => {
  emulator = await createEmulator({
    service: "slack",
    port: 0,
    hostname: "127.0.0.1",
    seed: {
      tokens: { [token]: { login: "developer", scopes: ["chat:write", "commands"] } },
      slack: {
        team: { name: "Team", domain: "team" },
        users: [{ name: "developer" }],
        channels: [{ name: "general" }],
      },
    },
  });
  apiUrl = `${emulator.url.replace("localhost", "127.0.0.1")}/api/`;
});
afterAll(() => emulator.close());

it("takes a whole card, its thread, a change and a deletion", async () => {
  const client = new WebClient(token, clientOptions(5_000, apiUrl));
  const channel = (await client.conversations.list()).channels?.[0]?.id ?? "";
  const { draft } = play(advisorOn(exampleDay), journeys["support-pipeline"] ?? {});
  const { title, blocks } = cardOf(standingOf(advisorOn(exampleDay), draft), advisorOn(exampleDay));
  const message = { title, blocks, whole: blocks, actions: [{ action: "why" as const, label: "Why", about: "d1" }] };
  let next: Composed = { do: "post", thread: null, message };
  const sender = createSender({ compose: async () => next, clientsOf: async () => createClients(apiUrl)(token) });
  const post = { tenant: { platform: "slack", id: "T1" }, channel } as Post;
  const send = async (given: Post) => {
    const prepared = await sender.prepare(given);
    return prepared.do === "send" ? prepared.send() : prepared;
  };
  const sent = await send(post);
  if (!("sent" in sent)) throw new Error(JSON.stringify(sent));
  next = { do: "reply", reference: sent.sent, message: { ...message, title: "Approved" } };
  expect(await send(post)).toHaveProperty("sent");
  next = { do: "update", reference: sent.sent, under: null, message: { ...message, title: "Superseded" } };
  expect(await send(post)).toEqual({ sent: sent.sent });
  const { permalink } = await client.chat.getPermalink({ channel, message_ts: sent.sent });
  expect(permalink).toContain(channel);
  const history = await client.conversations.replies({ channel, ts: sent.sent });
  expect(history.messages?.map(({ text }) => text?.split("\n")[0])).toEqual(["Superseded", "Approved"]);
  next = { do: "delete", reference: sent.sent, under: null };
  expect(await send(post)).toEqual({ sent: sent.sent });
  expect(await send(post)).toEqual({ sent: sent.sent });
  next = { do: "post", thread: null, message };
  expect(await send({ ...post, channel: "C404" })).toMatchObject({ final: true });
});

it("is seen by the doctor", async () => {
  const checks = await diagnose({
    appToken: null,
    signingSecret: "s",
    port: 3000,
    botToken: token,
    oauth: null,
    apiUrl,
  });
  expect(checks.find(({ name }) => name === "Slack token")).toMatchObject({ well: true });
});
