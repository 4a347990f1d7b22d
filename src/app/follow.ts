import type { Platform } from "../store/rows.ts";

/** What a person did, as far as figures may tell: nothing of who, where or what. `event`: what a platform told by itself. */
export type Interaction = {
  platform: Platform;
  kind: "command" | "shortcut" | "button" | "form" | "search" | "home" | "event" | "other";
};

/** What an adapter says while it answers an interaction. Each may be said again: only the first time counts. */
export type Steps = {
  /** The platform has its first answer. */
  acknowledged(): void;
  /** It is not answered: it was heard before, or asks for nothing of ours. */
  ignored(): void;
};

/**
 * Follows an interaction from when it was heard until all of `work` is done: every line of the log in between has one
 * request id, and the figures count how it ended. Gives what `work` gives, and throws what it throws.
 */
export type Follow = <T>(interaction: Interaction, work: (steps: Steps) => Promise<T>) => Promise<T>;

/** For who counts nothing. */
export const unfollowed: Follow = (_, work) => work({ acknowledged: () => undefined, ignored: () => undefined });
