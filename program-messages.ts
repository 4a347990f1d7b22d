/** What whoever runs the program reads while it starts, runs and stops. */
export const programMessages = {
  broken: (reference: string) => `Something is wrong inside aicost, not with what you typed. Reference ${reference}.`,
  noChat: (ways: readonly string[]) =>
    `No chat is set up: set ${ways.join(", or ")}. The README tells step by step where they are.`,
  health: (port: number) => `Health and figures: listening on port ${port}.`,
  /** `port`: null where a chat is connected to, and listens to none. */
  started: (chat: string, port: number | null) =>
    port === null ? `${chat}: connected. Ctrl-C stops.` : `${chat}: listening on port ${port}. Ctrl-C stops.`,
  stopping: "Stopping: what is under way is finished.",
  stopped: "Stopped.",
} as const;

/** Why a chat could not be started. */
export const startMessages = {
  portTaken: (port: number | undefined) =>
    `Port ${port} is taken by another program (EADDRINUSE): end that one, or set another port.`,
  portForbidden: (port: number | undefined) =>
    `Port ${port} may not be listened on by this user (EACCES): set one above 1023.`,
  host: (host: string | null) =>
    `AICOST_HOST is "${host}", which is no address of this machine: 127.0.0.1 is one; without it, all of them are used.`,
  other: (why: string) => `A chat could not be started: ${why}`,
} as const;

/** What is wrong with settings that are no chat's. */
export const settingMessages = {
  database: "DATABASE_URL is no address of a PostgreSQL: it begins with postgresql://.",
  healthPort: (set: string) => `AICOST_HEALTH_PORT is "${set}": a number from 1 to 65535 is needed.`,
  unknown: (name: string, nearest: string) => `${name} is no setting of aicost. ${nearest}`,
  facts: (folder: string, why: string) => `AICOST_FACTS is ${folder}: ${why}.`,
} as const;

/** What `doctor` says of what is no chat's. */
export const doctorMessages = {
  ownFacts: {
    name: "Own facts",
    says: (rows: number, models: number, folder: string) =>
      `${rows} rows and the prices of ${models} models from ${folder}`,
  },
  prices: "Model prices",
  keys: (count: number) =>
    `${count} keys. Tokens are encrypted with the first once "rotate-key" was run; then take the others out.`,
  database: "Database",
  postgres: "PostgreSQL",
} as const;

/** What becomes of readings that an operator asked for. */
export const readingMessages = {
  leftOut: (why: string) => `What was read again here is left out: ${why}`,
  notWritten: (why: string) => `Nothing was written into pricing/: ${why}`,
  unchanged: "No file has changed.",
  written: (files: readonly string[]) => `Changed, to be reviewed with git diff: ${files.join(", ")}.`,
} as const;
