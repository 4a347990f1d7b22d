import { describe, expect, it } from "vitest";
import { createReadiness, type Outbox, type Store, StoreError } from "#core";
import { keptLog } from "../wire/team.ts";

const never = () => new Promise<void>(() => undefined);
const now = 1_795_000_000_000;
const empty: Outbox = { posts: { waiting: 0, sending: 0, parked: 0, unknown: 0 }, oldestDue: null };

function readiness({
  ping = async () => undefined as undefined,
  outbox = empty,
  unheard = null as string | null,
  stopping = false,
  limit = never as () => Promise<unknown>,
}: {
  ping?: Store["ping"];
  outbox?: Outbox;
  unheard?: string | null;
  stopping?: boolean;
  limit?: () => Promise<unknown>;
} = {}) {
  const { log, faults } = keptLog();
  const ready = createReadiness({
    store: { ping, outbox: async () => outbox },
    chats: () => [
      { platform: "slack", unheard: () => null },
      { platform: "discord", unheard: () => unheard },
    ],
    stopping: () => stopping,
    now: () => now,
    limit,
    log,
  });
  return { ready, faults };
}

describe("a program is ready", () => {
  it("where its store answers, its chats are heard, and no post is late", async () => {
    expect(await readiness().ready()).toBeNull();
    const due = { posts: { ...empty.posts, waiting: 2, parked: 9 }, oldestDue: now - 300_000 };
    expect(await readiness({ outbox: due }).ready()).toBeNull();
    expect(await readiness({ outbox: { ...due, oldestDue: now + 3_600_000 } }).ready()).toBeNull();
  });
});

describe("a program is not ready", () => {
  it("where one of its chats is not heard, in the words of that chat", async () => {
    expect(await readiness({ unheard: "Discord is not connected." }).ready()).toBe("Discord is not connected.");
  });

  it("where a post is due for longer than five minutes: nobody takes it", async () => {
    const late = { posts: { ...empty.posts, waiting: 1 }, oldestDue: now - 420_000 };
    expect(await readiness({ outbox: late }).ready()).toContain("7 minutes");
  });

  it("once it was told to stop", async () => {
    expect(await readiness({ stopping: true }).ready()).toContain("stopping");
  });

  it("where its store cannot be asked: its own sentence, and a reference where that is a bug", async () => {
    const down = readiness({ ping: () => Promise.reject(new StoreError("missing", "PostgreSQL cannot be reached.")) });
    expect(await down.ready()).toBe("PostgreSQL cannot be reached.");
    expect(down.faults).toEqual([]);
    const broken = readiness({ ping: () => Promise.reject(new TypeError("x is undefined")) });
    const said = await broken.ready();
    expect(said).toContain("ref1");
    expect(said).not.toContain("undefined");
    expect(broken.faults).toHaveLength(1);
  });

  it("where the store is waited for longer than the limit; it is asked once by however many", async () => {
    const answer = Promise.withResolvers<void>();
    let asked = 0;
    const ping = () => {
      asked++;
      return answer.promise;
    };
    const { ready } = readiness({ ping, limit: async () => undefined });
    expect(await Promise.all([ready(), ready(), ready()])).toEqual(Array(3).fill(expect.any(String)));
    expect(asked).toBe(1);
    answer.resolve();
    await answer.promise;
    const later = readiness({ ping }).ready;
    expect(await later()).toBeNull();
    expect(await later()).toBeNull();
    expect(asked).toBe(3);
  });
});
