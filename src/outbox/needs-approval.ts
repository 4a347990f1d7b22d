import { judgingMessages as words } from "../present/judging-messages.ts";
import { nameOf } from "../store/named.ts";
import type { Decision, NewPost, Post, Tenant } from "../store/rows.ts";
import { judgesOf, owningPeople } from "../team/judges.ts";
import type { TeamSettings } from "../team/settings.ts";
import { cardLabels } from "./card-words.ts";
import { directAbout } from "./direct.ts";
import { directChannel } from "./direct-channel.ts";
import { bodyOf, newPost, type PostBody, rewriteKey } from "./post-body.ts";

/**
 * Tells those who have to approve a decision that its card waits for them: the owners it names, else the team's approvers.
 * Who asks is not told of their own.
 */
export function approvalMessages(
  { tenant, person }: { tenant: Tenant; person: string },
  decision: Pick<Decision, "id" | "answers" | "summary" | "route" | "at" | "complete">,
  team: TeamSettings,
): NewPost[] {
  const owners = owningPeople(decision.answers).filter((each) => each !== person);
  const told = owners.length > 0 ? owners : judgesOf(decision.answers, team).filter((each) => each !== person);
  const { id } = decision;
  const body: PostBody = {
    kind: "message",
    title: words.needsYou.title,
    blocks: [
      { block: "text", text: words.needsYou.words(nameOf(decision)) },
      ...(decision.complete ? [] : [{ block: "text" as const, text: words.needsYou.open }]),
      { block: "people", label: words.needsYou.asks, people: [person] },
    ],
    actions: [
      { action: "direct", label: cardLabels.approve, about: directAbout(tenant, "approve", id), weight: "main" },
      { action: "direct", label: cardLabels.decline, about: directAbout(tenant, "decline", id) },
    ],
  };
  return told.map((each, at) => ({
    ...newPost(person, `${id}:needs:${at}`, id, directChannel(each), body),
    // The card first.
    after: 1,
  }));
}

/** The messages that asked for approval say that there is nothing to do any more. */
export function settledMessages(posts: readonly Post[]): NewPost[] {
  return posts
    .filter((post) => bodyOf(post).kind === "message")
    .map(({ key, decision, channel, owner }) => {
      const body: PostBody = {
        kind: "rewrite",
        of: key,
        title: words.needsYou.title,
        blocks: [{ block: "text", text: words.passed }],
      };
      return { ...newPost(owner, rewriteKey(key), decision, channel, body), after: 1 };
    });
}
