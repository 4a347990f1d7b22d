import type { StoreError } from "../store/store-error.ts";

const again = "Nothing is lost. Try again in a moment.";
const notKept = "What was kept before is safe. Your last step was not kept. Tell the person who runs aicost.";

/** What can truly be said of what is kept, and what to do. */
const nextStep: Record<StoreError["kind"], string> = {
  missing: again,
  locked: again,
  lost: again,
  full: notKept,
  readonly: notKept,
  newer: notKept,
  key: notKept,
  corrupt: "Tell the person who runs aicost.",
};

/** What stands for an answer that could not be made. */
export const failureMessages = {
  title: "That did not work",
  ours: (reference: string) =>
    `Something is wrong inside aicost, not with what you did. Try again. Reference ${reference} is for the person who runs aicost.`,
  /** A store that could not: what it says, and what to do. */
  store: ({ kind, message }: StoreError) => `${message} ${nextStep[kind]}`,
} as const;
