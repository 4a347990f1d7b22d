import { describe, expect, it } from "vitest";
import type { Basis, NewDecision, Tenant } from "#core";
import { longestWait, nobody } from "#core";
import type { Place } from "./store.ts";

const start = 1_795_000_000_000;
const team: Tenant = { platform: "slack", id: "T1" };
const others: Tenant[] = [
  { platform: "slack", id: "T2" },
  { platform: "discord", id: "T1" },
];
const basis = { on: "2026-11-20", facts: { "row a": "1" }, odd: '🦄 "\\ %_' } as unknown as Basis;
const aged = { facts: { "row a": "2" }, heard: basis, ahead: ["k"] };

const decision = (id: string, more: Partial<NewDecision> = {}): NewDecision => ({
  id,
  draft: `d${id}`,
  revision: 1,
  route: null,
  complete: true,
  answers: {},
  result: {} as never,
  catalogue: "2026-10-30+1ac1b531",
  rows: [],
  connections: [],
  by: "U1",
  at: start,
  audience: [],
  basis,
  ...more,
});

const post = (key: string, owner = "U1") => ({
  key,
  decision: "x",
  channel: "C1",
  owner,
  body: { kind: "reply" },
  repeatable: false,
});

/** What every store must do so that decisions can age, whatever it stands on. */
export function agingSuite(name: string, open: () => Promise<Place>): void {
  describe(`decisions that age, on ${name}`, () => {
    const using = (title: string, work: (place: Place) => Promise<void>) =>
      it(title, async () => {
        const place = await open();
        try {
          await work(place);
        } finally {
          await place.close();
        }
      });

    using("come in pages of one platform, each once, team by team, with what is known of them", async ({ store }) => {
      for (const tenant of [team, ...others])
        for (let at = 0; at < 7; at++) await store.of(tenant).decide(decision(`x${at}`), []);
      await store.of(team).keepAged("x3", aged, [], start);
      const seen: string[] = [];
      for (let place = "", more = true; more; ) {
        const { lines, next } = await store.agingDecisions("slack", place, 3);
        seen.push(...lines.map(({ tenant, id }) => `${tenant.platform} ${tenant.id} ${id}`));
        for (const line of lines) {
          const known = line.tenant.id === "T1" && line.id === "x3";
          expect(line).toMatchObject({ basis, aged: known ? aged : null });
        }
        more = next !== null;
        place = next ?? "";
      }
      const all = ["T1", "T2"].flatMap((id) => Array.from({ length: 7 }, (_, at) => `slack ${id} x${at}`));
      expect(seen).toEqual(all);
    });

    using("are none that something took the place of, that was declined, or whose author is unknown", async (place) => {
      const tenant = place.store.of(team);
      await tenant.decide(decision("old"), []);
      await tenant.decide(decision("new"), [], "old");
      await tenant.decide(decision("declined"), []);
      const note = { at: start, actor: "U3", action: "declined", subject: "declined", details: null };
      await tenant.judge("declined", () => ({ verdict: "declined", posts: [], note }), start);
      await tenant.decide(decision("nobody", { by: "U2" }), [{ ...post("p", "U2"), decision: "nobody" }]);
      await tenant.forgetPerson("U2", start, () => []);
      const { lines } = await place.store.agingDecisions("slack", "", 10);
      expect(lines.map(({ id }) => id)).toEqual(["new"]);
      for (const id of ["old", "declined", "nobody", "none"])
        expect(await tenant.keepAged(id, aged, [{ ...post(`of ${id}`), decision: id }], start)).toBe(false);
      expect(await tenant.posts("old")).toEqual([]);
      expect((await tenant.posts("nobody")).map(({ owner }) => owner)).toEqual([nobody]);
    });

    using("keep what was found with what is posted, again and again, and a post once", async ({ store }) => {
      const tenant = store.of(team);
      await tenant.decide(decision("x"), []);
      expect(await tenant.aging("x")).toEqual({ tenant: team, id: "x", basis, aged: null });
      expect(await tenant.keepAged("x", aged, [post("once")], start)).toBe(true);
      expect(await tenant.keepAged("x", { ...aged, heard: null }, [post("once")], start)).toBe(true);
      expect(await tenant.aging("x")).toMatchObject({ aged: { heard: null } });
      expect(await tenant.posts("x")).toHaveLength(1);
      expect(await store.of(others[0] ?? team).aging("x")).toBeNull();
      await tenant.forget();
      expect(await tenant.aging("x")).toBeNull();
    });

    using("learn once what an older program did not keep", async ({ store }) => {
      const tenant = store.of(team);
      const { basis: _, ...old } = decision("x");
      await tenant.decide(old, []);
      expect(await tenant.aging("x")).toMatchObject({ basis: null });
      await tenant.keepBasis("x", basis);
      await tenant.keepBasis("x", { ...basis, on: "2027-01-01" });
      expect(await tenant.aging("x")).toMatchObject({ basis });
    });

    const facts = { facts: "2026-11-01 a", day: "2026-11-20" };
    const claim = (place: Place, state = facts, now = start) => place.store.claimPass("p", state, now, now + 1_000);

    using("are looked at by one of many who would", async (place) => {
      const second = await place.another();
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          (at % 2 ? place.store : second).claimPass("p", facts, start, start + 1_000),
        ),
      );
      expect(all.filter((each) => each !== null)).toEqual([{ name: "p", claim: 1, place: "" }]);
      expect(await place.store.claimPass("another", facts, start, start + 1_000)).not.toBeNull();
      await second.close();
    });

    using("are gone on with after a lease is over, and what held it before says nothing any more", async (place) => {
      const first = await claim(place);
      if (first === null) throw new Error("nobody had it");
      expect(await place.store.keepPass(first, "here", start + 1_000)).toBe(true);
      expect(await claim(place, facts, start + 500)).toBeNull();
      const second = await claim(place, facts, start + 2_000);
      expect(second).toEqual({ name: "p", claim: 2, place: "here" });
      expect(await place.store.keepPass(first, null, start)).toBe(false);
      // A clock that was set back since does not hold it for ever.
      expect(await claim(place, facts, start - longestWait - 5_000)).toMatchObject({ claim: 3, place: "here" });
    });

    using("are looked at once for a day and its facts, from the beginning for others", async (place) => {
      const first = await claim(place);
      if (first === null) throw new Error("nobody had it");
      await place.store.keepPass(first, "here", start + 1_000);
      expect(await claim(place, { ...facts, day: "2026-11-21" }, start + 2_000)).toMatchObject({ place: "" });
      expect(await place.store.keepPass({ name: "p", claim: 2 }, null, start)).toBe(true);
      expect(await claim(place, { ...facts, day: "2026-11-21" })).toBeNull();
      expect(await claim(place, { facts: "2026-11-01 b", day: "2026-11-21" })).toMatchObject({ place: "" });
    });

    using("are not looked at by older facts, until newer ones were not heard of for a day", async (place) => {
      const first = await claim(place, { facts: "2026-11-05 a", day: "2026-11-20" });
      await place.store.keepPass(first ?? { name: "", claim: 0 }, null, start);
      expect(await claim(place, { facts: "2026-11-01 a", day: "2026-11-21" })).toBeNull();
      expect(await claim(place, { facts: "2026-11-01 a", day: "2026-11-22" })).not.toBeNull();
    });
  });
}
