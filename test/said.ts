import type { TryReason } from "#core";

/** Why a post waits or did not arrive, as a sentence that somebody made up. */
export const said = (words: string) => ({ is: "worded", words }) as const satisfies TryReason;
