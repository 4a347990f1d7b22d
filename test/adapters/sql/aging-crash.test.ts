import { describe, expect, inject, it } from "vitest";
import { createBot, type Store, type Tenant } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { complete } from "../../app/channels.ts";
import { fill } from "../../conversation/play.ts";
import { advisors, withRow } from "../../ledger/aging/other-facts.ts";
import { DailyLook, toldIn } from "../../ledger/aging/team.ts";
import { type Fresh, onFiles, onSchemas, runWorker, type Settings } from "./killing.ts";

const tenant: Tenant = { platform: "slack", id: "T1" };
const start = 1_795_000_000_000;
/** Past the lease of a process that was killed. */
const later = 400_000;

const dearer = advisors(
  withRow("openai-chatgpt-plus", (row) => {
    row.price.amount = "26";
  }),
);

/** A decision with its card in two channels. Gives its id. */
async function decide(store: Store): Promise<string> {
  const ports = { store, advisor: () => advisorOn(exampleDay), now: () => start, newId: () => "x" };
  const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("nothing is pasted")) });
  const who = { tenant, person: "U1" };
  let reply = await bot.begin(who, false);
  while (reply.screen.id !== "review") {
    const { ticket, screen } = reply;
    const values = fill(screen.fields, complete);
    reply = await bot.act(who, ticket ?? "", { event: "submit", page: screen.id, values });
  }
  const decided = await bot.decide(who, reply.ticket ?? "", ["C1", "C2"]);
  if (!("decision" in decided)) throw new Error("not decided");
  const { id } = decided.decision;
  for (const { key } of await store.of(tenant).posts(id)) await store.of(tenant).arrived(key, `m ${key}`, start);
  return id;
}

const run = (settings: Settings, dies: number, when: "after" | "during") =>
  runWorker(new URL("aging-worker.ts", import.meta.url), [
    JSON.stringify(settings),
    exampleDay,
    String(start),
    String(dies),
    when,
  ]);

async function check(fresh: Fresh, when: "after" | "during"): Promise<void> {
  let kills = 0;
  for (let dies = 1; ; dies++) {
    const settings = await fresh(dies);
    const store = await openStore({ ...settings, now: () => start });
    const id = await decide(store);
    const ended = await run(settings, dies, when);
    if (ended === null) {
      kills++;
      // Another process goes on, past the lease of the one that was killed.
      const look = new DailyLook(store, () => start + later);
      await look.round(exampleDay, dearer);
      expect(look.log.faults).toEqual([]);
    }
    const told = await toldIn(store, tenant, id);
    expect(told.map(({ key }) => key.split(":").at(-1)).sort(), `killed ${when} step ${dies}`).toEqual(["C1", "C2"]);
    expect((await store.of(tenant).aging(id))?.aged?.heard).not.toBeNull();
    await store.close();
    if (ended !== null) break;
  }
  // Claim, page, posts, decision, setting, what was found, how far it got.
  expect(kills).toBeGreaterThanOrEqual(7);
}

describe("a daily look that is killed between any two steps tells every thread once", () => {
  it("on SQLite", () => onFiles((fresh) => check(fresh, "after")));

  const postgres = inject("postgres");
  if ("missing" in postgres) it.skip(`on PostgreSQL: ${postgres.missing}`, () => undefined);
  else
    it.each(["after", "during"] as const)("on PostgreSQL, %s each", (when) =>
      onSchemas(postgres.url, (fresh) => check(fresh, when)),
    );
});
