import type { Who } from "../conversation/bot.ts";
import { approvals, nextApprovalKey } from "../outbox/approvals.ts";
import { declined, declineKey } from "../outbox/declines.ts";
import { directChannel } from "../outbox/direct-channel.ts";
import { settledMessages } from "../outbox/needs-approval.ts";
import { cardsLeft, newPost, type PostBody } from "../outbox/post-body.ts";
import { judgingMessages as words } from "../present/judging-messages.ts";
import type { Block, Screen } from "../screen/screen.ts";
import { dayOf, nameOf } from "../store/named.ts";
import { type Decision, type Moment, type NewPost, nobody, type Post, type Tick } from "../store/rows.ts";
import type { Judgement } from "../store/store.ts";
import { teamOf } from "../store/team.ts";
import { approvalsNeeded, judgesOf } from "../team/judges.ts";
import type { TeamSettings } from "../team/settings.ts";
import { approvedScreen, openScreen, supersededScreen } from "./approval-screens.ts";
import { approvalScreenMessages as screenWords } from "./approving-messages.ts";
import { findDecision, successorFor } from "./decision-lookup.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import { settingsMessages } from "./settings-messages.ts";

/** What somebody says of a decision. `anyway`: though something is open, which is otherwise shown first. */
export type Said = { say: "approve"; anyway: boolean } | { say: "decline"; reason: string };

/** Approves or declines a decision, where this person may. Gives what they see. */
export async function judgeDecision(
  who: Who,
  decision: Decision,
  said: Said,
  place: Place,
  ports: AppPorts,
): Promise<Screen> {
  const { store, advisorOn, now, deliver } = ports;
  const tenant = store.of(who.tenant);
  const { id } = decision;
  const name = nameOf(decision);
  const refusal = await whyNot(who, decision, place, ports);
  if (refusal !== null) return refusal;
  const team = await teamOf(who.tenant, ports);
  switch (said.say) {
    case "approve": {
      const given = hasApproved(who, await tenant.posts(id));
      if (!given && !decision.complete && !said.anyway) {
        const seen = place.nowhere !== true && (await findDecision(who, id, place, ports)) !== null;
        return openScreen(who, decision, seen, advisorOn(dayOf(decision.at), who.tenant));
      }
      const kept = await tenant.judge(id, approving(who, team, now()), now());
      if (kept === null) return told("approved", words.approved, words.already(name));
      await deliver();
      return approvedScreen(who, decision, await tenant.posts(id), ports);
    }
    case "decline": {
      const kept = await tenant.judge(id, declining(who, said.reason, now()), now());
      if (kept === null) return told("declined", words.declined, words.alreadyDeclined);
      await deliver();
      return told("declined", words.declined, words.youDeclined(name));
    }
  }
}

/** A decision, for somebody who may see it, or who was told by direct message that it waits for them. */
export async function toBeJudged(who: Who, id: string, place: Place, ports: AppPorts): Promise<Decision | null> {
  const seen = await findDecision(who, id, place, ports);
  if (seen !== null) return seen;
  const decision = await ports.store.of(who.tenant).decision(id);
  const posts = decision === null ? [] : await ports.store.of(who.tenant).posts(id);
  return posts.some(({ channel }) => channel === directChannel(who.person)) ? decision : null;
}

/** Why this person cannot judge this decision, with what can be done about it; null where they can. */
export async function whyNot(who: Who, decision: Decision, place: Place, ports: AppPorts): Promise<Screen | null> {
  if (decision.supersededBy !== null) return supersededScreen(await successorFor(who, decision, place, ports));
  if (decision.by === nobody) return told("nobody-s", screenWords.nobodys.title, screenWords.nobodys.words);
  const posts = await ports.store.of(who.tenant).posts(decision.id);
  if (cardsLeft(posts).length === 0)
    return told("taken-back", screenWords.takenBack.title, screenWords.takenBack.words);
  if (decision.verdict === "declined") return told("declined", words.declined, words.alreadyDeclined);
  const judges = judgesOf(decision.answers, await teamOf(who.tenant, ports));
  if (decision.by === who.person) return toldWithSettings("own", words.own.title, [textBlock(words.own.words)]);
  if (judges.includes(who.person)) return null;
  return judges.length === 0
    ? toldWithSettings("no-judge", words.noJudge.title, [textBlock(words.noJudge.words)])
    : infoScreen("not-judge", words.notYours.title, [
        textBlock(words.notYours.words),
        { block: "people", label: words.notYours.who, people: judges },
      ]);
}

/** Approves in every channel where the card stands, once. Whose approval is the last that is needed settles it. */
function approving({ person, tenant }: Who, team: TeamSettings, at: Moment) {
  const who = { person, tenant };
  return (decision: Decision, posts: readonly Post[], ticks: readonly Tick[]): Judgement | null => {
    const { id } = decision;
    if (isSettled(decision) || hasApproved(who, posts)) return null;
    const { verify } = decision.result;
    const left = verify.map((each) => each.id).filter((each) => ticks.every(({ item }) => item !== each));
    const body: PostBody = { kind: "approval", unticked: { left, all: verify.length } };
    const approved = new Set([...cardsLeft(posts).flatMap(({ channel }) => approvals(id, channel, posts)), person]);
    const verdict = approved.size >= approvalsNeeded(team) ? "approved" : null;
    return {
      verdict,
      posts: [
        ...cardsLeft(posts).flatMap(({ channel }) =>
          shown(who, decision, nextApprovalKey(id, channel, posts), channel, body),
        ),
        ...(verdict === null ? [] : settledMessages(posts)),
      ],
      note: { at, actor: person, action: "approved", subject: id, details: { verdict } },
    };
  };
}

function declining(who: Who, reason: string, at: Moment) {
  return (decision: Decision, posts: readonly Post[]): Judgement | null => {
    const { id } = decision;
    if (isSettled(decision) || declined(posts) !== null) return null;
    const body: PostBody = { kind: "decline", reason };
    return {
      verdict: "declined",
      posts: [
        ...cardsLeft(posts).flatMap(({ channel }) => shown(who, decision, declineKey(id, channel), channel, body)),
        ...settledMessages(posts),
      ],
      note: { at, actor: who.person, action: "declined", subject: id, details: null },
    };
  };
}

/** What is said in the thread of a card, and the card that is drawn anew with it. */
function shown(who: Who, { id }: Decision, key: string, channel: string, body: PostBody): NewPost[] {
  return [
    newPost(who.person, key, id, channel, body),
    newPost(who.person, `${key}:shown`, id, channel, { kind: "update" }),
  ];
}

/** Something took its place, or it was declined, since it was looked at. An approval can be followed by others. */
function isSettled({ supersededBy, verdict }: Decision): boolean {
  return supersededBy !== null || verdict === "declined";
}

function hasApproved({ person }: Pick<Who, "person">, posts: readonly Post[]): boolean {
  const cards = cardsLeft(posts);
  return (
    cards.length > 0 && cards.every(({ decision, channel }) => approvals(decision, channel, posts).includes(person))
  );
}

function told(id: string, title: string, text: string): Screen {
  return infoScreen(id, title, [textBlock(text)]);
}

function toldWithSettings(id: string, title: string, body: Block[]): Screen {
  return infoScreen(id, title, body, [{ action: "settings", label: settingsMessages.title }]);
}
