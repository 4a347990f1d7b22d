import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createDispatcher,
  mostTries,
  type NewPost,
  type Post,
  type Sender,
  type Sent,
  type Store,
  type Tenant,
} from "#core";
import { openStore } from "../../adapters/sql/index.ts";

const team: Tenant = { platform: "slack", id: "T1" };
const guild: Tenant = { platform: "discord", id: "G1" };
let store: Store;
let clock = 1_795_000_000_000;
beforeEach(async () => {
  clock = 1_795_000_000_000;
  store = await openStore({ file: ":memory:", now: () => clock });
});
afterEach(() => store.close());

const post = (key: string, channel = "C1"): NewPost => ({ key, decision: "x1", channel, owner: "U1", body: { key } });
const states = async (tenant = team) =>
  Object.fromEntries((await store.of(tenant).posts("x1")).map((each) => [each.key, each.state]));

/** A platform that answers what the test says, and remembers what it was given. */
function platform(
  answers: (post: Post) => Sent | Promise<Sent>,
  deduplicates = false,
  name: Tenant["platform"] = "slack",
) {
  const given: string[] = [];
  const sender: Sender = {
    platform: name,
    deduplicates,
    send: async (each) => {
      given.push(each.key);
      return answers(each);
    },
  };
  return { given, sender };
}
const dispatcher = (...senders: Sender[]) => createDispatcher({ store, senders, now: () => clock, random: () => 0.5 });

