import { nobody, type Post } from "../store/rows.ts";
import { bodyOf } from "./post-body.ts";

/** Why a decision was declined, and by whom: null for somebody who was forgotten, and where nobody declined. */
export function declined(posts: readonly Post[]): { by: string | null; reason: string } | null {
  for (const post of posts) {
    const body = bodyOf(post);
    if (body.kind === "decline") return { by: post.owner === nobody ? null : post.owner, reason: body.reason };
  }
  return null;
}

/** The key of a refusal in a channel: a decision is declined once, and edited then. */
export function declineKey(decision: string, channel: string): string {
  return `${decision}:decline:${channel}`;
}

/** In characters: a sentence or two, which stand on the card. */
export const longestReason = 300;
