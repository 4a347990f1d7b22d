import type { Script } from "../conversation/play.ts";
import { Person } from "../wire/slack-person.ts";
import { readCard, readView } from "../wire/slack-read.ts";
import type { Team } from "../wire/slack-team.ts";
import type { Move, Surface, Walk } from "./surface.ts";

let people = 0;

/** What somebody meets in Slack who answers so: real Bolt, a Slack on loopback, every page as its view was sent. */
export async function walkSlack(team: Team, script: Script, moves: readonly Move[] = []): Promise<Walk> {
  const { slack } = team;
  const who = new Person(slack, `UPERSON${++people}`);
  const pages: Surface[] = [];
  const seen = () => readView(who.view?.view ?? {});
  await who.command("");
  while (!who.title.startsWith("Recommendation")) {
    if (pages.length > 40) throw new Error(`stuck on ${who.title}`);
    const page = seen();
    const move = moves[pages.push(page) - 1] ?? "on";
    // The first page has nothing to go back to, and nothing is known there.
    const button = move === "back" ? "Back" : "Show me now";
    if (move === "on" || !page.lines.some((line) => line.includes(`[${button}]`))) await who.answer(script);
    else await who.press(button);
  }
  const result = seen();
  const before = slack.messages.length;
  // Who may approve gets a message of their own, perhaps before the card stands in its channel.
  const card = () => slack.messages.slice(before).find(({ body }) => body.channel === "CPUBLIC01");
  await who.post("CPUBLIC01");
  await team.rounds(() => card() !== undefined);
  const body = card()?.body ?? {};
  return { opening: [], pages, result, card: readCard(body), aloud: body.text };
}
