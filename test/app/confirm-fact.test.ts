import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type App,
  createApp,
  createBot,
  createTeamFacts,
  openAdvisors,
  type Screen,
  type Store,
  StoreError,
  type Who,
} from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { exampleDay } from "../advisor.ts";
import { directEstimator } from "../at-once.ts";

const ana: Who = { tenant: { platform: "slack", id: "T1" }, person: "UANA" };
const ben: Who = { tenant: { platform: "slack", id: "T1" }, person: "UBEN" };
const zoe: Who = { tenant: { platform: "slack", id: "T2" }, person: "UZOE" };
const place = { channel: "C1" };
const roomy = { characters: 100_000, blocks: 1_000, text: 10_000 };
const advisors = openAdvisors(openCatalogue(), openRates());

let store: Store;
let app: App;
let warned: string[];
beforeEach(async () => {
  store = await openStore({ file: ":memory:", now: () => 0 });
  [app, warned] = [open(), []];
});
afterEach(() => store.close());

/** The app of one process: several may stand on one store. */
function open(): App {
  const log = { warn: (words: string) => warned.push(words) };
  const facts = createTeamFacts(advisors, { store, today: () => exampleDay, log });
  let made = 0;
  const base = { store, now: () => 5, newId: () => `id${made++}`, advisor: facts.advisor };
  return createApp({
    ...base,
    ...facts,
    bot: createBot({ ...base, counter: () => Promise.reject(new Error("nothing was pasted")) }),
    estimator: directEstimator,
    turn: async () => undefined,
    deliver: async () => undefined,
    chatWords: (answered) => answered,
    linkTo: async () => null,
    limits: { form: roomy, answer: roomy, card: roomy, buttonValue: 2_000 },
    typed: (verb, rest) => `/aicost ${verb} ${rest}`,
    asksItself: true,
  });
}

const aboutOf = ({ actions }: Screen, act: string) =>
  actions.find(({ action }) => action === act)?.about ?? expect.fail(act);
const textOf = ({ body }: Screen) => JSON.stringify(body);

/** A decision of Ana's whose Details rest on a stale page, and the page of its sources. */
async function sources(who: Who, by: App = app): Promise<Screen> {
  if ((await store.of(ana.tenant).decision("x1")) === null)
    for (const { tenant, person } of [ana, zoe])
      await store.of(tenant).decide(
        {
          ...{ id: "x1", draft: "d1", revision: 1, route: "prepaid_credits", complete: true, catalogue: "c" },
          answers: { job: "person", audience: "me", output: ["image"], vendor: ["leonardo"], intensity: "daily" },
          ...{ result: {} as never, rows: [], connections: [], by: person, at: Date.parse(exampleDay) },
          audience: [{ channel: "C1", open: true }],
        },
        [],
      );
  return (await by.press(who, { act: "why", about: "x1/pages" }, place)).screen;
}

