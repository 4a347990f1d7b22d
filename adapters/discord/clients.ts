import { REST } from "discord.js";

/** Two clients: what a person waits for is tried once, within the time that is left; posts know how they ended. */
export type Rests = { ui: REST; post: REST };

export function createRests(token: string, api: string | undefined): Rests {
  const make = (timeout: number) => {
    const rest = new REST({
      version: "10",
      // A callback that is sent again is refused as a second answer; a post that is sent again may be a second post.
      retries: 0,
      timeout,
      // Otherwise a limit would hold up whatever comes after.
      rejectOnRateLimit: () => true,
      invalidRequestWarningInterval: 100,
      ...(api === undefined ? {} : { api }),
    });
    return rest.setToken(token);
  };
  return { ui: make(2_500), post: make(10_000) };
}
