import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import type { Tenant } from "#core";
import { openStore, type StoreSettings } from "../../../adapters/sql/index.ts";
import { bodyOf, isCard } from "../../../src/outbox/post-body.ts";

/** How often the process is killed. AICOST_KILLS=80 tries it on thousands of conversations. */
const kills = Number(process.env.AICOST_KILLS ?? 6);
const worker = fileURLToPath(new URL("crash-worker.ts", import.meta.url));
/** Those who decide in the worker. */
const people = Array.from({ length: 6 }, (_, at) => `U${at}`);
const tenants: Tenant[] = [
  { platform: "slack", id: "T1" },
  { platform: "discord", id: "G1" },
];

type Acknowledged = {
  what: "answer" | "decision" | "approval";
  tenant: Tenant;
  value: { draft: string; revision: number; id: string; posts: number };
};

/** The clocks of all these processes begin here, and go on by what is done: a slow machine ends no lease. */
const start = 1_795_000_000_000;
/** Past every lease, and soon enough for a platform to know a post again. */
const drained = start + 90_000;

/** Two platforms on loopback: how often each post arrived. One of them knows a post that comes twice. */
function platforms() {
  const arrived = { slack: new Map<string, number>(), discord: new Map<string, number>() };
  /** Hears of the next post that arrives at the one that knows it again, before it is answered. */
  const next: { heard: (() => boolean) | null } = { heard: null };
  const server = createServer(async (request, response) => {
    let key = "";
    for await (const chunk of request) key += chunk;
    const here = request.url === "/slack" ? arrived.slack : arrived.discord;
    here.set(key, (here.get(key) ?? 0) + 1);
    if (here === arrived.discord && next.heard?.() === true) return;
    // Some answers take longer than the process lives.
    setTimeout(() => response.end(`m-${key}`), Math.random() * 150);
  });
  return new Promise<{ url: string; arrived: typeof arrived; next: typeof next; close: () => void }>((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        arrived,
        next,
        close: () => server.close(),
      }),
    );
  });
}

/** What a worker printed, once it has ended. `heard` is told of every line, with a way to kill it. */
function run(
  args: string[],
  heard: (lines: readonly string[], kill: () => void) => void = () => undefined,
): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker, ...args]);
    let out = "";
    let err = "";
    // A line that was cut off in the middle was not read by anybody.
    const lines = () => out.split("\n").slice(0, -1);
    child.stdout.on("data", (chunk) => {
      out += chunk;
      heard(lines(), () => child.kill("SIGKILL"));
    });
    child.stderr.on("data", (chunk) => (err += chunk));
    child.on("close", (code, signal) => {
      if (signal !== "SIGKILL" && code !== 0) reject(new Error(err));
      else resolve(lines().map((line) => JSON.parse(line)));
    });
  });
}

