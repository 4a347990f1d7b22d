import { nobody, type Post } from "../store/rows.ts";

/** The key of an approval in a channel. It names nobody: who approved is the post's owner, and can be forgotten. */
export function approvalKey(decision: string, channel: string, before: number): string {
  return `${decision}:approve:${channel}:${before}`;
}

/** The key of the next approval in a channel. Numbers that are taken stay taken, also by somebody who was forgotten. */
export function nextApprovalKey(decision: string, channel: string, posts: readonly Post[]): string {
  return approvalKey(decision, channel, given(decision, channel, posts).length);
}

/**
 * Who approved the card in this channel, in order. The approval of somebody who was forgotten is void: nobody can stand for
 * it any more, and it would count again with the next one of the same person, who cannot be told apart.
 */
export function approvals(decision: string, channel: string, posts: readonly Post[]): string[] {
  return given(decision, channel, posts)
    .map(({ owner }) => owner)
    .filter((owner) => owner !== nobody);
}

/** The posts of all approvals in a channel, in order. */
function given(decision: string, channel: string, posts: readonly Post[]): Post[] {
  const begin = approvalKey(decision, channel, 0).slice(0, -1);
  return posts
    .filter(({ key }) => key.startsWith(begin) && /^\d+$/.test(key.slice(begin.length)))
    .sort((one, other) => Number(one.key.slice(begin.length)) - Number(other.key.slice(begin.length)));
}
