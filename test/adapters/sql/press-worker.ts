import type { Store } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { doWork } from "./press-work.ts";

/**
 * A process that does what a press asks for, or looks at what is held, and is killed at its step `dies`: `after` it, or `during`
 * it, with the database still at work. A step is one question to the store. It prints how many steps it took, if it got to the
 * end.
 */
const [settings = "{}", work = "{}", now = "0", dies = "0", when = "after"] = process.argv.slice(2);
const at = Number(now);
const store = await openStore({ ...JSON.parse(settings), now: () => at });
let steps = 0;

function step<A extends unknown[], R>(asked: (...given: A) => Promise<R>) {
  return async (...given: A): Promise<R> => {
    const mine = ++steps === Number(dies);
    if (mine && when === "during") setImmediate(() => process.kill(process.pid, "SIGKILL"));
    const done = await asked(...given);
    if (mine) process.kill(process.pid, "SIGKILL");
    return done;
  };
}

const counted = <T extends object>(them: T): T =>
  Object.fromEntries(
    Object.entries(them).map(([name, asked]) => [name, name === "of" || name === "close" ? asked : step(asked)]),
  ) as T;
const watched: Store = { ...counted(store), of: (tenant) => counted(store.of(tenant)) };

await doWork(watched, JSON.parse(work), at);
await store.close();
console.log(JSON.stringify({ steps }));
