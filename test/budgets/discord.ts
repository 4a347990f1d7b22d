import type { Script } from "../conversation/play.ts";
import { isDirect } from "../wire/discord.ts";
import { Person } from "../wire/discord-person.ts";
import { readCard, readForm, readMessage } from "../wire/discord-read.ts";
import type { Team } from "../wire/discord-team.ts";
import type { Move, Surface, Walk } from "./surface.ts";

let people = 0;

/** What somebody meets in Discord who answers so. A page is its message and the form that opens from it, together. */
export async function walkDiscord(team: Team, script: Script, moves: readonly Move[] = []): Promise<Walk> {
  const { discord } = team;
  const who = new Person(discord, `4000000000000${10_000 + ++people}`);
  const pages: Surface[] = [];
  const seen = () => readMessage(who.screen?.body ?? {});
  await who.command();
  while (!who.title.startsWith("Recommendation")) {
    if (pages.length > 40) throw new Error(`stuck on ${who.title}`);
    const message = seen();
    const move = moves[pages.length] ?? "on";
    const button = move === "back" ? "Back" : "Show me now";
    if (move !== "on" && message.lines.some((line) => line.includes(`[${button}]`))) {
      pages.push(message);
      await who.press(button);
      continue;
    }
    const picked = who.components.filter(({ type }) => type === 5).length;
    await who.pickPeople(script);
    await who.press(/^(Answer|Next)$/);
    const form = who.modal === null ? null : readForm(who.modal);
    pages.push({
      title: message.title,
      lines: [...message.lines, ...(form?.lines ?? [])],
      fields: picked + (form?.fields ?? 0),
      blocks: message.blocks + (form?.blocks ?? 0),
    });
    if (form === null) continue;
    for (const { custom_id } of who.fields) if (script[custom_id] !== undefined) who.fill(custom_id, script[custom_id]);
    await who.submit();
  }
  const result = seen();
  const before = discord.messages.length;
  // Who may approve gets a message of their own, perhaps before the card stands in its channel.
  const card = () => discord.messages.slice(before).find((each) => !isDirect(each));
  await who.press(/^Post( to |$)/);
  await team.rounds(() => card() !== undefined);
  return { opening: [], pages, result, card: readCard(card()?.body ?? {}), aloud: null };
}
