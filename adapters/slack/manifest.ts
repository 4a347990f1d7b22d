import { manifestWords as words } from "./manifest-words.ts";

/** The one command, and what else opens the advisor. The manifest is made from these, and the listeners hear them. */
export const command = "/aicost";
export const shortcuts = { anywhere: "aicost_start", onMessage: "aicost_start_here" } as const;
export const events = ["app_home_opened", "app_uninstalled", "tokens_revoked"] as const;
export const scopes = ["commands", "chat:write"] as const;
/**
 * Asked for, and done without: posting to public channels uninvited; asking what somebody is called who was picked, and
 * whose people they are in an organisation; what a channel is called that was chosen to post to; putting a picture on
 * a card; and reading the usage export that somebody hands over, on a message or in a window (`file_input` needs it, too).
 */
export const optionalScopes = [
  "chat:write.public",
  "users:read",
  "channels:read",
  "groups:read",
  "files:write",
  "files:read",
] as const;
export const paths = {
  events: "/slack/events",
  install: "/slack/install",
  redirect: "/slack/oauth_redirect",
} as const;

/** What Slack has to be told of the app. `url`: where this program is reached; null for Socket Mode. */
export function manifest(url: string | null) {
  const requests = url === null ? {} : { request_url: `${url}${paths.events}` };
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: "aicost",
      description: words.app,
      background_color: "#1f3a34",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: "aicost", always_online: true },
      shortcuts: [
        {
          name: words.anywhere.name,
          type: "global",
          callback_id: shortcuts.anywhere,
          description: words.anywhere.does,
        },
        {
          name: words.onMessage.name,
          type: "message",
          callback_id: shortcuts.onMessage,
          description: words.onMessage.does,
        },
      ],
      slash_commands: [
        {
          command,
          description: words.command.does,
          usage_hint: words.command.usage,
          should_escape: false,
          ...(url === null ? {} : { url: `${url}${paths.events}` }),
        },
      ],
    },
    oauth_config: {
      // An optional scope stands in both lists: docs.slack.dev/authentication/installing-with-oauth.
      scopes: { bot: [...scopes, ...optionalScopes], bot_optional: [...optionalScopes] },
      ...(url === null ? {} : { redirect_urls: [`${url}${paths.redirect}`] }),
    },
    settings: {
      event_subscriptions: { ...requests, bot_events: [...events] },
      interactivity: {
        is_enabled: true,
        ...requests,
        // Where a select looks its options up.
        ...(url === null ? {} : { message_menu_options_url: `${url}${paths.events}` }),
      },
      org_deploy_enabled: true,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}
