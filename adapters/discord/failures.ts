import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { codeOf, neverReached } from "#core";
import { logWords } from "./log-words.ts";

/**
 * How a call to Discord ended badly. `unknown`: it may have been done all the same; `why` is the kind of it. `cause` is what
 * it was in fact, for the log and not for people.
 */
export type Failure =
  /** `code` 0: Discord gave none. */
  | { failure: "refused"; code: number; status: number }
  | { failure: "limited"; retryAfter: number }
  | { failure: "unreached"; cause: string }
  | { failure: "unknown"; why: "no answer" | "not readable" | "trouble there"; cause: string };

/** What an error of the library means. An error that is not of a call is thrown on: it is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RateLimitError) return { failure: "limited", retryAfter: Math.ceil(error.retryAfter) };
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const { status } = error;
    const cause = `HTTP ${status}`;
    if (status === 408) return { failure: "unknown", why: "no answer", cause };
    if (status >= 500) return { failure: "unknown", why: "trouble there", cause };
    const code = "code" in error ? Number(error.code) : 0;
    return { failure: "refused", code: Number.isInteger(code) ? code : 0, status };
  }
  if (error instanceof SyntaxError) return { failure: "unknown", why: "not readable", cause: error.message };
  if (error instanceof Error) {
    const code = codeOf(error);
    if (neverReached(code)) return { failure: "unreached", cause: String(code) };
    if (code !== undefined || error.name === "AbortError" || error.name === "TimeoutError")
      return { failure: "unknown", why: "no answer", cause: code ?? logWords.late };
  }
  throw error;
}

/** Nothing of ours runs between a call and its answer: what is thrown there is of an answer that makes no sense. */
export function failureIn(error: unknown): Failure {
  try {
    return failureOf(error);
  } catch {
    return { failure: "unknown", why: "not readable", cause: String(error) };
  }
}
