import type { Env } from "#core";

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

const page = "https://api.slack.com/apps, your app";

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
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { problem: `PORT is "${set("PORT")}": a number from 1 to 65535 is needed.` };
  if (appToken && !appToken.startsWith("xapp-"))
    return { problem: `SLACK_APP_TOKEN begins with xapp-: ${page}, Basic Information, App-Level Tokens.` };
  if (botToken && !botToken.startsWith("xoxb-"))
    return { problem: `SLACK_BOT_TOKEN begins with xoxb-: ${page}, OAuth & Permissions, Bot User OAuth Token.` };
  if (!appToken && !signingSecret)
    return {
      problem: `SLACK_SIGNING_SECRET is missing: ${page}, Basic Information, Signing Secret. Or, where Slack cannot reach this program, set SLACK_APP_TOKEN (Socket Mode).`,
    };
  if (clientId && !clientSecret)
    return {
      problem: `SLACK_CLIENT_SECRET is missing beside SLACK_CLIENT_ID: ${page}, Basic Information, App Credentials.`,
    };
  if (clientSecret && !clientId)
    return {
      problem: `SLACK_CLIENT_ID is missing beside SLACK_CLIENT_SECRET: ${page}, Basic Information, App Credentials.`,
    };
  if (botToken && clientId)
    return {
      problem: "Set SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many; not both.",
    };
  if (!botToken && !clientId)
    return {
      problem: `SLACK_BOT_TOKEN is missing: ${page}, OAuth & Permissions, Install to Workspace, Bot User OAuth Token.`,
    };
  if (clientId && !set("AICOST_KEY"))
    return {
      problem:
        "AICOST_KEY is missing: tokens of workspaces are kept only encrypted. Make one with: openssl rand -base64 32",
    };
  return {
    appToken: appToken ?? null,
    signingSecret: signingSecret ?? "",
    port,
    botToken: botToken ?? null,
    oauth: clientId && clientSecret ? { clientId, clientSecret, redirectUri: set("SLACK_REDIRECT_URI") } : null,
    apiUrl: set("SLACK_API_URL") ?? undefined,
  };
}
