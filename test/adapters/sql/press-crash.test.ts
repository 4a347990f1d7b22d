import { describe, expect, inject, it } from "vitest";
import { createBot, type Store, type Tenant } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { changeTeam } from "../../../src/store/team.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { complete } from "../../app/channels.ts";
import { fill, type Script } from "../../conversation/play.ts";
import { holdingRow } from "../../suites/holdings.ts";
import { type Fresh, onFiles, onSchemas, runWorker, type Settings } from "./killing.ts";
import { doWork, type Work } from "./press-work.ts";

const tenant: Tenant = { platform: "slack", id: "T1" };
/** Monday, 23 November 2026, at noon: within the hours of a team. */
const start = Date.parse("2026-11-23T12:00:00Z");
/** Past the lease of a process that was killed. */
const later = start + 400_000;

const run = (settings: Settings, work: Work, dies: number, when: "after" | "during") =>
  runWorker(new URL("press-worker.ts", import.meta.url), [
    JSON.stringify(settings),
    JSON.stringify(work),
    String(start),
    String(dies),
    when,
  ]);

function conversationOf(store: Store, script: Script) {
  const ports = { store, advisor: () => advisorOn(exampleDay), now: () => start, newId: () => "x" };
  const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("nothing is pasted")) });
  const who = { tenant, person: "UANA" };
  const toReview = async () => {
    let reply = await bot.begin(who, false);
    while (reply.screen.id !== "review") {
      const { ticket, screen } = reply;
      reply = await bot.act(who, ticket ?? "", {
        event: "submit",
        page: screen.id,
        values: fill(screen.fields, script),
      });
    }
    return reply.ticket ?? "";
  };
  return { bot, who, toReview };
}

/** A decision with its card in two channels, which Ben may approve. */
async function decided(store: Store): Promise<string> {
  await changeTeam(tenant, { approvers: ["<@UBEN|Ben>"] }, { store });
  const { bot, who, toReview } = conversationOf(store, complete);
  const made = await bot.decide(who, await toReview(), ["C1", "C2"]);
  if (!("decision" in made)) throw new Error("not decided");
  const { id } = made.decision;
  for (const { key } of await store.of(tenant).posts(id)) await store.of(tenant).arrived(key, `m ${key}`, start);
  return id;
}

/** A conversation that leaves the owner open: its ticket. */
const asking = (store: Store) =>
  conversationOf(store, { job: "code", audience: "customers", output: ["text"], stage: "production" }).toReview();

const kindsOf = async (store: Store, id: string, kind: string) =>
  (await store.of(tenant).posts(id))
    .filter(({ body }) => (body as { kind: string }).kind === kind)
    .map(({ channel, owner }) => `${channel} ${owner}`)
    .sort();
const notes = async (store: Store, action: string) =>
  (await store.of(tenant).audit(50)).filter((each) => each.action === action).length;

type Case = {
  prepare(store: Store): Promise<Work>;
  /** Whether whoever got no answer presses again. */
  again: boolean;
  /** How it stands in the end; and, where nobody presses again, that it is done or not begun. */
  check(store: Store): Promise<void>;
  least: number;
};

const onIt = async (store: Store) => (await store.of(tenant).decisions({ person: "UANA", channels: [] }, 1)).items[0];

