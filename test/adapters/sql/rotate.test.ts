import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { expect, it } from "vitest";
import { openCipher } from "../../../adapters/sql/cipher.ts";
import { openStore } from "../../../adapters/sql/index.ts";
import { postgresUrl, withPostgres } from "../../suites/with-postgres.ts";

const now = () => 1_795_000_000_000;
const key = () => randomBytes(32).toString("base64");

withPostgres("new keys on a PostgreSQL", () => {
  it("leave alone a token that a workspace brings while they are given out", async () => {
    const [old, fresh] = [key(), key()];
    const url = postgresUrl;
    const schema = `rotate_${randomBytes(4).toString("hex")}`;
    const admin = new Client({ connectionString: url });
    await admin.connect();
    await admin.query(`create schema ${schema}`);
    await admin.query(`set search_path = ${schema}`);
    const address = `${url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    const team = { platform: "slack", id: "T1" };
    const before = await openStore({ url: address, keys: old, now });
    await before.of(team).install({ token: "xoxb-old", details: null, updatedAt: 1 });
    await before.close();

    const store = await openStore({ url: address, keys: `${fresh},${old}`, now });
    await admin.query("begin");
    await admin.query("update installations set token = $1", [openCipher(fresh).encrypt("xoxb-new")]);
    const rotating = store.rotateKeys();
    const waits = "select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))";
    await expect.poll(async () => (await admin.query(waits)).rowCount, { timeout: 60_000 }).toBe(1);
    await admin.query("commit");
    expect(await rotating).toBe(0);
    expect((await store.of(team).installation())?.token).toBe("xoxb-new");
    await store.close();
    await admin.query(`drop schema ${schema} cascade`);
    await admin.end();
  });
});
