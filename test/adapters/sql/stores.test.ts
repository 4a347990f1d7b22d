import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { describe, inject, it } from "vitest";
import { openStore, type StoreSettings } from "../../../adapters/sql/index.ts";
import { agingSuite } from "../../suites/aging.ts";
import { type Place, storeSuite } from "../../suites/store.ts";
import { ledgerSuite } from "../../suites/store-ledger.ts";

/** All that every store must do. */
function suites(name: string, open: () => Promise<Place>): void {
  storeSuite(name, open);
  ledgerSuite(name, open);
  agingSuite(name, open);
}

const keys = randomBytes(32).toString("base64");
const now = () => 1_795_000_000_000;

/** A store at an address that outlives it. `drop` removes what is there. */
async function at(settings: Omit<StoreSettings, "now" | "keys">, drop: () => Promise<void>): Promise<Place> {
  const open = () => openStore({ ...settings, keys, now });
  const place: Place = {
    store: await open(),
    again: async () => {
      await place.store.close();
      place.store = await open();
    },
    another: open,
    close: async () => {
      await place.store.close();
      await drop();
    },
  };
  return place;
}

suites("SQLite in a file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aicost-sqlite-"));
  return at({ file: join(folder, "data", "aicost.db") }, async () => rmSync(folder, { recursive: true, force: true }));
});

// In memory there is no second door and nothing to open again: the same store stands for both.
suites("SQLite in memory", async () => {
  const store = await openStore({ file: ":memory:", keys, now });
  return {
    store,
    again: async () => {},
    another: async () => ({ ...store, close: async () => {} }),
    close: () => store.close(),
  };
});

const postgres = inject("postgres");
if ("missing" in postgres) describe("PostgreSQL", () => it.skip(postgres.missing, () => undefined));
else {
  suites("PostgreSQL", async () => {
    // A schema of its own: runs beside each other never meet.
    const schema = `run_${randomBytes(6).toString("hex")}`;
    const admin = new Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query(`create schema ${schema}`);
    return at({ url: `${postgres.url}?options=${encodeURIComponent(`-c search_path=${schema}`)}` }, async () => {
      await admin.query(`drop schema ${schema} cascade`);
      await admin.end();
    });
  });
}
