import type { Store } from "#core";

/**
 * A store whose process is killed at the step `dies`: `after` it, or `during` it, with the database still at work. A step is
 * one question. `steps` tells how many there were.
 */
export function dyingStore(store: Store, dies: number, when: string): { store: Store; steps: () => number } {
  let steps = 0;
  function step<A extends unknown[], R>(work: (...given: A) => Promise<R>) {
    return async (...given: A): Promise<R> => {
      const mine = ++steps === dies;
      if (mine && when === "during") setImmediate(() => process.kill(process.pid, "SIGKILL"));
      const done = await work(...given);
      if (mine) process.kill(process.pid, "SIGKILL");
      return done;
    };
  }
  const counted = <T extends object>(them: T): T =>
    Object.fromEntries(
      Object.entries(them).map(([name, work]) => [name, name === "of" || name === "close" ? work : step(work)]),
    ) as T;
  return { store: { ...counted(store), of: (tenant) => counted(store.of(tenant)) }, steps: () => steps };
}
