import type { Kysely, RawBuilder } from "kysely";
import type { Tables } from "./tables.ts";

/** What the two databases do differently. Everything else is written once. */
export type Engine = {
  name: "sqlite" | "postgres";
  db: Kysely<Tables>;
  /** Behind a query that claims rows: others step over what one worker has locked. */
  skipLocked: RawBuilder<unknown>;
  /** Run first in a migration: no other process migrates until the transaction ends. */
  lockMigrations: RawBuilder<unknown> | null;
  /** What an error of this database means, or nothing when it means a mistake of ours. */
  meaningOf(error: unknown): Meaning | undefined;
};

/** `busy`: somebody else was at it, and trying again is right. The others are for a person to put right. */
export type Meaning = { kind: "busy" | "missing" | "locked" | "readonly" | "full" | "lost" | "corrupt"; says: string };
