import type { Advisor } from "../advice/advise.ts";
import type { Who } from "../conversation/bot.ts";
import { directAbout } from "../outbox/direct.ts";
import { bodyOf, cardsLeft, isLost } from "../outbox/post-body.ts";
import { findingBlock } from "../present/finding.ts";
import { judgingMessages } from "../present/judging-messages.ts";
import { blocksLeft } from "../purchase/to-settle.ts";
import type { Block, Screen } from "../screen/screen.ts";
import { nameOf } from "../store/named.ts";
import type { Decision, Post } from "../store/rows.ts";
import { infoScreen, textBlock } from "./ports.ts";

const mostOpen = 3;

/**
 * What is open of a decision that somebody wants to approve: they are asked, and know what they approve. The button names the
 * team, as a message to one person may stand outside of it. `seen`: whether they may see the decision from where they are.
 */
export function openScreen(who: Who, decision: Decision, seen: boolean, { checklist }: Advisor): Screen {
  const { id, result } = decision;
  const words = judgingMessages.stillOpen;
  const open: Block[] = [
    ...blocksLeft(result).map((finding) => ({ ...findingBlock(finding), sources: [] })),
    ...checklist.questions
      .filter((question) => result.missing.includes(question.id))
      .map((question) => textBlock(words.unanswered(question.text))),
  ];
  const rest = open.length - mostOpen;
  return infoScreen(
    "approve-open",
    words.title(open.length),
    [
      textBlock(`${nameOf(decision)}.`),
      ...open.slice(0, mostOpen),
      ...(rest > 0 ? [{ block: "quiet" as const, text: words.rest(rest) }] : []),
    ],
    [
      { action: "direct", label: words.approve, about: directAbout(who.tenant, "anyway", id), weight: "danger" },
      ...(seen ? [{ action: "why" as const, label: "Details", about: id }] : []),
    ],
  );
}

/** For whoever wants to approve what something newer took the place of. `successor`: where they may see it. */
export function supersededScreen(successor: Decision | null): Screen {
  return successor === null
    ? infoScreen("superseded", "Superseded", [textBlock("A newer decision replaced this one.")])
    : infoScreen(
        "superseded",
        "Superseded",
        [textBlock(`Superseded by ${nameOf(successor)}.`)],
        [{ action: "look", label: "Show what replaced it", about: successor.id }],
      );
}

/** Where an approval is shown by now, and where not yet. */
export function approvedScreen({ person }: Who, decision: Decision, posts: readonly Post[]): Screen {
  const cards = cardsLeft(posts);
  const mine = posts.filter((each) => bodyOf(each).kind === "approval" && each.owner === person);
  const parked = mine.find(({ state }) => state === "parked" || state === "unknown");
  const words = cards.some(isLost)
    ? "It is kept. Nobody knows whether the card stands in its channel: once that is known, card and thread say so."
    : parked !== undefined
      ? `It is kept, but the thread could not say so. ${parked.reason ?? ""}`
      : mine.every(({ state }) => state === "sent")
        ? "The thread says so, and the card, now or in a moment."
        : "It is kept: the card and its thread say so in a moment.";
  return infoScreen("approved", "Approved", [textBlock(`You approved ${nameOf(decision)}.`), textBlock(words)]);
}
