import {
  type ChatAdapter,
  createPages,
  createReadiness,
  type Log,
  type OperatorPages,
  type Store,
  type TenantStore,
} from "#core";

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

/** What the program answers to whoever looks after it, for an end that runs without the program. */
export function pagesOf(store: Store, adapter: () => ChatAdapter, now: () => number, log: Log): OperatorPages {
  const chats = () => [{ platform: adapter().sender.platform, unheard: adapter().unheard }];
  const limit = () => new Promise<void>((resolve) => setTimeout(resolve, 1_000).unref());
  return createPages({
    ready: createReadiness({ store, chats, stopping: () => false, now, limit, log }),
    figures: null,
  });
}

/** Against hanging only: nothing here may depend on how fast the machine is. */
const patience = 120_000;

/** Waits until something is so. Throws where it never is. */
export async function until(done: () => unknown, what = String(done)): Promise<void> {
  for (const end = performance.now() + patience; !(await done()); ) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A clock that can be put forward, so that nobody has to wait for what takes its time. */
export function testClock() {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    later(milliseconds: number) {
      ahead += milliseconds;
    },
  };
}

/** Rounds until something is so. A channel rests a second after each post: the clock goes on by a part of it each time. */
export async function roundsUntil(
  round: () => Promise<unknown>,
  later: (milliseconds: number) => void,
  done: () => boolean,
): Promise<void> {
  await until(async () => {
    if (done()) return true;
    await round();
    later(250);
    return done();
  }, String(done));
}

/**
 * Waits until nothing happens any more between an app and a platform in this one process: what is on its way arrives within
 * a few turns of the event loop, however long a turn takes. `busy` says how many calls are being answered.
 */
export async function calm(busy: () => number): Promise<void> {
  for (let turns = 0; turns < 50; turns = busy() > 0 ? 0 : turns + 1)
    await new Promise((resolve) => setImmediate(resolve));
}

/** A store of which some methods wait, from `hold` until `release`. */
export function heldStore(names: readonly (keyof TenantStore)[]) {
  let gate: { promise: Promise<void>; resolve: () => void } | null = null;
  const waiting = { calls: 0 };
  const wrap = (store: Store): Store => ({
    ...store,
    of: (tenant) =>
      new Proxy(store.of(tenant), {
        get(target, name: keyof TenantStore) {
          if (!names.includes(name)) return target[name];
          return async (...given: unknown[]) => {
            if (gate !== null) {
              waiting.calls++;
              await gate.promise;
            }
            return (target[name] as (...all: unknown[]) => unknown)(...given);
          };
        },
      }),
  });
  return {
    wrap,
    waiting,
    hold() {
      gate ??= Promise.withResolvers<void>();
    },
    release() {
      gate?.resolve();
      gate = null;
    },
  };
}
