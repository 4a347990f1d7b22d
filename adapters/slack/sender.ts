import type { Composed, Post, Sender, Sent } from "#core";
import type { Clients } from "./clients.ts";
import { failureOf, refusalWords } from "./failures.ts";
import { renderCard } from "./message.ts";

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
    async send(post) {
      const composed = await compose(post);
      if (composed.do === "wait") return { refused: "The card is still on its way.", final: false };
      if (composed.do === "drop") return { dropped: composed.reason };
      const clients = await clientsOf(post.tenant.id);
      if (clients === null) return { refused: refusalWords("not_installed"), final: true };
      try {
        return { sent: await call(composed, post.channel, clients) };
      } catch (error) {
        return outcome(error, composed);
      }
    },
  };
}

type Call = Exclude<Composed, { do: "wait" } | { do: "drop" }>;

/** Does it, and gives the id of the message. */
async function call(composed: Call, channel: string, { post }: Clients): Promise<string> {
  switch (composed.do) {
    case "post": {
      const within = composed.thread === null ? {} : { thread_ts: composed.thread, reply_broadcast: false as const };
      return (await post.chat.postMessage({ channel, ...within, ...renderCard(composed.message) })).ts ?? "";
    }
    case "reply":
      return (
        (
          await post.chat.postMessage({
            channel,
            thread_ts: composed.reference,
            reply_broadcast: false,
            ...renderCard(composed.message),
          })
        ).ts ?? ""
      );
    case "update": {
      const { text, blocks } = renderCard(composed.message);
      await post.chat.update({ channel, ts: composed.reference, text, blocks });
      return composed.reference;
    }
    case "delete":
      await post.chat.delete({ channel, ts: composed.reference });
      return composed.reference;
  }
}

function outcome(error: unknown, composed: Call): Sent {
  const failure = failureOf(error);
  // An update or a deletion may be done twice without harm: what is not known is tried again.
  const again = composed.do === "update" || composed.do === "delete";
  switch (failure.failure) {
    case "limited":
      return { refused: "Slack asks for a pause.", final: false, retryAfter: failure.retryAfter };
    case "unreached":
      return { refused: `Slack cannot be reached (${failure.reason}).`, final: false };
    case "unknown":
      return again ? { refused: failure.reason, final: false } : { unknown: failure.reason };
    case "refused":
      if (again && failure.code === "message_not_found") return { sent: composed.reference };
      return { refused: refusalWords(failure.code), final: true };
  }
}
