import { RespondError } from "@slack/bolt";
import type { Log } from "#core";
import type { Clients } from "./clients.ts";
import type { SlackMessage } from "./message.ts";

/** What a handler may do to the one who acted. */
export type Responder = {
  ui: Clients["ui"];
  /** An answer that only this person sees, through the address that came with what they did. */
  respond(message: SlackMessage & { replace_original: boolean }): Promise<void>;
};

type Respond = (message: Parameters<Responder["respond"]>[0] & { response_type: "ephemeral" }) => Promise<unknown>;

/** `respond`: what Bolt made of the payload's address, if it had one. */
export function responderTo(log: Log, ui: Responder["ui"], respond: unknown): Responder {
  return {
    ui,
    async respond(message) {
      // A modal that was opened from nowhere has no address to answer to.
      if (typeof respond !== "function") return;
      try {
        await (respond as Respond)({ response_type: "ephemeral", ...message });
      } catch (error) {
        // The address lives half an hour and five uses. What was to be said can be asked for again.
        if (error instanceof RespondError) log.warn("an answer had nowhere to go", error.statusCode);
        // What `fetch` throws where nobody was reached, or nobody answered.
        else if (error instanceof TypeError && error.cause !== undefined)
          log.warn("an answer did not arrive", String(error.cause));
        else throw error;
      }
    },
  };
}
