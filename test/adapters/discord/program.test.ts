import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bytesOf } from "../../usage/ask.ts";
import { FakeDiscord, token } from "../../wire/discord.ts";
import { Person } from "../../wire/discord-person.ts";
import { until } from "../../wire/team.ts";
import { script } from "./steps.ts";

/** The program itself, killed and started again. */
let discord: FakeDiscord;
let folder: string;
let child: ChildProcess | null = null;

beforeEach(async () => {
  discord = await new FakeDiscord().start();
  folder = mkdtempSync(join(tmpdir(), "aicost-discord-"));
});
afterEach(async () => {
  if (child !== null && child.exitCode === null) child.kill("SIGKILL");
  await discord.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(verb: string, more: string[] = [], env: Record<string, string> = {}) {
  const { PATH = "", HOME = "" } = process.env;
  const started = spawn(process.execPath, ["main.ts", verb, ...more], {
    env: {
      PATH,
      HOME,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.apiUrl,
      AICOST_DB: join(folder, "aicost.db"),
      ...env,
    },
  });
  child = started;
  let out = "";
  for (const stream of [started.stdout, started.stderr])
    stream.on("data", (data) => {
      out += data;
    });
  const ended = new Promise<number | null>((resolve) => started.once("exit", resolve));
  const kill = (signal: NodeJS.Signals) => {
    started.kill(signal);
    return ended;
  };
  return { kill, ended, out: () => out };
}

async function serving() {
  const program = await run("serve");
  await until(() => program.out().includes("Discord: connected"), "it is connected");
  return program;
}

it("is killed again and again, between two pages or with a form open, and the conversation ends in one card all the same", async () => {
  const ana = new Person(discord, "400000000000000001");
  let program = await serving();
  const again = async () => {
    await program.kill("SIGKILL");
    program = await serving();
  };
  await ana.command();
  for (let at = 0; !ana.title.startsWith("Recommendation") && at < 20; at++) {
    // The restarts between every two steps are tried in one process, which is cheaper.
    if (at % 2 === 0) await again();
    await ana.press("Answer");
    if (at % 2 === 1) await again();
    for (const { custom_id } of ana.fields) {
      const value = script[custom_id as keyof typeof script];
      if (value !== undefined) ana.fill(custom_id, value);
    }
    await ana.submit();
  }
  await again();
  await ana.press(/^Post( to |$)/);
  await again();
  const here = "300000000000000001";
  await until(() => discord.standing(here).length > 0);
  expect(discord.standing(here)).toHaveLength(1);
  expect(await program.kill("SIGINT")).toBe(0);
  expect(program.out()).toContain("Stopped.");
  expect(discord.complaints).toEqual([]);
});

it("registers its command, looks after itself, and ends with a clear line when the token is not known", async () => {
  const registering = await run("discord-commands");
  expect(await registering.ended).toBe(0);
  expect(registering.out()).toContain("registered everywhere now");
  const doctor = await run("doctor");
  expect(await doctor.ended).toBe(0);
  expect(doctor.out()).toMatch(/well\s+Discord commands: registered/);
  const program = await serving();
  discord.knows = false;
  for (const socket of discord.sockets) socket.close(4004, "Authentication failed.");
  expect(await program.ended).toBe(2);
  expect(program.out()).toContain("DISCORD_TOKEN has to be set anew");
  const refused = await run("serve");
  expect(await refused.ended).toBe(2);
  expect(
    refused
      .out()
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("{")),
  ).toHaveLength(1);
});

it.each([
  ["by the gateway", {}],
  ["over HTTP", { DISCORD_PUBLIC_KEY: "ab".repeat(32), DISCORD_PORT: "0" }],
])("does not start %s with a token that Discord does not know, and says so in one line", async (_, env) => {
  discord.knows = false;
  const program = await run("serve", [], env);
  expect(await program.ended).toBe(2);
  const lines = program
    .out()
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("{"));
  expect(lines).toEqual([expect.stringMatching(/DISCORD_TOKEN: Discord does not know it/)]);
});

it("reads a usage export in its thread", async () => {
  const program = await serving();
  const ana = new Person(discord, "400000000000000001");
  await ana.commandWith(discord.upload(bytesOf("openai-usage.csv"), "private-name.csv"), "aicost-usage");
  expect(ana.title).toBe("Your usage");
  expect(program.out()).not.toMatch(/private-name|gpt-6|secret/);
  expect(discord.complaints).toEqual([]);
});
