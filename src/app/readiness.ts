import type { Platform } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import type { Log } from "./log.ts";
import { readinessMessages as words } from "./readiness-messages.ts";
import { withTimeout } from "./with-timeout.ts";

/** A post that is due for longer than this, in milliseconds, waits for a dispatcher that does not run, or does not keep up. */
const longestDue = 300_000;

export type ReadinessPorts = {
  store: Pick<Store, "ping" | "outbox">;
  /** Each chat that is set up: null, or one sentence that says why nothing is heard from its platform. */
  chats: () => readonly { platform: Platform; unheard: () => string | null }[];
  /** The program was told to stop. */
  stopping: () => boolean;
  now: () => number;
  /** Resolves when an answer of the store was waited for long enough. */
  limit: () => Promise<unknown>;
  log: Log;
};

/**
 * Whether people can be answered: null, or one sentence that says what is wrong. The store answers, each chat is connected, and
 * no post waits for too long. However many ask at once, the store is asked once.
 */
export function createReadiness({
  store,
  chats,
  stopping,
  now,
  limit,
  log,
}: ReadinessPorts): () => Promise<string | null> {
  let asking: Promise<string | null> | null = null;
  async function ask(): Promise<string | null> {
    try {
      await store.ping();
      const { oldestDue } = await store.outbox(chats().map(({ platform }) => platform));
      const late = oldestDue === null ? 0 : now() - oldestDue;
      return late > longestDue ? words.stuck(Math.floor(late / 60_000)) : null;
    } catch (error) {
      return error instanceof StoreError ? error.message : words.broken(log.fault(error));
    }
  }
  return async () => {
    if (stopping()) return words.stopping;
    for (const { unheard } of chats()) {
      const why = unheard();
      if (why !== null) return why;
    }
    asking ??= ask().finally(() => {
      asking = null;
    });
    const found = await withTimeout(limit(), asking);
    return "ready" in found ? found.ready : words.silent;
  };
}
