import { setTimeout as wait } from "node:timers/promises";
import { StoreError } from "#core";
import type { Engine } from "./engine.ts";

/** How long work that met others is tried again, and how often work whose connection broke. */
const patience = 5_000;
const breaks = 4;

/**
 * Runs one piece of work on the database. What passes by itself is tried again after a moment, without holding up anybody
 * else in this process; the rest becomes a `StoreError`. `repeatable: false` is for work that would count twice if its
 * answer, and not the work, was lost.
 */
export async function attempt<T>(
  engine: Pick<Engine, "meaningOf">,
  work: () => Promise<T>,
  repeatable = true,
): Promise<T> {
  const started = performance.now();
  for (let at = 1; ; at++) {
    try {
      return await work();
    } catch (error) {
      const meaning = engine.meaningOf(error);
      if (meaning === undefined) throw error;
      const { kind, says } = meaning;
      const again =
        kind === "busy" ? performance.now() - started < patience : kind === "lost" && repeatable && at < breaks;
      if (!again) throw new StoreError(kind === "busy" ? "locked" : kind, says, error);
      // Two that met must not meet again at once: the wait is uneven.
      await wait(Math.min(200, 5 * at * at) * (0.5 + Math.random()));
    }
  }
}
