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

/** What people read of an outcome that nobody knows. */
export const unknownWords = {
  "no answer": "Slack gave no answer.",
  "not readable": "Slack's answer could not be read.",
  "trouble there": "Something broke at Slack while it was posted.",
} as const;

/** What a person can do about a refused post, by Slack's code. */
export function refusalWords(code: string): string {
  const invite = "aicost is not in that channel. Invite it there with /invite @aicost, then press Try again.";
  const words: Record<string, string> = {
    not_in_channel: invite,
    channel_not_found: invite,
    is_archived: "The channel is archived. Edit, and choose another one.",
    restricted_action: "This workspace does not let apps post there. Edit, and choose another channel.",
    restricted_action_read_only_channel: "The channel is read-only for apps. Edit, and choose another one.",
    restricted_action_thread_only_channel: "Only threads are allowed there. Edit, and choose another channel.",
    thread_not_found: "The thread is not there any more. Edit, and post from somewhere else.",
    messages_tab_disabled:
      "The app may not write to people here: whoever installed it has to turn on its messages tab.",
    user_not_found: "This person is not in the workspace any more. Ask somebody else.",
    cannot_dm_bot: "This is an app, not a person. Ask somebody else.",
    user_disabled: "This person's account is closed. Ask somebody else.",
    cannot_reply_to_message: "The message takes no replies.",
    missing_scope: "The app may not post yet: whoever installed it has to install it again, with chat:write.",
    token_revoked: "The app was removed from this workspace: install it again, then press Try again.",
    account_inactive: "The app was removed from this workspace: install it again, then press Try again.",
    invalid_auth: "Slack does not know the app's token any more: install it again, then press Try again.",
    not_installed: "The app is not installed here any more: install it again, then press Try again.",
  };
  return words[code] ?? `Slack refused it (${code}). Edit, or show this to whoever runs aicost.`;
}
