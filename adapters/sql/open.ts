import { type Store, StoreError, type TenantStore } from "#core";
import { agingDecisions, agingOf } from "./aging.ts";
import { askedOf } from "./asked.ts";
import { attempt } from "./attempt.ts";
import { audiencesOf } from "./audiences.ts";
import { type Cipher, noCipher, openCipher } from "./cipher.ts";
import { decisionListsOf } from "./decision-lists.ts";
import { decisionsOf } from "./decisions.ts";
import { draftsOf, expireDrafts } from "./drafts.ts";
import { endedDecisionsOf } from "./ended-decisions.ts";
import type { Engine } from "./engine.ts";
import { allFactReadings, factReadingsOf, usedFacts } from "./fact-readings.ts";
import { forgetPerson, forgetTenant } from "./forget.ts";
import { holdingWork } from "./holding-work.ts";
import { holdingsOf } from "./holdings.ts";
import { judgingOf } from "./judge.ts";
import { linksOf } from "./links.ts";
import { migrate, newest } from "./migrations.ts";
import { claimPass, keepPass } from "./passes.ts";
import { postsOf, postWork } from "./posts.ts";
import { postsByHand } from "./posts-by-hand.ts";
import { readingsOf } from "./readings.ts";
import { settingsOf, tenantsWith } from "./settings.ts";
import { storeMessages } from "./store-messages.ts";
import { rotateKeys, tenantDataOf } from "./tenant-data.ts";
import { usualFile } from "./usual-file.ts";

export type StoreSettings = {
  /** A PostgreSQL address; else a file, or `:memory:`. Empty ones count as not given. */
  url?: string | undefined;
  file?: string | undefined;
  /** Keys for tokens, see `openCipher`. */
  keys?: string | undefined;
  now: () => number;
};

/**
 * Opens the store and brings its tables up to date. Throws a `StoreError` with a sentence for an operator when it cannot:
 * missing, locked, read-only, full, damaged, or written by a newer program.
 */
export async function openStore({ url, file, keys, now }: StoreSettings): Promise<Store> {
  const cipher = keys === undefined || keys === "" ? noCipher : openCipher(keys);
  const engine = await openEngine(url, file || usualFile);
  try {
    const found = await attempt(engine, () => upgrade(engine, now()));
    if (found > newest) {
      throw new StoreError("newer", storeMessages.newer(found, newest));
    }
  } catch (error) {
    await engine.db.destroy();
    throw error;
  }
  return storeOn(engine, cipher);
}

/** Each driver is loaded only when it is used: a terminal should not wait for a client of PostgreSQL. */
async function openEngine(url: string | undefined, file: string): Promise<Engine> {
  if (url !== undefined && url !== "") return (await import("./postgres.ts")).openPostgres(url);
  return (await import("./sqlite.ts")).openSqlite(file);
}

function upgrade(engine: Engine, now: number): Promise<number> {
  return engine.db.transaction().execute(async (within) => {
    if (engine.lockMigrations !== null) await engine.lockMigrations.execute(within);
    return migrate(within, now);
  });
}

function storeOn(engine: Engine, cipher: Cipher): Store {
  const work = postWork(engine);
  const looks = holdingWork(engine);
  return {
    of: (tenant) => {
      const forget = {
        forgetPerson: (...given: Parameters<TenantStore["forgetPerson"]>) => forgetPerson(engine, tenant, ...given),
        forget: () => forgetTenant(engine, tenant),
      };
      return guarded(engine, {
        ...draftsOf(engine, tenant),
        ...decisionsOf(engine, tenant),
        ...judgingOf(engine, tenant),
        ...askedOf(engine, tenant),
        ...decisionListsOf(engine, tenant),
        ...endedDecisionsOf(engine, tenant),
        ...audiencesOf(engine, tenant),
        ...agingOf(engine, tenant),
        ...postsOf(engine, tenant),
        ...postsByHand(engine, tenant),
        ...tenantDataOf(engine, tenant, cipher),
        ...readingsOf(engine, tenant),
        ...factReadingsOf(engine, tenant),
        ...holdingsOf(engine, tenant),
        ...linksOf(engine, tenant),
        ...forget,
      });
    },
    claimPosts: (...given) => attempt(engine, () => work.claimPosts(...given), false),
    beginPost: (...given) => attempt(engine, () => work.beginPost(...given)),
    settle: (...given) => attempt(engine, () => work.settle(...given)),
    releasePosts: (...given) => attempt(engine, () => work.releasePosts(...given)),
    outbox: (platforms) => attempt(engine, () => work.outbox(platforms)),
    claimHoldings: (...given) => attempt(engine, () => looks.claimHoldings(...given), false),
    settleHoldings: (...given) => attempt(engine, () => looks.settleHoldings(...given)),
    // A claim whose answer was lost rests until its lease is over.
    claimPass: (...given) => attempt(engine, () => claimPass(engine, ...given), false),
    keepPass: (...given) => attempt(engine, () => keepPass(engine, ...given)),
    agingDecisions: (...given) => attempt(engine, () => agingDecisions(engine, ...given)),
    expireDrafts: (before) => attempt(engine, () => expireDrafts(engine, before)),
    expireReadings: (before) =>
      attempt(engine, async () =>
        Number((await engine.db.deleteFrom("readings").where("at", "<", before).executeTakeFirst()).numDeletedRows),
      ),
    settings: (tenants, names) => attempt(engine, () => settingsOf(engine, tenants, names)),
    tenantsWith: (setting) => attempt(engine, () => tenantsWith(engine, setting)),
    allFactReadings: () => attempt(engine, () => allFactReadings(engine)),
    usedFacts: (most) => attempt(engine, () => usedFacts(engine, most)),
    ping: async () => {
      await attempt(engine, () => engine.db.selectFrom("tenants").select("since").limit(1).execute(), false);
    },
    tryWrite: () => attempt(engine, () => tryWrite(engine)),
    rotateKeys: () => attempt(engine, () => rotateKeys(engine, cipher)),
    close: () => engine.db.destroy(),
  };
}

/** A file can be opened, and a transaction begun, where nothing can be written: only a row says so. */
async function tryWrite({ db }: Engine): Promise<void> {
  const within = await db.startTransaction().execute();
  try {
    await within.insertInto("tenants").values({ platform: "aicost", tenant: "try", since: 0 }).execute();
  } finally {
    await within.rollback().execute();
  }
}

/** A note is the only thing that would be there twice if it were written again after a lost answer. */
function guarded(engine: Engine, store: TenantStore): TenantStore {
  const entries = Object.entries(store).map(([name, work]) => [
    name,
    (...given: never[]) =>
      attempt(engine, () => (work as (...given: never[]) => Promise<unknown>)(...given), name !== "note"),
  ]);
  return Object.fromEntries(entries) as TenantStore;
}