const cases: Record<string, Case> = {
  approving: {
    prepare: async (store) => ({ person: "UBEN", press: { act: "approve", about: await decided(store) } }),
    again: true,
    async check(store) {
      const line = await onIt(store);
      expect(line?.verdict).toBe("approved");
      expect(await kindsOf(store, line?.id ?? "", "approval")).toEqual(["C1 UBEN", "C2 UBEN"]);
      expect(await notes(store, "approved")).toBe(1);
    },
    least: 3,
  },
  declining: {
    prepare: async (store) => ({
      person: "UBEN",
      press: { act: "next", about: `f1.declining.${await decided(store)}`, values: { reason: "We have seats." } },
    }),
    again: true,
    async check(store) {
      const line = await onIt(store);
      expect(line?.verdict).toBe("declined");
      expect(await kindsOf(store, line?.id ?? "", "decline")).toEqual(["C1 UBEN", "C2 UBEN"]);
      expect(await notes(store, "declined")).toBe(1);
    },
    least: 3,
  },
  asking: {
    prepare: async (store) => ({
      person: "UANA",
      press: { act: "next", about: `f1.asking.${await asking(store)}~owner`, values: { person: "<@UBEN|Ben>" } },
    }),
    again: false,
    async check(store) {
      const [asked, message] = [await store.of(tenant).asked("new"), await store.of(tenant).post("asked:new")];
      expect([asked?.person ?? null, message?.channel ?? null]).toEqual(
        asked === null ? [null, null] : ["UBEN", "person:UBEN"],
      );
    },
    least: 2,
  },
  answering: {
    async prepare(store) {
      const ticket = await asking(store);
      const draft = (await store.of(tenant).draftOf("UANA"))?.id ?? "";
      expect(ticket).toContain(draft);
      const asked = {
        id: "q",
        person: "UBEN",
        by: "UANA",
        question: "owner" as const,
        draft,
        at: start,
        answered: false,
      };
      await store.of(tenant).askPerson(asked, [], start);
      return { person: "UBEN", press: { act: "next", about: "f1.answering.q", values: { owner: "<@UCLEO|Cleo>" } } };
    },
    again: true,
    async check(store) {
      expect((await store.of(tenant).draftOf("UANA"))?.draft.answers.owner).toBe("<@UCLEO|Cleo>");
      expect((await store.of(tenant).asked("q"))?.answered).toBe(true);
      expect((await store.of(tenant).post("asked:q:answered"))?.channel).toBe("person:UANA");
    },
    least: 4,
  },
  reminding: {
    async prepare(store) {
      const { holding } = holdingRow();
      const held = { kind: "prepaid" as const, lot: { amount: "1000", bought: "2026-01-10", expires: "2027-01-10" } };
      await store.of(tenant).saveHolding(holdingRow({ holding: { ...holding, held, channel: "C1" } }), 0);
      return { person: "", press: null };
    },
    again: true,
    async check(store) {
      const kept = await store.of(tenant).reminders("h1");
      expect(kept.map(({ key, state }) => [key, state])).toEqual([["expiry.2027-01-10@60", "sent"]]);
      const posts = ["person:UBEN", "C1"].map((channel) =>
        store.of(tenant).post(`remind:h1:${kept[0]?.key}:${channel}`),
      );
      expect((await Promise.all(posts)).map((post) => post?.state)).toEqual(["waiting", "waiting"]);
    },
    least: 3,
  },
};

async function check(
  { prepare, again, check: stands, least }: Case,
  fresh: Fresh,
  when: "after" | "during",
): Promise<void> {
  let kills = 0;
  for (let dies = 1; ; dies++) {
    const settings = await fresh(dies);
    const store = await openStore({ ...settings, now: () => start });
    const work = await prepare(store);
    const ended = await run(settings, work, dies, when);
    if (ended === null) kills++;
    if (ended === null && again) await doWork(store, work, later);
    await stands(store);
    // Whoever presses once more changes nothing.
    if (again) await doWork(store, work, later);
    await stands(store);
    await store.close();
    if (ended !== null) break;
  }
  expect(kills).toBeGreaterThanOrEqual(least);
}

describe.each(Object.entries(cases))(
  "%s that is killed between any two steps is done once, or not begun",
  (_, each) => {
    it("on SQLite", () => onFiles((fresh) => check(each, fresh, "after")));

    const postgres = inject("postgres");
    if ("missing" in postgres) it.skip(`on PostgreSQL: ${postgres.missing}`, () => undefined);
    else it("on PostgreSQL, also during each", () => onSchemas(postgres.url, (fresh) => check(each, fresh, "during")));
  },
);
