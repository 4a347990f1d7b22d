import { setTimeout as pause } from "node:timers/promises";
import { type Log, type Moment, readPerson, type Values, type Who, withTimeout, writePerson } from "#core";
import type { Clients } from "./clients.ts";
import { isPerson } from "./codes.ts";
import { failureOf } from "./failures.ts";

/** For how long a name is believed, and how long it is waited for: a form has to be answered in time. */
const believed = 10 * 60_000;
const patience = 700;

/**
 * The names of people who were picked, for those who read where ids mean nothing. A picker gives the id alone; where Slack
 * does not tell the name, for want of a right or of time, the id does without.
 */
export function createNames(now: () => Moment, log: Log) {
  const known = new Map<string, { name: string | null; until: Moment }>();

  async function look(key: string, person: string, ui: Clients["ui"]): Promise<string | null> {
    const name = await ui.users.info({ user: person }).then(
      ({ user }) => [user?.profile?.display_name, user?.real_name, user?.name].find(Boolean) ?? null,
      (error: unknown) => {
        log.warn("Slack did not say what somebody is called", failureOf(error));
        return null;
      },
    );
    if (known.size >= 5_000) known.clear();
    known.set(key, { name, until: now() + believed });
    return name;
  }

  async function nameOf(person: string, { tenant }: Who, ui: Clients["ui"]): Promise<string | null> {
    const key = `${tenant.id} ${person}`;
    const before = known.get(key);
    if (before !== undefined && before.until > now()) return before.name;
    const found = await withTimeout(pause(patience, undefined, { ref: false }), look(key, person, ui));
    return "ready" in found ? found.ready : null;
  }

  /** What was filled in, with the names of those who were picked in it. */
  return async (who: Who, values: Values, ui: Clients["ui"]): Promise<Values> => {
    const named = Object.entries(values).map(async ([field, value]): Promise<[string, Values[string]]> => {
      const { id, name } = readPerson(typeof value === "string" ? value : "");
      if (id === null || name !== null || !isPerson(id)) return [field, value];
      return [field, writePerson(id, await nameOf(id, who, ui))];
    });
    return Object.fromEntries(await Promise.all(named));
  };
}
