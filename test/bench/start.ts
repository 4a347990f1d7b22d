import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeDiscord, token } from "../wire/discord.ts";
import { freePort } from "../wire/program.ts";
import { FakeSlack, signingSecret } from "../wire/slack.ts";
import { machine, report } from "./report.ts";

/** The whole program with each chat and with both: from nothing to ready, and the memory it holds then and after people came. */
const commands = 500;
const asStarted = ["--max-semi-space-size=8", "--import", "./node-version.mjs"];
const slack = await new FakeSlack().start();
const discord = await new FakeDiscord().start();
slack.checks = false;
const ofSlack = { SLACK_BOT_TOKEN: "xoxb-test", SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.apiUrl };
const ofDiscord = { DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl };
const chats: Record<string, Record<string, string>> = {
  Slack: ofSlack,
  Discord: ofDiscord,
  both: { ...ofSlack, ...ofDiscord },
};

/** In megabytes of a million bytes, as the kernel counts what a process holds. */
const heldBy = (pid: number | undefined) =>
  (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1_024) / 1e6;

console.log(machine);
// The first start of all compiles what later ones find compiled: it is not measured.
for (const [name, env, isMeasured] of [
  ["both", chats.both ?? {}, false] as const,
  ...Object.entries(chats).map(([name, env]) => [name, env, true] as const),
]) {
  const folder = mkdtempSync(join(tmpdir(), "aicost-bench-"));
  const [port, healthPort] = [await freePort(), await freePort()];
  const began = performance.now();
  const { PATH = "", HOME = "" } = process.env;
  // As `npm start` starts it.
  const program = spawn(process.execPath, [...asStarted, "main.ts", "serve"], {
    stdio: "ignore",
    env: {
      PATH,
      HOME,
      ...env,
      PORT: String(port),
      AICOST_DB: join(folder, "aicost.db"),
      AICOST_HOST: "127.0.0.1",
      AICOST_HEALTH_PORT: String(healthPort),
    },
  });
  try {
    for (;;) {
      const ready = await fetch(`http://127.0.0.1:${healthPort}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) break;
      if (program.exitCode !== null) throw new Error(`ended with ${program.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const took = performance.now() - began;
    const atFirst = heldBy(program.pid);
    if ("SLACK_BOT_TOKEN" in env) {
      slack.appUrl = `http://127.0.0.1:${port}`;
      for (let at = 0; at < commands; at++) {
        const trigger = slack.newTrigger();
        const body = {
          command: "/aicost",
          text: "",
          user_id: `U${at}`,
          team_id: "T1",
          channel_id: "CPUBLIC01",
          trigger_id: trigger,
        };
        await slack.send(new URLSearchParams({ ...body, response_url: slack.newResponseUrl() }).toString());
        await slack.opened(trigger);
      }
    }
    const held = heldBy(program.pid);
    if (!isMeasured) continue;
    report({
      what: `${name}: memory`,
      ratio: `${held.toFixed(0)} MB`,
      ...(name === "both" ? {} : { aim: "150 MB" }),
      figures: `${atFirst.toFixed(0)} MB when ready, after ${took.toFixed(0)} ms${"SLACK_BOT_TOKEN" in env ? `; then ${commands} commands` : ""}`,
    });
  } finally {
    program.kill("SIGTERM");
    await once(program, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}
await slack.stop();
await discord.stop();
