import type { NotHad } from "#core";

/** What is said of a file that somebody handed over, where it could not be had, or asked for. */
export const fileMessages = {
  notHad: {
    foreign: "Slack does not keep this file itself. Save it, then choose it here.",
    refused:
      "Slack did not let aicost read the file. Choose it here, or ask the person who installed aicost to allow files:read.",
    gone: "The file is not in Slack any more. Choose it again.",
    "too large": "The file has more than 5 MB. Export fewer days, or group them by day and model.",
    "no answer": "Slack did not send the file. Try again in a minute.",
    busy: "Many files are being read just now. Try again in a minute.",
  } satisfies Record<NotHad["not"], string>,
  noInput: {
    title: "Files are not allowed yet",
    text: "Slack does not let aicost read files yet. Ask the person who installed it to allow files:read.",
    questions: "Open the questions",
  },
} as const;
