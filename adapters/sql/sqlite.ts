import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from "kysely";
import { attempt } from "./attempt.ts";
import type { Engine, Meaning } from "./engine.ts";
import { sqliteMessages as words } from "./store-messages.ts";

/** How long SQLite itself waits for another process. Short: it waits with the whole event loop, and `attempt` waits better. */
const patience = 20;

/**
 * One file, nothing to install. Readers do not wait for writers (WAL), and every commit reaches the disk before it counts
 * (synchronous full): a few milliseconds for each, and no acknowledged answer lost with the power. Throws a `StoreError`
 * when it cannot be opened, or when others hold it for longer than `attempt` waits.
 */
export async function openSqlite(file: string): Promise<Engine> {
  const database = await attempt({ meaningOf: sqliteMeaning }, async () => openFile(file));
  return {
    name: "sqlite",
    db: new Kysely({ dialect: new SqliteDialect({ database: asKyselyWants(database) }) }),
    skipLocked: sql``,
    lockMigrations: null,
    meaningOf: sqliteMeaning,
  };
}

/**
 * A new file becomes one with a log at its first opening, for which this process must have it alone for a moment. What
 * teams decided is nobody else's to read on this machine: SQLite gives what it puts beside the file the same rights.
 * A file and folders that are there already stay as they are.
 */
function openFile(file: string): DatabaseSync {
  if (file !== ":memory:") makeFile(file);
  const database = new DatabaseSync(file, { timeout: patience });
  try {
    database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(file, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function asKyselyWants(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>();
  return {
    close: () => database.close(),
    prepare(text) {
      // A transaction that begins by reading and then writes could be refused halfway: it takes the write lock at once.
      // A full disk ends the transaction by itself: nothing is left to roll back, and saying so would hide the cause.
      const wanted =
        text === "begin" ? "begin immediate" : text === "rollback" && !database.isTransaction ? "select 1" : text;
      const statement = prepared.get(wanted) ?? database.prepare(wanted);
      if (prepared.size < 200) prepared.set(wanted, statement);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}

const held: Meaning = {
  kind: "busy",
  says: words.held,
};

const meanings: Readonly<Record<number, Meaning>> = {
  5: held,
  6: held,
  8: { kind: "readonly", says: words.readonly },
  10: { kind: "lost", says: words.broken },
  11: { kind: "corrupt", says: words.damaged },
  13: { kind: "full", says: words.full },
  14: { kind: "missing", says: words.missing },
  26: { kind: "corrupt", says: words.none },
};

/** What an error of SQLite or of its file means. */
export function sqliteMeaning(error: unknown): Meaning | undefined {
  const { errcode, code } = error as { errcode?: number; code?: string };
  if (code === "EACCES" || code === "EROFS" || code === "EPERM") return meanings[8];
  if (code === "ENOSPC") return meanings[13];
  if (code === "ENOENT" || code === "ENOTDIR" || code === "EEXIST") return meanings[14];
  // The low byte is the kind of error, the rest a closer description.
  return errcode === undefined ? undefined : meanings[errcode & 0xff];
}