async function check(settings: Omit<StoreSettings, "now">): Promise<void> {
  const { url, arrived, next, close } = await platforms();
  const given = [JSON.stringify(settings), url];
  const acknowledged: Acknowledged[] = [];
  for (let at = 0; at < kills; at++) {
    // At any moment after some decisions; each second time while a post is on its way.
    const decisions = 1 + Math.floor(Math.random() * 10);
    const done = await run([...given, "work", String(start)], (lines, kill) => {
      if (lines.filter((line) => line.startsWith('{"what":"decision"')).length < decisions) return;
      if (at % 2 === 0) setTimeout(kill, Math.random() * 50);
      else
        next.heard ??= () => {
          kill();
          return true;
        };
    });
    next.heard = null;
    acknowledged.push(...done);
  }
  await run([...given, "drain", String(drained)]);

  const store = await openStore({ ...settings, now: () => drained });
  let conversations = 0;
  let all = 0;
  let repeated = 0;
  let waiting = 0;
  const unknown = { standing: 0, missing: 0 };
  for (const tenant of tenants) {
    const mine = store.of(tenant);
    const decisions = [];
    for (const person of people)
      for (let after: string | undefined, more = true; more; ) {
        const page = await mine.decisions({ person, channels: [] }, 500, after);
        for (const line of page.items) decisions.push(await mine.decision(line.id));
        more = page.next !== null;
        after = page.next ?? undefined;
      }
    conversations += decisions.length;
    const decided = new Map(decisions.map((decision) => [decision?.draft, decision]));
    const here = acknowledged.filter((each) => each.tenant.platform === tenant.platform);
    const latest = new Map<string, number>();
    for (const { what, value } of here)
      if (what === "answer") latest.set(value.draft, Math.max(value.revision, latest.get(value.draft) ?? 0));
    for (const [draft, revision] of latest) {
      const kept = (await mine.draft(draft))?.revision ?? decided.get(draft)?.revision ?? 0;
      expect(kept, `draft ${draft}`).toBeGreaterThanOrEqual(revision);
    }
    const noted = new Set((await mine.audit(1_000_000)).map(({ action, subject }) => `${action} ${subject}`));
    for (const decision of decisions) expect(noted, "the audit").toContain(`decided ${decision?.id}`);
    for (const { what, value } of here)
      if (what !== "answer") {
        const own = (await mine.posts(value.id)).filter((each) => isCard(each) === (what === "decision"));
        expect(own, `${what} ${value.id}`).toHaveLength(value.posts);
      }
    const posts = (await Promise.all(decisions.map((decision) => mine.posts(decision?.id ?? "")))).flat();
    expect(posts.filter(isCard)).toHaveLength(decisions.length * 2);
    const undone = posts
      .filter((each) => bodyOf(each).kind === "delete")
      .map((each) => `${each.decision} ${each.channel}`);
    // What comes after a card of which nobody knows waits for whoever looks.
    const lost = new Set(
      posts
        .filter((each) => isCard(each) && each.state === "unknown")
        .map((each) => `${each.decision} ${each.channel}`),
    );
    for (const post of posts) {
      const times = arrived[tenant.platform as "slack" | "discord"].get(post.key) ?? 0;
      const at = `${post.key} of ${tenant.platform}, ${JSON.stringify(post.reason)}`;
      if (post.state === "waiting" && !isCard(post) && lost.has(`${post.decision} ${post.channel}`)) {
        expect(times, at).toBe(0);
        waiting++;
      } else if (post.repeatable) {
        // What may be repeated was repeated until it was done, unless there was nothing left to do it to.
        expect(["sent", "dropped"], at).toContain(post.state);
        if (post.state === "sent") expect(times, at).toBeGreaterThan(0);
        if (times > 1) repeated++;
      } else if (post.state === "dropped") expect(times, at).toBe(0);
      // Discord shows a nonce once however often it comes; Slack would show each.
      else if (tenant.platform === "discord" && post.state === "sent") expect(times, at).toBeGreaterThan(0);
      else if (post.state === "sent") expect(times, at).toBe(1);
      else {
        expect([post.state, times <= 1], at).toEqual(["unknown", true]);
        // Discord's are sent until it is known, unless somebody took the card back meanwhile.
        if (tenant.platform === "discord") expect(undone, at).toContain(`${post.decision} ${post.channel}`);
        unknown[times === 0 ? "missing" : "standing"]++;
      }
    }
    all += posts.length;
  }
  await store.close();
  close();
  expect(conversations).toBeGreaterThanOrEqual(kills);
  // The dangerous moment, a post on its way, has to have been met.
  const twice = [...arrived.discord.values()].filter((times) => times > 1).length;
  expect(twice).toBeGreaterThanOrEqual(Math.floor(kills / 2));
  console.log(
    `${kills} kills, ${conversations} conversations, ${acknowledged.length} acknowledgements, ${all} posts: ${twice} caught while they were sent and shown once, ${repeated} changes and deletions repeated, ${waiting} that wait for a card of which nobody knows, ${unknown.standing} left to a person that stand there and ${unknown.missing} that do not`,
  );
}

describe("a process that is killed at any moment loses no acknowledged answer and no post, and doubles none", () => {
  const folder = mkdtempSync(join(tmpdir(), "aicost-crash-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // Against hanging only.
  const patience = 300_000 + kills * 30_000;

  it("on SQLite", () => check({ file: join(folder, "aicost.db") }), patience);

  const postgres = inject("postgres");
  if ("missing" in postgres) it.skip(`on PostgreSQL: ${postgres.missing}`, () => undefined);
  else {
    it(
      "on PostgreSQL",
      async () => {
        const schema = `crash_${randomBytes(4).toString("hex")}`;
        const admin = new Client({ connectionString: postgres.url });
        await admin.connect();
        await admin.query(`create schema ${schema}`);
        await check({ url: `${postgres.url}?options=${encodeURIComponent(`-c search_path=${schema}`)}` });
        await admin.query(`drop schema ${schema} cascade`);
        await admin.end();
      },
      patience,
    );
  }
});
