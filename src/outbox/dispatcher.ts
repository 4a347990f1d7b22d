import type { Moment, Post, Tenant } from "../store/rows.ts";
import type { Settled, Store } from "../store/store.ts";

/**
 * What a platform said to one attempt. `dropped`: there is nothing to be done any more. `waits`: nothing was tried; it is
 * to be looked at again after so many milliseconds. `refused`: it is certain that nothing was posted. `unknown`: it may
 * have been.
 */
export type Sent =
  | { sent: string }
  | { dropped: string }
  | { refused: string; final: boolean; retryAfter?: number }
  | { waits: string; after: number }
  | { unknown: string };

/**
 * One adapter's way to post. `deduplicates`: the platform recognises a post that is sent twice within some minutes, and shows it
 * once.
 */
export type Sender = { platform: Tenant["platform"]; deduplicates: boolean; send(post: Post): Promise<Sent> };

export type DispatcherPorts = {
  store: Store;
  senders: readonly Sender[];
  now: () => Moment;
  /** Evenly spread from 0 to 1: workers that failed together should not come back together. */
  random: () => number;
};

/** How often a refused post is tried before a person has to look. */
export const mostTries = 8;
const lease = 60_000;
const atOnce = 20;
/** Platforms let a bot post about once a second into one channel. */
const pace = 1_000;
const longestWait = 15 * 60_000;
/** So many tries follow each other within a minute and a half: as long as platforms surely know a post again. */
const soon = 5;

/** Brings posts from the outbox to their channels. `round` does what is due now and returns how many posts it settled. */
export function createDispatcher({ store, senders, now, random }: DispatcherPorts): { round(): Promise<number> } {
  const restsUntil = new Map<string, Moment>();
  // What another process serves is left to it.
  const served = senders.map((sender) => sender.platform);
  const deduplicating = senders.filter((sender) => sender.deduplicates).map((sender) => sender.platform);

  async function deliver(post: Post): Promise<Settled> {
    const sender = senders.find((each) => each.platform === post.tenant.platform);
    const channel = `${post.tenant.platform} ${post.tenant.id} ${post.channel}`;
    const rest = restsUntil.get(channel) ?? 0;
    if (rest > now())
      return { state: "waiting", dueAt: rest, reason: "The channel rests for a moment.", counts: false };
    // Another process serves that platform.
    if (sender === undefined)
      return { state: "waiting", dueAt: now() + lease, reason: "Nobody here posts there.", counts: false };
    restsUntil.set(channel, now() + pace);
    const outcome = await sender
      .send(post)
      .catch((cause: unknown): Sent => ({ unknown: cause instanceof Error ? cause.message : String(cause) }));
    if ("dropped" in outcome) return { state: "dropped", reason: outcome.dropped };
    if ("waits" in outcome) {
      // It took nobody's turn in the channel.
      restsUntil.set(channel, rest);
      return { state: "waiting", dueAt: now() + outcome.after, reason: outcome.waits, counts: false };
    }
    if ("sent" in outcome) return { state: "sent", reference: outcome.sent };
    if ("unknown" in outcome)
      return sender.deduplicates && post.tries <= soon
        ? again(post, outcome.unknown)
        : { state: "unknown", reason: outcome.unknown };
    if (outcome.retryAfter !== undefined) restsUntil.set(channel, now() + outcome.retryAfter);
    return outcome.final
      ? { state: "parked", reason: outcome.refused }
      : again(post, outcome.refused, outcome.retryAfter);
  }

  /** Twice as long after each try, with a random part; never sooner than the platform asked for. */
  function again(post: Post, reason: string, retryAfter = 0): Settled {
    if (post.tries >= mostTries) return { state: "parked", reason: `Tried ${post.tries} times. ${reason}` };
    const wait = Math.min(longestWait, 1_000 * 2 ** post.tries) * (0.5 + random());
    return { state: "waiting", dueAt: Math.round(now() + Math.max(wait, retryAfter)), reason, counts: true };
  }

  return {
    async round() {
      await store.releasePosts(now(), deduplicating, served);
      const posts = await store.claimPosts(now(), now() + lease, atOnce, served);
      // One after the other within a channel, channels beside each other: what was asked for first is posted first.
      const channels = Map.groupBy(posts, (post) => `${post.tenant.platform} ${post.tenant.id} ${post.channel}`);
      await Promise.all(
        [...channels.values()].map(async (queue) => {
          for (const post of queue) await store.settle(post, await deliver(post));
        }),
      );
      for (const [channel, until] of restsUntil) if (until <= now()) restsUntil.delete(channel);
      return posts.length;
    },
  };
}
