import { personName } from "../../checklist/person.ts";
import type { Who } from "../../conversation/bot.ts";
import { teamMessages as words } from "../../present/team-messages.ts";
import type { Field, Screen, Values } from "../../screen/screen.ts";
import { changeTeam, teamOf } from "../../store/team.ts";
import { mayChangeSettings } from "../../team/judges.ts";
import type { TeamSettings } from "../../team/settings.ts";
import type { FormId } from "../form-ids.ts";
import { type AppPorts, infoScreen, textBlock } from "../ports.ts";
import { settingsScreen } from "../settings.ts";
import { type Form, once, type Problems } from "./form.ts";

/** What a form changes, or what is wrong in which field. */
export type TeamChange = { changes: Partial<TeamSettings> } | { problems: Problems };

/** A form of some settings of the team, for those who may change them. */
export function teamForm(
  form: FormId,
  title: string,
  fields: (team: TeamSettings, problems: Problems) => Field[],
  read: (values: Values, team: TeamSettings, today: string) => TeamChange,
): Form {
  const screen = (team: TeamSettings, problems: Problems): Screen => ({
    ...infoScreen(form, title, [], [{ action: "next", label: words.save, opens: words.change }, backToSettings]),
    fields: fields(team, problems),
  });
  return {
    async show(who, _about, _place, ports) {
      return withTeam(who, ports, async (team) => screen(team, {}));
    },
    async fill(who, about, values, place, ports) {
      const team = await teamOf(who.tenant, ports);
      if (!mayChangeSettings(who.person, team)) return once(mayNot(team));
      const change = read(values, team, ports.advisor().market.asOf);
      if ("problems" in change) {
        // What was typed stays there, also where it is wrong.
        const asTyped = screen(team, change.problems);
        return {
          screen: { ...asTyped, fields: asTyped.fields.map((field) => filled(field, values)) },
          reading: { ask: "form", form, about },
        };
      }
      await keep(who, change.changes, ports);
      return { screen: await settingsScreen(who, place, ports), reading: { ask: "settings" } };
    },
  };
}

/** Changes settings, with a note of who did. */
export async function keep(who: Who, changes: Partial<TeamSettings>, ports: AppPorts): Promise<void> {
  const { store, now } = ports;
  await changeTeam(who.tenant, changes, ports);
  const subject = Object.keys(changes).join(" ");
  await store.of(who.tenant).note({ at: now(), actor: who.person, action: "set", subject, details: null });
}

/** Something for whoever may change the settings; a screen that says who may, for everybody else. */
export async function withTeam(
  who: Who,
  ports: AppPorts,
  work: (team: TeamSettings) => Promise<Screen>,
): Promise<Screen> {
  const team = await teamOf(who.tenant, ports);
  return mayChangeSettings(who.person, team) ? work(team) : mayNot(team);
}

export function mayNot({ approvers }: TeamSettings): Screen {
  return infoScreen(
    "may-not",
    words.mayNot.title,
    [
      textBlock(words.mayNot.words),
      { block: "facts", facts: [{ label: words.mayNot.who, value: approverNames(approvers) }] },
    ],
    [backToSettings],
  );
}

function approverNames(approvers: readonly string[]): string {
  return approvers.map(personName).join(", ");
}

export const backToSettings = { action: "settings", label: words.back } as const;

function filled(field: Field, values: Values): Field {
  const typed = values[field.id];
  return typeof typed === "string" && field.field === "text" ? { ...field, value: typed } : field;
}
