import { pino } from "pino";
import type { Log } from "#core";
import { noteHere, requestHere } from "./follow.ts";
import { toldOf } from "./told.ts";

export { apart, createFollow, type Followers, type Outcome } from "./follow.ts";

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type Level = (typeof levels)[number];

/** The level that was set, `info` where none was; or one line that names the setting and what it takes. */
export function readLevel(set: string | undefined): { level: Level } | { problem: string } {
  const level = set?.trim() ? levels.find((each) => each === set.trim()) : "info";
  return level === undefined ? { problem: `AICOST_LOG is "${set}": it takes ${levels.join(", ")}.` } : { level };
}

/**
 * What must never stand in a log, wherever an error carries it: tokens of Slack and Discord, by their shape or behind the
 * word that presents them; those in addresses of Discord; the password in the address of a database.
 */
const secrets = [
  /\bx(?:ox[a-z]|app)[-.][\w.-]+/,
  /(?<=\b(?:Bearer|Bot) )[\w.~+/-]{16,}=*/,
  /\b[\w-]{20,}\.[\w-]{5,}\.[\w-]{25,}/,
  /(?<=\/(?:webhooks|interactions)\/\d+\/)[\w.-]+/,
  /(?<=:\/\/[^:@/\s"]*:)[^@/\s"]+(?=@)/,
];
const secret = new RegExp(secrets.map(({ source }) => source).join("|"), "g");

/**
 * Lines of JSON on the error stream, each with the id of the interaction it belongs to. Tokens that an error might carry are
 * taken out, and all of it that may hold what people typed.
 */
export function openLog(level: Level): Log {
  const logger = pino(
    {
      level,
      redact: { paths: ["*.token", "*.headers", "details.headers"], censor: "(hidden)" },
      mixin: requestHere,
      hooks: { streamWrite: (line) => line.replace(secret, "(hidden)") },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (words, details) => logger.info({ details }, words),
    warn(words, details) {
      noteHere("warned");
      logger.warn({ details }, words);
    },
    fault(error) {
      noteHere("failed");
      const reference = Date.now().toString(36);
      logger.error({ reference, fault: toldOf(error) }, "fault");
      return reference;
    },
  };
}
