import { replacePerson } from "../checklist/person.ts";
import type { Fact } from "../screen/screen.ts";
import { type Moment, type NewPost, nobody, type Post } from "../store/rows.ts";
import { directChannel } from "./direct-channel.ts";
import { bodyOf, cardsLeft, newPost, type PostBody } from "./post-body.ts";

/**
 * Something kept, such as answers, a result or what a post says, without a person who was picked in it: neither the id nor the
 * name that came with it is left. The same object where they do not stand in it.
 */
export function withoutPerson<T>(kept: T, person: string): T {
  const left = without(kept, person);
  return JSON.stringify(left) === JSON.stringify(kept) ? kept : (left as T);
}

function without(kept: unknown, person: string): unknown {
  // In a list of people the id stands alone.
  if (typeof kept === "string") return kept === person ? nobody : replacePerson(kept, person, nobody);
  if (Array.isArray(kept)) return kept.map((each) => without(each, person));
  if (typeof kept !== "object" || kept === null) return kept;
  const left = Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, without(value, person)]));
  // A fact of a card: its words begin with the name.
  const { person: shown } = kept as Partial<Fact>;
  if (shown?.id !== person) return left;
  const { person: _, ...rest } = left;
  return { ...rest, value: `${nobody}${shown.rest}` };
}

/**
 * What has to be drawn anew where it names somebody who is forgotten: the cards that they asked for, approved or are named on,
 * and their approvals in the threads. `posts`: of every decision that they had to do with, as they were before.
 */
export function redrawWithout(person: string, posts: readonly Post[], now: Moment): NewPost[] {
  const decisions = Map.groupBy(posts, ({ decision }) => decision);
  return [...decisions.values()].flatMap((beside) => [
    ...messagesWithout(person, beside, now),
    ...cardsWithout(person, beside, now),
  ]);
}

/** What stands by itself and names them says so no longer. Its buttons go: what they asked for, nobody can answer. */
function messagesWithout(person: string, posts: readonly Post[], now: Moment): NewPost[] {
  return posts.flatMap((post) => {
    const body = bodyOf(post);
    if (body.kind !== "message" || post.channel === directChannel(person)) return [];
    const { title, blocks } = withoutPerson(body, person);
    return blocks === body.blocks ? [] : [redrawn(post, { kind: "rewrite", of: post.key, title, blocks }, now)];
  });
}

function cardsWithout(person: string, beside: readonly Post[], now: Moment): NewPost[] {
  const approved = beside.filter(
    (each) => ["approval", "decline"].includes(bodyOf(each).kind) && each.owner === person,
  );
  return cardsLeft(beside)
    .filter(({ state }) => state !== "parked" && state !== "dropped")
    .flatMap((card) => {
      const said = approved.filter(({ channel }) => channel === card.channel);
      return [
        ...(card.owner === person || said.length > 0 || withoutPerson(card.body, person) !== card.body
          ? [redrawn(card, { kind: "update" }, now)]
          : []),
        ...said.map((reply) => redrawn(reply, { kind: "update", of: reply.key }, now)),
      ];
    });
}

function redrawn({ key, decision, channel }: Post, body: PostBody, now: Moment): NewPost {
  return newPost(nobody, `${key}:redrawn:${now}`, decision, channel, body);
}
