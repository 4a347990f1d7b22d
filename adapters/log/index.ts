import { pino } from "pino";
import type { Log } from "#core";

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type Level = (typeof levels)[number];

/** The level that was set, `info` where none was; or one line that names the setting and what it takes. */
export function readLevel(set: string | undefined): { level: Level } | { problem: string } {
  const level = set?.trim() ? levels.find((each) => each === set.trim()) : "info";
  return level === undefined ? { problem: `AICOST_LOG is "${set}": it takes ${levels.join(", ")}.` } : { level };
}

/** Lines of JSON on the error stream. Tokens that an error might carry are taken out. */
export function openLog(level: Level): Log {
  const logger = pino(
    {
      level,
      redact: { paths: ["*.token", "*.headers", "error.original", "details.headers"], censor: "(hidden)" },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (words, details) => logger.info({ details }, words),
    warn: (words, details) => logger.warn({ details }, words),
    fault(error) {
      const reference = Date.now().toString(36);
      logger.error({ reference, err: error }, "fault");
      return reference;
    },
  };
}
