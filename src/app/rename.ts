import type { Who } from "../conversation/bot.ts";
import { longestName } from "../present/decision-name.ts";
import { clean } from "../screen/clean.ts";
import type { Screen } from "../screen/screen.ts";
import { nameOf, summaryOfLine } from "../store/named.ts";
import type { Decision } from "../store/rows.ts";
import { findDecision, noSuchDecision } from "./decision-lookup.ts";
import { refusalMessages, renameMessages as words } from "./decision-messages.ts";
import { decisionScreen } from "./decision-screens.ts";
import { line } from "./forms/fields.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";
import { relinked } from "./share.ts";

/** The form for another name of a decision, for its author. `problem`: what is wrong with the one that was typed. */
export async function namingScreen(
  who: Who,
  id: string,
  problem: string | null,
  place: Place,
  ports: AppPorts,
): Promise<Screen> {
  return withOwn(who, id, place, ports, (decision) => naming(decision, problem));
}

/** Gives a decision another name, which its author typed. The rest of what it is called stays. Gives how it stands then. */
export async function renameDecision(
  who: Who,
  id: string,
  typed: string,
  place: Place,
  ports: AppPorts,
): Promise<Screen> {
  return withOwn(who, id, place, ports, async (decision) => {
    const read = readName(typed);
    if ("problem" in read) return naming(decision, read.problem);
    const { store, now, deliver } = ports;
    const tenant = store.of(who.tenant);
    const summary = { ...summaryOfLine(decision), name: read.name };
    await tenant.rename(id, summary);
    await tenant.note({ at: now(), actor: who.person, action: "renamed", subject: id, details: { name: read.name } });
    // The cards of the decision that this one replaced have a link with its name.
    await tenant.enqueue(await relinked(who, id, ports), now());
    await deliver();
    return decisionScreen(who, { ...decision, summary }, place, ports);
  });
}

/** A name as it was typed: one line of it, or what is wrong with it. */
export function readName(typed: string): { name: string } | { problem: string } {
  const name = clean(typed).replace(/\s+/g, " ").trim();
  if (name === "") return { problem: words.empty };
  return name.length <= longestName ? { name } : { problem: words.long(name.length, longestName) };
}

async function withOwn(
  who: Who,
  id: string,
  place: Place,
  ports: AppPorts,
  work: (decision: Decision) => Screen | Promise<Screen>,
): Promise<Screen> {
  const decision = await findDecision(who, id, place, ports);
  if (decision === null) return noSuchDecision(ports.typed);
  return decision.by === who.person
    ? work(decision)
    : infoScreen("not-yours", refusalMessages.notYours, [textBlock(refusalMessages.rename)]);
}

function naming(decision: Decision, problem: string | null): Screen {
  return {
    ...infoScreen("naming", words.title, [textBlock(nameOf(decision))], [{ action: "next", label: words.button }]),
    fields: [line("name", { label: words.label, hint: words.hint }, summaryOfLine(decision).name, problem)],
  };
}
