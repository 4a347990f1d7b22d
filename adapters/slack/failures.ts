import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import { codeOf, neverReached } from "#core";

/** How a call to Slack ended badly. `unknown`: it may have been done all the same. */
export type Failure =
  | { failure: "refused"; code: string }
  | { failure: "limited"; retryAfter: number }
  | { failure: "unreached"; reason: string }
  | { failure: "unknown"; reason: string };

/** Codes with which Slack says that something broke on its side, perhaps after it was done. */
const unsure = ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"];

/** What an error of the client means. An error that is not of a call is thrown on: it is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { failure: "limited", retryAfter: error.retryAfter * 1_000 };
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    return unsure.includes(code) ? { failure: "unknown", reason: code } : { failure: "refused", code };
  }
  if (error instanceof WebAPIHTTPError) {
    const said = `Slack answered ${error.statusCode}`;
    return error.statusCode < 500 ? { failure: "refused", code: said } : { failure: "unknown", reason: said };
  }
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.original);
    return code !== undefined && neverReached(code)
      ? { failure: "unreached", reason: code }
      : { failure: "unknown", reason: code ?? error.original.message };
  }
  throw error;
}

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
    cannot_reply_to_message: "The message takes no replies.",
    missing_scope: "The app may not post yet: whoever installed it has to install it again, with chat:write.",
    token_revoked: "The app was removed from this workspace: install it again, then press Try again.",
    account_inactive: "The app was removed from this workspace: install it again, then press Try again.",
    invalid_auth: "Slack does not know the app's token any more: install it again, then press Try again.",
    not_installed: "The app is not installed here any more: install it again, then press Try again.",
  };
  return words[code] ?? `Slack refused it: ${code}.`;
}
