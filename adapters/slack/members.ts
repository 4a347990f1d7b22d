import { setTimeout as pause } from "node:timers/promises";
import { type Log, type Moment, withTimeout } from "#core";
import type { Clients } from "./clients.ts";
import { failureOf } from "./failures.ts";
import type { Payload } from "./payload.ts";
import type { Context } from "./receive.ts";

/** Whether somebody belongs to those whose installation this is. */
type Membership = "member" | "stranger" | "not known";

/** An organisation that a person belongs to, and their workspaces there. Null: none. */
type Belongs = { organisation: string; workspaces: readonly string[] } | null;

/** For how long an answer of Slack's is believed, and how long it is waited for: a form has to be answered in time. */
const believed = 10 * 60_000;
const patience = 1_000;

/**
 * In a channel that is shared with another company, its people see our buttons, too: who acts is told by the workspace of the
 * person, which is not that of the payload. Inside an organisation a person has one home and works in several workspaces, so
 * that there Slack is asked.
 */
export function createMembers(now: () => Moment, log: Log) {
  const known = new Map<string, { belongs: Belongs; until: Moment }>();

  async function look(person: string, ui: Clients["ui"]): Promise<Belongs | "not known"> {
    try {
      const { user } = await ui.users.info({ user: person });
      const { enterprise_id: organisation, teams: workspaces = [] } = user?.enterprise_user ?? {};
      const belongs = organisation === undefined ? null : { organisation, workspaces };
      if (known.size >= 5_000) known.clear();
      known.set(person, { belongs, until: now() + believed });
      return belongs;
    } catch (error) {
      log.warn("Slack did not say who somebody is", failureOf(error));
      return "not known";
    }
  }

  return async ({ user }: Payload, context: Context, ui: Clients["ui"]): Promise<Membership> => {
    const { teamId, enterpriseId } = context;
    const everywhere = context.isEnterpriseInstall === true;
    const home = user?.team_id;
    // A command says nothing of it: Slack takes it from members only.
    if (home === undefined || home === teamId || (everywhere && home === enterpriseId)) return "member";
    if (enterpriseId === undefined || user?.id === undefined) return "stranger";
    const before = known.get(user.id);
    const found =
      before !== undefined && before.until > now()
        ? { ready: before.belongs }
        : await withTimeout(pause(patience, undefined, { ref: false }), look(user.id, ui));
    // A workspace of the organisation's own is likelier than another company's, where all of it is served.
    if ("late" in found || found.ready === "not known") return everywhere ? "member" : "not known";
    const { organisation, workspaces } = found.ready ?? { organisation: null, workspaces: [] };
    if (organisation !== enterpriseId) return "stranger";
    return everywhere || (teamId !== undefined && workspaces.includes(teamId)) ? "member" : "stranger";
  };
}
