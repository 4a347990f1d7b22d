import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { codeOf, neverReached } from "#core";

/** How a call to Discord ended badly. `unknown`: it may have been done all the same. */
export type Failure =
  | { failure: "refused"; code: number; status: number }
  | { failure: "limited"; retryAfter: number }
  | { failure: "unreached"; reason: string }
  | { failure: "unknown"; reason: string };

/** What an error of the library means. An error that is not of a call is thrown on: it is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RateLimitError) return { failure: "limited", retryAfter: Math.ceil(error.retryAfter) };
  if (error instanceof DiscordAPIError) return { failure: "refused", code: Number(error.code), status: error.status };
  if (error instanceof HTTPError)
    return error.status < 500
      ? { failure: "refused", code: 0, status: error.status }
      : { failure: "unknown", reason: `Discord answered ${error.status}` };
  if (error instanceof Error) {
    const code = codeOf(error);
    if (code !== undefined && neverReached(code)) return { failure: "unreached", reason: code };
    if (code !== undefined || error.name === "AbortError" || error.name === "TimeoutError")
      return { failure: "unknown", reason: code ?? "no answer in time" };
  }
  throw error;
}

/** What a person can do about a refused post, by Discord's code. */
export function refusalWords(code: number, status: number): string {
  const words: Record<number, string> = {
    10003: "The channel is gone. Edit, and choose another one.",
    10008: "The card is gone from the channel.",
    50001: 'aicost cannot see that channel: give it "View Channel" there, then press Try again.',
    50008: "Nothing can be written in that channel. Edit, and choose another one.",
    50013: 'aicost may not write there: give it "Send Messages" in that channel, then press Try again.',
    50083: "The thread is archived. Edit, and choose another place.",
    160002: "The card cannot be answered: aicost may not read the messages there.",
  };
  return words[code] ?? `Discord refused it (${status}, code ${code}).`;
}
