import { pino } from "pino";
import type { Log } from "#core";

/** Lines of JSON on the error stream. Tokens that an error might carry are taken out. */
export function openLog(level = "info"): Log {
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
