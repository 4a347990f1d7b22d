import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import { codeOf, neverReached } from "#core";

/**
 * How a call to Slack ended badly. `unknown`: it may have been done all the same; `why` is the kind of it. `cause` is what it
 * was in fact, for the log and not for people.
 */
export type Failure =
  | { failure: "refused"; code: string }
  | { failure: "limited"; retryAfter: number }
  | { failure: "unreached"; cause: string }
  | { failure: "unknown"; why: "no answer" | "not readable" | "trouble there"; cause: string };

/** Codes with which Slack says that something broke on its side, perhaps after it was done. */
const unsure = ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"];

/** What an error of the client means. An error that is not of a call is thrown on: it is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { failure: "limited", retryAfter: error.retryAfter * 1_000 };
  if (error instanceof WebAPIPlatformError) {
    // An answer that the client could not read is given as if it were a code.
    const code: unknown = error.data.error;
    if (typeof code !== "string" || !/^[a-z][a-z_]{0,59}$/.test(code))
      return { failure: "unknown", why: "not readable", cause: String(code).slice(0, 200) };
    return unsure.includes(code)
      ? { failure: "unknown", why: "trouble there", cause: code }
      : { failure: "refused", code };
  }
  if (error instanceof WebAPIHTTPError) {
    const said = `HTTP ${error.statusCode}`;
    if (error.statusCode === 408) return { failure: "unknown", why: "no answer", cause: said };
    return error.statusCode < 500
      ? { failure: "refused", code: said }
      : { failure: "unknown", why: "trouble there", cause: said };
  }
  // The answer may break off after its head has come: then it is the error of whoever reads it.
  const broken = error instanceof WebAPIRequestError ? error.original : error;
  if (broken instanceof Error) {
    const code = codeOf(broken);
    if (neverReached(code)) return { failure: "unreached", cause: String(code) };
    if (code !== undefined || broken !== error || broken.name === "TimeoutError" || broken.name === "AbortError")
      return { failure: "unknown", why: "no answer", cause: code ?? broken.message };
  }
  throw error;
}
