import type { NotHad } from "#core";

/** What is said of a file that somebody handed over, where it could not be had. */
export const fileMessages: Record<NotHad["not"], string> = {
  foreign: "Discord does not keep this file itself. Save it, then attach it.",
  refused: "Discord did not send the file. Attach it again.",
  gone: "The file is not in Discord any more. Attach it again.",
  "too large": "The file has more than 5 MB. Export fewer days, or group them by day and model.",
  "no answer": "Discord did not send the file. Try again in a minute.",
  busy: "Many files are being read just now. Try again in a minute.",
};
