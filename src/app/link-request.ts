/** Linking two places of one team. `code`: as it was typed; empty where one is asked for. */
export type LinkRequest = { ask: "link"; code: string } | { ask: "unlink" };
