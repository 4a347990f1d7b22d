import { describe, expect, it } from "vitest";
import {
  type ClaimedPost,
  type DraftRow,
  type FactReading,
  installation,
  longestWait,
  type NewDecision,
  type NewPost,
  type Store,
  type Tenant,
} from "#core";
import { said } from "../said.ts";
import { holdingRow, holdingTests } from "./holdings.ts";

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
  summary: { name: "OpenAI API", money: "about $13 a month", owner: "Ben", vendor: "OpenAI" },
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
  audience: [{ channel: "C1", open: false }],
  ...more,
});

const reading = (more: Partial<FactReading> = {}): FactReading => ({
  fact: "acme-plus||2026-10-05|https://acme.example/prices",
  on: "2026-11-21",
  says: "same",
  evidence: "colleague",
  value: null,
  owner: "U1",
  at: start,
  ...more,
});

/** Somebody in the channel where those decisions are posted. */
const viewer = { person: "U0", channels: ["C1"] };

const post = (more: Partial<NewPost> = {}): NewPost => ({
  key: "d1:1:C1",
  decision: "x1",
  channel: "C1",
  owner: "U1",
  body: { text: "hi" },
  repeatable: false,
  ...more,
});

const everywhere = ["slack", "discord"];
/** One post in each of so many channels. */
const posts = (keys: readonly string[], more: Partial<NewPost> = {}) =>
  keys.map((key) => post({ key, channel: `C-${key}`, ...more }));
