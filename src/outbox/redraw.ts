import { type Moment, type NewPost, nobody, type Post } from "../store/rows.ts";
import { bodyOf, cardsLeft, isRepeatable, type PostBody } from "./post-body.ts";

/**
 * What has to be drawn anew where it names somebody who is forgotten: the cards that they asked for or approved, and their
 * approvals in the threads. `posts`: of every decision that they had to do with, as they were before.
 */
export function redrawWithout(person: string, posts: readonly Post[], now: Moment): NewPost[] {
  const decisions = Map.groupBy(posts, ({ decision }) => decision);
  return [...decisions.values()].flatMap((beside) => {
    const approved = beside.filter((each) => bodyOf(each).kind === "approval" && each.owner === person);
    return cardsLeft(beside)
      .filter(({ state }) => state !== "parked" && state !== "dropped")
      .flatMap((card) => {
        const said = approved.filter(({ channel }) => channel === card.channel);
        return [
          ...(card.owner === person || said.length > 0 ? [redrawn(card, { kind: "update" }, now)] : []),
          ...said.map((reply) => redrawn(reply, { kind: "update", of: reply.key }, now)),
        ];
      });
  });
}

function redrawn({ key, decision, channel }: Post, body: PostBody, now: Moment): NewPost {
  return { key: `${key}:redrawn:${now}`, decision, channel, owner: nobody, body, repeatable: isRepeatable(body) };
}
