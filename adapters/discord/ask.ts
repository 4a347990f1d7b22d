import type { RawFile, REST } from "discord.js";

/** One call, answered with JSON; its answer is not trusted. */
export type Ask = (
  method: "post" | "patch" | "delete",
  path: `/${string}`,
  body?: object,
  files?: RawFile[],
) => Promise<unknown>;

/** Calls that end together: whoever waits longer has no answer. */
export function within(rest: REST, signal: AbortSignal): Ask {
  return (method, path, body, files) =>
    rest[method](path, { signal, ...(body === undefined ? {} : { body }), ...(files === undefined ? {} : { files }) });
}
