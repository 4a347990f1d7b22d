import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import type { Engine, Meaning } from "./engine.ts";
import { postgresMessages as words } from "./store-messages.ts";

/** The lock that migrations of aicost take; any number, the same in every process. */
const migrationLock = 4_202_611_21;

// Milliseconds are 64-bit integers there, and far within what a number holds here.
types.setTypeParser(types.builtins.INT8, Number);

/** Any number of processes share it. TLS is chosen in the address: `?sslmode=verify-full`, or `require`. */
export function openPostgres(url: string): Engine {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    application_name: "aicost",
  });
  // A connection may break while it is idle, or between two statements of a transaction. The next statement says so, as an
  // error that is handled; this event says it too, and unheard it would end the process.
  const heard = () => undefined;
  pool.on("error", heard);
  pool.on("connect", (client) => client.on("error", heard));
  return {
    name: "postgres",
    db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    skipLocked: sql`for update skip locked`,
    lockMigrations: sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`,
    meaningOf,
  };
}

const lost: Meaning = { kind: "lost", says: words.lost };
const unreachable: Meaning = {
  kind: "missing",
  says: words.unreachable,
};

const exhausted: Meaning = {
  kind: "busy",
  says: words.exhausted,
};

const meanings: Readonly<Record<string, Meaning>> = {
  "40001": { kind: "busy", says: words.met },
  "40P01": { kind: "busy", says: words.deadlock },
  "55P03": { kind: "locked", says: words.locked },
  "57014": { kind: "locked", says: words.slow },
  "25006": { kind: "readonly", says: words.replica },
  "53100": { kind: "full", says: words.full },
  "53300": {
    kind: "locked",
    says: words.connections,
  },
  "28P01": { kind: "missing", says: words.password },
  "28000": { kind: "missing", says: words.user },
  "3D000": { kind: "missing", says: words.database },
  "42501": { kind: "readonly", says: words.rights },
  "57P01": lost,
  "57P02": lost,
  "57P03": unreachable,
  ECONNRESET: lost,
  EPIPE: lost,
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  ETIMEDOUT: unreachable,
};

function meaningOf(error: unknown): Meaning | undefined {
  const { code = "", message = "", errors } = error as { code?: string; message?: string; errors?: unknown[] };
  // The pool's own words, for whoever waited in vain for one of its connections; it has no code for it.
  if (/^timeout exceeded when trying to connect$/.test(message)) return exhausted;
  if (Array.isArray(errors) && errors.length > 0) return meaningOf(errors[0]);
  if (code.startsWith("08") || /Connection terminated|connection timeout|Client has encountered/i.test(message))
    return lost;
  return Object.hasOwn(meanings, code) ? meanings[code] : undefined;
}
