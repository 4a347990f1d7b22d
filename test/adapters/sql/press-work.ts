import { createApp, createBot, createReminding, type Store } from "#core";
import type { Press } from "../../../src/app/press.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { atOnce, directEstimator } from "../../at-once.ts";

/** What somebody presses; `press`: null where what is held is looked at. */
export type Work = { person: string; press: Press | null };

/** Does it at a moment. What is in the outbox then is brought out by whoever comes next. */
export async function doWork(store: Store, { person, press }: Work, at: number): Promise<void> {
  if (press === null) {
    const log = { fault: (error: unknown) => String(console.error(error)) };
    await createReminding({ store, platforms: ["slack"], now: () => at, log }).round();
    return;
  }
  const base = { store, advisor: () => advisorOn(exampleDay), now: () => at, newId: () => "new" };
  const roomy = { characters: 50_000, blocks: 1_000, text: 10_000 };
  const app = createApp({
    ...base,
    bot: createBot({ ...base, counter: () => Promise.reject(new Error("nothing is pasted")) }),
    estimator: directEstimator,
    turn: atOnce,
    asksItself: true,
    advisorOn: () => advisorOn(exampleDay),
    limits: { form: roomy, answer: roomy, card: roomy, buttonValue: 500 },
    typed: (verb, rest) => `/aicost ${verb} ${rest}`,
    deliver: async () => undefined,
    chatWords: (answered) => answered,
    linkTo: async () => null,
  });
  await app.press({ tenant: { platform: "slack", id: "T1" }, person }, press, { channel: "C1" });
}
