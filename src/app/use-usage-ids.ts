/** What becomes of a conversation that waits when a usage is used: it stays and gets the measured work, or it gives way. */
export const usages = ["add", "fresh"] as const;
export type UseOf = (typeof usages)[number];
