const invite = "aicost is not in that channel. Invite it there with /invite @aicost, then press Try again.";
const removed = "The app was removed from this workspace: install it again, then press Try again.";

/** What is kept of an answer that is no code of Slack's. None of these is one: Slack's codes have no blanks. */
export type OwnAnswer =
  | "no answer"
  | "not readable"
  | "trouble there"
  | "too fast"
  | "not reached"
  | "picture refused"
  | "picture hidden";

const own: Readonly<Record<OwnAnswer, string>> = {
  "no answer": "Slack gave no answer.",
  "not readable": "Slack's answer could not be read.",
  "trouble there": "Something broke at Slack while it was posted.",
  "too fast": "Slack asks for a pause.",
  "not reached": "Slack cannot be reached just now.",
  "picture refused": "Slack did not take the picture.",
  "picture hidden": "Slack does not show the picture yet.",
};

/** What a person can do about a refused post, by Slack's code. */
const refusals: Readonly<Record<string, string>> = {
  not_in_channel: invite,
  channel_not_found: invite,
  is_archived: "The channel is archived. Edit, and choose another one.",
  restricted_action: "This workspace does not let apps post there. Edit, and choose another channel.",
  restricted_action_read_only_channel: "The channel is read-only for apps. Edit, and choose another one.",
  restricted_action_thread_only_channel: "Only threads are allowed there. Edit, and choose another channel.",
  thread_not_found: "The thread is not there any more. Edit, and post from somewhere else.",
  messages_tab_disabled: "The app may not write to people here: whoever installed it has to turn on its messages tab.",
  user_not_found: "This person is not in the workspace any more. Ask somebody else.",
  cannot_dm_bot: "This is an app, not a person. Ask somebody else.",
  user_disabled: "This person's account is closed. Ask somebody else.",
  cannot_reply_to_message: "The message takes no replies.",
  missing_scope: "The app may not post yet: whoever installed it has to install it again, with chat:write.",
  token_revoked: removed,
  account_inactive: removed,
  invalid_auth: "Slack does not know the app's token any more: install it again, then press Try again.",
  not_installed: "The app is not installed here any more: install it again, then press Try again.",
};

/** What Slack answered to a post, in a sentence, by what is kept of it: one of ours, a code of Slack's, or `HTTP 403`. */
export function answerWords(said: string): string {
  const known: Readonly<Record<string, string>> = { ...own, ...refusals };
  return Object.hasOwn(known, said)
    ? `${known[said]}`
    : `Slack refused it (${said}). Edit, or show this to whoever runs aicost.`;
}
