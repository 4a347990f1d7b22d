import type { Chart } from "../chart/chart.ts";
import type { Action, Block } from "../screen/screen.ts";
import type { Decision, NewPost, Post } from "../store/rows.ts";

/** What is to be done in a channel. All but the first three are about the card that stands there. */
export type PostBody =
  | { kind: "card"; title: string; blocks: Block[] }
  /** A message that stands by itself. `decision` of such a post may be empty. */
  | { kind: "message"; title: string; blocks: Block[]; actions: Action[] }
  /** The message `of` says this from now on, and has no buttons any more. */
  | { kind: "rewrite"; of: string; title: string; blocks: Block[] }
  /** The card as it stands now: who approved it, what took its place. `of`: see below. */
  | { kind: "update"; of?: string }
  /** What the card's picture shows: it is drawn, and put on the card that stands there. */
  | { kind: "picture"; chart: Chart }
  /** A message in the card's thread. */
  | { kind: "reply"; title: string; blocks: Block[]; actions?: Action[] }
  /** In the thread: that the post's owner approved. `unticked`: the ids of what nobody had verified by then; absent where it is not known. */
  | { kind: "approval"; unticked?: { left: string[]; all: number } }
  /** In the thread: that the post's owner declined, and why. */
  | { kind: "decline"; reason: string }
  /** The card goes. `of`: not the card, but the reply in its thread whose key this is. */
  | { kind: "delete"; of?: string };

export function bodyOf(post: Pick<Post, "body">): PostBody {
  return post.body as PostBody;
}

/** Whether doing it twice leaves the channel as doing it once does. Everything else would stand there twice. */
function isRepeatable({ kind }: PostBody): boolean {
  switch (kind) {
    case "update":
    case "delete":
    case "rewrite":
    case "picture":
      return true;
    case "card":
    case "message":
    case "reply":
    case "approval":
    case "decline":
      return false;
  }
}

/** Something to be posted for a decision. `owner`: by whose word; `key`: what is posted once, however often it is asked for. */
export function newPost(owner: string, key: string, decision: string, channel: string, body: PostBody): NewPost {
  return { key, decision, channel, owner, body, repeatable: isRepeatable(body) };
}

/** The picture of a card, after the card itself. */
export function pictureOf(card: NewPost, chart: Chart): NewPost {
  const { owner, key, decision, channel } = card;
  return { ...newPost(owner, `${key}:picture`, decision, channel, { kind: "picture", chart }), after: 1 };
}

/** Whether a card is whole without it: what does not come about is nobody's to settle. */
export function isOptional(post: Pick<Post, "body">): boolean {
  return bodyOf(post).kind === "picture";
}

export function isCard(post: Pick<Post, "body">): boolean {
  return bodyOf(post).kind === "card";
}

/** A message of ours in the thread of a card. */
export function isReply(post: Pick<Post, "body">): boolean {
  const { kind } = bodyOf(post);
  return kind === "reply" || kind === "approval" || kind === "decline";
}

/** Whether this takes a card out of its channel. */
export function isUndo(post: Pick<Post, "body">): boolean {
  const body = bodyOf(post);
  return body.kind === "delete" && body.of === undefined;
}

/** Whether nobody knows if this stands in its channel, nor where. */
export function isLost({ state, reference }: Pick<Post, "state" | "reference">): boolean {
  return state === "unknown" && reference === null;
}

/** The key of what a message says once it is settled: it is settled once. */
export function rewriteKey(message: string): string {
  return `${message}:rewritten`;
}

/** The channels from which a decision's card was taken back. */
export function takenBack(posts: readonly Post[]): Set<string> {
  return new Set(posts.filter(isUndo).map((each) => each.channel));
}

/** The cards of a decision that nobody took back. */
export function cardsLeft(posts: readonly Post[]): Post[] {
  const gone = takenBack(posts);
  return posts.filter((each) => isCard(each) && !gone.has(each.channel));
}

/** The key of a decision's card in a channel: one card, however often it is asked for. */
export function cardKey({ draft, revision }: Pick<Decision, "draft" | "revision">, channel: string): string {
  return `${draft}:${revision}:${channel}`;
}

/** Every card of a decision is drawn anew, after what is posted beside it. `why` tells these updates from others. */
export function cardUpdates(posts: readonly Post[], owner: string, why: string): NewPost[] {
  return posts.filter(isCard).map(({ decision, channel }) => ({
    ...newPost(owner, `${decision}:${why}:${channel}`, decision, channel, { kind: "update" }),
    after: 1,
  }));
}
