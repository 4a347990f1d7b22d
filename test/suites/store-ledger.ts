import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Bought,
  type Decision,
  type DecisionFilter,
  type DraftRow,
  everyDecision,
  findableOf,
  maySee,
  type NewDecision,
  type Store,
  small,
  stateOf,
  type Tenant,
  type TenantStore,
  type Viewer,
  wholeCents,
} from "#core";
import type { Place } from "./store.ts";

const slack: Tenant = { platform: "slack", id: "T1" };
const discord: Tenant = { platform: "discord", id: "9" };
const other: Tenant = { platform: "discord", id: "8" };
const start = 1_795_000_000_000;
const aMinute = 60_000;
const everybody: Viewer = { person: "U0", channels: ["C1"] };

const bought = (monthly: string | null, more: Partial<Bought> = {}): Omit<Bought, "owner"> => ({
  budget: "people",
  kind: "subscribe",
  monthly: monthly === null ? null : { low: monthly, expected: monthly, high: monthly },
  picks: [
    {
      row: "openai-chatgpt-plus",
      product: "ChatGPT Plus",
      model: null,
      quantity: { count: "1", of: "account" },
      monthly: monthly === null ? null : { low: monthly, expected: monthly, high: monthly },
      annual: null,
      firstPayment: monthly,
      currency: "USD",
    },
  ],
  ...more,
});

const decision = (id: string, more: Partial<NewDecision> = {}): NewDecision => ({
  id,
  summary: { name: `Plan ${id}`, money: "$20 a month", owner: "Ben Miller", vendor: "OpenAI" },
  draft: id,
  revision: 1,
  route: "app_subscription",
  complete: true,
  answers: { owner: "Ben Miller" },
  result: { purchases: [bought("20.00")] } as never,
  catalogue: "c",
  rows: [],
  connections: [],
  by: "U1",
  at: start,
  audience: [{ channel: "C1", open: false }],
  ...more,
});

const found = async (store: Store, filter: Partial<DecisionFilter>, viewer = everybody) =>
  (await store.of(slack).decisions(viewer, 100, undefined, { ...everyDecision, ...filter })).items.map(({ id }) => id);

/** Approves or declines a decision, or takes that back. */
const say = (mine: TenantStore, id: string, verdict: Decision["verdict"]) =>
  mine.judge(
    id,
    () => ({ verdict, posts: [], note: { at: start, actor: "U1", action: "judged", subject: id, details: null } }),
    start,
  );

