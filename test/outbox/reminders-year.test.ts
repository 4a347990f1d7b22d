import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, inject, it } from "vitest";
import { openStore } from "../../adapters/sql/index.ts";
import { simulateYear, type Told } from "./year.ts";

const now = () => 1_795_000_000_000;

// A thousand teams take twenty seconds on each store: test/bench/reminders.ts.

/** Every reminder of every team once, no other, and each message of it sent once. */
function allOnce({ expected, found, sent, steps }: Told): void {
  expect(steps).toBeGreaterThan(500);
  expect(expected.length).toBeGreaterThan(250);
  expect(found).toEqual(expected);
  const theirs = expected.filter((each) => Number(/^T(\d+)/.exec(each)?.[1]) % 40 === 0);
  expect([...sent.keys()].sort()).toEqual(theirs);
  expect([...sent.values()].filter((times) => times !== 1)).toEqual([]);
}

describe("a year with two processes, restarts, daylight-saving, a leap day and a clock that jumps", () => {
  it("reminds every team of everything once: SQLite in a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "aicost-year-"));
    try {
      const file = join(folder, "aicost.db");
      allOnce(await simulateYear({ teams: 240, together: false, open: () => openStore({ file, now }) }));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const postgres = inject("postgres");
  if ("missing" in postgres) it.skip(postgres.missing, () => undefined);
  else
    it("reminds every team of everything once: PostgreSQL", async () => {
      const schema = `year_${randomBytes(6).toString("hex")}`;
      const admin = new Client({ connectionString: postgres.url });
      await admin.connect();
      await admin.query(`create schema ${schema}`);
      try {
        const url = `${postgres.url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
        allOnce(await simulateYear({ teams: 60, together: true, open: () => openStore({ url, now }) }));
      } finally {
        await admin.query(`drop schema ${schema} cascade`);
        await admin.end();
      }
    });
});
