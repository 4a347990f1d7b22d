import type { Block } from "../screen/screen.ts";
import type { Post } from "../store/rows.ts";

/** What is to be done in a channel. All but the first are about the card that stands there. */
export type PostBody =
  | { kind: "card"; title: string; blocks: Block[] }
  /** The card as it stands now: who approved it, what took its place. */
  | { kind: "update" }
  /** A message in the card's thread. */
  | { kind: "reply"; title: string; blocks: Block[] }
  /** In the thread: that the post's owner approved. */
  | { kind: "approval" }
  /** The card goes. */
  | { kind: "delete" };

export function bodyOf(post: Pick<Post, "body">): PostBody {
  return post.body as PostBody;
}

/** Whether doing it twice leaves the channel as doing it once does. Everything else would stand there twice. */
export function isRepeatable({ kind }: PostBody): boolean {
  switch (kind) {
    case "update":
    case "delete":
      return true;
    case "card":
    case "reply":
    case "approval":
      return false;
  }
}

export function isCard(post: Pick<Post, "body">): boolean {
  return bodyOf(post).kind === "card";
}

/** The channels from which a decision's card was taken back. */
export function takenBack(posts: readonly Post[]): Set<string> {
  return new Set(posts.filter((each) => bodyOf(each).kind === "delete").map((each) => each.channel));
}
