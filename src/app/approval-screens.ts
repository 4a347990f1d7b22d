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
import { approvalScreenMessages as words } from "./approving-messages.ts";
import { type AppPorts, infoScreen, textBlock, whyText } from "./ports.ts";

const mostOpen = 3;

/**
 * What is open of a decision that somebody wants to approve: they are asked, and know what they approve. The button names the
 * team, as a message to one person may stand outside of it. `seen`: whether they may see the decision from where they are.
 */
export function openScreen(who: Who, decision: Decision, seen: boolean, { checklist }: Advisor): Screen {
  const { id, result } = decision;
  const still = judgingMessages.stillOpen;
  const open: Block[] = [
    ...blocksLeft(result).map((finding) => ({ ...findingBlock(finding), sources: [] })),
    ...checklist.questions
      .filter((question) => result.missing.includes(question.id))
      .map((question) => textBlock(still.unanswered(question.text))),
  ];
  const rest = open.length - mostOpen;
  return infoScreen(
    "approve-open",
    still.title(open.length),
    [
      textBlock(words.decision(nameOf(decision))),
      ...open.slice(0, mostOpen),
      ...(rest > 0 ? [{ block: "quiet" as const, text: still.rest(rest) }] : []),
    ],
    [
      { action: "direct", label: still.approve, about: directAbout(who.tenant, "anyway", id), weight: "danger" },
      ...(seen ? [{ action: "why" as const, label: words.details, about: id }] : []),
    ],
  );
}

/** For whoever wants to approve what something newer took the place of. `successor`: where they may see it. */
export function supersededScreen(successor: Decision | null): Screen {
  return successor === null
    ? infoScreen("superseded", words.superseded.title, [textBlock(words.superseded.unseen)])
    : infoScreen(
        "superseded",
        words.superseded.title,
        [textBlock(words.superseded.by(nameOf(successor)))],
        [{ action: "look", label: words.superseded.show, about: successor.id }],
      );
}

/** Where an approval is shown by now, and where not yet. */
export function approvedScreen({ person }: Who, decision: Decision, posts: readonly Post[], ports: AppPorts): Screen {
  const cards = cardsLeft(posts);
  const mine = posts.filter((each) => bodyOf(each).kind === "approval" && each.owner === person);
  const parked = mine.find(({ state }) => state === "parked" || state === "unknown");
  const shown = cards.some(isLost)
    ? words.shown.cardLost
    : parked !== undefined
      ? words.shown.notInThread(whyText(parked, ports))
      : mine.every(({ state }) => state === "sent")
        ? words.shown.inThread
        : words.shown.soon;
  return infoScreen("approved", judgingMessages.approved, [
    textBlock(judgingMessages.youApproved(nameOf(decision))),
    textBlock(shown),
  ]);
}
