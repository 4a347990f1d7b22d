import { WebClient } from "@slack/web-api";
import { type Check, codeOf } from "#core";
import { clientOptions } from "./clients.ts";
import { failureOf } from "./failures.ts";
import { optionalScopes, scopes } from "./manifest.ts";
import { askedMessages, checkNames as names, tokenAdvice, doctorMessages as words } from "./operator-messages.ts";
import type { SlackSettings } from "./settings.ts";

const timeout = 8_000;
const mostSkew = 120;

/** Looks at the tokens, their scopes and the clock, as Slack sees them. */
export async function diagnose(settings: SlackSettings): Promise<Check[]> {
  const { botToken, appToken, port, apiUrl } = settings;
  const options = clientOptions(timeout, apiUrl);
  const { check: first, reached } = await clock(apiUrl ?? "https://slack.com/api/");
  const notLookedAt = (name: string): Check => ({ name, well: false, says: words.notLookedAt });
  const workspaces = { name: names.workspaces, well: true, says: words.workspaces };
  const requests = { name: names.requests, well: true, says: words.requests(port) };
  return [
    first,
    ...(botToken === null
      ? [workspaces]
      : reached
        ? await bot(new WebClient(botToken, options))
        : [notLookedAt(names.token)]),
    appToken === null ? requests : reached ? await app(new WebClient(appToken, options)) : notLookedAt(names.socket),
  ];
}

async function bot(client: WebClient): Promise<Check[]> {
  const name = names.scopes;
  try {
    const { team, user, response_metadata } = await client.auth.test();
    const has = new Set(response_metadata?.scopes ?? []);
    const missing = scopes.filter((scope) => !has.has(scope));
    const without = optionalScopes.filter((scope) => !has.has(scope));
    return [
      { name: names.token, well: true, says: words.token(user, team) },
      { name, well: missing.length === 0, says: missing.length === 0 ? words.scopes(without) : words.missing(missing) },
    ];
  } catch (error) {
    return [{ name: names.token, well: false, says: askedInVain("SLACK_BOT_TOKEN", error) }];
  }
}

async function app(client: WebClient): Promise<Check> {
  try {
    await client.apps.connections.open({});
    return { name: names.socket, well: true, says: words.socket };
  } catch (error) {
    return { name: names.socket, well: false, says: askedInVain("SLACK_APP_TOKEN", error) };
  }
}

/** Why Slack did not do what it was asked for, and what the operator can do, in one line. */
export function askedInVain(setting: keyof typeof tokenAdvice, error: unknown): string {
  const failure = failureOf(error);
  switch (failure.failure) {
    case "refused":
      return askedMessages.refused(setting, failure.code, tokenAdvice[setting][failure.code]);
    case "limited":
      return askedMessages.limited(setting, Math.ceil(failure.retryAfter / 1_000));
    case "unreached":
    case "unknown":
      return askedMessages.unknown(setting, failure.cause);
  }
}

/** Slack refuses, and is refused, where the clocks are five minutes apart. `reached`: whether Slack answered at all. */
async function clock(apiUrl: string): Promise<{ check: Check; reached: boolean }> {
  const said = (well: boolean, says: string) => ({ check: { name: names.clock, well, says }, reached: true });
  try {
    const before = Date.now();
    const { headers } = await fetch(new URL("api.test", apiUrl), {
      method: "POST",
      signal: AbortSignal.timeout(timeout),
    });
    const theirs = Date.parse(headers.get("date") ?? "");
    if (Number.isNaN(theirs)) return said(true, words.noTime);
    const apart = Math.round(Math.abs(theirs - before) / 1_000);
    return apart <= mostSkew ? said(true, words.within(apart)) : said(false, words.apart(apart));
  } catch (error) {
    // What `fetch` itself says is only that it failed.
    const why = codeOf(error) ?? (error instanceof Error ? error.name : words.noAnswer);
    return { check: { name: names.slack, well: false, says: words.unreached(apiUrl, why) }, reached: false };
  }
}
