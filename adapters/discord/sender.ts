import { createHash } from "node:crypto";
import {
  type REST,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPIChannelThreadsResult,
  Routes,
} from "discord.js";
import type { Block, CardMessage, Composed, Post, Sender, Sent } from "#core";
import { failureOf, refusalWords } from "./failures.ts";
import { most } from "./limits.ts";
import { type DiscordMessage, renderCard } from "./message.ts";
import { messageAddress } from "./text.ts";

/** Discord's code for an answer to what the app may not read. */
const mayNotRead = 160002;

export type SenderPorts = { compose: (post: Post) => Promise<Composed>; rest: REST };

/** Brings posts into channels of Discord, which shows a post that comes twice within minutes once: it knows its nonce. */
export function createSender({ compose, rest }: SenderPorts): Sender {
  return {
    platform: "discord",
    deduplicates: true,
    async send(post) {
      const composed = await compose(post);
      if (composed.do === "wait") return { refused: "The card is still on its way.", final: false };
      if (composed.do === "drop") return { dropped: composed.reason };
      try {
        return { sent: await call(composed, post, rest) };
      } catch (error) {
        return outcome(error, composed);
      }
    },
  };
}

type Call = Exclude<Composed, { do: "wait" } | { do: "drop" }>;

/** Does it, and gives the id of the message. */
async function call(composed: Call, post: Post, rest: REST): Promise<string> {
  const { channel } = post;
  switch (composed.do) {
    case "post":
      return create(rest, channel, renderCard(composed.message), post.key);
    case "reply":
      return reply(rest, composed.reference, composed.message, post);
    case "update": {
      const { flags, components, allowed_mentions } = renderCard(composed.message);
      await rest.patch(Routes.channelMessage(channel, composed.reference), {
        body: { flags, components, allowed_mentions },
      });
      return composed.reference;
    }
    case "delete":
      await rest.delete(Routes.channelMessage(channel, composed.reference));
      return composed.reference;
  }
}

async function create(
  rest: REST,
  channel: string,
  written: DiscordMessage,
  key: string,
  more: object = {},
): Promise<string> {
  const body = { ...written, ...more, nonce: nonceOf(key), enforce_nonce: true };
  return ((await rest.post(Routes.channelMessages(channel), { body })) as RESTPostAPIChannelMessageResult).id;
}

/** The same for every try of one post: twenty-four letters of its key. */
export function nonceOf(key: string): string {
  return createHash("sha256")
    .update(key)
    .digest("base64url")
    .slice(0, most.nonce - 1);
}

/** Into the card's thread, which is begun with the first reply; beside the card, where threads may not be begun. */
async function reply(rest: REST, card: string, message: CardMessage, post: Post): Promise<string> {
  const written = renderCard(message);
  try {
    // A thread has the id of the message it began with.
    return await create(rest, card, written, post.key);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.failure !== "refused" || failure.code !== 10003) throw error;
  }
  try {
    const body = { name: "About this recommendation" };
    const thread = (await rest.post(Routes.threads(post.channel, card), { body })) as RESTPostAPIChannelThreadsResult;
    return await create(rest, thread.id, written, post.key);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.failure !== "refused") throw error;
    return beside(rest, card, message, post);
  }
}

/** As an answer to the card; where nothing that was written may be read, and so not be answered, with the card's address. */
async function beside(rest: REST, card: string, message: CardMessage, { tenant, channel, key }: Post): Promise<string> {
  const message_reference = { message_id: card, fail_if_not_exists: false };
  try {
    return await create(rest, channel, renderCard(message), key, { message_reference });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.failure !== "refused" || failure.code !== mayNotRead) throw error;
    const link: Block = { block: "link", text: "About", url: messageAddress(tenant.id, channel, card) };
    return create(rest, channel, renderCard({ ...message, blocks: [link, ...message.blocks] }), key);
  }
}

function outcome(error: unknown, composed: Call): Sent {
  const failure = failureOf(error);
  const again = composed.do === "update" || composed.do === "delete";
  switch (failure.failure) {
    case "limited":
      return { refused: "Discord asks for a pause.", final: false, retryAfter: failure.retryAfter };
    case "unreached":
      return { refused: `Discord cannot be reached (${failure.reason}).`, final: false };
    case "unknown":
      return again ? { refused: failure.reason, final: false } : { unknown: failure.reason };
    case "refused":
      // The program ends, and its next start finds the post waiting.
      if (failure.status === 401) return { refused: "Discord does not know the token of the app.", final: false };
      // Deleted by somebody else: then it is as was wanted.
      if (again && failure.code === 10008) return { sent: composed.reference };
      return { refused: refusalWords(failure.code, failure.status), final: true };
  }
}
