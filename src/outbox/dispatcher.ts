import type { Reason, TryReason } from "../store/reason.ts";
import type { ClaimedPost, Moment, Platform, Post } from "../store/rows.ts";
import { longestWait, type Settled } from "../store/settled.ts";
import type { Store } from "../store/store.ts";
import { isOptional } from "./post-body.ts";
import { createRests } from "./rests.ts";

/**
 * What a platform said to one attempt; `cause` is what it was in fact, for the log.
 * `refused`: it is certain that nothing was posted, `final` that it never will be. `unknown`: it may have been.
 */
export type Sent =
  | { sent: string }
  | { refused: TryReason; final: boolean; retryAfter?: number; cause?: unknown }
  | { unknown: TryReason; cause?: unknown };

/**
 * What is to be done with a post before its platform is called at all. `wait`: something else has to arrive first; to be
 * looked at again after so many milliseconds.
 */
export type Prepared =
  | { do: "send"; send: () => Promise<Sent> }
  | { do: "wait"; reason: Reason; after: number }
  | { do: "drop"; reason: Reason }
  | { do: "refuse"; reason: Reason };

/**
 * One adapter's way to post. `deduplicates`: the platform recognises a post that is sent twice within two minutes, and shows
 * it once. `prepare` calls nobody; `send` calls the platform, and has to end within thirty seconds.
 */
export type Sender = { platform: Platform; deduplicates: boolean; prepare(post: Post): Promise<Prepared> };

export type DispatcherPorts = {
  store: Store;
  senders: readonly Sender[];
  now: () => Moment;
  /** Evenly spread from 0 to 1: workers that failed together should not come back together. */
  random: () => number;
  /** Where the causes go that people do not read. `fault` gives the reference by which they are found. */
  log: { warn(words: string, details?: unknown): void; fault(error: unknown): string };
  /** Hears how each post ended that was settled, for figures. */
  ended?: (post: Post, state: Settled["state"]) => void;
};

/** How often a refused post is tried before a person has to look. */
export const mostTries = 8;
/** Longer than anything that a worker does with a post: whoever takes longer has ended. */
const lease = 45_000;
const atOnce = 20;
/** Platforms let a bot post about once a second into one channel. */
const pace = 1_000;
/** For so long a platform that deduplicates surely knows a post again. */
const knownFor = 120_000;

/** Brings posts from the outbox to their channels. `round` does what is due now and returns how many posts it settled. */
export function createDispatcher({ store, senders, now, random, log, ended }: DispatcherPorts): {
  round(): Promise<number>;
} {
  const rests = createRests(now);
  // What another process serves is left to it.
  const served = senders.map((sender) => sender.platform);

  /** How a claimed post ended; null when it is no longer ours. */
  async function deliver(post: ClaimedPost, sender: Sender): Promise<Settled | null> {
    const { beganAt } = post;
    const broken: Settled = { state: "unknown", reason: { is: "ended" } };
    if (!maySend(post, beganAt, now(), sender)) return broken;
    if (post.tries >= mostTries) return end(post, beganAt, { is: "tried", times: post.tries, last: null });
    let prepared: Prepared;
    try {
      prepared = await sender.prepare(post);
    } catch (error) {
      return again(post, beganAt, { is: "fault", reference: log.fault(error) }, sender);
    }
    switch (prepared.do) {
      case "wait":
        return {
          state: "waiting",
          dueAt: now() + Math.min(longestWait, prepared.after),
          reason: prepared.reason,
          counts: false,
          beganAt,
        };
      case "drop":
        // Nothing has to be done any more; but what may stand there is never said not to.
        return beganAt === null || post.repeatable ? { state: "dropped", reason: prepared.reason } : broken;
      case "refuse":
        return end(post, beganAt, prepared.reason);
      case "send":
        return send(post, prepared.send, sender);
    }
  }

  async function send(post: ClaimedPost, call: () => Promise<Sent>, sender: Sender): Promise<Settled | null> {
    const beginsAt = now();
    rests.rest(post, pace);
    // Written down before the platform is called: if this process ends now, the next one knows that it may have been.
    if (!(await store.beginPost(post, beginsAt, beginsAt + lease))) return null;
    const outcome = await call().catch(
      (error: unknown): Sent => ({ unknown: { is: "fault", reference: log.fault(error) } }),
    );
    if ("sent" in outcome) return { state: "sent", reference: outcome.sent };
    if (outcome.cause !== undefined) log.warn("a post was not sent", { key: post.key, cause: String(outcome.cause) });
    if ("unknown" in outcome) return again(post, post.beganAt ?? beginsAt, outcome.unknown, sender);
    const { refused, final, retryAfter = 0 } = outcome;
    if (retryAfter > 0) rests.rest(post, retryAfter);
    return final ? end(post, post.beganAt, refused) : again(post, post.beganAt, refused, sender, retryAfter);
  }

  /** Twice as long after each try, with a random part; never sooner than the platform asked for. */
  function again(post: Post, beganAt: Moment | null, reason: TryReason, sender: Sender, retryAfter = 0): Settled {
    const tries = post.tries + 1;
    if (tries >= mostTries) return end(post, beganAt, { is: "tried", times: tries, last: reason });
    const wait = Math.min(longestWait, Math.max(1_000 * 2 ** tries * (0.5 + random()), retryAfter));
    const dueAt = Math.round(now() + wait);
    if (!maySend(post, beganAt, dueAt, sender)) return { state: "unknown", reason };
    return { state: "waiting", dueAt, reason, counts: true, beganAt };
  }

  return {
    async round() {
      await store.releasePosts(now(), served);
      const posts = await store.claimPosts(now(), now() + lease, atOnce, served, rests.resting());
      const ends = await Promise.allSettled(
        posts.map(async (post) => {
          const sender = senders.find(({ platform }) => platform === post.tenant.platform);
          const settled = sender === undefined ? null : await deliver(post, sender);
          const ours = settled !== null && (await store.settle(post, settled));
          if (ours) ended?.(post, settled.state);
          else log.warn("a post was no longer ours", { key: post.key, state: settled?.state ?? "not sent" });
          return ours;
        }),
      );
      // Each is brought to its end before what went wrong with one of them is said.
      for (const each of ends) if (each.status === "rejected") throw each.reason;
      return ends.filter((each) => each.status === "fulfilled" && each.value).length;
    },
  };
}

/** Whether a post may be sent at a moment without standing in its channel twice. */
function maySend(post: Post, beganAt: Moment | null, at: Moment, { deduplicates }: Sender): boolean {
  if (beganAt === null || post.repeatable) return true;
  return deduplicates && at >= beganAt && at - beganAt <= knownFor;
}

/** It is not tried again by itself. What may stand there is never said not to. */
function end(post: Post, beganAt: Moment | null, reason: Reason): Settled {
  if (isOptional(post)) return { state: "dropped", reason };
  return { state: beganAt === null || post.repeatable ? "parked" : "unknown", reason };
}
