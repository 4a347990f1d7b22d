import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createDispatcher,
  longestWait,
  type NewPost,
  type Post,
  type Sender,
  type Sent,
  type Store,
  type Tenant,
} from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { mostTries } from "../../src/outbox/dispatcher.ts";
import { said } from "../said.ts";

const team: Tenant = { platform: "slack", id: "T1" };
const guild: Tenant = { platform: "discord", id: "G1" };
let store: Store;
let clock = 1_795_000_000_000;
beforeEach(async () => {
  clock = 1_795_000_000_000;
  warnings.length = 0;
  faults.length = 0;
  store = await openStore({ file: ":memory:", now: () => clock });
});
afterEach(() => store.close());

const post = (key: string, channel = "C1", repeatable = false): NewPost => ({
  key,
  decision: "x1",
  channel,
  owner: "U1",
  body: { key },
  repeatable,
});
const warnings: unknown[] = [];
const faults: unknown[] = [];
const log = {
  warn: (words: string, details?: unknown) => void warnings.push([words, details]),
  fault: (error: unknown) => `ref${faults.push(error)}`,
};
const states = async (tenant = team) =>
  Object.fromEntries((await store.of(tenant).posts("x1")).map((each) => [each.key, each.state]));

/** A platform that answers what the test says, and remembers what it was given. */
function platform(answers: (post: Post) => Sent | Promise<Sent>, deduplicates = false, name = "slack") {
  const given: string[] = [];
  const sender: Sender = {
    platform: name,
    deduplicates,
    prepare: async (each) => ({
      do: "send",
      send: async () => {
        given.push(each.key);
        return answers(each);
      },
    }),
  };
  return { given, sender };
}
const dispatcher = (...senders: Sender[]) =>
  createDispatcher({ store, senders, now: () => clock, random: () => 0.5, log });

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
    const { given, sender } = platform(() => ({ refused: said("Slack is down."), final: false }));
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
      { state: "parked", reason: { is: "tried", times: 8, last: said("Slack is down.") }, owner: "U1" },
    ]);
  });

  it("waits at least as long as the platform asks, and so does its channel", async () => {
    await store.of(team).enqueue([post("a"), post("b"), post("other", "C2")], clock);
    const { given, sender } = platform((each) =>
      each.key === "a" && each.tries === 0
        ? { refused: said("Too fast."), final: false, retryAfter: 30_000 }
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
    const { sender } = platform(() => ({ refused: said("The bot is not in the channel: invite it."), final: true }));
    await dispatcher(sender).round();
    expect(await store.of(team).troubled()).toMatchObject([
      { state: "parked", reason: said("The bot is not in the channel: invite it.") },
    ]);
  });

  it("that waits for another one is looked at as long as it takes, and takes nobody's turn", async () => {
    await store.of(team).enqueue([post("waits"), { ...post("other"), after: 1 }], clock);
    clock += 1;
    let until = 0;
    const looks: string[] = [];
    const sender: Sender = {
      platform: "slack",
      deduplicates: false,
      prepare: async ({ key }) => {
        looks.push(key);
        if (key === "waits" && clock < until)
          return { do: "wait", reason: said("The card is on its way."), after: 2_000 };
        return { do: "send", send: async () => ({ sent: key }) };
      },
    };
    until = clock + 24 * 3_600_000;
    const work = dispatcher(sender);
    await work.round();
    await work.round();
    expect(looks).toEqual(["waits", "other"]);
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
      return { unknown: said("Slack gave no answer."), cause: "UND_ERR_SOCKET" };
    });
    const work = dispatcher(sender);
    await work.round();
    clock += 24 * 3_600_000;
    await work.round();
    expect(given.sort()).toEqual(["a", "b"]);
    expect(await states()).toEqual({ a: "unknown", b: "unknown" });
    // What it was in fact is in the log.
    expect((await store.of(team).troubled()).map((each) => each.reason)).toEqual([
      said("Slack gave no answer."),
      { is: "fault", reference: "ref1" },
    ]);
    expect(faults).toEqual([new Error("socket hang up")]);
    expect(JSON.stringify(warnings)).toContain("UND_ERR_SOCKET");
    // A person looked, and it was not there.
    expect(await store.of(team).retry("a", clock)).toBe(true);
    await work.round();
    expect(given.filter((key) => key === "a")).toHaveLength(2);
  });

  it("that may be repeated is repeated until it is known how it ended", async () => {
    await store.of(team).enqueue([post("update", "C1", true)], clock);
    const { given, sender } = platform((each) => (each.tries < 3 ? { unknown: said("No answer.") } : { sent: "m1" }));
    const work = dispatcher(sender);
    for (let at = 0; at < 30; at++) {
      await work.round();
      clock += 1_000;
    }
    expect(given).toHaveLength(4);
    expect(await states()).toEqual({ update: "sent" });
  });

  it("that cannot be made ready was not sent, whatever went wrong", async () => {
    await store.of(team).enqueue([post("a")], clock);
    let broken = true;
    const { given, sender } = platform(() => ({ sent: "m1" }));
    const { prepare } = sender;
    const work = dispatcher({
      ...sender,
      prepare: async (each) => {
        if (broken) throw new TypeError("a bug");
        return prepare(each);
      },
    });
    await work.round();
    expect(await store.of(team).posts("x1")).toMatchObject([
      { state: "waiting", tries: 1, reason: { is: "fault", reference: "ref1" } },
    ]);
    broken = false;
    clock += 60_000;
    await work.round();
    expect(given).toEqual(["a"]);
    expect(await states()).toEqual({ a: "sent" });
  });

  it("that waits for its card is looked at again, and that is no try", async () => {
    await store.of(team).enqueue([post("reply")], clock);
    const looks: number[] = [];
    const sender: Sender = {
      platform: "slack",
      deduplicates: false,
      prepare: async ({ tries }) => {
        looks.push(tries);
        return looks.length < 20
          ? { do: "wait", reason: said("The card is still on its way."), after: 3_000 }
          : { do: "refuse", reason: said("The app is not installed here any more.") };
      },
    };
    const work = dispatcher(sender);
    for (let at = 0; at < 100; at++) {
      await work.round();
      clock += 1_000;
    }
    expect(looks).toEqual(Array.from({ length: 20 }, () => 0));
    expect(await states()).toEqual({ reply: "parked" });
  });

  it("whose outcome was unknown once is never said not to be there, whatever comes after", async () => {
    await store.of(guild).enqueue([post("a"), post("b", "C2", true)], clock);
    const { sender } = platform(
      (each) => (each.tries === 0 ? { unknown: said("No answer.") } : { refused: said("Not allowed."), final: true }),
      true,
      "discord",
    );
    const work = dispatcher(sender);
    await work.round();
    clock += 60_000;
    await work.round();
    expect(await states(guild)).toEqual({ a: "unknown", b: "parked" });
  });

  it("is sent again where the platform shows it only once", async () => {
    await store.of(guild).enqueue([post("a")], clock);
    const { given, sender } = platform(
      (each) => (each.tries === 0 ? { unknown: said("No answer.") } : { sent: "m1" }),
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
    const { given, sender } = platform(() => ({ unknown: said("No answer.") }), true, "discord");
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
    expect(await store.of(guild).posts("x1")).toMatchObject([{ state: "waiting", tries: 0, dueAt: clock }]);
  });

  it("of a worker that died is sent again where it was not begun or may be repeated, and else left to a person", async () => {
    const all = ["unbegun", "card", "update"].map((key) => post(key, `C-${key}`, key === "update"));
    await store.of(team).enqueue(all, clock);
    await store.of(guild).enqueue(all, clock);
    for (const each of await store.claimPosts(clock, clock + 45_000, 10, ["slack", "discord"]))
      if (each.key !== "unbegun") await store.beginPost(each, clock + 10, clock + 45_000);
    clock += 46_000;
    const slack = platform(() => ({ sent: "s" }));
    const discord = platform(() => ({ sent: "d" }), true, "discord");
    const work = dispatcher(slack.sender, discord.sender);
    expect(await work.round()).toBe(6);
    expect([slack.given.sort(), discord.given.sort()]).toEqual([
      ["unbegun", "update"],
      ["card", "unbegun", "update"],
    ]);
    expect(await states()).toEqual({ unbegun: "sent", card: "unknown", update: "sent" });
    expect(await states(guild)).toEqual({ unbegun: "sent", card: "sent", update: "sent" });
    expect(await store.of(team).troubled()).toMatchObject([{ reason: { is: "ended" } }]);
  });

  it("of a worker that died is never said not to be there, even where nothing has to be done any more", async () => {
    await store.of(guild).enqueue([post("card"), post("unbegun", "C2"), post("update", "C3", true)], clock);
    for (const each of await store.claimPosts(clock, clock + 45_000, 10, ["discord"]))
      if (each.key !== "unbegun") await store.beginPost(each, clock, clock + 45_000);
    clock += 46_000;
    const { sender } = platform(() => ({ sent: "d" }), true, "discord");
    await dispatcher({ ...sender, prepare: async () => ({ do: "drop", reason: said("It was taken back.") }) }).round();
    expect(await states(guild)).toEqual({ card: "unknown", unbegun: "dropped", update: "dropped" });
  });

  it("of a worker that died is not sent again once the platform may have forgotten it", async () => {
    await store.of(guild).enqueue([post("card"), post("update", "C2", true)], clock);
    for (const each of await store.claimPosts(clock, clock + 45_000, 10, ["discord"]))
      await store.beginPost(each, clock, clock + 45_000);
    clock += 121_000;
    const { given, sender } = platform(() => ({ sent: "d" }), true, "discord");
    await dispatcher(sender).round();
    expect(given).toEqual(["update"]);
    expect(await states(guild)).toEqual({ card: "unknown", update: "sent" });
  });

  it("that ends every worker that sends it is not tried for ever", async () => {
    await store.of(team).enqueue([post("update", "C1", true)], clock);
    for (let at = 0; at < 50; at++) {
      await store.releasePosts(clock, ["slack"]);
      // This worker ends while it sends.
      const [each] = await store.claimPosts(clock, clock + 45_000, 1, ["slack"]);
      if (each !== undefined) await store.beginPost(each, clock, clock + 45_000);
      clock += 46_000;
    }
    const { given, sender } = platform(() => ({ sent: "m" }));
    await dispatcher(sender).round();
    expect(given).toEqual([]);
    expect(await states()).toEqual({ update: "parked" });
  });
});

