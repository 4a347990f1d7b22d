import { WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import type { Composed, Post, Sent, TryReason } from "#core";
import { answerWords } from "../../../adapters/slack/answer-messages.ts";
import { clientOptions } from "../../../adapters/slack/clients.ts";
import { createSender } from "../../../adapters/slack/sender.ts";
import { reasonText } from "../../../src/outbox/reason-messages.ts";
import { type Answer, answering, json, notKnown, page, patienceFor, raw } from "../../suites/wrong-answers.ts";

const message = { title: "T", blocks: [], whole: [], actions: [] };
const card: Composed = { do: "post", thread: null, message };
const reply: Composed = { do: "reply", reference: "1.1", message };
const update: Composed = { do: "update", reference: "1.1", under: null, message };
const deletion: Composed = { do: "delete", reference: "1.1", under: null };
const post = { tenant: { platform: "slack", id: "T1" }, channel: "C1", key: "k" } as Post;

let server: Awaited<ReturnType<typeof answering>>;
afterEach(() => server.close());

/** What comes of one post, when Slack answers like this. */
async function sentTo(answer: Answer, composed: Composed, what = "", url?: string): Promise<Sent> {
  server = await answering(answer);
  const client = new WebClient("xoxb-test", clientOptions(patienceFor(what), `${url ?? server.url}/api/`));
  const sender = createSender({ compose: async () => composed, clientsOf: async () => ({ ui: client, post: client }) });
  const prepared = await sender.prepare(post);
  if (prepared.do !== "send") throw new Error(prepared.do);
  expect(server.calls()).toBe(0);
  return prepared.send();
}

const wordsOf = (reason: TryReason) => reasonText(reason, answerWords);

describe("a post to Slack", () => {
  it.each(notKnown)("is of unknown outcome after %s", async (what, answer) => {
    const sent = await sentTo(answer, card, what);
    expect(sent).toMatchObject({ cause: expect.anything() });
    if (!("unknown" in sent)) throw new Error("unknown");
    expect(wordsOf(sent.unknown)).toMatch(/^[A-Z].*\.$/);
    expect(wordsOf(sent.unknown)).not.toMatch(raw);
    expect(server.calls()).toBe(1);
  });

  it.each(["internal_error", "fatal_error", "request_timeout", "service_unavailable"])(
    "is of unknown outcome after %s",
    async (error) => {
      expect(await sentTo(json(JSON.stringify({ ok: false, error })), reply)).toHaveProperty("unknown");
    },
  );

  it.each<[string, Answer, string]>([
    ["a code", json('{"ok":false,"error":"is_archived"}'), "archived"],
    ["a code that nobody has a word for", json('{"ok":false,"error":"some_new_code"}'), "some_new_code"],
    ["the page of a proxy that lets nothing through", page("<html>forbidden</html>", 403), "403"],
  ])("is surely refused with %s, in a sentence", async (_, answer, word) => {
    const sent = await sentTo(answer, card);
    expect(sent).toMatchObject({ final: true });
    if (!("refused" in sent)) throw new Error("refused");
    expect(wordsOf(sent.refused)).toContain(word);
    expect(wordsOf(sent.refused)).not.toMatch(/<|undefined/);
  });

  it("is tried again later when Slack asks for a pause, or was not reached", async () => {
    expect(await sentTo(json('{"ok":false}', 429, { "retry-after": "7" }), card)).toMatchObject({
      final: false,
      retryAfter: 7_000,
    });
    // Nobody listens there any more.
    const { url } = server;
    await server.close();
    const unreached = await sentTo(json("{}"), card, "", url);
    expect(unreached).toMatchObject({
      final: false,
      refused: { is: "chat", said: "not reached" },
      cause: "ECONNREFUSED",
    });
    expect(server.calls()).toBe(0);
  });

  it("arrives with the id of its message, which an update and a deletion keep", async () => {
    expect(await sentTo(json('{"ok":true,"ts":"5.5"}'), card)).toEqual({ sent: "5.5" });
    await server.close();
    expect(await sentTo(json('{"ok":true,"ts":"1.1"}'), update)).toEqual({ sent: "1.1" });
    await server.close();
    expect(await sentTo(json('{"ok":false,"error":"message_not_found"}'), deletion)).toEqual({ sent: "1.1" });
  });

  it("is refused without a call where the app is not installed any more", async () => {
    server = await answering(json("{}"));
    const sender = createSender({ compose: async () => card, clientsOf: async () => null });
    expect(await sender.prepare(post)).toMatchObject({
      do: "refuse",
      reason: { is: "chat", said: "not_installed" },
    });
  });
});
