import { type Check, clean, type Output, type Store, StoreError } from "#core";
import type { TerminalPorts } from "./ports.ts";
import type { Printed } from "./printed.ts";

/** Encrypts every stored token anew, after AICOST_KEY was given a new first key. */
export async function rotateVerb(ports: TerminalPorts): Promise<Output> {
  if (!ports.env.AICOST_KEY)
    return { misuse: "AICOST_KEY is not set: put the new key in front of the old one, such as AICOST_KEY=new,old." };
  return withStore(ports, async (store) => {
    const tokens = await store.rotateKeys();
    const said = `${tokens} ${tokens === 1 ? "token is" : "tokens are"} encrypted with the first key of AICOST_KEY now.`;
    return { text: `${said} The keys behind it are not needed here any more.` };
  });
}

export function doctorVerb(checks: readonly Check[] | { misuse: string }): Printed {
  if ("misuse" in checks) return checks;
  const lines = checks.map(({ name, well, says }) => clean(`${well ? "well " : "WRONG"}  ${name}: ${says}`));
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