describe("several dispatchers on one store", () => {
  it("double nothing while the platform is slow, and keep the order of a channel", async () => {
    const keys = Array.from({ length: 12 }, (_, at) => `card${String(at).padStart(2, "0")}`);
    for (const [at, key] of keys.entries()) await store.of(team).enqueue([post(key)], clock + at);
    clock += 100;
    const standing: string[] = [];
    let under = 0;
    // Eight seconds for each, in which the other dispatcher has its rounds.
    const slow = () =>
      platform(async (each) => {
        expect(++under).toBe(1);
        standing.push(each.key);
        for (let at = 0; at < 8; at++) {
          clock += 1_000;
          await others[at % 2]?.round();
        }
        under--;
        return { sent: each.key };
      }).sender;
    const others = [dispatcher(slow()), dispatcher(slow())];
    for (let at = 0; at < 100 && standing.length < keys.length; at++) {
      await Promise.all(others.map((each) => each.round()));
      clock += 1_000;
    }
    expect(standing).toEqual(keys);
    expect(new Set(Object.values(await states()))).toEqual(new Set(["sent"]));
  });

  it("send nothing whose claim is over, and say nothing for whoever has it now", async () => {
    await store.of(team).enqueue([post("a"), post("b", "C2")], clock);
    const first = platform(() => ({ sent: "first" }));
    const second = platform(() => ({ sent: "second" }));
    const theirs = dispatcher(second.sender);
    const { prepare } = first.sender;
    // Making one ready, and sending the other, take longer than any claim.
    const ours = dispatcher({
      ...first.sender,
      prepare: async (each) => {
        const prepared = await prepare(each);
        if (prepared.do !== "send") return prepared;
        if (each.key === "b")
          return {
            do: "send",
            send: async () => {
              const sent = await prepared.send();
              clock += 60_000;
              await theirs.round();
              return sent;
            },
          };
        clock += 60_000;
        await theirs.round();
        return prepared;
      },
    });
    await ours.round();
    expect(first.given).not.toContain("a");
    expect(second.given.filter((key) => key === "a")).toHaveLength(1);
    expect(await store.of(team).post("a")).toMatchObject({ state: "sent", reference: "second" });
    // The other one may stand there: its worker is taken for dead, and a person looks.
    expect([...first.given, ...second.given].filter((key) => key === "b")).toHaveLength(1);
    expect(JSON.stringify(warnings)).toContain("no longer ours");
  });
});

