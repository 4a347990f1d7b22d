import type { Who } from "#core";

/** A terminal has one person: whoever can read the file of the store. */
export const localUser: Who = { tenant: { platform: "terminal", id: "local" }, person: "me" };
