import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attempt } from "../../../adapters/sql/attempt.ts";
import { openCipher } from "../../../adapters/sql/cipher.ts";
import { decisionListsOf } from "../../../adapters/sql/decision-lists.ts";
import { decisionsOf } from "../../../adapters/sql/decisions.ts";
import { openStore } from "../../../adapters/sql/index.ts";
import { openSqlite, sqliteMeaning } from "../../../adapters/sql/sqlite.ts";
import { postgresUrl, withPostgres } from "../../suites/with-postgres.ts";
import { until } from "../../wire/team.ts";

const now = () => 1_795_000_000_000;
const team = { platform: "slack" as const, id: "T1" };
const decision = (at: number, size = 10) => ({
  id: `x${at}`,
  draft: `d${at}`,
  revision: 1,
  route: "api_meter" as const,
  complete: true,
  answers: { long: "a".repeat(size) } as never,
  result: {} as never,
  catalogue: "c",
  rows: [],
  connections: [],
  by: "U1",
  audience: [],
  at: now() + at,
});
const posts = (at: number) =>
  ["C1", "C2"].map((channel) => ({
    key: `d${at}:1:${channel}`,
    decision: `x${at}`,
    channel,
    owner: "U1",
    body: {},
    repeatable: false,
  }));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aicost-faults-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("SQLite that cannot", () => {
  it("be opened says so: its folder is a file", async () => {
    writeFileSync(join(folder, "data"), "");
    await expect(openStore({ file: join(folder, "data", "aicost.db"), now })).rejects.toMatchObject({
      name: "StoreError",
      kind: "missing",
      message: expect.stringContaining("AICOST_DB"),
    });
  });

  it("be read says so: the file is no database", async () => {
    const file = join(folder, "aicost.db");
    writeFileSync(file, randomBytes(8192));
    await expect(openStore({ file, now })).rejects.toMatchObject({ kind: "corrupt" });
  });

  it("be written says so: it only reads", async () => {
    const file = join(folder, "aicost.db");
    await (await openStore({ file, now })).close();
    const reader = new DatabaseSync(file, { readOnly: true });
    let error: unknown;
    try {
      reader.exec("delete from drafts");
    } catch (caught) {
      error = caught;
    }
    reader.close();
    expect(sqliteMeaning(error)).toMatchObject({ kind: "readonly" });
  });

  it("grow says so, writes nothing by half, and goes on when there is room", async () => {
    const file = join(folder, "aicost.db");
    await (await openStore({ file, now })).close();
    const engine = await openSqlite(file);
    const { decide } = decisionsOf(engine, team);
    const { decisions } = decisionListsOf(engine, team);
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(engine.db);
    await sql`pragma max_page_count = ${sql.lit((pages.rows[0]?.page_count ?? 0) + 5)}`.execute(engine.db);
    await expect(attempt(engine, () => decide(decision(1, 100_000), posts(1)))).rejects.toMatchObject({ kind: "full" });
    expect((await decisions({ person: "U1", channels: [] }, 10)).items).toEqual([]);
    expect(await engine.db.selectFrom("posts").selectAll().execute()).toEqual([]);
    expect(await engine.db.selectFrom("audit").selectAll().execute()).toEqual([]);
    await sql`pragma max_page_count = 100000`.execute(engine.db);
    expect((await attempt(engine, () => decide(decision(1, 100_000), posts(1)))).fresh).toBe(true);
    await engine.db.destroy();
  });

  it("be had now waits for another process without holding up this one, and says so when that takes too long", async () => {
    const file = join(folder, "aicost.db");
    const store = await openStore({ file, now });
    const other = new DatabaseSync(file);
    other.exec("begin immediate");
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    const write = store.of(team).set("a", 1);
    await until(() => turns > 5, "the event loop turns beside a write that waits");
    other.exec("commit");
    await write;
    expect(await store.of(team).setting("a")).toBe(1);
    other.exec("begin immediate");
    await expect(store.of(team).set("a", 2)).rejects.toMatchObject({ kind: "locked" });
    clearInterval(ticking);
    other.exec("rollback");
    other.close();
    expect(await store.of(team).setting("a")).toBe(1);
    await store.close();
  });

  it("be had while it is made lets several new processes wait for it, and says so when that takes too long", async () => {
    const file = join(folder, "aicost.db");
    const other = new DatabaseSync(file);
    other.exec("begin exclusive; create table theirs (id)");
    const program = `import { openStore } from ${JSON.stringify(new URL("../../../adapters/sql/index.ts", import.meta.url).href)};
      process.stdout.write("opening ");
      await (await openStore({ file: ${JSON.stringify(file)}, now: Date.now })).close();
      process.stdout.write("opened");`;
    const processes = Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
        cwd: new URL("../../..", import.meta.url),
      });
      let said = "";
      child.stderr.on("data", (chunk) => (said += chunk));
      child.stdout.on("data", (chunk) => (said += chunk));
      return { opening: once(child.stdout, "data"), ended: once(child, "close").then(() => said) };
    });
    await Promise.all(processes.map(({ opening }) => opening));
    const ours = openStore({ file, now });
    // While it waits, this process goes on.
    for (let turns = 0; turns < 40; turns++) await wait(10);
    other.exec("commit");
    await (await ours).close();
    expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual(processes.map(() => "opening opened"));
    // Only whoever has it alone can change the kind of its log: the others are gone.
    other.exec("pragma journal_mode = delete; begin exclusive");
    await expect(openStore({ file, now })).rejects.toMatchObject({ name: "StoreError", kind: "locked" });
    other.close();
  });

  it("lose what it acknowledged: every commit reaches the disk, whatever this build of SQLite would do by itself", async () => {
    const exec = vi.spyOn(DatabaseSync.prototype, "exec");
    const engine = await openSqlite(join(folder, "aicost.db"));
    const said = exec.mock.calls.join(";");
    exec.mockRestore();
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(engine.db);
    await engine.db.destroy();
    // 2 is full: the log is synced before a commit counts.
    expect(rows).toEqual([{ synchronous: 2 }]);
    expect(said).toMatch(/pragma synchronous = full/);
  });
});

