import { WebClient } from "@slack/web-api";
import type { Check } from "#core";
import { clientOptions } from "./clients.ts";
import { failureOf } from "./failures.ts";
import { optionalScopes, scopes } from "./manifest.ts";
import type { SlackSettings } from "./settings.ts";

const timeout = 8_000;
const mostSkew = 120;

/** Looks at the tokens, their scopes and the clock, as Slack sees them. */
export async function diagnose(settings: SlackSettings): Promise<Check[]> {
  const options = clientOptions(timeout, settings.apiUrl);
  const checks: Check[] = [await clock(settings.apiUrl ?? "https://slack.com/api/")];
  if (settings.botToken !== null) checks.push(...(await bot(new WebClient(settings.botToken, options))));
  else checks.push({ name: "Slack workspaces", well: true, says: "each installs by itself at /slack/install" });
  if (settings.appToken !== null) checks.push(await app(new WebClient(settings.appToken, options)));
  else
    checks.push({
      name: "Slack requests",
      well: true,
      says: `heard on port ${settings.port}, checked by the signing secret`,
    });
  return checks;
}

async function bot(client: WebClient): Promise<Check[]> {
  try {
    const { team, user, response_metadata } = await client.auth.test();
    const has = new Set(response_metadata?.scopes ?? []);
    const missing = scopes.filter((scope) => !has.has(scope));
    const without = optionalScopes.filter((scope) => !has.has(scope));
    return [
      { name: "Slack token", well: true, says: `${user} in ${team}` },
      missing.length === 0
        ? {
            name: "Slack scopes",
            well: true,
            says: without.length === 0 ? "all" : `enough; done without: ${without.join(", ")}`,
          }
        : {
            name: "Slack scopes",
            well: false,
            says: `missing: ${missing.join(", ")}. Add them and install the app again.`,
          },
    ];
  } catch (error) {
    return [
      {
        name: "Slack token",
        well: false,
        says: `SLACK_BOT_TOKEN: ${reason(error)}. Copy it again from OAuth & Permissions.`,
      },
    ];
  }
}

async function app(client: WebClient): Promise<Check> {
  try {
    await client.apps.connections.open({});
    return { name: "Slack Socket Mode", well: true, says: "a connection can be opened" };
  } catch (error) {
    return {
      name: "Slack Socket Mode",
      well: false,
      says: `SLACK_APP_TOKEN: ${reason(error)}. It needs connections:write, and Socket Mode has to be on.`,
    };
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
    return {
      name: "Slack",
      well: false,
      says: `cannot be reached: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

function reason(error: unknown): string {
  const failure = failureOf(error);
  return failure.failure === "refused" ? failure.code : "cause" in failure ? failure.cause : "Slack asks for a pause";
}
