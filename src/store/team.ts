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
  return readTeam(kept, kept === null ? await here.setting(channelAlone) : null);
}

/** The same for many teams, asked at once. What is given throws a ZodError for a team whose settings cannot be read. */
export async function teamsOf(
  tenants: readonly Tenant[],
  { store }: { store: Store },
): Promise<(tenant: Tenant) => TeamSettings> {
  const kept = await store.settings(tenants, [teamSetting, channelAlone]);
  const settingOf = ({ platform, id }: Tenant, name: string) =>
    kept.find(({ tenant, ...each }) => tenant.platform === platform && tenant.id === id && each.name === name)?.value ??
    null;
  return (tenant) => readTeam(settingOf(tenant, teamSetting), settingOf(tenant, channelAlone));
}

/** `channel`: as it was kept alone. Whoever was forgotten approves nothing. */
function readTeam(kept: unknown, channel: unknown): TeamSettings {
  if (kept === null) return readTeamSettings(isChannelId(channel) ? { channel } : {});
  const team = readTeamSettings(kept);
  return { ...team, approvers: team.approvers.filter((each) => each !== nobody) };
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
