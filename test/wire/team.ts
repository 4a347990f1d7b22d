import type { Log } from "#core";

/** A log that keeps what was said, so that a test can ask for it. */
export function keptLog(): { log: Log; faults: unknown[]; warnings: string[] } {
  const faults: unknown[] = [];
  const warnings: string[] = [];
  const log: Log = {
    info: () => undefined,
    warn: (words, details) => warnings.push(`${words} ${JSON.stringify(details)}`),
    fault(error) {
      faults.push(error);
      return `ref${faults.length}`;
    },
  };
  return { log, faults, warnings };
}

/** Rounds until something is so, for six seconds at most: a channel rests a second after each post. */
export async function roundsUntil(round: () => Promise<unknown>, until: () => boolean): Promise<void> {
  for (const end = Date.now() + 6_000; !until() && Date.now() < end; ) {
    await round();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
