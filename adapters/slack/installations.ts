import { setTimeout as pause } from "node:timers/promises";
import type {
  AuthorizeResult,
  AuthorizeSourceData,
  Installation,
  InstallationQuery,
  InstallationStore,
} from "@slack/bolt";
import { type Log, type Moment, type Store, withTimeout } from "#core";

/** Whose installation this is: the organisation's where it is installed for all of it, else the workspace's. */
export function tenantOf(source: {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall?: boolean | undefined;
}): string | null {
  const id = source.isEnterpriseInstall === true ? source.enterpriseId : (source.teamId ?? source.enterpriseId);
  return id === undefined || id === "" ? null : id;
}

/** What is known of an installation besides its token. */
type Details = { botId?: string; botUserId?: string; name?: string; scopes?: string[]; appId?: string };

export type Installations = {
  /** The token of a workspace; null where the app is not installed. */
  tokenOf(tenant: string): Promise<string | null>;
  /** For Bolt. Never throws for a missing installation: `missing` lets a listener say so, where Bolt would be silent. */
  authorize(source: AuthorizeSourceData<boolean>): Promise<AuthorizeResult>;
  /** For the OAuth library. */
  store: InstallationStore;
  /** The app was taken out. What happened before the present installation is of a former one. */
  removed(tenant: string, at: Moment): Promise<void>;
};

/** For how long a token is remembered without looking: another process may have heard of an uninstall. */
const remembered = 30_000;
const patience = 1_000;

/** One token from the settings for every workspace, or one for each from the store, where it is encrypted. */
export function openInstallations(store: Store, single: string | null, now: () => Moment, log: Log): Installations {
  const known = new Map<string, { token: string; details: Details; until: Moment }>();
  const place = (tenant: string) => store.of({ platform: "slack", id: tenant });

  async function look(tenant: string): Promise<{ token: string; details: Details } | null> {
    if (single !== null) return { token: single, details: {} };
    const kept = known.get(tenant);
    if (kept !== undefined && kept.until > now()) return kept;
    const found = await place(tenant).installation();
    if (found === null) {
      known.delete(tenant);
      return null;
    }
    if (known.size >= 5_000) known.clear();
    const entry = { token: found.token, details: (found.details ?? {}) as Details, until: now() + remembered };
    known.set(tenant, entry);
    return entry;
  }

  /** Stands before every answer, so that a slow or broken store must not hold it up: what was known before will do. */
  async function lookInTime(tenant: string): Promise<{ token: string; details: Details } | null | "not known"> {
    const before = known.get(tenant);
    try {
      const found = await withTimeout(pause(patience, undefined, { ref: false }), look(tenant));
      if ("ready" in found) return found.ready;
      found.late.catch((error: unknown) => log.warn("an installation was not read", String(error)));
    } catch (error) {
      log.warn("an installation was not read", String(error));
    }
    return before ?? "not known";
  }

  return {
    tokenOf: async (tenant) => (await look(tenant))?.token ?? null,

    async authorize(source) {
      const tenant = tenantOf(source);
      const ids = {
        ...(source.teamId === undefined ? {} : { teamId: source.teamId }),
        ...(source.enterpriseId === undefined ? {} : { enterpriseId: source.enterpriseId }),
      };
      const found = tenant === null ? null : await lookInTime(tenant);
      if (tenant === null || found === null) return { ...ids, missing: true };
      if (found === "not known") return { ...ids, failed: true };
      const { botId, botUserId } = found.details;
      return {
        ...ids,
        tenant,
        botToken: found.token,
        ...(botId === undefined ? {} : { botId }),
        ...(botUserId === undefined ? {} : { botUserId }),
      };
    },

    store: {
      async storeInstallation(installation: Installation) {
        const tenant = tenantOf({
          teamId: installation.team?.id,
          enterpriseId: installation.enterprise?.id,
          isEnterpriseInstall: installation.isEnterpriseInstall,
        });
        if (tenant === null || installation.bot === undefined) throw new Error("an installation without a bot");
        const details: Details = {
          botId: installation.bot.id,
          botUserId: installation.bot.userId,
          scopes: installation.bot.scopes,
          name: installation.team?.name ?? installation.enterprise?.name ?? tenant,
          ...(installation.appId === undefined ? {} : { appId: installation.appId }),
        };
        await place(tenant).install({ token: installation.bot.token, details, updatedAt: now() });
        known.delete(tenant);
      },
      async fetchInstallation(query: InstallationQuery<boolean>) {
        throw new Error(`not asked through here: ${query.teamId ?? query.enterpriseId}`);
      },
    },

    async removed(tenant, at) {
      known.delete(tenant);
      const found = await place(tenant).installation();
      // Events come late and in any order: one from before a new installation must not end it.
      if (found !== null && found.updatedAt > at) return;
      await place(tenant).forget();
    },
  };
}
