import type { Who } from "../conversation/bot.ts";
import { asks } from "../present/asks.ts";
import { teamMessages as words } from "../present/team-messages.ts";
import type { Action, Fact, Screen } from "../screen/screen.ts";
import { draftDays } from "../store/retention.ts";
import { changeTeam, teamOf } from "../store/team.ts";
import { mayChangeSettings } from "../team/judges.ts";
import { isChannelId, type TeamSettings } from "../team/settings.ts";
import { writeForm } from "./form-ids.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";

/** What is kept of a person, and for how long. */
export const keptWords = `Your answers are kept for ${draftDays} days after the last one; decisions that you post are the team's and are kept with your id, others only you can see. Forget me deletes your answers and what only you can see, and takes your id out of the rest.`;

export const forget: Action = {
  action: "forget",
  label: "Forget me",
  weight: "danger",
  ask: asks.forget,
};

/** The channel where recommendations of this team usually go; null when none was chosen. */
export async function channelOf(who: Who, ports: Pick<AppPorts, "store">): Promise<string | null> {
  return (await teamOf(who.tenant, ports)).channel;
}

export async function settingsScreen(who: Who, place: Place, ports: AppPorts): Promise<Screen> {
  const team = await teamOf(who.tenant, ports);
  const { channel } = team;
  const offered = ports.offersUsual !== false;
  const here = offered ? place.channel : null;
  return infoScreen(
    "settings",
    "Settings",
    [
      ...(channel === null
        ? [textBlock(`Usual channel: none. ${offered ? noneWords : presentWords}`)]
        : [
            { block: "channel" as const, label: "Usual channel", channel },
            textBlock(offered ? usualWords : unofferedWords),
          ]),
      { block: "facts", facts: factsOf(team) },
      { block: "quiet", text: keptWords },
    ],
    [
      ...(here === null || here === channel
        ? []
        : [{ action: "use-channel" as const, label: "Use this channel", about: here }]),
      ...(channel === null ? [] : [{ action: "no-channel" as const, label: "No usual channel" }]),
      ...teamForms.map(
        (form): Action => ({ action: "form", label: words.buttons[form], about: writeForm({ form, about: "" }) }),
      ),
      forget,
    ],
  );
}

const teamForms = ["approver", "approvals", "reminders", "money"] as const;

function factsOf(team: TeamSettings): Fact[] {
  const { facts } = words;
  return [
    { label: facts.approvers, value: words.approvers(team) },
    { label: facts.reminders, value: words.reminders(team) },
    { label: facts.hours, value: words.hours(team) },
    { label: facts.money, value: words.money(team) },
    { label: facts.threshold, value: words.threshold(team) },
    { label: facts.keep, value: words.keep(team) },
    { label: facts.hint, value: words.hint(team) },
  ];
}

const noneWords = "Choose a channel each time you post.";
const presentWords = "The channel you ask from is preselected; you can choose another each time.";
const usualWords = "It is preselected, except for what you ask in a thread. You can choose another each time.";
const unofferedWords = `It is not preselected here, as only choosing a channel tells whether you may write there. ${presentWords}`;

/** Chooses the usual channel, for whoever may change settings; null: none any more. */
export async function useChannel(who: Who, channel: string | null, ports: AppPorts): Promise<void> {
  const { store, now } = ports;
  if (channel !== null && !isChannelId(channel)) return;
  if (!mayChangeSettings(who.person, await teamOf(who.tenant, ports))) return;
  await changeTeam(who.tenant, { channel }, ports);
  await store
    .of(who.tenant)
    .note({ at: now(), actor: who.person, action: "set", subject: "channel", details: { channel } });
}
