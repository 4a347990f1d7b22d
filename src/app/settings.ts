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
import { settingsMessages as own } from "./settings-messages.ts";

/** What is kept of a person, and for how long. */
export const keptWords = own.kept(draftDays);

export const forget: Action = {
  action: "forget",
  label: own.forget,
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
    own.title,
    [
      ...(channel === null
        ? [textBlock(own.noUsual(offered ? own.chooseEach : own.present))]
        : [
            { block: "channel" as const, label: own.usual, channel },
            textBlock(offered ? own.preselected : own.notPreselected),
          ]),
      { block: "facts", facts: factsOf(team) },
      { block: "quiet", text: keptWords },
    ],
    [
      ...(here === null || here === channel
        ? []
        : [{ action: "use-channel" as const, label: own.useThis, about: here }]),
      ...(channel === null ? [] : [{ action: "no-channel" as const, label: own.useNone }]),
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
