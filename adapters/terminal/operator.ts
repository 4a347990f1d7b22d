import { type Check, clean, type Output, type Store, StoreError } from "#core";
import { checkLine, rotateMessages } from "./operator-messages.ts";
import type { TerminalPorts } from "./ports.ts";
import type { Printed } from "./printed.ts";

/** Encrypts every stored token anew, after AICOST_KEY was given a new first key. */
export async function rotateVerb(ports: TerminalPorts): Promise<Output> {
  if (!ports.env.AICOST_KEY) return { misuse: rotateMessages.noKey };
  return withStore(ports, async (store) => ({ text: rotateMessages.done(await store.rotateKeys()) }));
}

export function doctorVerb(checks: readonly Check[] | { misuse: string }): Printed {
  if ("misuse" in checks) return checks;
  const lines = checks.map(({ name, well, says }) => clean(checkLine(well, name, says)));
  return checks.every(({ well }) => well) ? { text: lines.join("\n") } : { misuses: lines };
}

/** What the world did to the store is a sentence here; a bug goes on. */
export async function withStore<T>(
  ports: TerminalPorts,
  work: (store: Store) => Promise<T>,
): Promise<T | { misuse: string }> {
  try {
    const store = await ports.openStore();
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) return { misuse: error.message };
    throw error;
  }
}
