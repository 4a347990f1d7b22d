import { describe, expect, it } from "vitest";
import type { DraftRow, NewDecision, NewPost, Store, Tenant } from "#core";

/** A store under test. `again` closes it and opens the same data anew; `another` opens a second door to the same data. */
export type Place = {
  store: Store;
  again: () => Promise<void>;
  another: () => Promise<Store>;
  close: () => Promise<void>;
};

const team: Tenant = { platform: "slack", id: "T1" };
const others: Tenant[] = [
  { platform: "slack", id: "T2" },
  { platform: "discord", id: "T1" },
];
const start = 1_795_000_000_000;

const draftRow = (more: Partial<DraftRow> = {}): DraftRow => ({
  id: "d1",
  owner: "U1",
  draft: { answers: { job: "code", vendor: ["openai"], seats: 12 }, asking: ["owner"] },
  revision: 1,
  catalogue: "2026-10-30+1ac1b531",
  supersedes: null,
  page: "work",
  updatedAt: start,
  ...more,
});

const decision = (more: Partial<NewDecision> = {}): NewDecision => ({
  id: "x1",
  draft: "d1",
  revision: 1,
  route: "api_meter",
  complete: true,
  answers: { job: "code" },
  result: { total: "123456789012345678901234567890.123456789" } as never,
  catalogue: "2026-10-30+1ac1b531",
  rows: ["openai-api-prepaid"],
  connections: ["a>b"],
  by: "U1",
  at: start,
  ...more,
});

const post = (more: Partial<NewPost> = {}): NewPost => ({
  key: "d1:1:C1",
  decision: "x1",
  channel: "C1",
  owner: "U1",
  body: { text: "hi" },
  ...more,
});

