import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import type { Engine } from "../../adapters/sql/engine.ts";
import type { StoreSettings } from "../../adapters/sql/index.ts";
import { openPostgres } from "../../adapters/sql/postgres.ts";
import { openSqlite } from "../../adapters/sql/sqlite.ts";
import { startPostgres } from "../postgres.ts";
import { machine } from "./report.ts";

/** A store to be measured. `numbers`: so many from one on, as a table with the column `i`: rows are made of them. */
export type Measured = {
  name: string;
  settings: Omit<StoreSettings, "now">;
  open: () => Engine | Promise<Engine>;
  numbers: (from: number) => RawBuilder<unknown>;
};

/** Measures both stores, one after the other, each empty. `part`: how many numbers there are at once. */
export async function onBoth(part: number, measure: (measured: Measured) => Promise<void>): Promise<void> {
  console.log(machine);
  const folder = mkdtempSync(join(tmpdir(), "aicost-bench-"));
  const last = (from: number) => sql.lit(from + part - 1);
  try {
    const file = join(folder, "aicost.db");
    await measure({
      name: "SQLite",
      settings: { file },
      open: () => openSqlite(file),
      numbers: (from) =>
        sql`with recursive n(i) as (select ${sql.lit(from)} union all select i + 1 from n where i < ${last(from)}) select i from n`,
    });
    const { url, stop } = await startPostgres();
    await measure({
      name: "PostgreSQL 18",
      settings: { url },
      open: () => openPostgres(url),
      numbers: (from) => sql`select i from generate_series(${sql.lit(from)}, ${last(from)}) as n(i)`,
    });
    await stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
