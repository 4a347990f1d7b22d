import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Store, Tenant } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { holdingRow } from "../../suites/holdings.ts";

const team: Tenant = { platform: "slack", id: "T-gone" };
const now = () => 1_795_000_000_000;
let folder = "";
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "aicost-forget-"));
  store = await openStore({ file: join(folder, "aicost.db"), keys: Buffer.alloc(32, 7).toString("base64"), now });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The tables that hold something of a tenant, and are empty: what is kept there would be forgotten by nobody. */
function emptyTables(): string[] {
  const raw = new DatabaseSync(join(folder, "aicost.db"));
  const tables = raw.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").all();
  const empty = tables.filter(({ name }) => {
    const columns = raw.prepare("select name from pragma_table_info(?)").all(String(name));
    return (
      columns.some((column) => column.name === "tenant") && raw.prepare(`select 1 from "${name}"`).get() === undefined
    );
  });
  raw.close();
  return empty.map(({ name }) => String(name));
}

/** Every cell of every table that holds this word: nothing can hide in a table that somebody adds later. */
function cellsWith(word: string): string[] {
  const raw = new DatabaseSync(join(folder, "aicost.db"));
  const tables = raw.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").all();
  const found = tables.flatMap(({ name }) =>
    raw
      .prepare(`select * from "${name}"`)
      .all()
      .flatMap((row) =>
        Object.entries(row)
          .filter(([, cell]) => String(cell).includes(word))
          .map(([column]) => `${name}.${column}`),
      ),
  );
  raw.close();
  return [...new Set(found)].sort();
}

/** `picked`: whether others may have picked them, as they may whose id can stand in an answer. */
async function fill(person: string, picked = false): Promise<void> {
  const mine = store.of(team);
  const draft = { answers: { owner: "Ana" }, asking: [] };
  await mine.saveDraft(
    { id: "d1", owner: person, draft, revision: 1, catalogue: "c", supersedes: null, page: "work", updatedAt: now() },
    0,
  );
  const decision = {
    id: "x1",
    draft: "d0",
    revision: 1,
    route: null,
    complete: false,
    answers: picked ? { owner: `<@${person}|Ana>` } : {},
    summary: picked ? { name: "Plus", money: "", owner: `<@${person}|Ana>`, vendor: "" } : null,
    result: {
      ...(picked ? { wallets: [{ owner: { name: `<@${person}|Ana>` } }] } : {}),
      purchases: [{ budget: "people", kind: "none", picks: [], monthly: null }],
    } as never,
    catalogue: "c",
    rows: [],
    connections: [],
    by: person,
    at: now(),
    audience: [{ channel: "C1", open: false }],
  };
  await mine.decide(decision, [
    { key: "k1", decision: "x1", channel: "C1", owner: person, body: picked ? bodyFor(person) : {}, repeatable: false },
  ]);
  await mine.keepAged("x1", { facts: {}, heard: null, ahead: [] }, [], now());
  if (picked) {
    const asking = { answers: { duties: { keys: `<@${person}>` } }, asking: [], typed: { owner: `<@${person}|Ana>` } };
    const row = { owner: "U0", draft: asking, revision: 1, catalogue: "c", supersedes: null, page: "work" };
    await mine.saveDraft({ id: "d2", ...row, updatedAt: now() }, 0);
  }
  const { holding } = holdingRow();
  await mine.saveHolding(
    { ...holdingRow({ by: person }), holding: { ...holding, owner: picked ? `<@${person}|Ana>` : null } },
    0,
  );
  await mine.keepReminder("h1", { key: "zero.2026-10-10@7", state: "sent", again: null });
  await mine.enqueue(
    [{ key: "k2", decision: "", channel: `person:${person}`, owner: person, body: {}, repeatable: false }],
    now(),
  );
  await mine.keepReading({ id: "g1", owner: person, reading: "help:", at: now() });
  const seen = { fact: "f1", on: "2026-11-21", says: "same", evidence: "colleague", value: null } as const;
  await mine.keepFactReading({ ...seen, owner: person, at: now() });
  await mine.set("team", picked ? { approvers: [`<@${person}|Ana>`] } : { channel: "C1" });
  await mine.tick("x1", { item: "VF-1", person, at: now() }, true);
  const asked = { question: "owner", draft: "d1", at: now(), answered: false } as const;
  await mine.askPerson({ ...asked, id: "q1", person, by: "U0" }, [], now());
  await mine.askPerson(
    { ...asked, id: "q2", person: "U0", by: person },
    [
      { ...message, key: "asked:q2", channel: "person:U0", owner: person },
      { ...message, key: "asked:q1", channel: `person:${person}`, owner: "U0" },
    ],
    now(),
  );
  await mine.offerLink("code1", person, now() + 1);
  const other = store.of({ platform: "discord", id: "T-other" });
  await other.offerLink("code2", "D1", now() + 1);
  await mine.takeLink("code0", person, now());
  await mine.install({ token: "xoxb", details: null, updatedAt: now() });
  await mine.takeLink("code2", person, now());
  await mine.takeLink("code3", person, now());
  await mine.note({ at: now(), actor: person, action: "decided", subject: "x1", details: null });
  await mine.note({ at: now(), actor: "U0", action: "invited", subject: person, details: { who: person } });
}

const message = { decision: "", body: { kind: "message", title: "", blocks: [], actions: [] }, repeatable: false };

const bodyFor = (person: string) => ({
  kind: "card",
  blocks: [{ block: "facts", facts: [{ label: "Owner", value: "Ana, x", person: { id: person, rest: ", x" } }] }],
});

it("nothing of a person whom others picked is left either, id or name", async () => {
  await fill("UGONE", true);
  expect(cellsWith("UGONE").length).toBeGreaterThan(8);
  await store.of(team).forgetPerson("UGONE", now(), () => []);
  expect(cellsWith("UGONE")).toEqual([]);
  expect([...cellsWith("Ana"), ...cellsWith("ana")]).toEqual([]);
  expect((await store.of(team).posts("x1"))[0]?.body).toMatchObject({
    blocks: [{ facts: [{ label: "Owner", value: "(forgotten), x" }] }],
  });
});

it("nothing of a person who asked to be forgotten is left in any cell of any table", async () => {
  await fill("U-gone");
  expect(emptyTables()).toEqual([]);
  expect(cellsWith("U-gone").length).toBeGreaterThan(6);
  await store.of(team).forgetPerson("U-gone", now(), () => []);
  expect(cellsWith("U-gone")).toEqual([]);
});

it("nothing of a tenant that left is left in any cell of any table", async () => {
  await fill("U1");
  expect(cellsWith("T-gone").length).toBeGreaterThan(8);
  await store.of(team).forget();
  expect(cellsWith("T-gone")).toEqual([]);
});
