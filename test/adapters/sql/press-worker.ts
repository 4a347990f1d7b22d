import { openStore } from "../../../adapters/sql/index.ts";
import { dyingStore } from "./dying-store.ts";
import { doWork } from "./press-work.ts";

/**
 * A process that does what a press asks for, or looks at what is held, and is killed at its step `dies`. It prints
 * how many steps it took, if it got to the end.
 */
const [settings = "{}", work = "{}", now = "0", dies = "0", when = "after"] = process.argv.slice(2);
const at = Number(now);
const store = await openStore({ ...JSON.parse(settings), now: () => at });
const dying = dyingStore(store, Number(dies), when);

await doWork(dying.store, JSON.parse(work), at);
await store.close();
console.log(JSON.stringify({ steps: dying.steps() }));
