import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import type { Engine, Meaning } from "./engine.ts";

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

const lost: Meaning = { kind: "lost", says: "The connection to PostgreSQL broke. It is tried again." };
const unreachable: Meaning = {
  kind: "missing",
  says: "PostgreSQL cannot be reached. Check DATABASE_URL and that the server runs.",
};

const exhausted: Meaning = {
  kind: "busy",
  says: "Every connection to PostgreSQL is in use, and none came free in five seconds. Nothing was done: try again.",
};

const meanings: Readonly<Record<string, Meaning>> = {
  "40001": { kind: "busy", says: "Two writers met." },
  "40P01": { kind: "busy", says: "Two writers waited for each other." },
  "55P03": { kind: "locked", says: "PostgreSQL holds a lock on what is to be written." },
  "57014": { kind: "locked", says: "PostgreSQL took longer than 10 seconds and was stopped." },
  "25006": { kind: "readonly", says: "PostgreSQL only reads here: is DATABASE_URL that of a replica?" },
  "53100": { kind: "full", says: "The disk of PostgreSQL is full. Nothing was written." },
  "53300": {
    kind: "locked",
    says: "PostgreSQL has no connection left. Raise max_connections, or run fewer processes.",
  },
  "28P01": { kind: "missing", says: "PostgreSQL does not accept the password in DATABASE_URL." },
  "28000": { kind: "missing", says: "PostgreSQL does not accept the user in DATABASE_URL." },
  "3D000": { kind: "missing", says: "The database in DATABASE_URL does not exist." },
  "42501": { kind: "readonly", says: "The user in DATABASE_URL may not write these tables." },
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
  if (message === "timeout exceeded when trying to connect") return exhausted;
  if (Array.isArray(errors) && errors.length > 0) return meaningOf(errors[0]);
  if (code.startsWith("08") || /Connection terminated|connection timeout|Client has encountered/i.test(message))
    return lost;
  return Object.hasOwn(meanings, code) ? meanings[code] : undefined;
}
