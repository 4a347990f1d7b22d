import { z } from "zod";
import { type Env, nearest } from "#core";
import { chats } from "./adapters/chats.ts";
import { type Level, readLevel } from "./adapters/log/index.ts";
import { openCipher } from "./adapters/sql/cipher.ts";
import type { StoreSettings } from "./adapters/sql/index.ts";
import { readPriceSettings } from "./newer-prices.ts";
import { settingMessages as words } from "./program-messages.ts";

/** What whoever runs the program has set, apart from what each chat reads for itself. */
export type Settings = {
  store: Omit<StoreSettings, "now">;
  /** The address of this machine that is listened on; null: all of them. */
  host: string | null;
  /** Where health and figures are told; null: only beside a chat that is heard over HTTP, and no figures. */
  healthPort: number | null;
  level: Level;
};

/** The sentence of a reader that throws it, or that gives it as `problem`; null where it reads well. */
function problemOf(read: () => unknown): string | null {
  try {
    const found = read();
    return typeof found === "object" && found !== null && "problem" in found ? String(found.problem) : null;
  } catch (error) {
    return (error as Error).message;
  }
}

const checked = (problem: (text: string) => string | null) =>
  z
    .string()
    .optional()
    .superRefine((text, issues) => {
      const message = text === undefined ? null : problem(text);
      if (message !== null) issues.addIssue({ code: "custom", message });
    });
const anything = z.string().optional();

/** Each setting that is no chat's, with what is wrong where it is. */
const own = z.object({
  AICOST_DB: anything,
  DATABASE_URL: checked((text) =>
    URL.canParse(text) && ["postgres:", "postgresql:"].includes(new URL(text).protocol) ? null : words.database,
  ),
  AICOST_KEY: checked((text) => problemOf(() => openCipher(text))),
  AICOST_HOST: anything,
  AICOST_HEALTH_PORT: checked((text) =>
    /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= 65_535 ? null : words.healthPort(text),
  ),
  AICOST_LOG: checked((text) => problemOf(() => readLevel(text))),
  // What stands in these files is read and checked with the rest of what is known.
  AICOST_FACTS: anything,
  AICOST_PRICES: anything,
  AICOST_PRICES_URL: anything,
});

/** The name of every setting there is. */
export const settingNames: readonly string[] = [
  ...Object.keys(own.shape),
  ...new Set(chats.flatMap((chat) => chat.settings)),
];

/**
 * The environment as settings: what is empty, as from a line NAME= of a file, is not set. Every wrong one gets a sentence; a
 * name that nobody reads gets a warning, as it is misspelt more often than meant for another program.
 */
export function readSettings(
  given: Env,
): { env: Env; settings: Settings; warnings: string[] } | { problems: string[] } {
  const env: Env = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()));
  const read = own.safeParse(env);
  const prices = problemOf(() => readPriceSettings(env));
  const problems = [...(read.error?.issues.map(({ message }) => message) ?? []), ...(prices === null ? [] : [prices])];
  if (!read.success || problems.length > 0) return { problems };
  const {
    DATABASE_URL: url,
    AICOST_DB: file,
    AICOST_KEY: keys,
    AICOST_HOST,
    AICOST_HEALTH_PORT,
    AICOST_LOG,
  } = read.data;
  const level = readLevel(AICOST_LOG);
  const unknown = Object.keys(env).filter((name) => name.startsWith("AICOST_") && !settingNames.includes(name));
  return {
    env,
    settings: {
      store: { url, file, keys },
      host: AICOST_HOST ?? null,
      healthPort: AICOST_HEALTH_PORT === undefined ? null : Number(AICOST_HEALTH_PORT),
      level: "level" in level ? level.level : "info",
    },
    warnings: unknown.map((name) => words.unknown(name, nearest(name, settingNames))),
  };
}
