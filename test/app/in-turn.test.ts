import { afterAll, expect, it } from "vitest";
import { type App, createApp, createBot, type Who } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { directEstimator } from "../at-once.ts";

const store = await openStore({ file: ":memory:", now: () => 0 });
afterAll(() => store.close());

const roomy = { characters: 100_000, blocks: 1_000, text: 10_000 };
const ana: Who = { tenant: { platform: "slack", id: "T1" }, person: "UANA" };
const place = { channel: null };
const requests: Record<string, (app: App) => Promise<unknown>> = {
  ask: (app) => app.ask(ana, { ask: "help" }, place),
  typed: (app) => app.typed(ana, "help", place),
  press: (app) => app.press(ana, { act: "resume", about: "" }, place),
  home: (app) => app.home(ana),
};

it.each(Object.keys(requests))("%s is begun when its turn has come, once, and not before", async (name) => {
  const come = Promise.withResolvers<void>();
  let turns = 0;
  let begun = false;
  const base = { store, now: () => 0, newId: () => "id" };
  const advisor = () => {
    begun = true;
    return advisorOn(exampleDay);
  };
  const app = createApp({
    ...base,
    store: new Proxy(store, {
      get(target, key) {
        begun = true;
        return Reflect.get(target, key);
      },
    }),
    advisor,
    bot: createBot({ ...base, advisor, counter: () => Promise.reject(new Error("nothing was pasted")) }),
    estimator: directEstimator,
    turn() {
      turns++;
      return come.promise;
    },
    asksItself: true,
    advisorOn,
    limits: { form: roomy, answer: roomy, card: roomy, buttonValue: 500 },
    typed: (verb, rest) => `${verb} ${rest}`,
    deliver: async () => undefined,
    chatWords: (answered) => answered,
    linkTo: async () => null,
  });
  const answer = requests[name]?.(app);
  await new Promise(setImmediate);
  expect(begun).toBe(false);
  come.resolve();
  expect(await answer).toHaveProperty("screen");
  expect(turns).toBe(1);
});