const keysOf = (claimed: readonly ClaimedPost[]) => claimed.map(({ key }) => key);
const times = <T>(many: number, make: (at: number) => T): T[] => Array.from({ length: many }, (_, at) => make(at));

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

    using(
      "counts what is in the outbox of some platforms, and tells since when the first of it is due",
      async ({ store }) => {
        const nothing = { posts: { waiting: 0, sending: 0, parked: 0, unknown: 0 }, oldestDue: null };
        expect(await store.outbox(everywhere)).toEqual(nothing);
        await store.of(team).enqueue(posts(["a", "b", "c", "d", "e"]), start);
        await store.of(others[1] as Tenant).enqueue([post({ after: 500 }), post({ key: "later", after: 900 })], start);
        const claimed = await store.claimPosts(start, start + 1_000, 4, ["slack"]);
        const ends = [
          { state: "sent", reference: "1" },
          { state: "parked", reason: said("x") },
          { state: "dropped", reason: said("x") },
        ] as const;
        for (const [place, end] of ends.entries()) await store.settle(claimed[place] as ClaimedPost, end);
        expect(await store.outbox(["slack"])).toEqual({
          posts: { waiting: 1, sending: 1, parked: 1, unknown: 0 },
          oldestDue: start,
        });
        expect(await store.outbox(["discord"])).toEqual({
          posts: { ...nothing.posts, waiting: 2 },
          oldestDue: start + 500,
        });
        expect(await store.outbox([])).toEqual(nothing);
      },
    );

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
        verdict: null,
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

    using("lets nobody write the draft of somebody else, who knows its id and its revision", async ({ store }) => {
      const mine = store.of(team);
      await mine.saveDraft(draftRow(), 0);
      await mine.saveDraft(draftRow({ id: "d9", owner: "U9", page: "theirs" }), 0);
      const foreign = draftRow({ owner: "U2", revision: 2, page: "foreign" });
      expect(await mine.saveDraft(foreign, 1)).toEqual({ conflict: null });
      expect(await mine.saveDraft({ ...foreign, owner: "U9" }, 1)).toMatchObject({ conflict: { id: "d9" } });
      expect(await mine.draft("d1")).toEqual(draftRow());
    });

    using("takes a write whose answer was lost as the write that it was", async ({ store }) => {
      await store.of(team).saveDraft(draftRow(), 0);
      expect(await store.of(team).saveDraft(draftRow(), 0)).toEqual({ saved: draftRow() });
    });

    using("never shows or touches what belongs to another tenant", async ({ store }) => {
      const mine = store.of(team);
      await mine.saveDraft(draftRow(), 0);
      await mine.decide(decision({ draft: "d0" }), [post()]);
      await mine.saveHolding(holdingRow(), 0);
      await mine.set("tone", "calm");
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
            theirs.decisions(viewer, 10),
            theirs.posts("x1"),
            theirs.holdings(),
            theirs.audit(10),
            theirs.troubled(),
          ]),
        ).toEqual([{ items: [], next: null }, [], [], [], []]);
        await theirs.dropHolding("h1");
        await theirs.forgetPerson("U1", start, () => []);
        await theirs.forget();
        expect(await theirs.retry("d1:1:C1", start)).toBe(false);
        // The same ids and keys are free there.
        expect(await theirs.saveDraft(draftRow(), 0)).toEqual({ saved: draftRow() });
        expect((await theirs.decide(decision({ draft: "d0" }), [post()])).fresh).toBe(true);
      }
      expect(await mine.draftOf("U1")).toEqual(draftRow());
      expect((await mine.decisions(viewer, 10)).items).toHaveLength(1);
      expect(await Promise.all([mine.holdings(), mine.audit(10)])).toMatchObject([[{ id: "h1" }], [{ subject: "x1" }]]);
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
      expect((await store.of(team).decisions(viewer, 10)).items).toHaveLength(1);
      expect(await store.of(team).draftOf("U1")).toBeNull();
      // Noted once, with the decision itself.
      expect(await store.of(team).audit(10)).toEqual([
        {
          at: start,
          actor: "U1",
          action: "decided",
          subject: presses[0]?.decision.id,
          details: { channels: ["C1", "C2"] },
        },
      ]);
      await second.close();
    });

    using("keeps what a decision is called, in lists too, and gives it another name", async (place) => {
      const odd = { name: `"}],{'\\ \u{1F600}`.repeat(9), money: "", owner: 'Ana "}', vendor: "{}\n" };
      const mine = () => place.store.of(team);
      await mine().decide(decision({ summary: odd, result: { total: "1" } as never }), []);
      await mine().decide(decision({ id: "x2", draft: "d2", summary: null }), []);
      await place.again();
      const listed = async () =>
        Object.fromEntries((await mine().decisions(viewer, 10)).items.map(({ id, summary }) => [id, summary]));
      expect(await listed()).toEqual({ x1: odd, x2: null });
      const named = { ...odd, name: "Support chats" };
      await mine().rename("x1", named);
      await mine().rename("x2", named);
      await mine().rename("none", named);
      for (const tenant of others) await place.store.of(tenant).rename("x1", odd);
      expect(await listed()).toEqual({ x1: named, x2: named });
      expect(await mine().decision("x1")).toEqual({
        ...decision({ summary: named, result: { total: "1" } as never }),
        supersededBy: null,
        verdict: null,
      });
    });

    using("remembers which decision took the place of which, the first time only", async ({ store }) => {
      const mine = store.of(team);
      await mine.decide(decision(), []);
      await mine.decide(decision({ id: "x2", draft: "d2", at: start + 1 }), [], "x1");
      await mine.decide(decision({ id: "x3", draft: "d3", at: start + 2 }), [], "x1");
      expect(await Promise.all(["x1", "x2", "x3"].map((id) => mine.predecessor(id)))).toEqual([null, "x1", null]);
      expect((await mine.decisions(viewer, 10)).items.map(({ id, supersededBy }) => [id, supersededBy])).toEqual([
        ["x3", null],
        ["x2", null],
        ["x1", "x2"],
      ]);
    });

    using("shows a decision to its author, and to whoever is in a channel of its audience", async ({ store }) => {
      const mine = store.of(team);
      const open = (channel: string) => ({ channel, open: true });
      const closed = (channel: string) => ({ channel, open: false });
      await mine.decide(decision({ id: "kept", draft: "d1", audience: [] }), []);
      await mine.decide(decision({ id: "two", draft: "d2", audience: [closed("C2"), closed("C1")] }), []);
      await mine.decide(decision({ id: "all", draft: "d3", audience: [open("C3")] }), []);
      await store.of(others[0] as Tenant).decide(decision({ id: "else", draft: "d4", audience: [open("C1")] }), []);
      const seen = async (person: string, ...channels: string[]) =>
        (await mine.decisions({ person, channels }, 9)).items.map(({ id }) => id).sort();
      expect(await seen("U1")).toEqual(["all", "kept", "two"]);
      expect(await seen("U2")).toEqual(["all"]);
      expect(await seen("U2", "C1")).toEqual(["all", "two"]);
      expect(await seen("U2", "C9", "C2")).toEqual(["all", "two"]);
      expect((await mine.decision("two"))?.audience).toEqual([closed("C1"), closed("C2")]);
      expect((await mine.decisions({ person: "U2", channels: ["C1"] }, 1)).next).not.toBeNull();
      expect((await mine.decisions({ person: "U2", channels: [] }, 1)).next).toBeNull();
    });

    using("widens and narrows an audience together with its posts", async ({ store }) => {
      const mine = store.of(team);
      await mine.decide(decision({ audience: [] }), []);
      await mine.share("x1", [{ channel: "C1", open: false }], [post()], start + 1);
      await mine.share("x1", [{ channel: "C1", open: true }], [post()], start + 2);
      await mine.share("x1", [{ channel: "C2", open: false }], [], start + 2);
      expect((await mine.decision("x1"))?.audience).toEqual([
        { channel: "C1", open: true },
        { channel: "C2", open: false },
      ]);
      expect(await mine.posts("x1")).toMatchObject([{ key: "d1:1:C1", dueAt: start + 1 }]);
      await mine.withdraw("x1", ["C1"], [post({ key: "undo" })], start + 3);
      await mine.withdraw("x1", [], [], start + 3);
      expect((await mine.decision("x1"))?.audience).toEqual([{ channel: "C2", open: false }]);
      expect((await mine.posts("x1")).map(({ key }) => key)).toEqual(["d1:1:C1", "undo"]);
    });

    using(
      "learns that a post stands, unless it knows where, and looks again at what waited for it",
      async ({ store }) => {
        const mine = store.of(team);
        const about = (key: string, more: Partial<NewPost> = {}) => post({ key, ...more });
        const all = ["card", "update", "gone"].map((key) => about(key));
        await mine.enqueue([...all, about("other", { channel: "C2" }), about("another", { decision: "x2" })], start);
        for (const each of await store.claimPosts(start, start + 1_000, 9, ["slack"])) {
          if (each.key === "card") await store.settle(each, { state: "unknown", reason: said("No answer.") });
          else if (each.key === "gone")
            await store.settle(each, { state: "dropped", reason: said("There is no card.") });
          else
            await store.settle(each, {
              state: "waiting",
              dueAt: start + 9_999,
              reason: said("later"),
              counts: false,
              beganAt: null,
            });
        }
        expect(await mine.arrived("none", "m1", start + 5)).toBe(false);
        expect(await store.of(others[0] as Tenant).arrived("card", "m0", start + 5)).toBe(false);
        expect(await mine.arrived("card", "m1", start + 5)).toBe(true);
        expect(await mine.arrived("card", "m2", start + 6)).toBe(false);
        const [card, gone, , update] = await mine.posts("x1");
        expect(card).toMatchObject({ state: "sent", reference: "m1", reason: null });
        expect([gone, update]).toMatchObject([
          { state: "waiting", dueAt: start + 5 },
          { state: "waiting", dueAt: start + 5 },
        ]);
        expect(await mine.post("other")).toMatchObject({ dueAt: start + 9_999 });
        expect(await mine.post("another")).toMatchObject({ dueAt: start + 9_999 });
      },
    );

    using("lets a worker that still sends say nothing any more of a post that was found", async ({ store }) => {
      const mine = store.of(team);
      await mine.enqueue([post()], start);
      const [claimed] = await store.claimPosts(start, start + 1_000, 1, ["slack"]);
      expect(await mine.arrived("d1:1:C1", "m1", start)).toBe(true);
      expect(claimed && (await store.settle(claimed, { state: "unknown", reason: said("No answer.") }))).toBe(false);
      expect(await store.releasePosts(start + 2_000, [])).toBe(0);
      expect(await mine.post("d1:1:C1")).toMatchObject({ state: "sent", reference: "m1" });
    });

    using("brings what comes after something else later", async ({ store }) => {
      await store.of(team).enqueue([post({ key: "b", after: 2 }), post({ key: "a", channel: "C2" })], start);
      expect((await store.claimPosts(start + 1, start + 9, 9, ["slack"])).map(({ key }) => key)).toEqual(["a"]);
      expect((await store.claimPosts(start + 2, start + 9, 9, ["slack"])).map(({ key }) => key)).toEqual(["b"]);
    });

    using("gives only somebody's own troubled posts where that is asked", async ({ store }) => {
      await store.of(team).enqueue([post({ key: "a" }), post({ key: "b", owner: "U2", channel: "C2" })], start);
      for (const each of await store.claimPosts(start, start + 9, 9, ["slack"]))
        await store.settle(each, { state: "parked", reason: said("x") });
      expect((await store.of(team).troubled("U2")).map(({ key }) => key)).toEqual(["b"]);
      expect(await store.of(team).troubled()).toHaveLength(2);
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
        const { items, next: after } = await mine.decisions(viewer, 7, next);
        seen.push(...items.map((item) => item.id));
        await mine.decide(decision({ id: `new${page}`, draft: `n${page}`, at: start + 1000 + page }), []);
        if (after === null) break;
        next = after;
      }
      expect(seen).toEqual(Array.from({ length: 25 }, (_, at) => `x${String(24 - at).padStart(2, "0")}`));
      expect((await mine.decisions(viewer, 3, "no place")).items[0]?.id).toMatch(/^new/);
    });

    using("gives a due post to one claimer only, however many there are", async ({ store, another }) => {
      const second = await another();
      const keys = times(60, (at) => `k${at}`);
      await store.of(team).enqueue(posts(keys), start);
      await store.of(team).enqueue(posts(["later"]), start + 1000);
      const claims = await Promise.all(
        times(12, (at) => (at % 2 ? store : second).claimPosts(start, start + 60_000, 10, everywhere)),
      );
      expect(Math.max(...claims.map((claim) => claim.length))).toBe(10);
      const claimed = keysOf(claims.flat());
      expect(claimed).toHaveLength(60);
      expect(new Set(claimed)).toEqual(new Set(keys));
      expect(await store.claimPosts(start, start + 60_000, 10, everywhere)).toEqual([]);
      await second.close();
    });

    using("gives the posts of a channel one after the other, in the order they were asked for", async (place) => {
      const { store } = place;
      const second = await place.another();
      // Keys in another order than that of time.
      await store.of(team).enqueue([post({ key: "z" })], start);
      await store.of(team).enqueue([post({ key: "m" }), post({ key: "n" })], start + 1);
      await store.of(team).enqueue([post({ key: "a" })], start + 2);
      const sent: string[] = [];
      for (let at = 0; at < 4; at++) {
        const [both, none] = await Promise.all([
          store.claimPosts(start + 10, start + 100, 10, everywhere),
          second.claimPosts(start + 10, start + 100, 10, everywhere),
        ]);
        const [claimed, ...more] = [...both, ...none];
        if (claimed === undefined) throw new Error("one is due");
        expect(more).toEqual([]);
        // Nothing else of the channel while this one is being sent.
        expect(await second.claimPosts(start + 10, start + 100, 10, everywhere)).toEqual([]);
        sent.push(claimed.key);
        await store.settle(claimed, { state: "sent", reference: claimed.key });
      }
      expect(sent).toEqual(["z", "m", "n", "a"]);
      await second.close();
    });

    using("gives nothing of a channel that rests, and keeps its order and its tries", async ({ store }) => {
      await store.of(team).enqueue([post({ key: "b" }), post({ key: "a" }), post({ key: "c", channel: "C2" })], start);
      await store.of(others[0] as Tenant).enqueue([post({ key: "elsewhere" })], start);
      const resting = [{ tenant: team, channel: "C1" }];
      const claimed = await store.claimPosts(start, start + 100, 10, everywhere, resting);
      expect(keysOf(claimed).sort()).toEqual(["c", "elsewhere"]);
      const rested = await store.claimPosts(start, start + 100, 10, everywhere);
      expect(rested).toMatchObject([{ key: "a", tries: 0, dueAt: start }]);
    });

    using("lets tenants take turns, however much one of them has to post", async ({ store }) => {
      const busy: Tenant = { platform: "slack", id: "T-busy" };
      const crowd = times(30, (at): Tenant => ({ platform: at % 2 ? "slack" : "discord", id: `T-${at}` }));
      await store.of(busy).enqueue(posts(times(400, (at) => `k${at}`)), start);
      await store.of(busy).enqueue(
        times(400, (at) => post({ key: `one${at}` })),
        start,
      );
      await store.of(team).enqueue([post({ key: "late" })], start + 20_000);
      const claimed = await store.claimPosts(start + 20_000, start + 60_000, 20, everywhere);
      expect(claimed).toHaveLength(20);
      expect(keysOf(claimed)).toContain("late");
      // More tenants than there are places: all of them have had a turn before one has a second.
      for (const tenant of crowd) await store.of(tenant).enqueue(posts(["a", "b", "c"]), start);
      const turns = [];
      for (let at = 0; at < 4; at++) turns.push(await store.claimPosts(start + 20_000, start + 60_000, 10, everywhere));
      const served = turns.flat().map(({ tenant }) => JSON.stringify(tenant));
      for (const tenant of crowd) {
        const first = served.indexOf(JSON.stringify(tenant));
        expect(first, tenant.id).toBeGreaterThanOrEqual(0);
        expect(first, tenant.id).toBeLessThan(crowd.length + 1);
      }
    });

    using("lets the channels of a tenant take turns, the one that waits longest first", async ({ store }) => {
      const mine = store.of(team);
      await mine.enqueue(
        times(50, (at) => post({ key: `full${at}` })),
        start,
      );
      await mine.enqueue(posts(["x", "y"]), start + 1);
      expect(keysOf(await store.claimPosts(start + 5, start + 60_000, 2, everywhere))).toEqual(["full0", "x"]);
      expect(keysOf(await store.claimPosts(start + 5, start + 60_000, 2, everywhere))).toEqual(["y"]);
    });

    using("settles a claimed post: sent, waiting again, parked, dropped or unknown", async ({ store }) => {
      const mine = store.of(team);
      await mine.enqueue(posts(["a", "b", "c", "d", "e"]), start);
      const claimed = await store.claimPosts(start, start + 1000, 10, everywhere);
      const [a, b, c, d, e] = claimed.sort((x, y) => (x.key < y.key ? -1 : 1));
      if (!a || !b || !c || !d || !e) throw new Error("five posts were due");
      expect(await store.settle(a, { state: "sent", reference: "171.1" })).toBe(true);
      const notThere = { is: "chat", said: "not_in_channel" } as const;
      const again = {
        state: "waiting",
        dueAt: start + 500,
        reason: { is: "on_its_way", what: "card" },
        beganAt: null,
      } as const;
      expect(await store.settle(b, { ...again, counts: true })).toBe(true);
      expect(await store.settle(c, { state: "parked", reason: { is: "tried", times: 8, last: notThere } })).toBe(true);
      expect(await store.settle(d, { state: "unknown", reason: said("No answer came.") })).toBe(true);
      expect(await store.settle(e, { state: "dropped", reason: { is: "taken_back" } })).toBe(true);
      expect(await store.settle(a, { state: "sent", reference: "again" })).toBe(false);
      expect((await mine.posts("x1")).map((each) => [each.key, each.state, each.reference, each.reason])).toEqual([
        ["a", "sent", "171.1", null],
        ["b", "waiting", null, { is: "on_its_way", what: "card" }],
        ["c", "parked", null, { is: "tried", times: 8, last: notThere }],
        ["d", "unknown", null, said("No answer came.")],
        ["e", "dropped", null, { is: "taken_back" }],
      ]);
      expect((await mine.troubled()).map((each) => each.key).sort()).toEqual(["c", "d"]);
      expect(await mine.retry("a", start)).toBe(false);
      expect(await mine.retry("d", start + 600)).toBe(true);
      expect(await store.claimPosts(start + 499, start + 2000, 10, everywhere)).toEqual([]);
      const [one, other] = await store.claimPosts(start + 600, start + 2000, 10, everywhere);
      expect([one, other]).toMatchObject([
        { key: "b", tries: 1, beganAt: null },
        { key: "d", tries: 0, beganAt: null },
      ]);
      if (one === undefined) throw new Error("it was due");
      // What was not tried does not count.
      expect(await store.settle(one, { ...again, counts: false })).toBe(true);
      expect(await mine.post("b")).toMatchObject({ state: "waiting", tries: 1 });
    });

    using("gives a worker, and lets it release, only posts of the platforms it serves", async ({ store }) => {
      await store.of(team).enqueue([post({ key: "slack" })], start);
      await store.of({ platform: "discord", id: "G1" }).enqueue([post({ key: "discord" })], start);
      await store.of({ platform: "carrier pigeon", id: "P1" }).enqueue([post({ key: "new" })], start);
      const claim = async (...platforms: string[]) =>
        keysOf(await store.claimPosts(start, start + 1_000, 10, platforms));
      expect(await claim("slack")).toEqual(["slack"]);
      expect(await claim()).toEqual([]);
      expect(await claim("discord")).toEqual(["discord"]);
      expect(await claim("carrier pigeon")).toEqual(["new"]);
      expect(await store.releasePosts(start + 1_001, [])).toBe(0);
      expect(await store.releasePosts(start + 1_001, ["slack", "carrier pigeon"])).toBe(2);
      expect(await store.of({ platform: "discord", id: "G1" }).post("discord")).toMatchObject({ state: "sending" });
      expect(await store.of({ platform: "discord", id: "G2" }).post("discord")).toBeNull();
    });

    using("knows of a post whose worker died whether sending had begun, and since when", async ({ store }) => {
      const mine = store.of(team);
      await mine.enqueue(posts(["begun", "claimed"]), start);
      const claimed = await store.claimPosts(start, start + 1_000, 10, everywhere);
      const begun = claimed.find(({ key }) => key === "begun");
      if (begun === undefined) throw new Error("it was due");
      expect(await store.beginPost(begun, start + 500, start + 1_000)).toBe(true);
      expect(await store.releasePosts(start + 1_000, everywhere)).toBe(0);
      expect(await store.releasePosts(start + 1_001, everywhere)).toBe(2);
      const second = await store.claimPosts(start + 1_001, start + 5_000, 10, everywhere);
      expect(second.sort((one, other) => (one.key < other.key ? -1 : 1))).toMatchObject([
        { key: "begun", tries: 1, beganAt: start + 500, dueAt: start },
        { key: "claimed", tries: 0, beganAt: null, dueAt: start },
      ]);
      // The moment from which it may stand there is the first one.
      const again = second.find(({ key }) => key === "begun");
      if (again === undefined) throw new Error("it was due");
      expect(await store.beginPost(again, start + 2_000, start + 5_000)).toBe(true);
      await store.releasePosts(start + 5_001, everywhere);
      const third = await store.claimPosts(start + 5_001, start + 9_000, 10, everywhere);
      expect(third.find(({ key }) => key === "begun")).toMatchObject({ tries: 2, beganAt: start + 500 });
      // A person looked, and it was not there.
      const last = third.find(({ key }) => key === "begun");
      expect(last && (await store.settle(last, { state: "unknown", reason: said("?") }))).toBe(true);
      await mine.retry("begun", start + 6_000);
      expect(await store.claimPosts(start + 6_000, start + 9_000, 10, everywhere)).toMatchObject([
        { key: "begun", tries: 0, beganAt: null },
      ]);
    });

    using("lets nobody begin or settle a post whose lease is over and that another one has", async ({ store }) => {
      const mine = store.of(team);
      await mine.enqueue([post({ key: "a" })], start);
      const [first] = await store.claimPosts(start, start + 1_000, 10, everywhere);
      if (first === undefined) throw new Error("it was due");
      expect(await store.beginPost(first, start, start + 2_000)).toBe(true);
      // Beginning keeps it for longer.
      expect(await store.releasePosts(start + 1_500, everywhere)).toBe(0);
      expect(await store.releasePosts(start + 2_001, everywhere)).toBe(1);
      expect(await store.beginPost(first, start + 2_001, start + 9_000)).toBe(false);
      const [second] = await store.claimPosts(start + 2_001, start + 3_000, 10, everywhere);
      if (second === undefined) throw new Error("it was due again");
      expect(await store.beginPost(first, start + 2_002, start + 9_000)).toBe(false);
      expect(await store.settle(first, { state: "sent", reference: "late" })).toBe(false);
      expect(await store.settle(second, { state: "sent", reference: "ours" })).toBe(true);
      expect(await mine.post("a")).toMatchObject({ state: "sent", reference: "ours" });
    });

    using("waits no longer for a clock that was set back than for anything else", async ({ store }) => {
      const mine = store.of(team);
      const hour = 3_600_000;
      await mine.enqueue(posts(["fresh", "held"]), start + hour);
      const claimed = await store.claimPosts(start + hour, start + hour + 45_000, 1, everywhere);
      expect(keysOf(claimed)).toEqual(["fresh"]);
      // Now the clock says an hour less.
      expect(keysOf(await store.claimPosts(start, start + 45_000, 10, everywhere))).toEqual(["held"]);
      expect(await store.releasePosts(start, everywhere)).toBe(1);
      expect(keysOf(await store.claimPosts(start, start + 45_000, 10, everywhere))).toEqual(["fresh"]);
      // What lies within the longest wait is waited for.
      await mine.enqueue(posts(["soon"]), start + longestWait);
      expect(await store.claimPosts(start, start + 45_000, 10, everywhere)).toEqual([]);
      expect(keysOf(await store.claimPosts(start - 1, start + 45_000, 10, everywhere))).toEqual(["soon"]);
    });

    using("can be asked, and written into for a try that leaves nothing", async ({ store }) => {
      await expect(store.ping()).resolves.toBeUndefined();
      await store.tryWrite();
      // What the first try left would be in the way of the second.
      await expect(store.tryWrite()).resolves.toBeUndefined();
    });

    holdingTests(using);

    using("keeps settings and notes, the latest of each", async ({ store }) => {
      const mine = store.of(team);
      await mine.set("currency", { code: "EUR" });
      await mine.set("currency", { code: "CHF" });
      expect(await mine.setting("currency")).toEqual({ code: "CHF" });
      const neighbour = others[0] as Tenant;
      await store.of(neighbour).set("currency", null);
      await store.of(others[1] as Tenant).set("currency", "not asked for");
      await mine.set("tone", "not asked for");
      const kept = await store.settings([team, neighbour, { platform: "slack", id: "T9" }], ["currency", "other"]);
      expect(kept.toSorted((one, other) => (one.tenant.id < other.tenant.id ? -1 : 1))).toEqual([
        { tenant: team, name: "currency", value: { code: "CHF" } },
        { tenant: neighbour, name: "currency", value: null },
      ]);
      expect(await store.settings([], ["currency"])).toEqual([]);
      for (let at = 0; at < 3; at++)
        await mine.note({ at: start + at, actor: "U1", action: "looked", subject: `s${at}`, details: { at } });
      expect((await mine.audit(2)).map((entry) => entry.subject)).toEqual(["s2", "s1"]);
    });

    using("keeps the last reading of each fact, for the tenant alone", async ({ store }) => {
      const mine = store.of(team);
      const odd = "$22'; drop table drafts; -- 語";
      const differs = reading({ says: "differs", value: odd, at: start + 1, owner: "U2" });
      const [own, program] = [
        reading({ fact: "other" }),
        reading({ evidence: "official", owner: null, at: start + 2 }),
      ];
      for (const each of [reading(), differs, own]) await mine.keepFactReading(each);
      await store.of(installation).keepFactReading(program);
      expect(await mine.factReadings()).toEqual([own, differs]);
      for (const tenant of others) expect(await store.of(tenant).factReadings()).toEqual([]);
      expect(await store.of(installation).factReadings()).toEqual([program]);
      expect(await store.allFactReadings()).toEqual([
        { ...own, tenant: team },
        { ...differs, tenant: team },
        { ...program, tenant: installation },
      ]);
    });

    using("keeps of two readings of a fact the later one, in whatever order they are written", async ({ store }) => {
      await store.of(team).keepFactReading(reading({ at: start + 1, value: "later" }));
      await store.of(team).keepFactReading(reading({ value: "earlier" }));
      expect(await store.of(team).factReadings()).toMatchObject([{ value: "later" }]);
    });

    using("counts what the newest decisions of all tenants used", async ({ store }) => {
      const neighbour = others[0] as Tenant;
      await store.of(team).decide(decision({ rows: ["old"], connections: [] }), []);
      await store.of(team).decide(decision({ id: "x2", draft: "d2", rows: ["a", "b"], at: start + 1 }), []);
      await store.of(neighbour).decide(decision({ rows: ["a"], at: start + 2 }), []);
      expect(Object.fromEntries(await store.usedFacts(2))).toEqual({ a: 2, b: 1, "a>b": 2 });
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
      await mine.forgetPerson("U-gone", start, () => []);
      const left = JSON.stringify([
        await mine.draftOf("U-gone"),
        await mine.decisions(viewer, 100),
        await Promise.all(["xU-gone", "xU-stays"].map((id) => mine.posts(id))),
        await mine.holdings(),
        await mine.factReadings(),
        (await mine.audit(100)).map(({ actor, details }) => [actor, details]),
      ]);
      const kept = ["x", "k", "h", "f"].map((id) => `"${id}U-gone"`);
      expect(kept.reduce((text, id) => text.replaceAll(id, ""), left)).not.toContain("U-gone");
      expect(left).toContain("U-stays");
      expect(await mine.draftOf("U-stays")).not.toBeNull();
      expect((await mine.decisions(viewer, 100)).items).toHaveLength(2);
    });

    using("forgets a person together with what that makes to be posted, or not at all", async ({ store }) => {
      const mine = store.of(team);
      await mine.decide(decision({ id: "kept", draft: "d1", audience: [] }), []);
      await mine.decide(decision({ id: "x2", draft: "d2" }), [post({ key: "a", decision: "x2" })]);
      await mine.decide(decision({ id: "x3", draft: "d3", by: "U2" }), [
        post({ key: "b", decision: "x3", owner: "U2" }),
        post({ key: "c", decision: "x3" }),
      ]);
      await mine.decide(decision({ id: "x4", draft: "d4", by: "U2" }), [
        post({ key: "d", decision: "x4", owner: "U2" }),
      ]);
      const failing = mine.forgetPerson("U1", start, () => {
        throw new Error("the power went");
      });
      await expect(failing).rejects.toThrow("the power went");
      expect((await mine.decision("kept"))?.by).toBe("U1");
      await mine.forgetPerson("U1", start + 1, (posts) => {
        expect(posts.map(({ key, owner }) => `${key} ${owner}`).sort()).toEqual(["a U1", "b U2", "c U1"]);
        return [post({ key: "again", decision: "x2", owner: "(forgotten)" })];
      });
      expect(await mine.post("again")).toMatchObject({ state: "waiting", dueAt: start + 1 });
      // What was shown to nobody is gone.
      expect(await mine.decision("kept")).toBeNull();
      expect(await mine.decision("x2")).toMatchObject({ by: "(forgotten)" });
    });

    using("forgets a tenant from every table, and no other", async ({ store }) => {
      const neighbour = others[0] as Tenant;
      await fill(store, team, "U1");
      await fill(store, neighbour, "U1");
      const mine = store.of(team);
      await mine.forget();
      const left = [
        await mine.draftOf("U1"),
        await mine.decisions(viewer, 9),
        await mine.posts("xU1"),
        await mine.holdings(),
        await mine.reminders("hU1"),
        await mine.setting("tone"),
        await mine.installation(),
        await mine.factReadings(),
        await mine.audit(9),
      ];
      expect(left).toEqual([null, { items: [], next: null }, [], [], [], null, null, [], []]);
      expect((await store.of(neighbour).decisions(viewer, 9)).items).toHaveLength(1);
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
  await mine.keepFactReading(reading({ fact: `f${person}`, owner: person }));
  await mine.saveHolding(holdingRow({ id: `h${person}`, by: person }), 0);
  await mine.keepReminder(`h${person}`, { key: "zero.2026-10-10@7", state: "sent", again: null });
  await mine.set("tone", "calm");
  await mine.install({ token: "xoxb", details: null, updatedAt: start });
  await mine.note({ at: start, actor: person, action: "decided", subject: "x", details: { by: "them" } });
  await mine.note({ at: start, actor: "U0", action: "invited", subject: person, details: { who: person } });
}
