import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Follow, Interaction } from "#core";

/** How an interaction ended, by the worst of its lines in the log: so that whoever sees a figure finds the lines. */
export type Outcome = "answered" | "ignored" | "warned" | "failed";

/** What hears of interactions, for figures. */
export type Followers = {
  /** The platform has its first answer, so many seconds after it was heard. */
  acknowledged(interaction: Interaction, seconds: number): void;
  ended(interaction: Interaction, outcome: Outcome): void;
};

type Request = { request: string; outcome: Outcome };
const requests = new AsyncLocalStorage<Request | null>();

/** The id of the interaction that is being answered here, for each line of the log. */
export function requestHere(): { request?: string } {
  const here = requests.getStore();
  return here ? { request: here.request } : {};
}

/** A line was written that is worse than what was before it. */
export function noteHere(outcome: "warned" | "failed"): void {
  const here = requests.getStore();
  if (here && here.outcome !== "failed") here.outcome = outcome;
}

/** Work that was begun in an interaction and is not its own, such as bringing out what others wait for. */
export function apart<T>(work: () => T): T {
  return requests.run(null, work);
}

/** Follows interactions. `clock` gives milliseconds that never go back. */
export function createFollow(followers: Followers | null, clock: () => number): Follow {
  return (interaction, work) => {
    const here: Request = { request: randomBytes(6).toString("hex"), outcome: "answered" };
    const heardAt = clock();
    let acknowledged = false;
    return requests.run(here, async () => {
      try {
        return await work({
          acknowledged() {
            if (!acknowledged) followers?.acknowledged(interaction, (clock() - heardAt) / 1_000);
            acknowledged = true;
          },
          ignored() {
            if (here.outcome === "answered") here.outcome = "ignored";
          },
        });
      } catch (error) {
        here.outcome = "failed";
        throw error;
      } finally {
        followers?.ended(interaction, here.outcome);
      }
    });
  };
}
