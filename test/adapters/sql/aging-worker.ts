import { createAging, evaluate } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { advisors, withRow } from "../../ledger/aging/other-facts.ts";
import { dyingStore } from "./dying-store.ts";

/**
 * A process that looks at all decisions with other facts, and is killed at its step `dies`. It prints how many steps it took, if it got to the end.
 */
const [settings = "{}", day = "", now = "0", dies = "0", when = "after"] = process.argv.slice(2);
const at = Number(now);
const store = await openStore({ ...JSON.parse(settings), now: () => at });
const dying = dyingStore(store, Number(dies), when);

const facts = advisors(
  withRow("openai-chatgpt-plus", (row) => {
    row.price.amount = "26";
  }),
);
const aging = createAging({
  store: dying.store,
  platforms: ["slack"],
  advisor: () => facts(day),
  evaluate: async (answers, on, then) => evaluate(facts(on), answers, then),
  turn: async () => undefined,
  now: () => at,
  log: { info: () => undefined, warn: () => undefined, fault: (error) => String(console.error(error)) },
});
const done = await aging.round();
await store.close();
console.log(JSON.stringify({ steps: dying.steps(), done }));
