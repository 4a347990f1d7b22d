import {
  type Composed,
  directReference,
  type Post,
  personOfChannel,
  readDirectReference,
  type Sender,
  type Sent,
  type TryReason,
} from "#core";
import type { OwnAnswer } from "./answer-messages.ts";
import type { Clients } from "./clients.ts";
import { type Failure, failureOf } from "./failures.ts";
import { logWords } from "./log-words.ts";
import { renderCard } from "./message.ts";
import { UploadError, upload } from "./picture.ts";

/** What the sender needs: what a post means now, and how to reach its workspace. */
export type SenderPorts = {
  compose: (post: Post) => Promise<Composed>;
  /** Null where the app is not installed any more. */
  clientsOf: (tenant: string) => Promise<Clients | null>;
};

/** Brings posts into channels of Slack. Slack shows a message twice that is sent twice, so nothing is sent on a guess. */
export function createSender({ compose, clientsOf }: SenderPorts): Sender {
  return {
    platform: "slack",
    deduplicates: false,
    async prepare(post) {
      const composed = await compose(post);
      if (composed.do === "wait" || composed.do === "drop") return composed;
      const clients = await clientsOf(post.tenant.id);
      if (clients === null) return { do: "refuse", reason: refusal("not_installed") };
      const call = callOf(composed, post.channel, clients);
      return { do: "send", send: () => call().then(arrived, (error: unknown) => outcome(error, composed)) };
    },
  };
}

type Call = Exclude<Composed, { do: "wait" } | { do: "drop" }>;

/** The call that does it, and gives the id of the message. */
function callOf(composed: Call, channel: string, { post }: Clients): () => Promise<string | undefined> {
  switch (composed.do) {
    case "post": {
      const within = composed.thread === null ? {} : { thread_ts: composed.thread, reply_broadcast: false as const };
      const message = { ...within, ...renderCard(composed.message) };
      const person = personOfChannel(channel);
      return async () => {
        const sent = await post.chat.postMessage({ channel: person ?? channel, ...message });
        return person === null ? sent.ts : directly(sent);
      };
    }
    case "reply": {
      const message = { thread_ts: composed.reference, reply_broadcast: false, ...renderCard(composed.message) };
      return async () => (await post.chat.postMessage({ channel, ...message })).ts;
    }
    case "update": {
      const { text, blocks } = renderCard(composed.message);
      const at = whereItStands(channel, composed.reference);
      return async () => {
        await post.chat.update({ ...at, text, blocks });
        return composed.reference;
      };
    }
    case "picture": {
      const { reference: ts, png, alt, message } = composed;
      return async () => {
        const file = await upload(post, png);
        const { text, blocks } = renderCard({ ...message, picture: { reference: file, alt } });
        await post.chat.update({ channel, ts, text, blocks });
        return file;
      };
    }
    case "delete": {
      const at = whereItStands(channel, composed.reference);
      return async () => {
        await post.chat.delete(at);
        return composed.reference;
      };
    }
  }
}

/** Slack takes a person for a channel where it posts, and only the channel that it names then where it changes. */
function directly({ channel, ts }: { channel?: string; ts?: string }): string | undefined {
  return channel === undefined || ts === undefined ? undefined : directReference(channel, ts);
}

function whereItStands(channel: string, reference: string): { channel: string; ts: string } {
  if (personOfChannel(channel) === null) return { channel, ts: reference };
  const { place, message } = readDirectReference(reference);
  return { channel: place, ts: message };
}

/** An answer that names no message cannot be read: what stands there could never be found again. */
function arrived(reference: string | undefined): Sent {
  return typeof reference === "string" && reference !== ""
    ? { sent: reference }
    : { unknown: answered("not readable"), cause: logWords.noId };
}

function outcome(error: unknown, composed: Call): Sent {
  if (error instanceof UploadError) return { refused: answered("picture refused"), final: false, cause: error };
  const failure = failureIn(error);
  switch (failure.failure) {
    case "limited":
      return { refused: answered("too fast"), final: false, retryAfter: failure.retryAfter };
    case "unreached":
      return { refused: answered("not reached"), final: false, cause: failure.cause };
    case "unknown":
      return { unknown: answered(failure.why), cause: failure.cause };
    case "refused":
      // Deleted by somebody else: then there is nothing to change, and nothing left to take back.
      if ((composed.do === "update" || composed.do === "delete") && failure.code === "message_not_found")
        return { sent: composed.reference };
      // A picture that has only just arrived may not be shown yet.
      if (composed.do === "picture" && failure.code === "invalid_blocks")
        return { refused: answered("picture hidden"), final: false };
      return { refused: refusal(failure.code), final: true };
  }
}

const answered = (said: OwnAnswer): TryReason => ({ is: "chat", said });
/** By Slack's own code. */
const refusal = (code: string): TryReason => ({ is: "chat", said: code });

/** Nothing of ours runs between a call and its answer: what is thrown there is of an answer that makes no sense. */
function failureIn(error: unknown): Failure {
  try {
    return failureOf(error);
  } catch {
    return { failure: "unknown", why: "not readable", cause: String(error) };
  }
}
