import { createHash } from "node:crypto";
import { type REST, Routes } from "discord.js";
import {
  type Block,
  type CardMessage,
  type Composed,
  directReference,
  type Post,
  personOfChannel,
  type Sender,
  type Sent,
  type TryReason,
} from "#core";
import type { OwnAnswer } from "./answer-messages.ts";
import { type Ask, within } from "./ask.ts";
import { renderCard } from "./card.ts";
import { failureIn } from "./failures.ts";
import { most } from "./limits.ts";
import { logWords } from "./log-words.ts";
import type { DiscordMessage } from "./message.ts";
import { messageWords } from "./message-words.ts";
import { pictureName, withPicture } from "./picture.ts";
import { isId, messageAddress } from "./text.ts";
import { changeWhereItStands, standingOf } from "./whereabouts.ts";

/** Discord's code for an answer to what the app may not read. */
const mayNotRead = 160002;

export type SenderPorts = {
  compose: (post: Post) => Promise<Composed>;
  rest: REST;
  /** Milliseconds for all calls of one post together: whoever waits longer has no answer. */
  patience?: number;
};

/** Brings posts into channels of Discord, which shows a post that comes twice within minutes once: it knows its nonce. */
export function createSender({ compose, rest, patience = 30_000 }: SenderPorts): Sender {
  return {
    platform: "discord",
    deduplicates: true,
    async prepare(post) {
      const composed = await compose(post);
      if (composed.do === "wait" || composed.do === "drop") return composed;
      const call = callOf(composed, post);
      return {
        do: "send",
        send: () =>
          call(within(rest, AbortSignal.timeout(patience))).then(
            (sent): Sent => ({ sent }),
            (error: unknown) => outcome(error, composed),
          ),
      };
    },
  };
}

type Call = Exclude<Composed, { do: "wait" } | { do: "drop" }>;

/** What is said, and how that was drawn before anything was sent: a fault in drawing must not look like a lost answer. */
type DrawnReply = CardMessage & { message: DiscordMessage };

/** The call that does it, and gives the id of the message. */
function callOf(composed: Call, post: Post): (ask: Ask) => Promise<string> {
  const { channel } = post;
  switch (composed.do) {
    case "post": {
      const message = renderCard(composed.message);
      const person = personOfChannel(channel);
      const { thread } = composed;
      if (person !== null) return (ask) => createDirect(ask, person, message, post.key);
      return (ask) =>
        thread === null
          ? create(ask, channel, message, post.key)
          : beside(ask, thread, { ...composed.message, message }, post);
    }
    case "reply": {
      const message = renderCard(composed.message);
      return (ask) => reply(ask, composed.reference, { ...composed.message, message }, post);
    }
    case "update": {
      const { flags, components, allowed_mentions } = renderCard(composed.message);
      const body = { flags, components, allowed_mentions };
      return async (ask) => {
        await changeWhereItStands(standingOf(composed, channel), async (at) => idOf(await ask("patch", at, body)));
        return composed.reference;
      };
    }
    case "picture": {
      const { body, files } = withPicture(composed);
      return async (ask) => {
        idOf(await ask("patch", Routes.channelMessage(channel, composed.reference), body, files));
        return pictureName;
      };
    }
    case "delete":
      return async (ask) => {
        await changeWhereItStands(standingOf(composed, channel), async (at) => {
          const answer = await ask("delete", at);
          if (answer instanceof ArrayBuffer && answer.byteLength > 0) throw new NotReadable();
        });
        return composed.reference;
      };
  }
}

/** An answer that is none of Discord's, such as the page of a proxy. */
class NotReadable extends Error {}

/** The id in an answer. Without it, what stands there could never be found again. */
function idOf(answer: unknown): string {
  const { id } = (answer ?? {}) as { id?: unknown };
  if (typeof id !== "string" || !isId(id)) throw new NotReadable(logWords.noId);
  return id;
}

/** To one person: Discord gives the same channel each time it is asked for. */
async function createDirect(ask: Ask, person: string, written: DiscordMessage, key: string): Promise<string> {
  const place = idOf(await ask("post", Routes.userChannels(), { recipient_id: person }));
  return directReference(place, await create(ask, place, written, key));
}

async function create(
  ask: Ask,
  channel: string,
  written: DiscordMessage,
  key: string,
  more: object = {},
): Promise<string> {
  const body = { ...written, ...more, nonce: nonceOf(key), enforce_nonce: true };
  return idOf(await ask("post", Routes.channelMessages(channel), body));
}

/** The same for every try of one post: twenty-four letters of its key. */
export function nonceOf(key: string): string {
  return createHash("sha256")
    .update(key)
    .digest("base64url")
    .slice(0, most.nonce - 1);
}

/** Into the card's thread, which is begun with the first reply; beside the card, where threads may not be begun. */
async function reply(ask: Ask, card: string, drawn: DrawnReply, post: Post): Promise<string> {
  const written = drawn.message;
  try {
    // A thread has the id of the message it began with.
    return await create(ask, card, written, post.key);
  } catch (error) {
    const failure = failureIn(error);
    if (failure.failure !== "refused" || failure.code !== 10003) throw error;
  }
  try {
    const body = { name: messageWords.thread };
    const thread = idOf(await ask("post", Routes.threads(post.channel, card), body));
    return await create(ask, thread, written, post.key);
  } catch (error) {
    if (failureIn(error).failure !== "refused") throw error;
    return beside(ask, card, drawn, post);
  }
}

/** As an answer to a message; where nothing that was written may be read, and so not be answered, with the card's address. */
async function beside(ask: Ask, message: string, drawn: DrawnReply, { tenant, channel, key }: Post): Promise<string> {
  const message_reference = { message_id: message, fail_if_not_exists: false };
  try {
    return await create(ask, channel, drawn.message, key, { message_reference });
  } catch (error) {
    const failure = failureIn(error);
    if (failure.failure !== "refused" || failure.code !== mayNotRead) throw error;
    const link: Block = { block: "link", text: messageWords.about, url: messageAddress(tenant.id, channel, message) };
    return create(ask, channel, renderCard({ ...drawn, blocks: [link, ...drawn.blocks] }), key);
  }
}

const answered = (said: OwnAnswer): TryReason => ({ is: "chat", said });

/** By Discord's status and code. */
function refusal({ status, code }: { status: number; code: number }): TryReason {
  return { is: "chat", said: code === 0 ? `${status}` : `${status} ${code}` };
}

function outcome(error: unknown, composed: Call): Sent {
  const failure = failureIn(error);
  switch (failure.failure) {
    case "limited":
      return { refused: answered("too fast"), final: false, retryAfter: failure.retryAfter };
    case "unreached":
      return { refused: answered("not reached"), final: false, cause: failure.cause };
    case "unknown":
      return { unknown: answered(failure.why), cause: failure.cause };
    case "refused":
      // The program ends, and its next start finds the post waiting.
      if (failure.status === 401) return { refused: answered("token unknown"), final: false };
      // Deleted by somebody else: then there is nothing to change, and nothing left to take back.
      if ((composed.do === "update" || composed.do === "delete") && failure.code === 10008)
        return { sent: composed.reference };
      return { refused: refusal(failure), final: true };
  }
}
