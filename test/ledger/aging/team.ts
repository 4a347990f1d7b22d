import { type Advisor, createAging, evaluate, type Store, type Tenant } from "#core";
import type { Passed } from "../../../src/ledger/aging/pass.ts";
import { advisorOn } from "../../advisor.ts";
import { keptLog } from "../../wire/team.ts";

/** The daily look over a store, with facts and a day of the test's choosing. `evaluations` counts what was worked out. */
export class DailyLook {
  evaluations = 0;
  readonly log = keptLog();
  readonly #store: Store;
  readonly #now: () => number;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** One round of one process. */
  round(day: string, advisors: (day: string) => Advisor = advisorOn, platforms = ["slack"]): Promise<Passed[]> {
    return createAging({
      store: this.#store,
      platforms,
      advisor: () => advisors(day),
      evaluate: async (answers, on, then) => {
        this.evaluations++;
        return evaluate(advisors(on), answers, then);
      },
      turn: async () => undefined,
      now: this.#now,
      log: this.log.log,
    }).round();
  }
}

/** What the threads of a tenant's decisions were told, by key. */
export async function toldIn(
  store: Store,
  tenant: Tenant,
  decision: string,
): Promise<{ key: string; words: string }[]> {
  const posts = await store.of(tenant).posts(decision);
  return posts
    .filter(({ body }) => (body as { kind: string }).kind === "reply")
    .map(({ key, body }) => ({ key, words: JSON.stringify(body) }));
}