describe("a post", () => {
  it("is sent once and keeps what the platform calls it", async () => {
    await store.of(team).enqueue([post("a")], clock);
    const { given, sender } = platform(() => ({ sent: "171.5" }));
    const work = dispatcher(sender);
    expect(await work.round()).toBe(1);
    clock += 60_000;
    expect(await work.round()).toBe(0);
    expect(given).toEqual(["a"]);
    expect(await store.of(team).posts("x1")).toMatchObject([{ state: "sent", reference: "171.5" }]);
  });

  it("that is refused is tried again later and later, and parked with its reason in the end", async () => {
    await store.of(team).enqueue([post("a")], clock);
    const { given, sender } = platform(() => ({ refused: "Slack is down.", final: false }));
    const work = dispatcher(sender);
    const waits: number[] = [];
    for (let at = 0; at < 2 * mostTries; at++) {
      await work.round();
      const [now] = await store.of(team).posts("x1");
      if (now?.state !== "waiting") break;
      waits.push(now.dueAt - clock);
      clock = now.dueAt - 1;
      expect(await work.round()).toBe(0);
      clock = now.dueAt;
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128].map((seconds) => seconds * 1000));
    expect(given).toHaveLength(mostTries);
    expect(await store.of(team).troubled()).toMatchObject([
      { state: "parked", reason: "Tried 8 times. Slack is down.", owner: "U1" },
    ]);
  });

  it("waits at least as long as the platform asks, and so does its channel", async () => {
    await store.of(team).enqueue([post("a"), post("b"), post("other", "C2")], clock);
    const { given, sender } = platform((each) =>
      each.key === "a" && each.tries === 1
        ? { refused: "Too fast.", final: false, retryAfter: 30_000 }
        : { sent: each.key },
    );
    const work = dispatcher(sender);
    await work.round();
    expect(await states()).toEqual({ a: "waiting", b: "waiting", other: "sent" });
    clock += 29_000;
    await work.round();
    expect(given).toEqual(["a", "other"]);
    for (let at = 0; at < 5; at++) {
      clock += 1_500;
      await work.round();
    }
    expect(await states()).toEqual({ a: "sent", b: "sent", other: "sent" });
    // Resting was no try.
    expect((await store.of(team).posts("x1")).map((each) => [each.key, each.tries])).toEqual([
      ["a", 2],
      ["b", 1],
      ["other", 1],
    ]);
  });

  it("is parked at once when the platform will never take it", async () => {
    await store.of(team).enqueue([post("a")], clock);
    const { sender } = platform(() => ({ refused: "The bot is not in the channel: invite it.", final: true }));
    await dispatcher(sender).round();
    expect(await store.of(team).troubled()).toMatchObject([
      { state: "parked", reason: expect.stringMatching(/invite/) },
    ]);
  });

  it("that waits for another one is looked at as long as it takes, and takes nobody's turn", async () => {
    await store.of(team).enqueue([post("waits"), { ...post("other"), after: 1 }], clock);
    clock += 1;
    let until = 0;
    const { given, sender } = platform((each) =>
      each.key === "waits" && clock < until ? { waits: "The card is on its way.", after: 2_000 } : { sent: each.key },
    );
    until = clock + 24 * 3_600_000;
    const work = dispatcher(sender);
    await work.round();
    expect(given).toEqual(["waits", "other"]);
    for (let at = 0; at < 50; at++) {
      clock += 2_000;
      await work.round();
    }
    expect(await store.of(team).post("waits")).toMatchObject({ state: "waiting", tries: 0 });
    clock = until;
    await work.round();
    expect(await states()).toEqual({ waits: "sent", other: "sent" });
  });

  it("whose outcome nobody knows is never sent again by itself where that would double it", async () => {
    await store.of(team).enqueue([post("a"), post("b", "C2")], clock);
    const { given, sender } = platform((each) => {
      if (each.key === "b") throw new Error("socket hang up");
      return { unknown: "No answer within 10 seconds." };
    });
    const work = dispatcher(sender);
    await work.round();
    clock += 24 * 3_600_000;
    await work.round();
    expect(given.sort()).toEqual(["a", "b"]);
    expect(await states()).toEqual({ a: "unknown", b: "unknown" });
    expect((await store.of(team).troubled()).map((each) => each.reason)).toEqual(
      expect.arrayContaining(["socket hang up", "No answer within 10 seconds."]),
    );
    // A person looked, and it was not there.
    expect(await store.of(team).retry("a", clock)).toBe(true);
    await work.round();
    expect(given.filter((key) => key === "a")).toHaveLength(2);
  });

  it("is sent again where the platform shows it only once", async () => {
    await store.of(guild).enqueue([post("a")], clock);
    const { given, sender } = platform(
      (each) => (each.tries === 1 ? { unknown: "No answer." } : { sent: "m1" }),
      true,
      "discord",
    );
    const work = dispatcher(sender);
    await work.round();
    clock += 60_000;
    await work.round();
    expect(given).toEqual(["a", "a"]);
    expect(await states(guild)).toEqual({ a: "sent" });
  });

  it("is left to a person once the platform may have forgotten it", async () => {
    await store.of(guild).enqueue([post("a")], clock);
    const { given, sender } = platform(() => ({ unknown: "No answer." }), true, "discord");
    const work = dispatcher(sender);
    const began = clock;
    while ((await states(guild)).a !== "unknown" && clock - began < 3_600_000) {
      clock += 1_000;
      await work.round();
    }
    expect(await states(guild)).toEqual({ a: "unknown" });
    expect(given.length).toBe(6);
    // Two minutes are less than any platform says it remembers.
    expect(clock - began).toBeLessThan(120_000);
  });

  it("goes into one channel in the order it was asked for, a second apart", async () => {
    await store.of(team).enqueue([post("a")], clock);
    await store.of(team).enqueue([post("b")], clock + 1);
    await store.of(team).enqueue([post("c")], clock + 2);
    clock += 10;
    const times: [string, number][] = [];
    const { sender } = platform((each) => {
      times.push([each.key, clock]);
      return { sent: each.key };
    });
    const work = dispatcher(sender);
    for (let at = 0; at < 40; at++) {
      await work.round();
      clock += 100;
    }
    expect(times.map(([key]) => key)).toEqual(["a", "b", "c"]);
    const gaps = times.slice(1).map(([, at], index) => at - (times[index]?.[1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  });

  it("of a platform that this process does not serve waits for one that does", async () => {
    await store.of(guild).enqueue([post("a")], clock);
    await dispatcher(platform(() => ({ sent: "x" })).sender).round();
    expect(await store.of(guild).posts("x1")).toMatchObject([{ state: "waiting", tries: 0 }]);
  });

  it("of a worker that died is unknown, or sent again where that does no harm", async () => {
    await store.of(team).enqueue([post("a")], clock);
    await store.of(guild).enqueue([post("b")], clock);
    await store.claimPosts(clock, clock + 60_000, 10);
    clock += 61_000;
    const slack = platform(() => ({ sent: "s" }));
    const discord = platform(() => ({ sent: "d" }), true, "discord");
    await dispatcher(slack.sender, discord.sender).round();
    expect([slack.given, discord.given]).toEqual([[], ["b"]]);
    expect(await states()).toEqual({ a: "unknown" });
  });
});
