import type { LogLevel } from "@slack/bolt";
import type { Log } from "#core";

/** Bolt's own lines: only what somebody has to see, without the payloads of debugging. */
export function quietLogger(log: Log) {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: (...said: unknown[]) => log.warn(said.map(String).join(" ")),
    error: (...said: unknown[]) => log.warn(said.map(String).join(" ")),
    setLevel: nothing,
    getLevel: () => "warn" as LogLevel,
    setName: nothing,
  };
}
