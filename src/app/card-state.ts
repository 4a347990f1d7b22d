import { bodyOf, isCard, isLost, isReply, isUndo } from "../outbox/post-body.ts";
import type { Block } from "../screen/screen.ts";
import type { Post } from "../store/rows.ts";
import { cardTitles, cardMessages as words } from "./card-state-messages.ts";
import { type AppPorts, textBlock, whyText } from "./ports.ts";

/** How far a card is, or its taking back. `lost` and `perhaps-back`: nobody knows whether it stands in its channel. */
type CardState = "posted" | "on-its-way" | "parked" | "lost" | "back" | "going" | "not-back" | "perhaps-back";

/** The undo of a card, where it was asked for. */
function undoOf(card: Post, posts: readonly Post[]): Post | undefined {
  return posts.find((each) => isUndo(each) && each.channel === card.channel);
}

/** What is known of a card. `posts`: all of its decision. */
export function stateOfCard(card: Post, posts: readonly Post[]): CardState {
  const undo = undoOf(card, posts);
  if (undo === undefined)
    switch (card.state) {
      case "sent":
        return "posted";
      case "waiting":
      case "sending":
        return "on-its-way";
      case "unknown":
        return "lost";
      case "parked":
      case "dropped":
        return "parked";
    }
  // One that was never found cannot have been taken back, whatever became of the undo.
  if (isLost(card)) return "perhaps-back";
  switch (undo.state) {
    case "sent":
    case "dropped":
      return "back";
    case "waiting":
    case "sending":
      return "going";
    case "parked":
    case "unknown":
      return "not-back";
  }
}

// Every state has one.
const titles: Record<CardState, string> = cardTitles;

/** How a decision stands in its channels: of several states the one that most needs somebody's eyes. */
export function titleOf(posts: readonly Post[]): string {
  const states = posts.filter(isCard).map((card) => stateOfCard(card, posts));
  const found = Object.entries(titles).find(([state]) => states.some((each) => each === state));
  return found?.[1] ?? words.kept;
}

/** What is known of a card, and what to do where that is not enough. */
export async function cardBlocks(
  card: Post,
  posts: readonly Post[],
  ports: Pick<AppPorts, "linkTo" | "chatWords">,
): Promise<Block[]> {
  const why = whyText(card, ports);
  const undo = undoOf(card, posts);
  switch (stateOfCard(card, posts)) {
    case "posted": {
      const url = await ports.linkTo(card);
      return url === null ? [textBlock(words.posted)] : [{ block: "link", text: words.openPosted, url }];
    }
    case "on-its-way":
      return [textBlock(words.onItsWay(why))];
    case "lost":
      return [textBlock(words.lost(why)), where(card), textBlock(words.lookForLost)];
    case "parked":
      return [textBlock(words.notPosted(why)), textBlock(words.nothingLost)];
    case "back":
      return card.reference === null
        ? [textBlock(words.neverPosted)]
        : [textBlock(words.gone), ...repliesLeft(card, posts)];
    case "going":
      return [textBlock(words.going)];
    case "not-back":
      return [textBlock(words.notBack(undo === undefined ? "" : whyText(undo, ports))), textBlock(words.deleteByHand)];
    case "perhaps-back":
      return [textBlock(words.perhapsBack), where(card), textBlock(words.lookForUndone)];
  }
}

function where({ channel }: Post): Block {
  return { block: "channel", label: words.channel, channel };
}

/** Replies under a card that went which may be there still. */
function repliesLeft({ channel }: Post, posts: readonly Post[]): Block[] {
  const left = posts.filter(({ state, ...each }) => {
    if (each.channel !== channel) return false;
    const body = bodyOf(each);
    return isReply(each) ? state === "unknown" : body.kind === "delete" && (state === "parked" || state === "unknown");
  });
  return left.length === 0 ? [] : [textBlock(words.replyLeft)];
}
