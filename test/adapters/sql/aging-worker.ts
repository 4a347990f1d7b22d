import { createAging, evaluate, type Store } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { advisors, withRow } from "../../ledger/aging/other-facts.ts";

/**
 * A process that looks at all decisions with other facts, and is killed at its step `dies`: `after` it, or `during` it, with
 * the database still at work. A step is one question to the store. It prints how many steps it took, if it got to the end.
 */
const [settings = "{}", day = "", now = "0", dies = "0", when = "after"] = process.argv.slice(2);
const at = Number(now);
const store = await openStore({ ...JSON.parse(settings), now: () => at });
let steps = 0;

function step<A extends unknown[], R>(work: (...given: A) => Promise<R>) {
  return async (...given: A): Promise<R> => {
    const mine = ++steps === Number(dies);
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
const watched: Store = { ...counted(store), of: (tenant) => counted(store.of(tenant)) };

const facts = advisors(
  withRow("openai-chatgpt-plus", (row) => {
    row.price.amount = "26";
  }),
);
const aging = createAging({
  store: watched,
  platforms: ["slack"],
  advisor: () => facts(day),
  evaluate: async (answers, on, then) => evaluate(facts(on), answers, then),
  turn: async () => undefined,
  now: () => at,
  log: { info: () => undefined, warn: () => undefined, fault: (error) => String(console.error(error)) },
});
const done = await aging.round();
await store.close();
console.log(JSON.stringify({ steps, done }));
