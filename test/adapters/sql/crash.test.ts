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
  what: "answer" | "decision";
  tenant: Tenant;
  value: { draft: string; revision: number; id: string; posts: number };
};

/** Two platforms on loopback: how often each post arrived. One of them knows a post that comes twice. */
function platforms() {
  const arrived = { slack: new Map<string, number>(), discord: new Map<string, number>() };
  const server = createServer(async (request, response) => {
    let key = "";
    for await (const chunk of request) key += chunk;
    const here = request.url === "/slack" ? arrived.slack : arrived.discord;
    here.set(key, (here.get(key) ?? 0) + 1);
    // Some answers take longer than the process lives.
    setTimeout(() => response.end(`m-${key}`), Math.random() * 150);
  });
  return new Promise<{ url: string; arrived: typeof arrived; close: () => void }>((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        arrived,
        close: () => server.close(),
      }),
    );
  });
}

/** Runs the worker and kills it at some moment of its work; or, drained, lets it end. */
function run(settings: object, url: string, mode: "work" | "drain"): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker, JSON.stringify(settings), url, mode]);
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stdout.once("data", () => {
      if (mode === "work") setTimeout(() => child.kill("SIGKILL"), 20 + Math.random() * 500);
    });
    child.stderr.on("data", (chunk) => (err += chunk));
    child.on("close", (code, signal) => {
      if (signal !== "SIGKILL" && code !== 0) reject(new Error(err));
      // A line that was cut off in the middle was not read by anybody.
      else
        resolve(
          out
            .split("\n")
            .slice(0, -1)
            .map((line) => JSON.parse(line)),
        );
    });
  });
}

async function check(settings: Omit<StoreSettings, "now">): Promise<void> {
  const { url, arrived, close } = await platforms();
  const acknowledged: Acknowledged[] = [];
  for (let at = 0; at < kills; at++) acknowledged.push(...(await run(settings, url, "work")));
  await run(settings, url, "drain");

  const store = await openStore({ ...settings, now: Date.now });
  let conversations = 0;
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
    for (const { what, value } of here) {
      if (what === "decision") expect(await mine.posts(value.id), `decision ${value.id}`).toHaveLength(value.posts);
    }
    const posts = (await Promise.all(decisions.map((decision) => mine.posts(decision?.id ?? "")))).flat();
    expect(posts).toHaveLength(decisions.length * 2);
    for (const post of posts) {
      const times = arrived[tenant.platform as "slack" | "discord"].get(post.key) ?? 0;
      // Discord shows a nonce once however often it comes; Slack would show each.
      if (tenant.platform === "discord") expect([post.state, times > 0]).toEqual(["sent", true]);
      else if (post.state === "sent") expect(times).toBe(1);
      else expect([post.state, times <= 1]).toEqual(["unknown", true]);
    }
  }
  await store.close();
  close();
  expect(conversations).toBeGreaterThan(kills);
  // The dangerous moment, a post on its way, has to have been met.
  const twice = [...arrived.discord.values()].filter((times) => times > 1).length;
  expect(twice).toBeGreaterThan(0);
  console.log(
    `${kills} kills, ${conversations} conversations, ${acknowledged.length} acknowledgements, ${twice} posts caught while they were sent`,
  );
}

describe("a process that is killed at any moment loses no acknowledged answer and no post, and doubles none", () => {
  const folder = mkdtempSync(join(tmpdir(), "aicost-crash-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("on SQLite", () => check({ file: join(folder, "aicost.db") }), 20_000 + kills * 3_000);

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
      20_000 + kills * 3_000,
    );
  }
});
