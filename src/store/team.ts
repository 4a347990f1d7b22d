import { isChannelId, readTeamSettings, type TeamSettings } from "../team/settings.ts";
import { nobody, type Tenant } from "./rows.ts";
import type { Store } from "./store.ts";

/** The one setting that has all of them. */
export const teamSetting = "team";
/** As the one setting was kept before there were others. */
const channelAlone = "usual channel";

/** What a team settled for itself. */
export async function teamOf(tenant: Tenant, { store }: { store: Store }): Promise<TeamSettings> {
  const here = store.of(tenant);
  const kept = await here.setting(teamSetting);
  if (kept !== null) {
    const team = readTeamSettings(kept);
    return { ...team, approvers: team.approvers.filter((each) => each !== nobody) };
  }
  const channel = await here.setting(channelAlone);
  return readTeamSettings(isChannelId(channel) ? { channel } : {});
}

/** Keeps some of the settings; the others stay. Throws a ZodError for what no team can settle. */
export async function changeTeam(
  tenant: Tenant,
  changes: Partial<TeamSettings>,
  ports: { store: Store },
): Promise<TeamSettings> {
  const changed = readTeamSettings({ ...(await teamOf(tenant, ports)), ...changes });
  await ports.store.of(tenant).set(teamSetting, changed);
  // When reminders are due follows from the settings.
  await ports.store.of(tenant).lookAgain();
  return changed;
}
