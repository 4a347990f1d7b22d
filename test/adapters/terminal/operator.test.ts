import { randomBytes } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../adapters/sql/index.ts";
import { start } from "../../wire/program.ts";
import { FakeSlack, signingSecret } from "../../wire/slack.ts";

const hanging = 60_000;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aicost-operator-"));
  file = join(folder, "aicost.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the program says and ends with, begun in a folder of its own. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const program = start(args, env, folder);
  program.child.stdin?.end();
  const code = await program.ended;
  return { code, lines: program.out().trim().split("\n") };
}

const slackSettings = { SLACK_BOT_TOKEN: "xoxb-test", SLACK_SIGNING_SECRET: signingSecret, PORT: "0" };

describe("a setting", () => {
  it(
    "that is empty counts as not set",
    async () => {
      const empty = ["AICOST_DB", "DATABASE_URL", "AICOST_KEY", "AICOST_LOG", "AICOST_HOST", "PORT", "SLACK_BOT_TOKEN"];
      const env = Object.fromEntries(empty.map((name) => [name, ""]));
      expect(await run(["decisions"], env)).toMatchObject({ code: 0 });
      const store = await openStore({ file: join(folder, "data", "aicost.db"), now: Date.now });
      await store.ping();
      await store.close();
      const { code, lines } = await run(["serve"], { ...env, DISCORD_TOKEN: " " });
      expect(code).toBe(2);
      expect(lines).toEqual([expect.stringMatching(/^No chat is set up/)]);
    },
    hanging,
  );

  it.each([
    [{ AICOST_LOG: "bogus" }, /^AICOST_LOG is "bogus".* info, /],
    [{ AICOST_KEY: "short" }, /^AICOST_KEY must be 32 bytes/],
    [{ AICOST_KEY: "\u001b[31mred" }, /^AICOST_KEY must be 32 bytes/],
    [{ AICOST_HOST: "no.such.host.invalid" }, /^AICOST_HOST is "no\.such\.host\.invalid"/],
    [{ AICOST_HOST: "192.0.2.1" }, /^AICOST_HOST is "192\.0\.2\.1"/],
    [{ PORT: "abc" }, /^PORT is "abc"/],
    [{ PORT: "\u001b[2Jx" }, /^PORT is " \[2Jx"/],
    [{ DISCORD_TOKEN: "a.b.c", SHARDS: "3", SHARD_COUNT: "2" }, /^SHARDS and SHARD_COUNT/],
  ])(
    "that is wrong ends the start in one line that names it, with exit code 2: %j",
    async (env, says) => {
      const { code, lines } = await run(["serve"], { ...slackSettings, AICOST_DB: file, ...env } as Record<
        string,
        string
      >);
      expect(code).toBe(2);
      expect(lines).toEqual([expect.stringMatching(says)]);
    },
    hanging,
  );
});

describe("a database that can only be read", () => {
  beforeEach(async () => {
    await (await openStore({ file, now: Date.now })).close();
    // A later format, to SQLite: it is read and never written, whoever asks.
    const open = openSync(file, "r+");
    writeSync(open, Uint8Array.of(3), 0, 1, 18);
    closeSync(open);
  });

  it(
    "is found by doctor",
    async () => {
      const slack = await new FakeSlack().start();
      try {
        const { code, lines } = await run(["doctor"], {
          ...slackSettings,
          SLACK_API_URL: slack.apiUrl,
          AICOST_DB: file,
        });
        expect(code).toBe(2);
        expect(lines.filter((line) => line.startsWith("WRONG"))).toEqual([
          expect.stringMatching(/^WRONG {2}Database: .*cannot be written/),
        ]);
      } finally {
        await slack.stop();
      }
    },
    hanging,
  );

  it(
    "ends serve before anybody is heard, in one line",
    async () => {
      const { code, lines } = await run(["serve"], { ...slackSettings, AICOST_DB: file });
      expect(code).toBe(2);
      expect(lines).toEqual([expect.stringMatching(/cannot be written/)]);
    },
    hanging,
  );
});

it(
  "doctor tells that a key is being replaced, and what comes next",
  async () => {
    const slack = await new FakeSlack().start();
    try {
      const [fresh, old] = [0, 0].map(() => randomBytes(32).toString("base64"));
      const env = { ...slackSettings, SLACK_API_URL: slack.apiUrl, AICOST_DB: file };
      const told = async (key: string) =>
        (await run(["doctor"], { ...env, AICOST_KEY: key })).lines.filter((line) => line.includes("AICOST_KEY"));
      expect(await told(`${fresh},${old}`)).toEqual([expect.stringMatching(/^well .* 2 keys.*rotate-key/)]);
      expect(await told(`${fresh}`)).toEqual([]);
    } finally {
      await slack.stop();
    }
  },
  hanging,
);

describe("rotate-key", () => {
  const [old, fresh, other] = [0, 0, 0].map(() => randomBytes(32).toString("base64")) as [string, string, string];
  const team = (id: string) => ({ platform: "slack", id });

  beforeEach(async () => {
    const store = await openStore({ file, keys: old, now: Date.now });
    for (const id of ["T1", "T2"])
      await store.of(team(id)).install({ token: `xoxb-${id}`, details: null, updatedAt: 1 });
    await store.close();
  });

  const tokens = async (keys: string) => {
    const store = await openStore({ file, keys, now: Date.now });
    try {
      return [(await store.of(team("T1")).installation())?.token, (await store.of(team("T2")).installation())?.token];
    } finally {
      await store.close();
    }
  };

  it(
    "encrypts every token with the first key, after which the old one is not needed",
    async () => {
      const done = await run(["rotate-key"], { AICOST_DB: file, AICOST_KEY: `${fresh},${old}` });
      expect(done).toEqual({ code: 0, lines: [expect.stringMatching(/^2 tokens/)] });
      expect(await tokens(fresh)).toEqual(["xoxb-T1", "xoxb-T2"]);
      await expect(tokens(old)).rejects.toMatchObject({ kind: "key" });
    },
    hanging,
  );

  it.each([
    ["no key", {}],
    ["a key that is none", { AICOST_KEY: "short" }],
    ["a key that encrypted nothing here", { AICOST_KEY: other }],
  ])(
    "with %s says so in one line, with exit code 2, and changes nothing",
    async (_title, env) => {
      const { code, lines } = await run(["rotate-key"], { AICOST_DB: file, ...env });
      expect(code).toBe(2);
      expect(lines).toEqual([expect.stringMatching(/AICOST_KEY/)]);
      expect(await tokens(old)).toEqual(["xoxb-T1", "xoxb-T2"]);
    },
    hanging,
  );
});