/** What every store must do of a ledger: find, sum up, and link. */
export function ledgerSuite(name: string, open: () => Promise<Place>): void {
  describe(`the ledger of ${name}`, () => {
    const using = (title: string, work: (place: Place) => Promise<void>) =>
      it(title, { timeout: 60_000 }, async () => {
        const place = await open();
        try {
          await work(place);
        } finally {
          await place.close();
        }
      });

    using("lets go of what ended before a moment, with all of it, and of nothing else", async ({ store }) => {
      const mine = store.of(slack);
      const declined = (id: string, at: number) =>
        mine.judge(
          id,
          () => ({
            verdict: "declined",
            posts: [],
            note: { at, actor: "U1", action: "declined", subject: id, details: null },
          }),
          at,
        );
      const waiting = {
        key: "k",
        decision: "e",
        channel: "C1",
        owner: "U1",
        body: { kind: "card" },
        repeatable: false,
      };
      await mine.decide(decision("a"), []);
      await mine.tick("a", { item: "VF-1", person: "U1", at: start }, true);
      await mine.decide(decision("b", { at: start + 1 }), [], "a");
      await mine.decide(decision("c", { at: start + 50 }), [], "b");
      await mine.decide(decision("d", { at: start + 2 }), []);
      await declined("d", start + 3);
      await mine.decide(decision("e", { at: start + 2 }), [waiting]);
      await declined("e", start + 3);
      await mine.decide(decision("f", { at: start + 2 }), []);
      await declined("f", start + 60);
      await store.of(other).decide(decision("a"), []);
      await store.of(other).decide(decision("b", { at: start + 1 }), [], "a");
      // Of b the successor is newer, of e the card is on its way, and f was declined later.
      expect(await mine.expireDecisions(start + 20)).toBe(2);
      expect(await found(store, {})).toEqual(["c", "f", "e", "b"]);
      expect([await mine.ticks("a"), await mine.posts("a")]).toEqual([[], []]);
      expect(await store.of(other).decision("a")).not.toBeNull();
      expect(await mine.expireDecisions(start + 20)).toBe(0);
    });

    using("lets go of a question to somebody with what it was asked for, and not before", async ({ store }) => {
      const draftOf = (owner: string, updatedAt: number): DraftRow => ({
        ...{
          id: `draft of ${owner}`,
          owner,
          draft: { answers: {}, asking: [] },
          revision: 1,
          catalogue: "c",
          supersedes: null,
        },
        ...{ page: "work", updatedAt },
      });
      const ask = (tenant: Tenant, id: string, draft: string) => {
        const asked = { id, person: "U9", by: "U1", question: "owner", draft, at: start, answered: false } as const;
        return store.of(tenant).askPerson(asked, [], start);
      };
      const left = async (ids: readonly string[]) => {
        const kept = await Promise.all(ids.map((id) => store.of(slack).asked(id)));
        return ids.filter((_, at) => kept[at] !== null);
      };
      const mine = store.of(slack);
      await mine.saveDraft(draftOf("U1", start), 0);
      await mine.saveDraft(draftOf("U2", start + 10), 0);
      await mine.decide(decision("a"), []);
      await mine.decide(decision("b", { at: start + 1 }), [], "a");
      await store.of(other).decide(decision("a"), []);
      await ask(slack, "of a", "a");
      await ask(slack, "of b", "b");
      await ask(slack, "of an old draft", "draft of U1");
      await ask(slack, "of a draft", "draft of U2");
      await ask(other, "elsewhere", "a");
      await mine.expireDecisions(start + 20);
      const all = ["of a", "of b", "of an old draft", "of a draft"];
      expect(await left(all)).toEqual(["of b", "of an old draft", "of a draft"]);
      expect(await store.expireDrafts(start + 5)).toBe(1);
      expect(await left(all)).toEqual(["of b", "of a draft"]);
      expect(await store.of(other).asked("elsewhere")).not.toBeNull();
      // Who lost against another writer has begun nothing anew.
      await mine.saveDraft({ ...draftOf("U2", start + 30), revision: 9 }, 8, true);
      expect(await left(all)).toEqual(["of b", "of a draft"]);
      await mine.saveDraft({ ...draftOf("U2", start + 30), revision: 2 }, 1, true);
      expect(await left(all)).toEqual(["of b"]);
    });

    using("shows nobody else any more what stands in a channel that was closed", async ({ store }) => {
      const mine = store.of(slack);
      const open = (...channels: string[]) => ({ audience: channels.map((channel) => ({ channel, open: true })) });
      await mine.decide(decision("a", open("C1")), []);
      await mine.decide(decision("b", { at: start + 1, ...open("C1", "C2") }), []);
      await mine.decide(decision("c", { at: start + 2 }), []);
      await store.of(other).decide(decision("a", open("C1")), []);
      expect(await mine.openChannels()).toEqual(["C1", "C2"]);
      const outsider: Viewer = { person: "", channels: [] };
      expect(await found(store, {}, outsider)).toEqual(["b", "a"]);
      await mine.closeChannels(["C1", "C9"]);
      expect([await mine.openChannels(), await found(store, {}, outsider)]).toEqual([["C2"], ["b"]]);
      expect(await found(store, {})).toEqual(["c", "b", "a"]);
      expect(await store.of(other).openChannels()).toEqual(["C1"]);
    });

    using("finds decisions by name, vendor, owner, money, age and state", async ({ store }) => {
      const mine = store.of(slack);
      const summary = { name: "Voices 100%", money: "", owner: "<@U7|Zoë>", vendor: "ElevenLabs and Kling" };
      await mine.decide(decision("a"), []);
      await mine.decide(
        decision("b", { at: start + 1, complete: false, result: { purchases: [bought("150.10")] } as never }),
        [],
      );
      await mine.decide(decision("c", { at: start + 2, summary, result: { purchases: [bought(null)] } as never }), []);
      await mine.decide(decision("d", { at: start + 3, summary, result: {} as never }), [], "c");
      await say(mine, "a", "approved");
      expect(await found(store, {})).toEqual(["d", "c", "b", "a"]);
      expect(await found(store, { vendor: "openai" })).toEqual(["b", "a"]);
      expect(await found(store, { vendor: "KLING" })).toEqual(["d", "c"]);
      expect(await found(store, { owner: "zoë" })).toEqual(["d", "c"]);
      expect(await found(store, { owner: "U7" })).toEqual([]);
      expect(await found(store, { over: "150.09" })).toEqual(["b"]);
      expect(await found(store, { over: "150.10" })).toEqual([]);
      expect(await found(store, { before: start + 1 })).toEqual(["a"]);
      expect(await found(store, { words: ["100%"] })).toEqual(["d", "c"]);
      expect(await found(store, { words: ["%"] })).toEqual(["d", "c"]);
      expect(await found(store, { words: ["_"] })).toEqual([]);
      expect(await found(store, { words: ["PLAN", "$20"] })).toEqual(["b", "a"]);
      expect(await found(store, { state: "open" })).toEqual(["b"]);
      expect(await found(store, { state: "waiting" })).toEqual(["d"]);
      expect(await found(store, { state: "approved" })).toEqual(["a"]);
      expect(await found(store, { state: "superseded" })).toEqual(["c"]);
      await say(mine, "b", "declined");
      expect(await found(store, { state: "declined" })).toEqual(["b"]);
      await mine.rename("a", { name: "Writing", money: "", owner: "", vendor: "Mistral" });
      expect(await found(store, { words: ["writing"], vendor: "mistral" })).toEqual(["a"]);
      expect(await found(store, { state: "approved", owner: "ben" })).toEqual([]);
    });

    using("finds for everybody only what they may see, whatever is asked for", async ({ store }) => {
      const mine = store.of(slack);
      const vendors = ["OpenAI", "Kling", ""];
      const anyDecision = fc.record({
        by: fc.constantFrom("U1", "U2"),
        vendor: fc.constantFrom(...vendors),
        owner: fc.constantFrom("Ben", "Ana", ""),
        money: fc.constantFrom(null, "0.00", "19.99", "20.00", "20.01"),
        complete: fc.boolean(),
        superseded: fc.boolean(),
        verdict: fc.constantFrom<Decision["verdict"]>(null, "approved", "declined"),
        at: fc.integer({ min: 0, max: 5 }),
        audience: fc.uniqueArray(fc.record({ channel: fc.constantFrom("C1", "C2", "C3"), open: fc.boolean() }), {
          selector: ({ channel }) => channel,
        }),
      });
      const anyFilter = fc.record({
        words: fc.subarray(["plan", "openai", "ben", "zzz"], { maxLength: 2 }),
        vendor: fc.option(fc.constantFrom("open", "kling")),
        owner: fc.option(fc.constantFrom("ben", "an")),
        state: fc.option(fc.constantFrom("open", "waiting", "approved", "declined", "superseded")),
        over: fc.option(fc.constantFrom("0", "19.99", "20", "20.005")),
        before: fc.option(fc.integer({ min: start, max: start + 6 })),
      }) as fc.Arbitrary<DecisionFilter>;
      const all = fc.sample(anyDecision, { numRuns: 60, seed: 7 });
      for (const [
        at,
        { by, vendor, owner, money, superseded, verdict, complete, audience, ...rest },
      ] of all.entries()) {
        const id = `x${String(at).padStart(3, "0")}`;
        const summary = { name: `Plan ${id}`, money: "", owner, vendor };
        const result = { purchases: [bought(money)] } as never;
        await mine.decide(decision(id, { by, summary, result, complete, audience, at: start + rest.at }), []);
        if (superseded) await mine.decide(decision(`${id}-next`, { by: "U9", audience: [], at: start + 9 }), [], id);
        await say(mine, id, verdict);
      }
      const everything = (
        await Promise.all(
          [...all.keys()].flatMap((at) => {
            const id = `x${String(at).padStart(3, "0")}`;
            return [mine.decision(id), mine.decision(`${id}-next`)];
          }),
        )
      ).filter((each): each is Decision => each !== null);
      await fc.assert(
        fc.asyncProperty(
          anyFilter,
          fc.constantFrom("U1", "U2", "U3", ""),
          fc.subarray(["C1", "C2"]),
          fc.integer({ min: 1, max: 20 }),
          async (filter, person, channels, most) => {
            const viewer = { person, channels };
            const wanted = everything
              .filter((each) => maySee(each, viewer) && holds(each, filter))
              .sort((one, two) => two.at - one.at || (one.id < two.id ? 1 : -1))
              .map(({ id }) => id);
            const got: string[] = [];
            for (let after: string | undefined, more = true; more; ) {
              const { items, next } = await mine.decisions(viewer, most, after, filter);
              got.push(...items.map(({ id }) => id));
              more = next !== null;
              after = next ?? undefined;
            }
            expect(got).toEqual(wanted);
            expect((await store.of(discord).decisions(viewer, most, undefined, filter)).items).toEqual([]);
          },
        ),
        { numRuns: 60 },
      );
      const current = await mine.current({ person: "U1", channels: [] }, 500);
      expect(current.items.map(({ id }) => id).sort()).toEqual(
        everything
          .filter((each) => maySee(each, { person: "U1", channels: [] }))
          .filter((each) => !["superseded", "declined"].includes(stateOf(each)))
          .map(({ id }) => id)
          .sort(),
      );
    });

    using(
      "gives what holds with what it buys, and nothing for what was kept before purchases were",
      async ({ store }) => {
        const mine = store.of(slack);
        await mine.decide(decision("a"), []);
        await mine.decide(decision("b", { at: start + 1, result: {} as never }), []);
        await mine.decide(decision("c", { at: start + 2 }), [], "b");
        await say(mine, "c", "declined");
        const { items, next } = await mine.current(everybody, 1);
        expect([items.map(({ id }) => id), next]).toEqual([["a"], null]);
        expect(items[0]?.bought).toEqual([{ ...bought("20.00"), owner: "Ben Miller" }]);
        await say(mine, "c", null);
        expect((await mine.current(everybody, 5)).items.map(({ id }) => id)).toEqual(["c", "a"]);
      },
    );

    using("forgets a person in what decisions are found by, and voids what only they approved", async ({ store }) => {
      const mine = store.of(slack);
      const owner = "<@UGONE|Gone>";
      const approval = (id: string, at: number, by: string) => ({
        key: `${id}:approve:C1:${at}`,
        decision: id,
        channel: "C1",
        owner: by,
        body: { kind: "approval" },
        repeatable: false,
      });
      const summary = { name: "Plan", money: "", owner, vendor: "" };
      for (const id of ["a", "b"]) {
        const posts = [approval(id, 0, "UGONE"), ...(id === "b" ? [approval(id, 1, "U5")] : [])];
        await mine.decide(decision(id, { summary, answers: { owner } }), posts);
        await say(mine, id, "approved");
      }
      await mine.forgetPerson("UGONE", start, () => []);
      expect(await found(store, { owner: "gone" })).toEqual([]);
      expect(await found(store, { owner: "forgotten" })).toEqual(["b", "a"]);
      expect((await mine.current(everybody, 5)).items.map(({ verdict }) => verdict)).toEqual(["approved", null]);
      expect(JSON.stringify((await mine.current(everybody, 5)).items)).not.toContain("Gone");
    });

    using("links two tenants by a code, once, and ends the link for both", async ({ store }) => {
      const [one, two] = [store.of(slack), store.of(discord)];
      await one.offerLink("code1", "U1", start + aMinute);
      expect(await one.takeLink("code1", "U1", start)).toEqual({ refused: "own" });
      expect(await two.takeLink("code1", "D1", start)).toEqual({ linked: slack });
      expect(await two.link()).toEqual({ tenant: slack, by: "D1", at: start });
      expect(await one.link()).toEqual({ tenant: discord, by: "", at: start });
      expect(await store.of(other).takeLink("code1", "D2", start)).toEqual({ refused: "unknown" });
      await one.offerLink("code2", "U1", start + aMinute);
      expect(await store.of(other).takeLink("code2", "D2", start)).toEqual({ refused: "linked" });
      expect(await store.of(other).link()).toBeNull();
      expect(await one.unlink()).toEqual(discord);
      expect([await one.link(), await two.link(), await two.unlink()]).toEqual([null, null, null]);
    });

    using("refuses codes that are forged, over, replaced, or of the same platform", async ({ store }) => {
      const [one, two] = [store.of(slack), store.of(discord)];
      await one.offerLink("old", "U1", start + aMinute);
      await one.offerLink("new", "U1", start + aMinute);
      expect(await two.takeLink("old", "D1", start)).toEqual({ refused: "unknown" });
      expect(await two.takeLink("forged", "D1", start)).toEqual({ refused: "unknown" });
      expect(await store.of({ ...slack, id: "T2" }).takeLink("new", "U9", start)).toEqual({ refused: "unknown" });
      expect(await two.takeLink("new", "D1", start + aMinute)).toEqual({ refused: "unknown" });
      expect(await two.link()).toBeNull();
    });

    using("takes no code after five wrong ones, until a quarter of an hour is over", async ({ store }) => {
      const [one, two] = [store.of(slack), store.of(discord)];
      await one.offerLink("right", "U1", start + 60 * aMinute);
      for (let at = 0; at < 5; at++)
        expect(await two.takeLink(`wrong${at}`, "D1", start + at)).toEqual({ refused: "unknown" });
      expect(await two.takeLink("right", "D1", start + 5)).toEqual({ refused: "tries" });
      expect(await store.of(other).takeLink("wrong", "D1", start + 5)).toEqual({ refused: "unknown" });
      expect(await two.takeLink("right", "D1", start + 15 * aMinute + 4)).toEqual({ linked: slack });
    });

    using("lets one of several have a code that they type at once", async ({ store, another }) => {
      const second = await another();
      await store.of(slack).offerLink("code", "U1", start + aMinute);
      const sides = ["1", "2", "3", "4"].map((id, at) => (at % 2 ? store : second).of({ platform: "discord", id }));
      const taken = await Promise.all(sides.map((side) => side.takeLink("code", "D1", start)));
      expect(taken.filter((each) => "linked" in each)).toHaveLength(1);
      await second.close();
    });

    using("ends a link, and forgets its codes, with the tenant that left", async ({ store }) => {
      await store.of(slack).offerLink("code", "U1", start + aMinute);
      await store.of(discord).takeLink("code", "D1", start);
      await store.of(discord).offerLink("next", "D1", start + aMinute);
      await store.of(discord).forget();
      expect(await store.of(slack).link()).toBeNull();
      expect(await store.of(slack).takeLink("next", "U1", start)).toEqual({ refused: "unknown" });
    });
  });
}

/** What a filter asks of a decision, told apart from any database. */
function holds(each: Decision, { words, vendor, owner, state, over, before }: DecisionFilter): boolean {
  const by = findableOf(each);
  const has = (text: string, part: string) => text.includes(small(part, 200));
  return (
    words.every((word) => has(by.words, word)) &&
    (vendor === null || has(by.vendors, vendor)) &&
    (owner === null || has(by.owners, owner)) &&
    (state === null || stateOf(each) === state) &&
    (over === null || (by.month !== null && by.month > wholeCents(over))) &&
    (before === null || each.at < before)
  );
}
