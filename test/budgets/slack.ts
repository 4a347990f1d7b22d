import type { Script } from "../conversation/play.ts";
import { Person } from "../wire/slack-person.ts";
import { readCard, readView } from "../wire/slack-read.ts";
import type { Team } from "../wire/slack-team.ts";
import type { Surface, Walk } from "./surface.ts";

let people = 0;

/** What somebody meets in Slack who answers so: real Bolt, a Slack on loopback, every page as its view was sent. */
export async function walkSlack(team: Team, script: Script): Promise<Walk> {
  const { slack } = team;
  const who = new Person(slack, `UPERSON${++people}`);
  const pages: Surface[] = [];
  const seen = () => readView(who.view?.view ?? {});
  await who.command("");
  for (; !who.title.startsWith("Recommendation"); await who.answer(script)) {
    if (pages.length > 20) throw new Error(`stuck on ${who.title}`);
    pages.push(seen());
  }
  const result = seen();
  const before = slack.messages.length;
  who.fill("channel", "CPUBLIC01");
  await who.submit();
  await team.rounds(() => slack.messages.length > before);
  const body = slack.messages[before]?.body ?? {};
  return { pages, result, card: readCard(body), aloud: body.text };
}