/** What every store must do, whatever it stands on. */
export function storeSuite(name: string, open: () => Promise<Place>): void {
  describe(name, () => {
    const using = (title: string, work: (place: Place) => Promise<void>) =>
      it(title, async () => {
        const place = await open();
        try {
          await work(place);
        } finally {
          await place.close();
        }
      });

    using("gives back what was written, type by type, after it was closed and opened", async (place) => {
      const odd = "🦄 👩‍👩‍👧‍👦 \u0000 '; drop table drafts; -- \ud83d \\ \" % _ 語 ‮";
      const row = draftRow({
        draft: { answers: { job: "code", owner: odd }, asking: [] },
        updatedAt: start + 1,
        page: "duties-2",
      });
      await place.store.of(team).saveDraft(row, 0);
      await place.again();
      const kept = await place.store.of(team).draftOf("U1");
      expect(JSON.stringify(kept)).toBe(JSON.stringify(row));
      await place.store
        .of(team)
        .decide(decision({ answers: { owner: odd } }), [post({ body: { odd }, thread: "1.2" })]);
      await place.again();
      expect(await place.store.of(team).decision("x1")).toEqual({
        ...decision({ answers: { owner: odd } }),
        supersededBy: null,
      });
      expect(await place.store.of(team).posts("x1")).toEqual([
        {
          ...post({ body: { odd }, thread: "1.2" }),
          tenant: team,
          state: "waiting",
          tries: 0,
          dueAt: start,
          reference: null,
          reason: null,
        },
      ]);
    });

    using("lets one of two writers win, and shows the other what is there now", async ({ store, another }) => {
      const second = await another();
      const [one, two] = [store.of(team), second.of(team)];
      expect(await one.saveDraft(draftRow(), 0)).toEqual({ saved: draftRow() });
      expect(await two.saveDraft(draftRow({ id: "d2" }), 0)).toEqual({ conflict: draftRow() });
      const writes = await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          (at % 2 ? one : two).saveDraft(draftRow({ revision: 2, page: `p${at}`, updatedAt: start + at }), 1),
        ),
      );
      expect(writes.filter((write) => "saved" in write)).toHaveLength(1);
      expect((await one.draftOf("U1"))?.revision).toBe(2);
      expect(await one.saveDraft(draftRow({ revision: 2 }), 1)).toMatchObject({ conflict: { revision: 2 } });
      expect(await one.saveDraft(draftRow({ id: "gone", owner: "U9", revision: 5 }), 4)).toEqual({ conflict: null });
      await second.close();
    });

    using("takes a write whose answer was lost as the write that it was", async ({ store }) => {
      await store.of(team).saveDraft(draftRow(), 0);
      expect(await store.of(team).saveDraft(draftRow(), 0)).toEqual({ saved: draftRow() });
    });

    using("never shows or touches what belongs to another tenant", async ({ store }) => {
      const mine = store.of(team);
      await mine.saveDraft(draftRow(), 0);
      await mine.decide(decision({ draft: "d0" }), [post()]);
      await mine.keepWallet({ id: "w", row: "r", owner: "U1", note: 1, updatedAt: start });
      await mine.remind({ id: "m", owner: "U1", dueAt: start, about: 1 });
      await mine.set("tone", "calm");
      await mine.note({ at: start, actor: "U1", action: "decided", subject: "x1", details: null });
      for (const tenant of others) {
        const theirs = store.of(tenant);
        expect(
          await Promise.all([
            theirs.draftOf("U1"),
            theirs.draft("d1"),
            theirs.decision("x1"),
            theirs.setting("tone"),
            theirs.installation(),
          ]),
        ).toEqual([null, null, null, null, null]);
        expect(
          await Promise.all([
            theirs.decisions(10),
            theirs.posts("x1"),
            theirs.wallets(),
            theirs.reminders("U1"),
            theirs.audit(10),
            theirs.troubled(),
          ]),
        ).toEqual([{ items: [], next: null }, [], [], [], [], []]);
        await theirs.deleteDraft("d1");
        await theirs.dropWallet("w");
        await theirs.dropReminder("m");
        await theirs.forgetPerson("U1");
        await theirs.forget();
        expect(await theirs.retry("d1:1:C1", start)).toBe(false);
        // The same ids and keys are free there.
        expect(await theirs.saveDraft(draftRow(), 0)).toEqual({ saved: draftRow() });
        expect((await theirs.decide(decision({ draft: "d0" }), [post()])).fresh).toBe(true);
      }
      expect(await mine.draftOf("U1")).toEqual(draftRow());
      expect((await mine.decisions(10)).items).toHaveLength(1);
      expect(await Promise.all([mine.wallets(), mine.reminders("U1"), mine.audit(10)])).toMatchObject([
        [{ id: "w" }],
        [{ id: "m" }],
        [{ subject: "x1" }],
      ]);
    });

    using("decides once for a draft and a revision, with its posts, and ends the draft", async ({ store, another }) => {
      const second = await another();
      await store.of(team).saveDraft(draftRow(), 0);
      const presses = await Promise.all(
        Array.from({ length: 6 }, (_, at) =>
          (at % 2 ? store : second)
            .of(team)
            .decide(decision({ id: `x${at}` }), [
              post({ decision: `x${at}` }),
              post({ key: "d1:1:C2", channel: "C2", decision: `x${at}` }),
            ]),
        ),
      );
      expect(presses.filter((press) => press.fresh)).toHaveLength(1);
      expect(new Set(presses.map((press) => press.decision.id)).size).toBe(1);
      expect(await store.of(team).posts(presses[0]?.decision.id ?? "")).toHaveLength(2);
      expect((await store.of(team).decisions(10)).items).toHaveLength(1);
      expect(await store.of(team).draftOf("U1")).toBeNull();
      await second.close();
    });

    using("remembers which decision took the place of which, the first time only", async ({ store }) => {
      const mine = store.of(team);
      await mine.decide(decision(), []);
      await mine.decide(decision({ id: "x2", draft: "d2", at: start + 1 }), [], "x1");
      await mine.decide(decision({ id: "x3", draft: "d3", at: start + 2 }), [], "x1");
      expect((await mine.decisions(10)).items.map(({ id, supersededBy }) => [id, supersededBy])).toEqual([
        ["x3", null],
        ["x2", null],
        ["x1", "x2"],
      ]);
    });

    using("pages through decisions without losing or doubling one, while new ones come", async ({ store }) => {
      const mine = store.of(team);
      // Several at one moment: the id decides between them.
      for (let at = 0; at < 25; at++)
        await mine.decide(
          decision({ id: `x${String(at).padStart(2, "0")}`, draft: `d${at}`, at: start + Math.floor(at / 3) }),
          [],
        );
      const seen: string[] = [];
      let next: string | undefined;
      for (let page = 0; page < 10; page++) {
        const { items, next: after } = await mine.decisions(7, next);
        seen.push(...items.map((item) => item.id));
        await mine.decide(decision({ id: `new${page}`, draft: `n${page}`, at: start + 1000 + page }), []);
        if (after === null) break;
        next = after;
      }
      expect(seen).toEqual(Array.from({ length: 25 }, (_, at) => `x${String(24 - at).padStart(2, "0")}`));
      expect((await mine.decisions(3, "no place")).items[0]?.id).toMatch(/^new/);
    });

    using("gives a due post to one claimer only, however many there are", async ({ store, another }) => {
      const second = await another();
      const keys = Array.from({ length: 60 }, (_, at) => `k${at}`);
      await store.of(team).enqueue(
        keys.map((key, at) => post({ key, channel: `C${at}` })),
        start,
      );
      await store.of(team).enqueue([post({ key: "later" })], start + 1000);
      const claims = await Promise.all(
        Array.from({ length: 12 }, (_, at) => (at % 2 ? store : second).claimPosts(start, start + 60_000, 10)),
      );
      expect(Math.max(...claims.map((claim) => claim.length))).toBe(10);
      const claimed = claims.flat().map((each) => each.key);
      expect(claimed).toHaveLength(60);
      expect(new Set(claimed)).toEqual(new Set(keys));
      expect(await store.claimPosts(start, start + 60_000, 10)).toEqual([]);
      await second.close();
    });

    using("settles a claimed post: sent, waiting again, parked or unknown", async ({ store }) => {
      const mine = store.of(team);
      await mine.enqueue(
        ["a", "b", "c", "d"].map((key) => post({ key })),
        start,
      );
      const [a, b, c, d] = (await store.claimPosts(start, start + 1000, 10)).sort((x, y) => (x.key < y.key ? -1 : 1));
      if (!a || !b || !c || !d) throw new Error("four posts were due");
      expect(await store.settle(a, { state: "sent", reference: "171.1" })).toBe(true);
      expect(
        await store.settle(b, { state: "waiting", dueAt: start + 500, reason: "Slack asked to wait.", counts: true }),
      ).toBe(true);
      expect(await store.settle(c, { state: "parked", reason: "The bot is not in the channel." })).toBe(true);
      expect(await store.settle(d, { state: "unknown", reason: "No answer came." })).toBe(true);
      expect(await store.settle(a, { state: "sent", reference: "again" })).toBe(false);
      expect((await mine.posts("x1")).map((each) => [each.key, each.state, each.reference, each.reason])).toEqual([
        ["a", "sent", "171.1", null],
        ["b", "waiting", null, "Slack asked to wait."],
        ["c", "parked", null, "The bot is not in the channel."],
        ["d", "unknown", null, "No answer came."],
      ]);
      expect((await mine.troubled()).map((each) => each.key).sort()).toEqual(["c", "d"]);
      expect(await mine.retry("a", start)).toBe(false);
      expect(await mine.retry("d", start + 600)).toBe(true);
      expect((await store.claimPosts(start + 499, start + 2000, 10)).map((each) => each.key)).toEqual([]);
      expect(
        (await store.claimPosts(start + 600, start + 2000, 10)).map((each) => [each.key, each.tries]).sort(),
      ).toEqual([
        ["b", 2],
        ["d", 1],
      ]);
    });

    using("gives a worker, and lets it release, only posts of the platforms it serves", async ({ store }) => {
      await store.of(team).enqueue([post({ key: "slack" })], start);
      await store.of({ platform: "discord", id: "G1" }).enqueue([post({ key: "discord" })], start);
      expect((await store.claimPosts(start, start + 1_000, 10, ["slack"])).map(({ key }) => key)).toEqual(["slack"]);
      expect(await store.claimPosts(start, start + 1_000, 10, [])).toEqual([]);
      expect((await store.claimPosts(start, start + 1_000, 10, ["discord"])).map(({ key }) => key)).toEqual([
        "discord",
      ]);
      expect(await store.releasePosts(start + 1_001, [], ["slack"])).toBe(1);
      expect(await store.of({ platform: "discord", id: "G1" }).post("discord")).toMatchObject({ state: "sending" });
      expect(await store.of({ platform: "discord", id: "G2" }).post("discord")).toBeNull();
    });

    using("does not send again what a platform may have forgotten by now", async ({ store }) => {
      const there = store.of({ platform: "discord", id: "G1" });
      await there.enqueue([post({ key: "old" })], start);
      await store.claimPosts(start, start + 1_000, 10);
      expect(await store.releasePosts(start + 61_001, ["discord"])).toBe(1);
      expect(await there.troubled()).toMatchObject([{ key: "old", state: "unknown" }]);
    });

    using("sends again after a dead worker only where that does no harm", async ({ store }) => {
      await store.of(team).enqueue([post({ key: "slack" })], start);
      await store.of({ platform: "discord", id: "G1" }).enqueue([post({ key: "discord" })], start);
      const claimed = await store.claimPosts(start, start + 1000, 10);
      expect(await store.releasePosts(start + 999, ["discord"])).toBe(0);
      expect(await store.releasePosts(start + 1001, ["discord"])).toBe(2);
      expect(await store.of(team).troubled()).toMatchObject([{ key: "slack", state: "unknown" }]);
      const again = await store.claimPosts(start + 1001, start + 5000, 10);
      expect(again.map((each) => each.key)).toEqual(["discord"]);
      // The first worker comes back late: the post is not its own any more.
      const late = claimed.find((each) => each.key === "discord");
      expect(late && (await store.settle(late, { state: "sent", reference: "late" }))).toBe(false);
      expect(again[0] && (await store.settle(again[0], { state: "sent", reference: "ours" }))).toBe(true);
    });

    using("can be asked, and written into for a try that leaves nothing", async ({ store }) => {
      await store.ping();
      // What the first try left would be in the way of the second.
      await store.tryWrite();
      await store.tryWrite();
    });

    using("keeps wallets, reminders, settings and notes, the latest of each", async ({ store }) => {
      const mine = store.of(team);
      await mine.keepWallet({
        id: "w1",
        row: "openai-api-prepaid",
        owner: "U1",
        note: { left: "12.50" },
        updatedAt: start,
      });
      await mine.keepWallet({
        id: "w1",
        row: "openai-api-prepaid",
        owner: "U2",
        note: { left: "9.99" },
        updatedAt: start + 1,
      });
      expect(await mine.wallets()).toEqual([
        { id: "w1", row: "openai-api-prepaid", owner: "U2", note: { left: "9.99" }, updatedAt: start + 1 },
      ]);
      await mine.dropWallet("w1");
      expect(await mine.wallets()).toEqual([]);
      await mine.remind({ id: "m1", owner: "U1", dueAt: start + 10, about: { wallet: "w1" } });
      expect(await store.claimReminders(start + 9, start + 100, 5)).toEqual([]);
      expect(await store.claimReminders(start + 10, start + 100, 5)).toEqual([
        { id: "m1", tenant: team, owner: "U1", dueAt: start + 10, about: { wallet: "w1" } },
      ]);
      expect(await store.claimReminders(start + 50, start + 100, 5)).toEqual([]);
      expect(await store.claimReminders(start + 101, start + 200, 5)).toHaveLength(1);
      await mine.dropReminder("m1");
      expect(await store.claimReminders(start + 999, start + 2000, 5)).toEqual([]);
      await mine.set("currency", { code: "EUR" });
      await mine.set("currency", { code: "CHF" });
      expect(await mine.setting("currency")).toEqual({ code: "CHF" });
      for (let at = 0; at < 3; at++)
        await mine.note({ at: start + at, actor: "U1", action: "looked", subject: `s${at}`, details: { at } });
      expect((await mine.audit(2)).map((entry) => entry.subject)).toEqual(["s2", "s1"]);
    });

    using("keeps a workspace's token only encrypted, and reads it back", async ({ store }) => {
      await store.of(team).install({ token: "xoxb-secret", details: { bot: "B1" }, updatedAt: start });
      await store.of(team).install({ token: "xoxb-newer", details: { bot: "B1" }, updatedAt: start + 1 });
      expect(await store.of(team).installation()).toEqual({
        token: "xoxb-newer",
        details: { bot: "B1" },
        updatedAt: start + 1,
      });
      expect(await store.rotateKeys()).toBe(1);
      expect((await store.of(team).installation())?.token).toBe("xoxb-newer");
    });

    using("lets drafts go that nobody touched for long", async ({ store }) => {
      await store.of(team).saveDraft(draftRow(), 0);
      await store.of(team).saveDraft(draftRow({ id: "d2", owner: "U2", updatedAt: start + 10 }), 0);
      expect(await store.expireDrafts(start + 10)).toBe(1);
      expect(await store.of(team).draftOf("U1")).toBeNull();
      expect(await store.of(team).draftOf("U2")).not.toBeNull();
    });

    using("forgets a person: what is theirs goes, and their name goes from what is the team's", async ({ store }) => {
      const mine = store.of(team);
      await fill(store, team, "U-gone");
      await fill(store, team, "U-stays");
      await mine.forgetPerson("U-gone");
      const left = JSON.stringify([
        await mine.draftOf("U-gone"),
        await mine.decisions(100),
        await Promise.all(["xU-gone", "xU-stays"].map((id) => mine.posts(id))),
        await mine.wallets(),
        await mine.reminders("U-gone"),
        (await mine.audit(100)).map(({ actor, details }) => [actor, details]),
      ]);
      expect(left.replaceAll('"xU-gone"', "").replaceAll('"kU-gone"', "").replaceAll('"wU-gone"', "")).not.toContain(
        "U-gone",
      );
      expect(left).toContain("U-stays");
      expect(await mine.draftOf("U-stays")).not.toBeNull();
      expect((await mine.decisions(100)).items).toHaveLength(2);
    });

    using("forgets a tenant from every table, and no other", async ({ store }) => {
      const neighbour = others[0] as Tenant;
      await fill(store, team, "U1");
      await fill(store, neighbour, "U1");
      const mine = store.of(team);
      await mine.forget();
      const left = [
        await mine.draftOf("U1"),
        await mine.decisions(9),
        await mine.posts("xU1"),
        await mine.wallets(),
        await mine.reminders("U1"),
        await mine.setting("tone"),
        await mine.installation(),
        await mine.audit(9),
      ];
      expect(left).toEqual([null, { items: [], next: null }, [], [], [], null, null, []]);
      expect((await store.of(neighbour).decisions(9)).items).toHaveLength(1);
      expect((await store.of(neighbour).installation())?.token).toBe("xoxb");
    });
  });
}

/** Something of everything, by one person. */
async function fill(store: Store, tenant: Tenant, person: string): Promise<void> {
  const mine = store.of(tenant);
  await mine.saveDraft(draftRow({ id: `d${person}`, owner: person }), 0);
  await mine.decide(decision({ id: `x${person}`, draft: `e${person}`, by: person }), [
    post({ key: `k${person}`, decision: `x${person}`, owner: person }),
  ]);
  await mine.keepWallet({ id: `w${person}`, row: "r", owner: person, note: null, updatedAt: start });
  await mine.remind({ id: `m${person}`, owner: person, dueAt: start, about: null });
  await mine.set("tone", "calm");
  await mine.install({ token: "xoxb", details: null, updatedAt: start });
  await mine.note({ at: start, actor: person, action: "decided", subject: "x", details: { by: "them" } });
  await mine.note({ at: start, actor: "U0", action: "invited", subject: person, details: { who: person } });
}
