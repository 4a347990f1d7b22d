import { WebClient } from "@slack/web-api";
import { type Check, codeOf } from "#core";
import { clientOptions } from "./clients.ts";
import { failureOf } from "./failures.ts";
import { optionalScopes, scopes } from "./manifest.ts";
import type { SlackSettings } from "./settings.ts";

const timeout = 8_000;
const mostSkew = 120;

/** Looks at the tokens, their scopes and the clock, as Slack sees them. */
export async function diagnose(settings: SlackSettings): Promise<Check[]> {
  const { botToken, appToken, port, apiUrl } = settings;
  const options = clientOptions(timeout, apiUrl);
  const first = await clock(apiUrl ?? "https://slack.com/api/");
  const reached = first.name !== unreached;
  const notLookedAt = (name: string): Check => ({
    name,
    well: false,
    says: "not looked at, as Slack cannot be reached",
  });
  const workspaces = { name: "Slack workspaces", well: true, says: "each installs by itself at /slack/install" };
  const requests = {
    name: "Slack requests",
    well: true,
    says: `heard on port ${port}, checked by the signing secret`,
  };
  return [
    first,
    ...(botToken === null
      ? [workspaces]
      : reached
        ? await bot(new WebClient(botToken, options))
        : [notLookedAt(token)]),
    appToken === null ? requests : reached ? await app(new WebClient(appToken, options)) : notLookedAt(socket),
  ];
}

const token = "Slack token";
const socket = "Slack Socket Mode";
const unreached = "Slack";

async function bot(client: WebClient): Promise<Check[]> {
  const name = "Slack scopes";
  try {
    const { team, user, response_metadata } = await client.auth.test();
    const has = new Set(response_metadata?.scopes ?? []);
    const missing = scopes.filter((scope) => !has.has(scope));
    const without = optionalScopes.filter((scope) => !has.has(scope));
    const enough = without.length === 0 ? "all" : `enough; done without: ${without.join(", ")}`;
    const lacks = `missing: ${missing.join(", ")}. Add them and install the app again.`;
    return [
      { name: token, well: true, says: `${user ?? "a bot"} in ${team ?? "a workspace"}` },
      { name, well: missing.length === 0, says: missing.length === 0 ? enough : lacks },
    ];
  } catch (error) {
    return [{ name: token, well: false, says: askedInVain("SLACK_BOT_TOKEN", error, botAdvice) }];
  }
}

async function app(client: WebClient): Promise<Check> {
  try {
    await client.apps.connections.open({});
    return { name: socket, well: true, says: "a connection can be opened" };
  } catch (error) {
    return { name: socket, well: false, says: askedInVain("SLACK_APP_TOKEN", error, appAdvice) };
  }
}

const page = "OAuth & Permissions";
const again = `Install the app again, and copy the token anew from ${page}.`;
const botAdvice: Record<string, string> = {
  invalid_auth: `Copy it again from ${page}.`,
  not_authed: `Copy it again from ${page}.`,
  not_allowed_token_type: `Copy it again from ${page}: it begins with xoxb-.`,
  token_revoked: again,
  token_expired: again,
  account_inactive: again,
};
const appTokens = "Copy it again from Basic Information, App-Level Tokens: it needs connections:write.";
const appAdvice: Record<string, string> = {
  invalid_auth: appTokens,
  not_authed: appTokens,
  token_revoked: appTokens,
  not_allowed_token_type: appTokens,
  missing_scope: appTokens,
  no_permission: appTokens,
};

/** Why Slack did not do what it was asked for, and what the operator can do, in one line. Advice is by Slack's code. */
function askedInVain(setting: string, error: unknown, advice: Record<string, string>): string {
  const failure = failureOf(error);
  switch (failure.failure) {
    case "refused": {
      const next =
        advice[failure.code] ?? "See the app's settings at https://api.slack.com/apps, Socket Mode among them.";
      return `${setting}: Slack refuses it (${failure.code}). ${next}`;
    }
    case "limited":
      return `${setting}: Slack asks for a pause of ${Math.ceil(failure.retryAfter / 1_000)} s. Then try again.`;
    case "unreached":
    case "unknown":
      return `${setting}: Slack did not say whether it is right (${failure.cause}). Try again in a minute.`;
  }
}

/** Slack refuses, and is refused, where the clocks are five minutes apart. */
async function clock(apiUrl: string): Promise<Check> {
  try {
    const before = Date.now();
    const { headers } = await fetch(new URL("api.test", apiUrl), {
      method: "POST",
      signal: AbortSignal.timeout(timeout),
    });
    const theirs = Date.parse(headers.get("date") ?? "");
    if (Number.isNaN(theirs)) return { name: "Clock", well: true, says: "Slack did not say the time" };
    const apart = Math.round(Math.abs(theirs - before) / 1_000);
    return apart <= mostSkew
      ? { name: "Clock", well: true, says: `within ${apart} s of Slack's` }
      : { name: "Clock", well: false, says: `${apart} s apart from Slack's: set this machine's clock.` };
  } catch (error) {
    // What `fetch` itself says is only that it failed.
    const why = codeOf(error) ?? (error instanceof Error ? error.name : "no answer");
    const says = `cannot be reached at ${apiUrl} (${why}): look at the network, a proxy, and SLACK_API_URL.`;
    return { name: unreached, well: false, says };
  }
}
