import { REST } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import type { Composed, Post, Sent, TryReason } from "#core";
import { answerWords } from "../../../adapters/discord/answer-messages.ts";
import { createSender } from "../../../adapters/discord/sender.ts";
import { reasonText } from "../../../src/outbox/reason-messages.ts";
import { type Answer, answering, json, notKnown, page, patienceFor, raw } from "../../suites/wrong-answers.ts";

const message = { title: "T", blocks: [], whole: [], actions: [] };
const id = "500000000000000001";
const card: Composed = { do: "post", thread: null, message };
const reply: Composed = { do: "reply", reference: id, message };
const update: Composed = { do: "update", reference: id, under: null, message };
const deletion: Composed = { do: "delete", reference: id, under: null };
const post = { tenant: { platform: "discord", id: "1" }, channel: "300000000000000001", key: "k" } as Post;

let server: Awaited<ReturnType<typeof answering>>;
afterEach(() => server.close());

/** What comes of one post, when Discord answers like this. */
async function sentTo(answer: Answer, composed: Composed, what = "", url?: string): Promise<Sent> {
  server = await answering(answer);
  const api = `${url ?? server.url}/api`;
  const rest = new REST({
    version: "10",
    retries: 0,
    timeout: patienceFor(what),
    rejectOnRateLimit: () => true,
    api,
  }).setToken("t");
  const sender = createSender({ compose: async () => composed, rest, patience: patienceFor(what) + 500 });
  const prepared = await sender.prepare(post);
  if (prepared.do !== "send") throw new Error(prepared.do);
  expect(server.calls()).toBe(0);
  return prepared.send();
}

const wordsOf = (reason: TryReason) => reasonText(reason, answerWords);

describe("a post to Discord", () => {
  it.each(notKnown)("is of unknown outcome after %s", async (what, answer) => {
    const sent = await sentTo(answer, card, what);
    expect(sent).toMatchObject({ cause: expect.anything() });
    if (!("unknown" in sent)) throw new Error("unknown");
    expect(wordsOf(sent.unknown)).toMatch(/^[A-Z].*\.$/);
    expect(wordsOf(sent.unknown)).not.toMatch(raw);
    expect(server.calls()).toBe(1);
  });

  it.each(notKnown)("of a reply is of unknown outcome after %s, and is not sent elsewhere", async (what, answer) => {
    expect(await sentTo(answer, reply, what)).toHaveProperty("unknown");
    expect(server.calls()).toBe(1);
  });

  it.each(notKnown)("of a change is not taken for done after %s", async (what, answer) => {
    expect(await sentTo(answer, update, what)).toHaveProperty("unknown");
  });

  it.each<[string, Answer, string]>([
    ["a code", json('{"message":"Missing Permissions","code":50013}', 403), "Send Messages"],
    ["a code that nobody has a word for", json('{"message":"New","code":99999}', 400), "99999"],
    ["no code", json('{"message":"403: Forbidden"}', 403), "403"],
    ["the page of a proxy that lets nothing through", page("<html>forbidden</html>", 403), "403"],
  ])("is surely refused with %s, in a sentence", async (_, answer, word) => {
    const sent = await sentTo(answer, card);
    expect(sent).toMatchObject({ final: true });
    if (!("refused" in sent)) throw new Error("refused");
    expect(wordsOf(sent.refused)).toContain(word);
    expect(wordsOf(sent.refused)).not.toMatch(raw);
  });

  it("is tried again later when Discord asks for a pause, or was not reached", async () => {
    const limit = json('{"message":"slow down","retry_after":7,"global":false}', 429, { "retry-after": "7" });
    const limited = await sentTo(limit, card);
    expect(limited).toMatchObject({ final: false });
    expect("retryAfter" in limited && limited.retryAfter).toBeGreaterThanOrEqual(7_000);
    // Nobody listens there any more.
    const { url } = server;
    await server.close();
    const unreached = await sentTo(json("{}"), card, "", url);
    expect(unreached).toMatchObject({
      final: false,
      refused: { is: "chat", said: "not reached" },
      cause: "ECONNREFUSED",
    });
  });

  it("arrives with the id of its message, which an update and a deletion keep", async () => {
    expect(await sentTo(json(`{"id":"${id}"}`), card)).toEqual({ sent: id });
    await server.close();
    expect(await sentTo(json(`{"id":"${id}"}`), update)).toEqual({ sent: id });
    await server.close();
    expect(await sentTo((response) => void response.writeHead(204).end(), deletion)).toEqual({ sent: id });
    await server.close();
    expect(await sentTo(json('{"message":"Unknown Message","code":10008}', 404), deletion)).toEqual({ sent: id });
    await server.close();
    expect(await sentTo(page("<html>login</html>"), deletion)).toHaveProperty("unknown");
  });
});
