import { expect } from "vitest";
import { type HoldingRow, holdingSchema, type KeptReminder, type NewPost, type Tenant } from "#core";
import type { Place } from "./store.ts";

const start = 1_795_000_000_000;
const team: Tenant = { platform: "slack", id: "T1" };
const other: Tenant = { platform: "discord", id: "T1" };
const everywhere = ["slack", "discord"];

/** A balance of OpenAI that a person recorded. */
export const holdingRow = (more: Partial<HoldingRow> = {}): HoldingRow => ({
  id: "h1",
  holding: holdingSchema.parse({
    product: "OpenAI API",
    held: { kind: "prepaid", lot: { amount: "1000", bought: "2026-10-10", expires: "2027-10-10" } },
    owner: "<@UBEN|Ben>",
  }),
  by: "U1",
  revision: 1,
  updatedAt: start,
  ...more,
});

const sent = (key: string): KeptReminder => ({ key, state: "sent", again: null });
const said = (key: string): NewPost => ({
  key,
  decision: "",
  channel: `C-${key}`,
  owner: "U1",
  body: { kind: "message" },
  repeatable: false,
});

/** What every store must do with holdings and their reminders. */
export function holdingTests(using: (title: string, work: (place: Place) => Promise<void>) => void): void {
  using(
    "keeps a holding once for each revision, and shows the slower writer what is there",
    async ({ store, another }) => {
      const second = await another();
      const [mine, theirs] = [store.of(team), second.of(team)];
      expect(await mine.saveHolding(holdingRow(), 0)).toEqual({ saved: holdingRow() });
      // The same again, as after a lost answer.
      expect(await mine.saveHolding(holdingRow(), 0)).toEqual({ saved: holdingRow() });
      expect(await theirs.saveHolding(holdingRow({ by: "U2", updatedAt: start + 1 }), 0)).toEqual({
        conflict: holdingRow(),
      });
      const changed = holdingRow({ revision: 2, updatedAt: start + 2 });
      const changes = await Promise.all([
        mine.saveHolding(changed, 1),
        theirs.saveHolding({ ...changed, updatedAt: start + 3 }, 1),
      ]);
      expect(changes.filter((each) => "saved" in each)).toHaveLength(1);
      expect((await mine.holding("h1"))?.revision).toBe(2);
      expect(await mine.saveHolding(holdingRow({ id: "none", revision: 5 }), 4)).toEqual({ conflict: null });
      await second.close();
    },
  );

  using("keeps the holdings of each tenant apart, with their reminders", async ({ store }) => {
    const [mine, theirs] = [store.of(team), store.of(other)];
    await mine.saveHolding(holdingRow(), 0);
    await mine.keepReminder("h1", sent("expiry.2027-10-10@60"));
    expect([await theirs.holdings(), await theirs.holding("h1"), await theirs.reminders("h1")]).toEqual([[], null, []]);
    await theirs.dropHolding("h1");
    await theirs.keepReminder("h1", sent("expiry.2027-10-10@30"));
    expect(await theirs.saveHolding(holdingRow({ revision: 2 }), 1)).toEqual({ conflict: null });
    expect(await mine.reminders("h1")).toEqual([sent("expiry.2027-10-10@60")]);
    // The same id is free there, and goes with its own reminders.
    await theirs.saveHolding(holdingRow({ by: "U9" }), 0);
    await theirs.keepReminder("h1", sent("expiry.2027-10-10@7"));
    await mine.dropHolding("h1");
    expect([await mine.holdings(), await mine.reminders("h1")]).toEqual([[], []]);
    expect((await theirs.holdings()).map(({ by }) => by)).toEqual(["U9"]);
    expect(await theirs.reminders("h1")).toEqual([sent("expiry.2027-10-10@7")]);
  });

  using(
    "gives what is due to one worker, and keeps its reminders with their posts, once",
    async ({ store, another }) => {
      const second = await another();
      for (const id of ["h1", "h2", "h3"]) await store.of(team).saveHolding(holdingRow({ id }), 0);
      expect(await store.claimHoldings(start, start + 100, 9, ["discord"])).toEqual([]);
      const [ours, theirs] = [
        await store.claimHoldings(start, start + 100, 2, everywhere),
        await second.claimHoldings(start, start + 100, 9, everywhere),
      ];
      expect([...ours, ...theirs].map(({ id, tenant }) => `${tenant.id} ${id}`).sort()).toEqual([
        "T1 h1",
        "T1 h2",
        "T1 h3",
      ]);
      const [one] = ours;
      if (one === undefined) throw new Error("none was claimed");
      const looked = { holding: one, reminders: [sent("a@7")], posts: [said("p1")], lookAt: start + 1_000 };
      expect(await store.settleHoldings([looked], start)).toBe(1);
      // Whoever settles again, as after a lost answer, writes nothing.
      expect(await second.settleHoldings([{ ...looked, posts: [said("p2")] }], start)).toBe(0);
      const mine = store.of(team);
      expect([await mine.reminders(one.id), (await mine.post("p1"))?.state, await mine.post("p2")]).toEqual([
        [sent("a@7")],
        "waiting",
        null,
      ]);
      // The others come again when their lease is over, this one when it is due.
      const again = await store.claimHoldings(start + 101, start + 200, 9, everywhere);
      expect(again.map(({ id }) => id).sort()).toEqual(["h1", "h2", "h3"].filter((id) => id !== one.id));
      expect((await store.claimHoldings(start + 1_000, start + 1_100, 1, everywhere))[0]).toMatchObject({
        id: expect.any(String),
        tenant: team,
      });
      await second.close();
    },
  );

  using("settles nothing of a holding that was changed, dropped, or spoken about meanwhile", async ({ store }) => {
    const mine = store.of(team);
    const changes = [
      () => mine.saveHolding(holdingRow({ revision: 2 }), 1),
      () => mine.keepReminder("h1", { key: "a@7", state: "done", again: null }),
      () => mine.lookAgain(),
      () => mine.dropHolding("h1"),
    ];
    for (const [at, change] of changes.entries()) {
      await mine.dropHolding("h1");
      await mine.saveHolding(holdingRow(), 0);
      const [claimed] = await store.claimHoldings(start, start + 100, 1, everywhere);
      if (claimed === undefined) throw new Error("none was claimed");
      await change();
      const looked = { holding: claimed, reminders: [sent("b@7")], posts: [said(`p${at}`)], lookAt: start + 1_000 };
      expect(await store.settleHoldings([looked], start)).toBe(0);
      expect(await mine.post(`p${at}`)).toBeNull();
      expect((await mine.reminders("h1")).map(({ key }) => key)).not.toContain("b@7");
    }
    // Nothing is kept of one that is gone.
    await mine.keepReminder("h1", sent("a@7"));
    expect(await mine.reminders("h1")).toEqual([]);
  });

  using("looks again where a clock was set back after it gave a lease or a day to look", async ({ store }) => {
    const mine = store.of(team);
    const ahead = start + 400 * 86_400_000;
    await mine.saveHolding(holdingRow(), 0);
    const [leased] = await store.claimHoldings(ahead, ahead + 45_000, 1, everywhere);
    expect(leased?.id).toBe("h1");
    const [found] = await store.claimHoldings(start, start + 100, 1, everywhere);
    if (found === undefined) throw new Error("none was claimed");
    await store.settleHoldings([{ holding: found, reminders: [], posts: [], lookAt: ahead + 10 }], ahead);
    expect(await store.claimHoldings(ahead + 5, ahead + 100, 1, everywhere)).toEqual([]);
    expect(await store.claimHoldings(start, start + 100, 1, everywhere)).toHaveLength(1);
    expect(await store.claimHoldings(start + 50, start + 150, 1, everywhere)).toEqual([]);
  });

  using("what somebody said of a reminder takes the place of what was kept", async ({ store }) => {
    const mine = store.of(team);
    await mine.saveHolding(holdingRow(), 0);
    await mine.keepReminder("h1", sent("a@7"));
    await mine.keepReminder("h1", { key: "a@7", state: "snoozed", again: start + 7 });
    expect(await mine.reminders("h1")).toEqual([{ key: "a@7", state: "snoozed", again: start + 7 }]);
    // And the worker that sent it before does not take it back.
    const [claimed] = await store.claimHoldings(start, start + 100, 1, everywhere);
    if (claimed === undefined) throw new Error("none was claimed");
    expect(claimed.reminders).toEqual([{ key: "a@7", state: "snoozed", again: start + 7 }]);
    await store.settleHoldings([{ holding: claimed, reminders: [sent("a@7")], posts: [], lookAt: start }], start);
    expect((await mine.reminders("h1"))[0]?.state).toBe("snoozed");
  });

  using("forgets who recorded and owns a holding, and what was said to them alone", async ({ store }) => {
    const mine = store.of(team);
    await mine.saveHolding(holdingRow({ by: "UBEN" }), 0);
    await mine.enqueue([{ ...said("k1"), channel: "person:UBEN" }, said("k2")], start);
    const [claimed] = await store.claimHoldings(start, start + 100, 1, everywhere);
    await mine.forgetPerson("UBEN", start, () => []);
    expect(await mine.holding("h1")).toMatchObject({ by: "(forgotten)", holding: { owner: "(forgotten)" } });
    expect([await mine.post("k1"), (await mine.post("k2"))?.key]).toEqual([null, "k2"]);
    // Whoever looked at it before would write to them.
    if (claimed === undefined) throw new Error("none was claimed");
    expect(await store.settleHoldings([{ holding: claimed, reminders: [], posts: [], lookAt: start }], start)).toBe(0);
  });
}
