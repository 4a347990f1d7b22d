import type { Unanswered } from "./queue.ts";

/** What is said where a usage export was not read to its end. */
export const usageReaderMessages: Record<Unanswered["unanswered"], string> = {
  slow: "Reading took too long and was stopped. Export fewer days, or group them by day and model.",
  busy: "Other usage exports are being read just now. Try again in a minute.",
  ended: "Reading was stopped before it was done. Export fewer days, or group them by day and model.",
  closed: "The program is being stopped. Try again in a minute.",
};
