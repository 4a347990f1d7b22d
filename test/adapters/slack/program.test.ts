import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bytesOf } from "../../usage/ask.ts";
import { FakeSlack, signingSecret } from "../../wire/slack.ts";
import { Person } from "../../wire/slack-person.ts";
import { until } from "../../wire/team.ts";
import { pageTitle } from "../../words.ts";
import { answerAll, toReview } from "./steps.ts";

/** The program itself, as it is started, stopped and started again. */
let slack: FakeSlack;
let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  slack = await new FakeSlack().start();
  folder = mkdtempSync(join(tmpdir(), "aicost-serve-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const well = () => ({
  SLACK_BOT_TOKEN: "xoxb-test",
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: slack.apiUrl,
  AICOST_DB: join(folder, "aicost.db"),
  AICOST_HOST: "127.0.0.1",
});

function run(verb: string, env: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["main.ts", verb], { env: { PATH, HOME, ...env } });
  children.push(child);
  let out = "";
  child.stdout.on("data", (data) => {
    out += data;
  });
  child.stderr.on("data", (data) => {
    out += data;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, ended, out: () => out };
}

async function serving() {
  const program = run("serve", { ...well(), PORT: "0" });
  const port = () => /listening on port (\d+)/.exec(program.out())?.[1];
  await until(port, "it listens");
  slack.appUrl = `http://127.0.0.1:${port()}`;
  return program;
}

describe("serve", () => {
  it("answers, posts by itself, stops on Ctrl-C, and goes on where it was after a kill", async () => {
    const first = await serving();
    const ana = new Person(slack, "UANA");
    await ana.command("");
    await ana.answer({ job: "person", audience: "me", output: ["text"], vendor: ["openai"] });
    expect(ana.title).toBe(pageTitle("people"));
    first.child.kill("SIGKILL");
    await first.ended;
    const second = await serving();
    await ana.press("Back");
    expect(ana.title).toBe(pageTitle("work"));
    await ana.command("");
    await until(() => ana.title === "You have been here before");
    await ana.press(/^Resume/);
    await answerAll(ana);
    await ana.post("CPUBLIC01");
    await until(() => slack.standing("CPUBLIC01").length === 1);
    second.child.kill("SIGINT");
    expect(await second.ended).toBe(0);
    expect(second.out()).toContain("Stopped.");
    expect(slack.complaints).toEqual([]);
  });

  it("reads a usage export in its thread, and writes neither its name nor anything in it into the log", async () => {
    const program = await serving();
    const ana = new Person(slack, "UANA");
    await ana.command("usage");
    ana.choosesFile("file", slack.upload(bytesOf("openai-usage.csv"), "private-name.csv"));
    await ana.submit();
    expect(ana.title).toBe("Your usage");
    await ana.press("Use this in a decision");
    expect(ana.title).toBe(pageTitle("work"));
    expect(program.out()).not.toMatch(/private-name|gpt-6|secret/);
    expect(slack.complaints).toEqual([]);
  });

  it("stops in order while a post is on its way", async () => {
    const program = await serving();
    const ana = new Person(slack, "UANA");
    await toReview(ana);
    await ana.pickChannel("CPUBLIC01");
    slack.trouble("chat.postMessage", "hang");
    ana.patient = false;
    await ana.post();
    await until(() => slack.calls.some(({ method }) => method === "chat.postMessage"));
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(program.out()).toContain("Stopped.");
  });

  it.each([
    [{}, /No chat is set up/],
    [{ SLACK_BOT_TOKEN: "x", SLACK_SIGNING_SECRET: "s" }, /SLACK_BOT_TOKEN begins with xoxb-/],
    [{ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", AICOST_DB: "/dev/null/x.db" }, /AICOST_DB/],
  ])("with %j says in one line what is missing, and exits with 2", async (env, says) => {
    const program = run("serve", env as Record<string, string>);
    expect(await program.ended).toBe(2);
    expect(program.out()).toMatch(says);
    expect(program.out().trim().split("\n")).toHaveLength(1);
  });

  it("says of an app token that Slack refuses where to copy it again", async () => {
    slack.trouble("apps.connections.open", { error: "invalid_auth" });
    const program = run("serve", { ...well(), SLACK_APP_TOKEN: "xapp-1" });
    expect(await program.ended).toBe(2);
    expect(program.out()).toMatch(/^A chat could not be started: SLACK_APP_TOKEN: .*invalid_auth.*App-Level Tokens/m);
  });

  it("says that its port is taken", async () => {
    const port = new URL(slack.url).port;
    const program = run("serve", { ...well(), PORT: port });
    expect(await program.ended).toBe(2);
    expect(program.out()).toMatch(/EADDRINUSE/);
  });
});

describe("doctor", () => {
  it("finds nothing where all is well, and names what is not", async () => {
    const good = run("doctor", well());
    expect(await good.ended).toBe(0);
    expect(good.out()).toMatch(/well\s+Slack token: aicost in Team/);
    slack.tokens.clear();
    const bad = run("doctor", well());
    expect(await bad.ended).toBe(2);
    expect(bad.out()).toMatch(/WRONG\s+Slack token: .*invalid_auth.*Copy it again from OAuth & Permissions/);
  });
});
