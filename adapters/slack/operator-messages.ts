const page = "https://api.slack.com/apps, your app";

/** What is wrong with settings. */
export const settingMessages = {
  port: (set: string | null) => `PORT is "${set}": a number from 1 to 65535 is needed.`,
  appToken: `SLACK_APP_TOKEN begins with xapp-: ${page}, Basic Information, App-Level Tokens.`,
  botToken: `SLACK_BOT_TOKEN begins with xoxb-: ${page}, OAuth & Permissions, Bot User OAuth Token.`,
  noSecret: `SLACK_SIGNING_SECRET is missing: ${page}, Basic Information, Signing Secret. Or, where Slack cannot reach this program, set SLACK_APP_TOKEN (Socket Mode).`,
  noClientSecret: `SLACK_CLIENT_SECRET is missing beside SLACK_CLIENT_ID: ${page}, Basic Information, App Credentials.`,
  noClientId: `SLACK_CLIENT_ID is missing beside SLACK_CLIENT_SECRET: ${page}, Basic Information, App Credentials.`,
  both: "Set SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many; not both.",
  noBotToken: `SLACK_BOT_TOKEN is missing: ${page}, OAuth & Permissions, Install to Workspace, Bot User OAuth Token.`,
  noKey: "AICOST_KEY is missing: tokens of workspaces are kept only encrypted. Make one with: openssl rand -base64 32",
} as const;

/** How the program tells of Slack, and its verb. */
export const entryMessages = {
  setUpBy: "SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET",
  manifestHelp: "what Slack has to be told of the app",
  wrongUrl: (given: string) =>
    `--url takes the address of this program, such as https://aicost.example.com, not "${given}".`,
  unheard: "Slack is not connected.",
} as const;

/** What `doctor` looks at. */
export const checkNames = {
  slack: "Slack",
  workspaces: "Slack workspaces",
  requests: "Slack requests",
  token: "Slack token",
  socket: "Slack Socket Mode",
  scopes: "Slack scopes",
  clock: "Clock",
} as const;

/** What `doctor` says of Slack. */
export const doctorMessages = {
  notLookedAt: "not looked at, as Slack cannot be reached",
  workspaces: "each installs by itself at /slack/install",
  requests: (port: number) => `heard on port ${port}, checked by the signing secret`,
  /** `without`: scopes that are asked for and done without. */
  scopes: (without: readonly string[]) =>
    without.length === 0 ? "all" : `enough; done without: ${without.join(", ")}`,
  missing: (scopes: readonly string[]) => `missing: ${scopes.join(", ")}. Add them and install the app again.`,
  token: (user = "a bot", team = "a workspace") => `${user} in ${team}`,
  socket: "a connection can be opened",
  noTime: "Slack did not say the time",
  within: (seconds: number) => `within ${seconds} s of Slack's`,
  apart: (seconds: number) => `${seconds} s apart from Slack's: set this machine's clock.`,
  unreached: (address: string, why: string) =>
    `cannot be reached at ${address} (${why}): look at the network, a proxy, and SLACK_API_URL.`,
  noAnswer: "no answer",
} as const;

const tokenPage = "OAuth & Permissions";
const again = `Install the app again, and copy the token anew from ${tokenPage}.`;
const appTokens = "Copy it again from Basic Information, App-Level Tokens: it needs connections:write.";

type Advice = Readonly<Record<string, string>>;

/** What to do about a token, by the code with which Slack refuses it. */
export const tokenAdvice: Readonly<Record<"SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN", Advice>> = {
  SLACK_BOT_TOKEN: {
    invalid_auth: `Copy it again from ${tokenPage}.`,
    not_authed: `Copy it again from ${tokenPage}.`,
    not_allowed_token_type: `Copy it again from ${tokenPage}: it begins with xoxb-.`,
    token_revoked: again,
    token_expired: again,
    account_inactive: again,
  },
  SLACK_APP_TOKEN: {
    invalid_auth: appTokens,
    not_authed: appTokens,
    token_revoked: appTokens,
    not_allowed_token_type: appTokens,
    missing_scope: appTokens,
    no_permission: appTokens,
  },
};

/** Why Slack did not say that a token is right. `setting`: its name. */
export const askedMessages = {
  refused: (setting: string, code: string, advice: string | undefined) =>
    `${setting}: Slack refuses it (${code}). ${advice ?? "See the app's settings at https://api.slack.com/apps, Socket Mode among them."}`,
  limited: (setting: string, seconds: number) => `${setting}: Slack asks for a pause of ${seconds} s. Then try again.`,
  unknown: (setting: string, cause: string) =>
    `${setting}: Slack did not say whether it is right (${cause}). Try again in a minute.`,
} as const;
