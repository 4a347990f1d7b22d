import type { Tenant } from "../store/rows.ts";

/** Who acts, in which team. */
type Who = { tenant: Tenant; person: string };

/** What can be done from a direct message. */
const directVerbs = ["approve", "anyway", "decline", "answer", "balance", "snooze", "done"] as const;
export type DirectVerb = (typeof directVerbs)[number];

/**
 * What a button of a direct message carries. In some chats a direct message is a place of its own, and does not tell whose
 * team it is about: the button does. It proves nothing: whoever presses is checked in that team, by their own id.
 */
export function directAbout({ id }: Tenant, verb: DirectVerb, about: string): string {
  return `${id}/${verb}.${about}`;
}

/** What `directAbout` wrote: who acts, in the team that it is about; null for anything else, and from where it cannot stand. */
export function readDirectAbout(from: Who, text: string): { who: Who; verb: DirectVerb; about: string } | null {
  const [, team = "", name, about = ""] = /^([\w@-]{1,64})\/([a-z]+)\.([\w.@~/-]{1,90})$/.exec(text) ?? [];
  const verb = directVerbs.find((each) => each === name);
  const who = within(from, team);
  return verb === undefined || who === null ? null : { who, verb, about };
}

/**
 * Something in a team, where a form was opened from a direct message: the team stands before its id. Null where that cannot
 * be: a form of one team says nothing in another.
 */
export function inTeam(from: Who, about: string): { who: Who; id: string } | null {
  const [, team, id = ""] = /^(?:([\w@-]{1,64})\/)?(.*)$/s.exec(about) ?? [];
  const who = team === undefined ? from : within(from, team);
  return who === null ? null : { who, id };
}

/** The same person in a team that a message names: their own, or any from a place that is theirs alone. */
function within({ tenant, person }: Who, team: string): Who | null {
  const alone = tenant.id === personalTenant(person);
  return team === tenant.id || alone ? { tenant: { platform: tenant.platform, id: team }, person } : null;
}

/** The tenant of a direct message, in chats where it belongs to no team. */
function personalTenant(person: string): string {
  return `@${person}`;
}
