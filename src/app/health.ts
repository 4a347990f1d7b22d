import type { Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import type { Log } from "./log.ts";
import { withTimeout } from "./with-timeout.ts";

/**
 * Whether the store answers: null, or one sentence that says what is wrong. However many ask at once, the store is asked
 * once. `limit`: resolves when an answer was waited for long enough.
 */
export function createHealth(store: Store, limit: () => Promise<unknown>, log: Log): () => Promise<string | null> {
  let asking: Promise<string | null> | null = null;
  const ask = () =>
    store
      .ping()
      .then(
        () => null,
        (error: unknown) => {
          if (error instanceof StoreError) return error.message;
          return `The database cannot be asked. Reference ${log.fault(error)}.`;
        },
      )
      .finally(() => {
        asking = null;
      });
  return async () => {
    asking ??= ask();
    const found = await withTimeout(limit(), asking);
    return "ready" in found ? found.ready : "The database does not answer.";
  };
}
