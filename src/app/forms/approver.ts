import { personName, readPerson } from "../../checklist/person.ts";
import { teamMessages } from "../../present/team-messages.ts";
import type { Action, Screen } from "../../screen/screen.ts";
import { teamOf } from "../../store/team.ts";
import { mayChangeSettings } from "../../team/judges.ts";
import type { TeamSettings } from "../../team/settings.ts";
import { writeOperation } from "../operation-ids.ts";
import { infoScreen, textBlock } from "../ports.ts";
import { settingsScreen } from "../settings.ts";
import { person } from "./fields.ts";
import { type Form, type Operation, once, typedInto } from "./form.ts";
import { backToSettings, keep, mayNot, withTeam } from "./team-form.ts";

const words = teamMessages.approver;
const mostApprovers = 20;

/** Somebody who may approve for the team. About nothing. */
export const approver: Form = {
  show: (who, _about, _place, ports) => withTeam(who, ports, async (team) => adding(team, null)),
  async fill(who, about, values, place, ports) {
    const team = await teamOf(who.tenant, ports);
    if (!mayChangeSettings(who.person, team)) return once(mayNot(team));
    const picked = typedInto(values, "person");
    const { id } = readPerson(picked);
    const known = team.approvers.some((each) => readPerson(each).id === id);
    const problem =
      id === null ? words.pick : !known && team.approvers.length >= mostApprovers ? words.full(mostApprovers) : null;
    if (problem !== null) return { screen: adding(team, problem), reading: { ask: "form", form: "approver", about } };
    if (!known) await keep(who, { approvers: [...team.approvers, picked] }, ports);
    return { screen: await settingsScreen(who, place, ports), reading: { ask: "settings" } };
  },
};

/** Somebody approves for the team no longer. */
export const removeApprover: Operation = {
  async run(who, id, place, ports) {
    const screen = await withTeam(who, ports, async ({ approvers }) => {
      await keep(who, { approvers: approvers.filter((each) => readPerson(each).id !== id) }, ports);
      return settingsScreen(who, place, ports);
    });
    return { screen, reading: { ask: "settings" } };
  },
};

function adding({ approvers }: TeamSettings, problem: string | null): Screen {
  return {
    ...infoScreen(
      "approver",
      words.title,
      [textBlock(words.words)],
      [{ action: "next", label: teamMessages.save }, ...approvers.flatMap(removal), backToSettings],
    ),
    fields: [person(words, null, problem)],
  };
}

function removal(approver: string): Action[] {
  const { id } = readPerson(approver);
  if (id === null) return [];
  return [
    {
      action: "do",
      label: words.remove(personName(approver)),
      about: writeOperation({ operation: "remove-approver", about: id }),
      weight: "danger",
    },
  ];
}
