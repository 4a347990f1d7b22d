import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeDiscord, guild, token } from "../../wire/discord.ts";
import { Person as DiscordPerson } from "../../wire/discord-person.ts";
import { freePort, type Program, start } from "../../wire/program.ts";
import { FakeSlack, signingSecret } from "../../wire/slack.ts";
import { Person } from "../../wire/slack-person.ts";
import { until } from "../../wire/team.ts";

const hanging = 300_000;
let slack: FakeSlack;
let discord: FakeDiscord;
let folder: string;
let program: Program | null = null;
let port: number;
let health: number;

beforeEach(async () => {
  [slack, discord, port, health] = await Promise.all([
    new FakeSlack().start(),
    new FakeDiscord().start(),
    freePort(),
    freePort(),
  ]);
  folder = mkdtempSync(join(tmpdir(), "aicost-operation-"));
  slack.appUrl = `http://127.0.0.1:${port}`;
});

afterEach(async () => {
  program?.child.kill("SIGKILL");
  await program?.ended;
  program = null;
  await Promise.all([slack.stop(), discord.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** The program with both chats: Slack over HTTP, Discord by its gateway. */
async function serving(env: Record<string, string> = {}): Promise<Program> {
  program = start(["serve"], {
    SLACK_BOT_TOKEN: "xoxb-test",
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: String(port),
    DISCORD_TOKEN: token,
    DISCORD_API_URL: discord.apiUrl,
    AICOST_DB: join(folder, "aicost.db"),
    AICOST_HOST: "127.0.0.1",
    AICOST_LOG: "trace",
    AICOST_HEALTH_PORT: String(health),
    ...env,
  });
  await program.printed("Discord: connected");
  return program;
}

async function look(page: string, at = health): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${at}/${page}`);
  return { status: response.status, text: await response.text() };
}

/** The value of a figure, by its name and labels as they stand there. */
const figure = (text: string, name: string) =>
  Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length),
  );

/** Every line of JSON in the log so far. */
const lines = (out: string): Record<string, unknown>[] =>
  out
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));

const ana = "400000000000000001";

describe("whoever looks after the program", () => {
  it(
    "is told on a port of its own whether it lives and is ready, and its figures, without anybody's ids",
    async () => {
      await (await serving()).printed(`Health and figures: listening on port ${health}`);
      expect(await look("healthz")).toEqual({ status: 200, text: "ok" });
      await until(async () => (await look("readyz")).status === 200, "Discord has greeted");
      expect(await look("health")).toEqual({ status: 200, text: "ok" });
      expect((await look("")).status).toBe(404);
      await new Person(slack, "UANA").command("help");
      await new DiscordPerson(discord, ana).command({}, "aicost-help");
      const { status, text } = await look("metrics");
      expect(status).toBe(200);
      const answered = (platform: string) => `{platform="${platform}",kind="command",outcome="answered"}`;
      expect(figure(text, `aicost_interactions_total${answered("slack")}`)).toBe(1);
      expect(figure(text, `aicost_interactions_total${answered("discord")}`)).toBe(1);
      for (const platform of ["slack", "discord"])
        expect(
          figure(text, `aicost_interaction_acknowledged_seconds_count{platform="${platform}",kind="command"}`),
        ).toBe(1);
      expect(figure(text, `aicost_outbox_posts{state="waiting"}`)).toBe(0);
      expect(figure(text, "aicost_outbox_oldest_due_seconds")).toBe(0);
      expect(figure(text, `aicost_catalogue_facts{state="fresh"}`)).toBeGreaterThan(0);
      expect(figure(text, "process_resident_memory_bytes")).toBeGreaterThan(0);
      expect(text).toContain("nodejs_eventloop_lag_seconds ");
      for (const id of ["UANA", "T1", "CPUBLIC01", ana, guild]) expect(text).not.toContain(id);
      // Whoever reaches the address that Slack calls sees no figures.
      expect((await look("metrics", port)).status).toBe(404);
      expect((await look("healthz", port)).status).toBe(200);
    },
    hanging,
  );

  it(
    "sees the figures on the port of a chat only where that port is the one that was set for them",
    async () => {
      await serving({ AICOST_HEALTH_PORT: String(port) });
      await until(async () => (await look("readyz", port)).status === 200);
      expect((await look("metrics", port)).text).toContain("aicost_outbox_posts");
      expect(program?.out()).not.toContain("Health and figures");
    },
    hanging,
  );

  it(
    "is told in one sentence that a chat is gone; the program lives all the same",
    async () => {
      await serving();
      await until(async () => (await look("readyz")).status === 200);
      await discord.stop();
      await until(async () => (await look("readyz")).status === 503);
      expect((await look("readyz")).text).toBe("Discord is not connected.");
      expect(await look("healthz")).toEqual({ status: 200, text: "ok" });
    },
    hanging,
  );
});

describe("the log", () => {
  const secret = "sk-ant-api03-BLUEBIRD-not-for-anybody";
  const words = `20k chats a month for project Bluebird with key ${secret}`;

  it(
    "has the id of its interaction on each line, and never what people typed, however it went wrong",
    async () => {
      await serving();
      await until(async () => (await look("readyz")).status === 200);
      const [inSlack, inDiscord] = [new Person(slack, "UANA"), new DiscordPerson(discord, ana)];
      await inSlack.command(words);
      await inSlack.command(`plans ${secret}`);
      await inSlack.command(`estimate ${words}`);
      await inDiscord.command({ about: words });
      await inDiscord.search(words);
      slack.trouble("views.open", { error: "internal_error" });
      await inSlack.command(words);
      slack.trouble("views.open", { status: 503 });
      await inSlack.command("");
      discord.trouble(/callback/, { status: 500 });
      await discord.interact({
        ...inDiscord.base(2),
        data: { id: "1", name: "aicost", type: 1, options: [{ name: "about", type: 3, value: words }] },
      });
      // What makes no sense is told by the name of what is wrong with it, not by what it holds.
      await slack.send(new URLSearchParams({ payload: JSON.stringify({ type: words, secret }) }).toString());
      await until(() => lines(program?.out() ?? "").filter(({ msg }) => String(msg).startsWith("a view")).length === 2);
      await until(() => program?.out().includes("an interaction was not answered"));
      const out = program?.out() ?? "";
      expect(out.toLowerCase()).not.toContain("bluebird");
      const asked = lines(out).filter(({ msg }) => msg !== "fault");
      expect(asked.length).toBeGreaterThan(2);
      for (const line of asked) expect(line).toMatchObject({ request: expect.stringMatching(/^[0-9a-f]{12}$/) });
      expect(new Set(asked.map(({ request }) => request)).size).toBeGreaterThan(2);
      const { text } = await look("metrics");
      expect(figure(text, `aicost_interactions_total{platform="slack",kind="command",outcome="warned"}`)).toBe(2);
      expect(figure(text, `aicost_interactions_total{platform="discord",kind="command",outcome="warned"}`)).toBe(1);
      expect(text.toLowerCase()).not.toContain("bluebird");
    },
    hanging,
  );
});
