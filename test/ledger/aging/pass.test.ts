import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nobody, type Who } from "#core";
import { addDays } from "#pricing";
import { openCatalogue } from "../../../pricing/open.ts";
import { openRates } from "../../../pricing/rates/open.ts";
import { changeTeam } from "../../../src/store/team.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { ana, ben, Channels, complete } from "../../app/channels.ts";
import type { Script } from "../../conversation/play.ts";
import { said } from "../../said.ts";
import { advisors, withRate, withRow, withRowFrom } from "./other-facts.ts";
import { DailyLook, toldIn } from "./team.ts";

const tomorrow = addDays(exampleDay, 1);
const plus = "openai-chatgpt-plus";
const price = (amount: string) => (row: { price: { amount: string } }) => {
  row.price.amount = amount;
};
const dearer = advisors(withRow(plus, price("26")));
const bitDearer = advisors(withRow(plus, price("20.50")));

let channels: Channels;
let look: DailyLook;
beforeEach(async () => {
  channels = await Channels.open();
  look = new DailyLook(channels.store, () => channels.clock);
});
afterEach(() => channels.close());

const told = (id: string) => toldIn(channels.store, ana.tenant, id);

/** A decision whose card stands in its channel. */
async function decided(who: Who = ana, script: Script = complete): Promise<string> {
  const { id } = await channels.decide(who, "C1", { script });
  await channels.rounds(4);
  return id;
}

const code = {
  job: "code",
  audience: "customers",
  output: ["text"],
  vendor: ["google"],
  stage: "production",
  shape: "steady",
  builder: "yes",
  owner: "Ben",
  "workload.conversations": "3000",
  "workload.turns": "6",
  "workload.systemTokens": "2 pages",
  "workload.userTokens": "150 words",
} as Script;

