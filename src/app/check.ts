/** One thing that was looked at before a chat is served. `says`: what was found, or what to do where it is not well. */
export type Check = { name: string; well: boolean; says: string };
