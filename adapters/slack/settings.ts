import type { Env } from "#core";
import { settingMessages as words } from "./operator-messages.ts";

/** How Slack reaches this program, and with which token it answers. */
export type SlackSettings = {
  /** Socket Mode: Slack is called, so that nothing has to be reachable from outside. Null: over HTTP. */
  appToken: string | null;
  signingSecret: string;
  port: number;
  /** One workspace. Null: many, which install by themselves. */
  botToken: string | null;
  oauth: { clientId: string; clientSecret: string; redirectUri: string | null } | null;
  /** Another address of the Web API, such as a proxy. */
  apiUrl: string | undefined;
};

/** Every setting of this adapter. */
export const settingNames = [
  "SLACK_APP_TOKEN",
  "SLACK_BOT_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_ID",
  "SLACK_CLIENT_SECRET",
  "SLACK_REDIRECT_URI",
  "SLACK_API_URL",
  "PORT",
] as const;

/**
 * The settings of this adapter; null when nothing of Slack is set; or one line that says what is missing or wrong and where to
 * get it.
 */
export function readSettings(env: Env): SlackSettings | null | { problem: string } {
  const names = settingNames.slice(0, 5);
  const set = (name: string) => env[name]?.trim() || null;
  if (names.every((name) => set(name) === null)) return null;
  const [appToken, botToken, signingSecret, clientId, clientSecret] = names.map(set);
  const port = Number(set("PORT") ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { problem: words.port(set("PORT")) };
  if (appToken && !appToken.startsWith("xapp-")) return { problem: words.appToken };
  if (botToken && !botToken.startsWith("xoxb-")) return { problem: words.botToken };
  if (!appToken && !signingSecret) return { problem: words.noSecret };
  if (clientId && !clientSecret) return { problem: words.noClientSecret };
  if (clientSecret && !clientId) return { problem: words.noClientId };
  if (botToken && clientId) return { problem: words.both };
  if (!botToken && !clientId) return { problem: words.noBotToken };
  if (clientId && !set("AICOST_KEY")) return { problem: words.noKey };
  return {
    appToken: appToken ?? null,
    signingSecret: signingSecret ?? "",
    port,
    botToken: botToken ?? null,
    oauth: clientId && clientSecret ? { clientId, clientSecret, redirectUri: set("SLACK_REDIRECT_URI") } : null,
    apiUrl: set("SLACK_API_URL") ?? undefined,
  };
}
