import type { Advisor } from "../advice/advise.ts";
import type { Who } from "../conversation/bot.ts";
import { bodyOf, cardsLeft, isLost } from "../outbox/post-body.ts";
import { findingBlock } from "../present/finding.ts";
import type { Block, Screen } from "../screen/screen.ts";
import type { Decision, Post } from "../store/rows.ts";
import { infoScreen, textBlock } from "./ports.ts";

const mostOpen = 3;

/** What is open of a decision that somebody wants to approve: they are asked, and know what they approve. */
export function openScreen({ id, result }: Decision, { checklist }: Advisor): Screen {
  const open: Block[] = [
    ...result.findings
      .filter(({ severity }) => severity === "block")
      .map((finding) => ({ ...findingBlock(finding), sources: [] })),
    ...checklist.questions
      .filter((question) => result.missing.includes(question.id))
      .map((question) => textBlock(`Not answered: ${question.text}`)),
  ];
  const rest = open.length - mostOpen;
  return infoScreen(
    "approve-open",
    "Something is still open",
    [
      ...open.slice(0, mostOpen),
      ...(rest > 0 ? [{ block: "quiet" as const, text: `and ${rest} more: Details shows all of it.` }] : []),
    ],
    [
      { action: "approve-anyway", label: "Approve all the same", about: id, weight: "danger" },
      { action: "why", label: "Details", about: id },
    ],
  );
}

/** Where an approval is shown by now, and where not yet. */
export function approvedScreen({ person }: Who, posts: readonly Post[]): Screen {
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
  return infoScreen("approved", "Approved", [textBlock(words)]);
}
