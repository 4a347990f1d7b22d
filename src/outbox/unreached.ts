/** What Node says of a connection that was never made: nothing was sent yet. */
const codes = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "EHOSTUNREACH", "ENETUNREACH"];

/** The code of an error, or of what caused it: fetch wraps it. Undefined where there is none. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return codeOf(error.cause);
}

/** Whether a call with this code certainly did nothing, and may be made again. */
export function neverReached(code: string | undefined): boolean {
  return code !== undefined && codes.includes(code);
}