describe("a stale source in Details", () => {
  it("leads to its page, and to what the team can say of it", async () => {
    const { screen, ticket } = await app.press(ana, { act: "fact", about: aboutOf(await sources(ana), "fact") }, place);
    expect(textOf(screen)).toContain("leonardo");
    expect(screen.actions.map(({ action }) => action)).toEqual(["still-true", "next", "why"]);
    expect(screen.fields.map(({ id }) => id)).toEqual(["value"]);
    expect(ticket).toMatch(/^f1~[a-z0-9]+~x1$/);
    expect((await app.press(ana, { act: "why", about: aboutOf(screen, "why") }, place)).screen.id).toBe("why");
  });

  it("that a colleague finds still true is fresh from then on, says who looked, and is no button any more", async () => {
    const before = await sources(ana);
    const about = aboutOf(before, "fact");
    const { screen } = await app.press(ana, { act: "fact", about }, place);
    const done = await app.press(ana, { act: "still-true", about: aboutOf(screen, "still-true") }, place);
    expect(textOf(done.screen)).toContain("checked by a colleague");
    expect(await store.of(ana.tenant).factReadings()).toMatchObject([
      { says: "same", evidence: "colleague", owner: "UANA", on: exampleDay, value: null, at: 5 },
    ]);
    const after = await sources(ben);
    expect(after.actions.map(({ about: each }) => each)).not.toContain(about);
    expect(textOf(after)).toContain('"evidence":"colleague"');
  });

  it("that has changed keeps the value beside the source, and changes no price", async () => {
    const about = aboutOf(await sources(ana), "fact");
    const { ticket } = await app.press(ana, { act: "fact", about }, place);
    const send = (value: string) => app.press(ana, { act: "next", about: ticket ?? "", values: { value } }, place);
    const asked = await send("  ");
    expect(asked.screen.fields).toMatchObject([{ problem: expect.stringContaining("such as") }]);
    expect(asked.ticket).toBe(ticket);
    expect((await send("x".repeat(121))).screen.fields).toHaveLength(1);
    expect(await store.of(ana.tenant).factReadings()).toEqual([]);
    const [row] = await priced(ana);
    await send("$14\n a month");
    expect(await store.of(ana.tenant).factReadings()).toMatchObject([{ says: "differs", value: "$14 a month" }]);
    expect(textOf(await sources(ana))).toContain("$14 a month");
    expect(await priced(ana)).toEqual([row]);
  });

  it("is checked for one's own team alone, in every process of the program", async () => {
    const about = aboutOf(await sources(ana), "fact");
    const { screen } = await app.press(ana, { act: "fact", about }, place);
    await app.press(ana, { act: "still-true", about: aboutOf(screen, "still-true") }, place);
    const another = open();
    const has = async (who: Who, by: App) => textOf(await sources(who, by)).includes("colleague");
    expect(await Promise.all([has(ben, another), has(zoe, another), has(zoe, app)])).toEqual([true, false, false]);
    expect(await store.of(zoe.tenant).factReadings()).toEqual([]);
  });

  it("keeps no name of somebody who is forgotten, and what they saw goes on counting", async () => {
    const about = aboutOf(await sources(ana), "fact");
    const { screen } = await app.press(ben, { act: "fact", about }, place);
    await app.press(ben, { act: "still-true", about: aboutOf(screen, "still-true") }, place);
    await app.ask(ben, { ask: "forget" }, place);
    expect(JSON.stringify(await store.allFactReadings())).not.toContain("UBEN");
    expect(textOf(await sources(ana))).toContain("colleague");
  });

  it("that was read anew since is told so, with the way back", async () => {
    const { screen } = await app.press(ana, { act: "still-true", about: "f1~zzzz~x1" }, place);
    expect(screen.actions.map(({ action }) => action)).toEqual(["why"]);
    expect(await store.of(ana.tenant).factReadings()).toEqual([]);
  });
});

async function priced(who: Who): Promise<string[]> {
  const { screen } = await app.ask(who, { ask: "plans", of: "leonardo" }, place);
  return screen.body
    .flatMap((block) => (block.block === "table" ? block.rows.map((row) => row[4] ?? "") : []))
    .slice(0, 1);
}

describe("a store that cannot be read just now", () => {
  const failing = (error: Error) => {
    const factReadings = () => Promise.reject(error);
    return { of: () => ({ factReadings }) } as unknown as Store;
  };
  const facts = (of: Store) =>
    createTeamFacts(advisors, { store: of, today: () => exampleDay, log: { warn: (words) => warned.push(words) } });

  it("is written down, and what was known goes on counting", async () => {
    const team = facts(failing(new StoreError("lost", "gone")));
    await team.refresh(ana.tenant);
    expect(warned).toHaveLength(1);
    expect(team.advisor(ana.tenant)).toBe(advisors(exampleDay));
  });

  it("is no cover for a bug", async () => {
    await expect(facts(failing(new RangeError("a bug"))).refresh(ana.tenant)).rejects.toThrow("a bug");
  });
});