describe("turns", () => {
  it("hundreds of posts of one team do not delay the card of another", async () => {
    const other: Tenant = { platform: "slack", id: "T2" };
    await store.of(team).enqueue(
      Array.from({ length: 400 }, (_, at) => post(`k${at}`, `C${at % 200}`)),
      clock,
    );
    const work = dispatcher(platform((each) => ({ sent: each.key })).sender);
    await work.round();
    clock += 1_000;
    await store.of(other).enqueue([post("card")], clock);
    await work.round();
    expect(await states(other)).toEqual({ card: "sent" });
  });
});

describe("a clock that is set back by an hour", () => {
  it("lets no channel rest, no post wait and no lease last for an hour", async () => {
    await store.of(team).enqueue([post("held", "C3")], clock);
    expect(await store.claimPosts(clock, clock + 45_000, 1, ["slack"])).toHaveLength(1);
    await store.of(team).enqueue([post("sent"), post("refused", "C2")], clock);
    const { given, sender } = platform((each) =>
      each.key === "refused" && each.tries === 0
        ? { refused: said("Later."), final: false, retryAfter: 5_000 }
        : { sent: "m" },
    );
    const work = dispatcher(sender);
    await work.round();
    expect(given.sort()).toEqual(["refused", "sent"]);
    clock -= 3_600_000;
    await store.of(team).enqueue([post("next")], clock);
    await work.round();
    expect(await states()).toEqual({ sent: "sent", refused: "sent", held: "sent", next: "sent" });
  });

  it("lets nothing be looked at in every round that is to wait for hours", async () => {
    await store.of(team).enqueue([post("reply")], clock);
    let looks = 0;
    const prepare = async () => {
      looks++;
      return { do: "wait", reason: said("Nobody knows whether the card stands there."), after: 6 * 3_600_000 } as const;
    };
    const work = dispatcher({ platform: "slack", deduplicates: false, prepare });
    for (let at = 0; at < 20; at++) {
      await work.round();
      clock += longestWait / 10;
    }
    expect(looks).toBe(2);
  });

  it("waits no longer than the longest wait, whatever a platform asks for", async () => {
    await store.of(team).enqueue([post("a")], clock);
    const asked = platform(() => ({ refused: said("Later."), final: false, retryAfter: 86_400_000 }));
    const { given } = asked;
    const work = dispatcher(asked.sender);
    await work.round();
    const [a] = await store.of(team).posts("x1");
    expect((a?.dueAt ?? 0) - clock).toBe(longestWait);
    clock += longestWait;
    await work.round();
    expect(given).toEqual(["a", "a"]);
  });
});
