import type { ChatEntry } from "#core";
import { discordEntry } from "./discord/entry.ts";
import { slackEntry } from "./slack/entry.ts";

/** Every chat that people can be served in. Another one is a folder and a line here. */
export const chats: readonly ChatEntry[] = [slackEntry, discordEntry];
