import { bodyOf, isCard, isLost, isReply, isUndo } from "../outbox/post-body.ts";
import type { Block } from "../screen/screen.ts";
import type { Post } from "../store/rows.ts";
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

const titles: Record<CardState, string> = {
  "not-back": "Not taken back",
  "perhaps-back": "Perhaps still there",
  parked: "Kept, not posted",
  lost: "Perhaps posted",
  going: "Being taken back",
  "on-its-way": "On its way",
  posted: "Posted",
  back: "Taken back",
};

/** How a decision stands in its channels: of several states the one that most needs somebody's eyes. */
export function titleOf(posts: readonly Post[]): string {
  const states = posts.filter(isCard).map((card) => stateOfCard(card, posts));
  const found = Object.entries(titles).find(([state]) => states.some((each) => each === state));
  return found?.[1] ?? "Kept";
}

/** What is known of a card, and what to do where that is not enough. */
export async function cardBlocks(
  card: Post,
  posts: readonly Post[],
  ports: Pick<AppPorts, "linkTo" | "chatWords">,
): Promise<Block[]> {
  const reason = whyText(card, ports);
  const undo = undoOf(card, posts);
  switch (stateOfCard(card, posts)) {
    case "posted": {
      const url = await ports.linkTo(card);
      return url === null ? [textBlock("Posted.")] : [{ block: "link", text: "Posted: open the message", url }];
    }
    case "on-its-way":
      return [textBlock(`On its way.${reason === "" ? "" : ` ${reason}`}`)];
    case "lost":
      return [
        textBlock(
          `Nobody knows whether this arrived: the connection broke while it was sent. (${reason || "no answer"})`,
        ),
        where(card),
        textBlock(
          "Look there. If the card is there, press Details on it: then it is known. If it is not, press Post again.",
        ),
      ];
    case "parked":
      return [textBlock(`Not posted. ${reason}`), textBlock("It is kept: nothing has to be answered again.")];
    case "back":
      return card.reference === null
        ? [textBlock("Taken back: it was never posted.")]
        : [textBlock("Taken back: there is no card of ours there."), ...repliesLeft(card, posts)];
    case "going":
      return [textBlock("Being taken back: the card goes in a moment.")];
    case "not-back":
      return [
        textBlock(`Not taken back. ${undo === undefined ? "" : whyText(undo, ports)}`),
        textBlock("Try again, or delete the card in its channel."),
      ];
    case "perhaps-back":
      return [
        textBlock("Nobody knows whether the card stands there: the connection broke while it was sent."),
        where(card),
        textBlock(
          "Look there. If it is there, press Details on it, and it goes; or delete it. If it is not, nothing is left to do.",
        ),
      ];
  }
}

function where({ channel }: Post): Block {
  return { block: "channel", label: "Channel", channel };
}

/** Replies under a card that went which may be there still. */
function repliesLeft({ channel }: Post, posts: readonly Post[]): Block[] {
  const left = posts.filter(({ state, ...each }) => {
    if (each.channel !== channel) return false;
    const body = bodyOf(each);
    return isReply(each) ? state === "unknown" : body.kind === "delete" && (state === "parked" || state === "unknown");
  });
  return left.length === 0
    ? []
    : [textBlock("A message under it may still stand: look into its thread, and delete it there.")];
}
