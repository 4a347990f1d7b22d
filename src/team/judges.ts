import type { Answers } from "../checklist/answers.ts";
import { readPerson } from "../checklist/person.ts";
import type { TeamSettings } from "./settings.ts";

/** The people who own a budget, by the ids of their platform. Who was only named cannot be told from others of that name. */
export function owningPeople({ owner }: Answers): string[] {
  const names = typeof owner === "object" ? [owner.seats, owner.api] : [owner];
  return idsOf(names.filter((name) => name !== undefined));
}

/** Who may approve and decline: the owners that a decision names, and those whom the team named for all. */
export function judgesOf(answers: Answers, { approvers }: Pick<TeamSettings, "approvers">): string[] {
  return [...new Set([...owningPeople(answers), ...idsOf(approvers)])];
}

/** How many different people have to approve before something counts as approved. */
export function approvalsNeeded({ twoApprovals }: Pick<TeamSettings, "twoApprovals">): 1 | 2 {
  return twoApprovals ? 2 : 1;
}

/** Whether somebody may change the settings of their team. */
export function mayChangeSettings(person: string, { approvers, mayChange }: TeamSettings): boolean {
  const ids = idsOf(approvers);
  return mayChange === "everybody" || ids.length === 0 || ids.includes(person);
}

function idsOf(people: readonly string[]): string[] {
  return people.flatMap((each) => readPerson(each).id ?? []);
}
