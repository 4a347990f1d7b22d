import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { type DecisionFilter, everyDecision } from "#core";
import type { Engine } from "../../../adapters/sql/engine.ts";
import { openStore, type StoreSettings } from "../../../adapters/sql/index.ts";
import { migrate, newest } from "../../../adapters/sql/migrations.ts";
import { openPostgres } from "../../../adapters/sql/postgres.ts";
import { openSqlite } from "../../../adapters/sql/sqlite.ts";
import { holdingRow } from "../../suites/holdings.ts";

const now = () => 1_795_000_000_000;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aicost-migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Kind = {
  name: string;
  fresh: () => Promise<{
    settings: Omit<StoreSettings, "now">;
    engine: () => Promise<Engine>;
    drop: () => Promise<void>;
  }>;
};

const kinds: Kind[] = [
  {
    name: "SQLite",
    fresh: async () => {
      const file = join(folder, "aicost.db");
      return { settings: { file }, engine: () => openSqlite(file), drop: async () => {} };
    },
  },
];
const postgres = inject("postgres");
if ("url" in postgres) {
  kinds.push({
    name: "PostgreSQL",
    fresh: async () => {
      const schema = `migrate_${Math.floor(performance.now() * 1000)}`;
      const admin = openPostgres(postgres.url);
      await sql`create schema ${sql.ref(schema)}`.execute(admin.db);
      const url = `${postgres.url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
      const drop = async () => {
        await sql`drop schema ${sql.ref(schema)} cascade`.execute(admin.db);
        await admin.db.destroy();
      };
      return { settings: { url }, engine: async () => openPostgres(url), drop };
    },
  });
} else it.skip(postgres.missing, () => undefined);

describe.each(kinds)("the tables of $name", ({ fresh }) => {
  const using = (title: string, work: (given: Awaited<ReturnType<Kind["fresh"]>>) => Promise<void>) =>
    it(title, async () => {
      const given = await fresh();
      try {
        await work(given);
      } finally {
        await given.drop();
      }
    });

  const versions = async (engine: Engine) => {
    const rows = await engine.db.selectFrom("migrations").select("version").orderBy("version").execute();
    await engine.db.destroy();
    return rows.map((row) => row.version);
  };

  using("are made from nothing, once, however often the store is opened", async ({ settings, engine }) => {
    for (let at = 0; at < 3; at++) await (await openStore({ ...settings, now })).close();
    expect(await versions(await engine())).toEqual(Array.from({ length: newest }, (_, at) => at + 1));
  });

  for (let from = 1; from < newest; from++)
    using(`are brought up from version ${from}, and keep what was there`, async ({ settings, engine }) => {
      const old = await engine();
      await old.db.transaction().execute((within) => migrate(within, now(), from));
      await old.db
        .insertInto("settings")
        .values({ platform: "slack", tenant: "T1", name: "kept", value: '"yes"' })
        .execute();
      expect(await versions(old)).toEqual(Array.from({ length: from }, (_, at) => at + 1));
      const store = await openStore({ ...settings, now });
      const mine = store.of({ platform: "slack", id: "T1" });
      expect(await mine.setting("kept")).toBe("yes");
      expect(await mine.saveHolding(holdingRow(), 0)).toEqual({ saved: holdingRow() });
      await store.close();
    });

  using("find what older programs kept by its name, its owner, its vendor and its money", async (given) => {
    const old = await given.engine();
    await old.db.transaction().execute((within) => migrate(within, now(), 6));
    const pick = { row: "r", product: "P", model: null, quantity: { count: "1", of: "account" }, annual: null };
    const band = { low: "20.00", expected: "20.00", high: "20.00" };
    const money = { monthly: band, firstPayment: "20.00", currency: "USD" };
    const purchases = [{ budget: "people", kind: "subscribe", monthly: band, picks: [{ ...pick, ...money }] }];
    const summary = { name: "Plus", money: "$20 a month", owner: "Ben", vendor: "OpenAI" };
    const results = { whole: { summary, purchases }, named: { summary }, bare: {} };
    // More than are read at once.
    const all = [
      ...Object.entries(results),
      ...Array.from({ length: 450 }, (_, at) => [`x${at}`, { summary }] as const),
    ];
    for (const [id, result] of all)
      await sql`insert into decisions (platform, tenant, id, draft, revision, route, complete, answers, result, catalogue, used_rows, used_connections, made_by, made_at, superseded_by)
        values ('slack', 'T1', ${id}, ${id}, 1, null, 1, '{"owner":"Ben"}', ${JSON.stringify(result)}, 'c', '[]', '[]', 'U1', ${now()}, null)`.execute(
        old.db,
      );
    await old.db.destroy();
    const store = await openStore({ ...given.settings, now });
    const mine = store.of({ platform: "slack", id: "T1" });
    const viewer = { person: "U1", channels: [] };
    const found = async (filter: Partial<DecisionFilter>) =>
      (await mine.decisions(viewer, 999, undefined, { ...everyDecision, ...filter })).items.map(({ id }) => id);
    expect(await found({ over: "19.99" })).toEqual(["whole"]);
    expect(await found({ vendor: "openai", owner: "ben", words: ["plus"] })).toHaveLength(452);
    expect(await found({})).toHaveLength(453);
    const { items } = await mine.current(viewer, 999);
    expect(items.filter(({ bought }) => bought !== null).map(({ id, bought }) => [id, bought?.[0]?.owner])).toEqual([
      ["whole", "Ben"],
    ]);
    await store.close();
  });

  using("know of the posts of older programs which may be repeated, and what became of them", async (given) => {
    const old = await given.engine();
    await old.db.transaction().execute((within) => migrate(within, now(), 2));
    const [card, update, goes] = [
      JSON.stringify({ kind: "card", title: '{"kind":"update"}', blocks: [] }),
      JSON.stringify({ kind: "update" }),
      JSON.stringify({ kind: "delete" }),
    ];
    const leased = now() - 1_000;
    const posts: [key: string, body: string, state: string, lease: number | null][] = [
      ["card under way", card, "sending", leased],
      ["update under way", update, "sending", leased],
      ["card unknown", card, "unknown", null],
      ["update unknown", update, "unknown", null],
      ["deletion unknown", goes, "unknown", null],
      ["deletion parked", goes, "parked", null],
      ["card waiting", card, "waiting", null],
      ["update sent", update, "sent", null],
    ];
    for (const [key, body, state, lease] of posts)
      await sql`insert into posts (platform, tenant, key, decision, channel, owner, body, state, tries, due_at, lease_until, reference, reason)
        values ('slack', 'T1', ${key}, 'x', ${key}, 'U', ${body}, ${state}, 1, ${now() - 61_000}, ${lease}, null, 'because')`.execute(
        old.db,
      );
    await old.db.destroy();
    const store = await openStore({ ...given.settings, now });
    await store.releasePosts(now(), ["slack"]);
    const claimed = await store.claimPosts(now(), now() + 1_000, 10, ["slack"]);
    expect(claimed.map(({ key, tries, repeatable, beganAt }) => [key, tries, repeatable, beganAt]).sort()).toEqual([
      ["card under way", 1, false, leased - 60_000],
      ["card waiting", 1, false, null],
      ["deletion unknown", 0, true, null],
      ["update under way", 1, true, leased - 60_000],
      ["update unknown", 0, true, null],
    ]);
    expect(await store.of({ platform: "slack", id: "T1" }).troubled()).toMatchObject([
      { key: "card unknown", repeatable: false, reason: { is: "worded", words: "because" } },
      { key: "deletion parked", repeatable: true },
    ]);
    await store.close();
  });
  using(
    "give what was posted before to its channels, and what never was to its author",
    async ({ settings, engine }) => {
      const old = await engine();
      await old.db.transaction().execute((within) => migrate(within, now(), 4));
      const here = { platform: "slack", tenant: "T1" };
      const made = {
        revision: 1,
        route: null,
        complete: 1,
        answers: "{}",
        result: "{}",
        catalogue: "c",
        used_rows: "[]",
      };
      const by = { used_connections: "[]", made_by: "U1", made_at: now(), superseded_by: null };
      for (const id of ["kept", "posted", "undone"])
        await old.db
          .insertInto("decisions")
          .values({ ...here, id, draft: id, ...made, ...by })
          .execute();
      const bodies = {
        card: { kind: "card", title: "T", blocks: [] },
        update: { kind: "update" },
        delete: { kind: "delete" },
      };
      const posts: [string, string, keyof typeof bodies][] = [
        ["posted", "C1", "card"],
        ["posted", "C2", "card"],
        ["posted", "C1", "update"],
        ["undone", "C1", "card"],
        ["undone", "C1", "delete"],
        // Of a decision that is not there.
        ["gone", "C1", "card"],
      ];
      const sent = {
        state: "sent",
        tries: 1,
        due_at: now(),
        lease_until: null,
        reference: "m",
        reason: null,
        repeatable: 0,
        claim: 0,
        began_at: null,
      };
      for (const [at, [decision, channel, kind]] of posts.entries())
        await old.db
          .insertInto("posts")
          .values({
            ...here,
            key: `k${at}`,
            decision,
            channel,
            owner: "U1",
            body: JSON.stringify(bodies[kind]),
            ...sent,
          })
          .execute();
      await old.db.destroy();
      const store = await openStore({ ...settings, now });
      const mine = store.of({ platform: "slack", id: "T1" });
      const audiences = await Promise.all(
        ["kept", "posted", "undone"].map(async (id) => (await mine.decision(id))?.audience),
      );
      const closed = (channel: string) => ({ channel, open: false });
      expect(audiences).toEqual([[], [closed("C1"), closed("C2")], []]);
      expect((await mine.decisions({ person: "U2", channels: ["C1"] }, 9)).items.map(({ id }) => id)).toEqual([
        "posted",
      ]);
      await store.close();
    },
  );

  using("are made once by several processes that start together", async ({ settings, engine }) => {
    // Each says when it has loaded, and all of them open the store at one word.
    const program = `import { once } from "node:events";
      import { openStore } from ${JSON.stringify(new URL("../../../adapters/sql/index.ts", import.meta.url).href)};
      process.stdout.write("ready ");
      await once(process.stdin, "data");
      const store = await openStore({ ...${JSON.stringify(settings)}, now: Date.now });
      await store.of({ platform: "slack", id: "T1" }).set("started", true);
      await store.close();
      process.stdout.write("ok", () => process.exit());`;
    const processes = Array.from({ length: 8 }, () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
        cwd: new URL("../../..", import.meta.url),
      });
      let said = "";
      child.stderr.on("data", (chunk) => (said += chunk));
      child.stdout.on("data", (chunk) => (said += chunk));
      return { child, loaded: once(child.stdout, "data"), ended: once(child, "close").then(() => said) };
    });
    await Promise.all(processes.map(({ loaded }) => loaded));
    for (const { child } of processes) child.stdin.write("go\n");
    const ended = await Promise.all(processes.map((each) => each.ended));
    expect(ended).toEqual(processes.map(() => "ready ok"));
    expect(await versions(await engine())).toEqual(Array.from({ length: newest }, (_, at) => at + 1));
  });

  using("of a newer program are left alone, with the sentence that says so", async ({ settings, engine }) => {
    await (await openStore({ ...settings, now })).close();
    const newer = await engine();
    await newer.db
      .insertInto("migrations")
      .values({ version: newest + 1, at: now() })
      .execute();
    await newer.db.destroy();
    await expect(openStore({ ...settings, now })).rejects.toMatchObject({
      kind: "newer",
      message: expect.stringContaining(String(newest + 1)),
    });
  });

  using("are whole or not there when a migration fails halfway", async ({ settings, engine }) => {
    const broken = await engine();
    const failing = broken.db.transaction().execute(async (within) => {
      await migrate(within, now(), 1);
      throw new Error("the power went");
    });
    await expect(failing).rejects.toThrow("the power went");
    await broken.db.destroy();
    const store = await openStore({ ...settings, now });
    expect(await store.of({ platform: "slack", id: "T1" }).setting("none")).toBeNull();
    await store.close();
  });
});