describe("the daily look", () => {
  it("says nothing for a year of days in which no fact changes, and works nothing out", async () => {
    const id = await decided();
    for (let at = 1; at <= 365; at++) await look.round(addDays(exampleDay, at));
    expect(await told(id)).toEqual([]);
    expect(look.evaluations).toBe(0);
  });

  it("tells the thread of the card what a price became, before and after, with a button to check it again", async () => {
    const id = await decided();
    expect(await look.round(exampleDay, dearer)).toMatchObject([{ told: 1 }]);
    await channels.rounds(4);
    const [card] = channels.cards;
    const [reply, ...more] = channels.replies;
    expect(more).toEqual([]);
    expect(reply?.of).toBe(card?.id);
    expect(reply?.text).toContain("$20");
    expect(reply?.text).toContain("$26");
    expect(JSON.parse(reply?.text ?? "{}").actions).toEqual([{ action: "check", label: "Re-check", about: id }]);
    const { screen } = await channels.pressOn(ben, reply, "check", id);
    expect(screen.id).toBe("checked");
  });

  it("says nothing of a price that changed by less than the team's share, and looks at it once", async () => {
    const id = await decided();
    for (let at = 0; at < 5; at++) await look.round(addDays(exampleDay, at), bitDearer);
    expect(await told(id)).toEqual([]);
    expect(look.evaluations).toBe(1);
  });

  it("goes by the share that the team settled", async () => {
    await changeTeam(ana.tenant, { moneyShare: "0.01" }, channels);
    const id = await decided();
    await look.round(exampleDay, bitDearer);
    expect(await told(id)).toHaveLength(1);
  });

  it("tells a state of the facts once, however often it is looked at, and the next state again", async () => {
    const id = await decided();
    const dearest = advisors(withRow(plus, price("40")));
    for (const [at, facts] of [dearer, dearer, dearest, dearest, dearer].entries())
      await look.round(addDays(exampleDay, at), facts);
    const words = (await told(id)).map((each) => each.words);
    expect(words.filter((each) => each.includes("$40"))).toHaveLength(1);
    // Back again is the state that was told already.
    expect(words).toHaveLength(2);
  });

  it("says nothing of a little more, once it has told how much it is", async () => {
    const id = await decided();
    await look.round(exampleDay, dearer);
    await look.round(tomorrow, advisors(withRow(plus, price("26.50"))));
    expect(await told(id)).toHaveLength(1);
    expect(look.evaluations).toBe(2);
  });

  it("waits until a card stands, and tells then what has changed since", async () => {
    channels.troubles.push({ kind: "card", ends: { refused: said("A pause."), final: false, retryAfter: 60_000 } });
    const { id } = await channels.decide();
    await look.round(exampleDay, dearer);
    expect(await told(id)).toEqual([]);
    await channels.rounds(120);
    await look.round(tomorrow, dearer);
    expect(await told(id)).toHaveLength(1);
  });

  it("tells that something ends to be sold on its day, though nobody wrote a new row", async () => {
    const ends = withRow(plus, (row) => {
      row.until = addDays(exampleDay, 5);
    });
    const id = await decided();
    for (let at = 0; at < 10; at++) await look.round(addDays(exampleDay, at), advisors(ends));
    expect((await told(id)).map(({ key }) => key.split(":")[1]).sort()).toEqual(["ahead", "changed"]);
  });

  it("tells that what the card says of the expiry is another thing, and not that it is put in other words", async () => {
    const id = await decided();
    const reworded = withRow(plus, (row) => {
      row.expiry.text = `${row.expiry.text} In other words.`;
    });
    await look.round(exampleDay, advisors(reworded));
    expect(await told(id)).toEqual([]);
    const other = withRow(plus, (row) => {
      row.expiry = { answer: "on_date", life: { days: 30 }, text: "It ends after 30 days." };
    });
    await look.round(tomorrow, advisors(other));
    expect((await told(id)).map(({ words }) => words)).toEqual([expect.stringContaining("It ends after 30 days.")]);
  });

  it("says nothing of a page that was read again and says the same", async () => {
    const id = await decided();
    const again = withRow(plus, (row) => {
      row.source.readOn = "2026-11-19";
    });
    await look.round(exampleDay, advisors(again));
    expect(await told(id)).toEqual([]);
    expect(look.evaluations).toBe(0);
  });

  it("tells that another product is to be bought now", async () => {
    const id = await decided();
    const gone = withRow(plus, (row) => {
      row.status = "discontinued";
      row.until = exampleDay;
    });
    await look.round(tomorrow, advisors(gone));
    expect((await told(id)).map(({ words }) => words)).toEqual([expect.stringContaining("ChatGPT Plus")]);
  });

  it("tells what the rate of a model does to the cost", async () => {
    const id = await decided(ana, { ...code, vendor: ["openai"] } as Script);
    const line = await channels.store.of(ana.tenant).aging(id);
    const model = line?.basis?.rates[0]?.model.split(":")[1] ?? "";
    const rates = withRate("openai", model, (row) => {
      row.input = "9";
      row.output = "30";
    });
    await look.round(exampleDay, advisors(openCatalogue(), rates));
    expect((await told(id)).map(({ words }) => words)).toEqual([expect.stringContaining("$9 in and $30 out")]);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ["stands nowhere", (id) => channels.press(ana, "undo", id)],
    ["has an author who was forgotten", () => channels.store.of(ana.tenant).forgetPerson(ana.person, 0, () => [])],
  ])("says nothing of a decision that %s", async (_, before) => {
    const id = await decided();
    await before(id);
    await look.round(exampleDay, dearer);
    expect(await told(id)).toEqual([]);
    expect(look.evaluations).toBe(0);
  });

  it("tells nobody in the name of somebody who is forgotten while it is worked out", async () => {
    const id = await decided();
    const tenant = channels.store.of(ana.tenant);
    const aged = { facts: {}, heard: null, ahead: [] };
    await tenant.forgetPerson(ana.person, 0, () => []);
    const post = { key: "x", decision: id, channel: "C1", owner: ana.person, body: {}, repeatable: false };
    expect(await tenant.keepAged(id, aged, [post], 0)).toBe(false);
    expect(await tenant.post("x")).toBeNull();
    expect((await tenant.posts(id)).map(({ owner }) => owner)).toEqual([nobody]);
  });

  it("keeps teams apart: each hears of its own decision, by its own share", async () => {
    const other: Who = { tenant: { platform: "slack", id: "T2" }, person: "UZOE" };
    const [mine, theirs] = [await decided(), await decided(other)];
    await changeTeam(other.tenant, { moneyShare: "1" }, channels);
    await look.round(exampleDay, dearer);
    expect(await told(mine)).toHaveLength(1);
    expect(await toldIn(channels.store, other.tenant, theirs)).toEqual([]);
    expect(await toldIn(channels.store, other.tenant, mine)).toEqual([]);
  });

  it("leaves the decisions of other platforms to whoever serves them", async () => {
    const id = await decided();
    await look.round(exampleDay, dearer, ["discord"]);
    expect(await told(id)).toEqual([]);
  });

  it("learns what an older program decided on, and tells what has changed since", async () => {
    const id = await decided();
    const tenant = channels.store.of(ana.tenant);
    const decision = await tenant.decision(id);
    if (decision === null) throw new Error("decided");
    const { supersededBy, verdict, ...old } = decision;
    const { decision: kept } = await tenant.decide({ ...old, id: "old", draft: "old" }, [
      {
        key: "old card",
        decision: "old",
        channel: "C9",
        owner: ana.person,
        body: { kind: "card", title: "", blocks: [] },
        repeatable: false,
      },
    ]);
    await tenant.arrived("old card", "m99", 0);
    expect((await tenant.aging(kept.id))?.basis).toBeNull();
    await look.round(exampleDay);
    expect(await told("old")).toEqual([]);
    await look.round(tomorrow, dearer);
    expect(await told("old")).toHaveLength(1);
  });

  it("goes on with the others where one cannot be evaluated", async () => {
    const [one, two] = [await decided(), await decided(ben)];
    const broken = await channels.store.of(ana.tenant).aging(one);
    if (broken?.basis == null) throw new Error("decided");
    await channels.store
      .of(ana.tenant)
      .keepAged(one, { facts: { [`row ${plus}`]: "" }, heard: {} as never, ahead: [] }, [], 0);
    expect(await look.round(exampleDay, dearer)).toMatchObject([{ seen: 2, later: 1, told: 1 }]);
    expect(look.log.faults).toHaveLength(1);
    expect(await told(two)).toHaveLength(1);
  });
});

