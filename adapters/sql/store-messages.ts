/** What an operator reads when the store cannot: what is wrong, and what to do. */
export const storeMessages = {
  newer: (found: number, newest: number) =>
    `The database has version ${found}, and this program knows versions up to ${newest}. Start the newer program.`,
} as const;

/** What is wrong with keys, or with a token that was encrypted with one. */
export const keyMessages = {
  length: "AICOST_KEY must be 32 bytes in base64: openssl rand -base64 32 makes one.",
  none: "There is no key to encrypt with.",
  unknown: "A stored token was encrypted with a key that is not among AICOST_KEY. Add that key behind a comma.",
  changed: "A stored token was changed after it was written.",
  notSet: "AICOST_KEY is not set: tokens are only kept encrypted. openssl rand -base64 32 makes a key.",
  needed: "AICOST_KEY is not set, and a stored token needs it.",
} as const;

/** What an error of SQLite means. */
export const sqliteMessages = {
  held: "Another process holds the database. Try again; if it stays so, end that process.",
  readonly: "The database cannot be written. Check the rights of the file and of its folder.",
  broken: "The disk of the database gave an error.",
  damaged: "The database is damaged. Put a backup in its place.",
  full: "The disk of the database is full. Nothing was written.",
  missing: "The database cannot be opened. Check AICOST_DB and that its folder can be written.",
  none: "The file is no database. Check AICOST_DB.",
} as const;

/** What an error of PostgreSQL or of the connection to it means. */
export const postgresMessages = {
  lost: "The connection to PostgreSQL broke. It is tried again.",
  unreachable: "PostgreSQL cannot be reached. Check DATABASE_URL and that the server runs.",
  exhausted:
    "Every connection to PostgreSQL is in use, and none came free in five seconds. Nothing was done: try again.",
  met: "Two writers met.",
  deadlock: "Two writers waited for each other.",
  locked: "PostgreSQL holds a lock on what is to be written.",
  slow: "PostgreSQL took longer than 10 seconds and was stopped.",
  replica: "PostgreSQL only reads here: is DATABASE_URL that of a replica?",
  full: "The disk of PostgreSQL is full. Nothing was written.",
  connections: "PostgreSQL has no connection left. Raise max_connections, or run fewer processes.",
  password: "PostgreSQL does not accept the password in DATABASE_URL.",
  user: "PostgreSQL does not accept the user in DATABASE_URL.",
  database: "The database in DATABASE_URL does not exist.",
  rights: "The user in DATABASE_URL may not write these tables.",
} as const;