withPostgres("PostgreSQL that cannot", () => {
  const url = postgresUrl;

  it.each([
    ["be reached", () => url.replace(/:\d+\//, ":9/")],
    ["accept the password", () => url.replace("aicost:aicost", "aicost:wrong")],
    ["find the database", () => url.replace(/\/aicost$/, "/elsewhere")],
  ])("%s says so and names the setting", async (_title, address) => {
    await expect(openStore({ url: address(), now })).rejects.toMatchObject({
      name: "StoreError",
      kind: "missing",
      message: expect.stringContaining("DATABASE_URL"),
    });
  });

  it("give one more connection says so, and goes on when there is one", async () => {
    const schema = `full_${randomBytes(4).toString("hex")}`;
    const admin = new Client({ connectionString: url });
    await admin.connect();
    await admin.query(`create schema ${schema}`);
    const store = await openStore({ url: `${url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`, now });
    const mine = store.of(team);
    await admin.query("begin");
    await admin.query(`lock table ${schema}.settings in access exclusive mode`);
    // Every connection waits for the lock, and one more piece of work for a connection.
    const waiting = Array.from({ length: 10 }, (_, at) => mine.set(`s${at}`, at));
    await expect(mine.set("one more", true)).rejects.toMatchObject({ name: "StoreError", kind: "locked" });
    await admin.query("rollback");
    await Promise.allSettled(waiting);
    await mine.set("one more", true);
    expect(await mine.setting("one more")).toBe(true);
    await store.close();
    await admin.query(`drop schema ${schema} cascade`);
    await admin.end();
  });

  it("say whether it has done something does nothing twice that would then be there twice", async () => {
    const schema = `twice_${randomBytes(4).toString("hex")}`;
    const admin = new Client({ connectionString: url });
    await admin.connect();
    await admin.query(`create schema ${schema}`);
    // A door through which the next answer does not come.
    const next = { lost: false };
    const door = createServer((socket) => {
      const behind = connect(Number(new URL(url).port), "127.0.0.1");
      for (const each of [socket, behind]) each.on("error", () => undefined);
      socket.on("close", () => behind.destroy());
      behind.on("close", () => socket.destroy());
      socket.pipe(behind);
      behind.on("data", (data) => {
        if (!next.lost) socket.write(data);
        else {
          next.lost = false;
          socket.destroy();
        }
      });
    });
    await once(door.listen(0, "127.0.0.1"), "listening");
    const address = url.replace(/:\d+\//, `:${(door.address() as AddressInfo).port}/`);
    const store = await openStore({ url: `${address}?options=${encodeURIComponent(`-c search_path=${schema}`)}`, now });
    const mine = store.of(team);
    await store.ping();
    next.lost = true;
    const note = { at: now(), actor: "U1", action: "invited", subject: "x", details: null };
    await expect(mine.note(note)).rejects.toMatchObject({ name: "StoreError", kind: "lost" });
    expect(await mine.audit(5)).toHaveLength(1);
    next.lost = true;
    await mine.set("a", 1);
    expect([next.lost, await mine.setting("a")]).toEqual([false, 1]);
    await store.close();
    door.close();
    await admin.query(`drop schema ${schema} cascade`);
    await admin.end();
  });

  it("keep its connections loses no acknowledged decision, doubles none, and writes none by half", async () => {
    const schema = `lost_${randomBytes(4).toString("hex")}`;
    const admin = new Client({ connectionString: url });
    await admin.connect();
    await admin.query(`create schema ${schema}`);
    // A name of its own: other tests on this server keep their connections.
    const store = await openStore({
      url: `${url}?options=${encodeURIComponent(`-c search_path=${schema}`)}&application_name=${schema}`,
      now,
    });
    let cut = 0;
    const kill = async () => {
      const { rowCount } = await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and random() < 0.5",
        [schema],
      );
      cut += rowCount ?? 0;
    };
    const acknowledged: number[] = [];
    for (let round = 0; round < 15; round++) {
      // Each second round some connections go while it is under way: how many do not is no matter of speed.
      await Promise.all([
        ...(round % 2 === 1 ? [kill(), wait(Math.random() * 15).then(kill)] : []),
        ...Array.from({ length: 10 }, async (_, at) => {
          const number = round * 10 + at;
          const done = await store
            .of(team)
            .decide(decision(number), posts(number))
            .catch((error) => error);
          if (!(done instanceof Error)) acknowledged.push(number);
          else expect(done).toMatchObject({ name: "StoreError", kind: expect.stringMatching(/lost|missing/) });
        }),
      ]);
    }
    const { rows: kept } = await admin.query(`select id from ${schema}.decisions`);
    const { rows: sent } = await admin.query(
      `select decision, count(*)::int as posts from ${schema}.posts group by decision`,
    );
    const ids = kept.map((row) => row.id as string);
    const { rows: noted } = await admin.query(`select subject from ${schema}.audit where action = 'decided'`);
    expect(noted.map((row) => row.subject as string).sort()).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    expect(acknowledged.filter((number) => !ids.includes(`x${number}`))).toEqual([]);
    expect(sent.map((row) => row.posts).filter((count) => count !== 2)).toEqual([]);
    expect(sent).toHaveLength(ids.length);
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(cut).toBeGreaterThan(0);
    await store.close();
    await admin.query(`drop schema ${schema} cascade`);
    await admin.end();
  });
});

describe("tokens", () => {
  const key = () => randomBytes(32).toString("base64");
  const [one, two] = [key(), key()];

  it("are sealed anew each time and read back with the key that sealed them", () => {
    const cipher = openCipher(one);
    const [first, second] = [cipher.encrypt("xoxb-🦄"), cipher.encrypt("xoxb-🦄")];
    expect(first).not.toBe(second);
    expect(first).not.toContain("xoxb");
    expect(cipher.decrypt(first)).toBe("xoxb-🦄");
  });

  it("sealed with an older key are read as long as that key is behind the new one", () => {
    const sealed = openCipher(one).encrypt("t");
    expect(openCipher(`${two},${one}`).decrypt(sealed)).toBe("t");
    expect(() => openCipher(two).decrypt(sealed)).toThrow(/AICOST_KEY/);
  });

  it("that were changed are refused", () => {
    const cipher = openCipher(one);
    const parts = cipher.encrypt("token").split(".");
    parts[4] = Buffer.from("other").toString("base64");
    expect(() => cipher.decrypt(parts.join("."))).toThrow(/changed/);
    // Sealed in a way that is not known yet.
    expect(() => cipher.decrypt(["2", ...cipher.encrypt("token").split(".").slice(1)].join("."))).toThrow(/AICOST_KEY/);
  });

  it("need a whole key", async () => {
    expect(() => openCipher("short")).toThrow(/openssl rand/);
    const store = await openStore({ file: ":memory:", now });
    await expect(store.of(team).install({ token: "t", details: null, updatedAt: 1 })).rejects.toMatchObject({
      kind: "key",
    });
    await store.close();
  });

  it("lie in no readable form in the file", async () => {
    const file = join(folder, "aicost.db");
    const store = await openStore({ file, keys: `${two},${one}`, now });
    await store.of(team).install({ token: "xoxb-very-secret", details: { team: "T1" }, updatedAt: 1 });
    const raw = new DatabaseSync(file);
    expect(JSON.stringify(raw.prepare("select * from installations").all())).not.toContain("very-secret");
    raw.close();
    await store.close();
    const rotated = await openStore({ file, keys: `${one},${two}`, now });
    expect(await rotated.rotateKeys()).toBe(1);
    await rotated.close();
    const last = await openStore({ file, keys: one, now });
    expect((await last.of(team).installation())?.token).toBe("xoxb-very-secret");
    await last.close();
  });
});