describe("what is announced", () => {
  const rise = withRowFrom(plus, "2027-01-01", "2026-12-31", price("26"));

  it("is told ahead once, and again on its day as a change", async () => {
    const id = await decided();
    const facts = advisors(rise);
    for (let day = exampleDay; day < "2027-01-10"; day = addDays(day, 1)) await look.round(day, facts);
    const all = await told(id);
    const [ahead, ...more] = all.filter(({ key }) => key.includes(":ahead:"));
    expect(more).toEqual([]);
    expect(ahead?.words).toContain("ChatGPT Plus costs $26 a month from 1 Jan 2027 on, until then $20");
    expect(all.filter(({ key }) => key.includes(":changed:"))).toHaveLength(1);
  });

  it("is not told long before", async () => {
    const id = await decided();
    await look.round(exampleDay, advisors(withRowFrom(plus, "2027-06-01", "2027-05-31", price("26"))));
    expect(await told(id)).toEqual([]);
  });

  it("is told of a model that changes its price, to those whose money was worked out for it", async () => {
    const id = await decided(ana, code);
    const line = await channels.store.of(ana.tenant).aging(id);
    const model = line?.basis?.rates[0]?.model.split(":")[1] ?? "";
    const ending = withRate("google", model, (row) => {
      if (row.until === null) row.until = "2026-12-31";
    });
    await look.round(exampleDay, advisors(openCatalogue(), ending));
    expect((await told(id)).map(({ words }) => words)).toEqual([expect.stringContaining("1 Jan 2027")]);
    const other = await decided(ben);
    await look.round(tomorrow, advisors(openCatalogue(), ending));
    expect(await told(other)).toEqual([]);
  });
});

describe("the turns of processes", () => {
  it("look once a day, again when a fact is another one, and not in between", async () => {
    await decided();
    const seen = async (...given: Parameters<DailyLook["round"]>) => (await look.round(...given)).length;
    expect([await seen(exampleDay), await seen(exampleDay), await seen(exampleDay, dearer)]).toEqual([1, 0, 1]);
    expect([await seen(exampleDay, dearer), await seen(tomorrow, dearer)]).toEqual([0, 1]);
  });

  it("never go back to older facts than another process had, until that has not looked for a day", async () => {
    const id = await decided();
    const newer = withRow(plus, (row) => {
      row.price.amount = "26";
      row.source.readOn = "2026-11-30";
    });
    await look.round("2026-11-30", advisors(newer));
    expect(await look.round("2026-12-01", advisorOn)).toEqual([]);
    expect(await told(id)).toHaveLength(1);
    expect(await look.round("2026-12-02", advisorOn)).toHaveLength(1);
  });

  it("leave a pass to whoever holds it, and go on with it when that one has ended", async () => {
    await decided();
    const { store } = channels;
    const facts = {
      facts: `${openCatalogue().version.slice(0, 10)} ${openCatalogue().version} ${openRates().version}`,
      day: exampleDay,
    };
    const now = channels.clock;
    const held = await store.claimPass("decisions of slack", facts, now, now + 1_000);
    expect(held).toMatchObject({ place: "" });
    expect(await look.round(exampleDay)).toEqual([]);
    channels.clock = now + 2_000;
    expect(await look.round(exampleDay)).toHaveLength(1);
    expect(await store.keepPass(held ?? { name: "", claim: 0 }, "x", now)).toBe(false);
  });
});
