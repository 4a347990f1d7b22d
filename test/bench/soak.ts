import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as onDiscord from "../adapters/discord/steps.ts";
import * as onSlack from "../adapters/slack/steps.ts";
import { FakeDiscord, token } from "../wire/discord.ts";
import { Person as DiscordPerson } from "../wire/discord-person.ts";
import { freePort } from "../wire/program.ts";
import { FakeSlack, signingSecret } from "../wire/slack.ts";
import { Person as SlackPerson } from "../wire/slack-person.ts";
import { until } from "../wire/team.ts";
import { machine, median, report } from "./report.ts";

/**
 * `node test/bench/soak.ts MINUTES`: the whole program with both chats, used steadily for so many minutes, 60 unless given: conversations to a posted card with
 * its picture, estimates, lists. Memory and handles of the last quarter beside those of the second: the first warms up.
 */
const minutes = Number(process.argv[2] ?? 60);
const between = 250;
const looks = Math.max(8, minutes);

const [slack, discord] = [await new FakeSlack().start(), await new FakeDiscord().start()];
const folder = mkdtempSync(join(tmpdir(), "aicost-soak-"));
const [port, healthPort] = [await freePort(), await freePort()];
const { PATH = "", HOME = "" } = process.env;
const program = spawn(
  process.execPath,
  ["--max-semi-space-size=8", "--import", "./node-version.mjs", "main.ts", "serve"],
  {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH,
      HOME,
      SLACK_BOT_TOKEN: "xoxb-test",
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.apiUrl,
      AICOST_DB: join(folder, "aicost.db"),
      AICOST_HOST: "127.0.0.1",
      AICOST_LOG: "warn",
      AICOST_HEALTH_PORT: String(healthPort),
      PORT: String(port),
    },
  },
);
slack.appUrl = `http://127.0.0.1:${port}`;
await until(() =>
  fetch(`http://127.0.0.1:${healthPort}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  ),
);

type Look = { rss: number; heap: number; files: number; handles: number };
async function look(): Promise<Look> {
  const text = await (await fetch(`http://127.0.0.1:${healthPort}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
  return {
    rss: value("process_resident_memory_bytes") / 1e6,
    heap: value("nodejs_heap_size_used_bytes") / 1e6,
    files: value("process_open_fds"),
    handles: value("nodejs_active_resources_total"),
  };
}

let fresh = 0;
let done = 0;
const estimate = () =>
  `estimate text model=openai:gpt-5.6-terra conversations=${++fresh} turns=6 systemTokens=2000 userTokens=200 answerTokens=300 history=full`;
const inSlack = (at: number) => new SlackPerson(slack, `U${at % 50}`);
const inDiscord = (at: number) => new DiscordPerson(discord, String(400_000_000_000_000_000n + BigInt(at % 50)));

/** What is done one after the other, over and over. */
const acts: readonly ((at: number) => Promise<unknown>)[] = [
  (at) => inSlack(at).command(""),
  (at) => inDiscord(at).command(),
  (at) => inSlack(at).command(estimate()),
  (at) => inSlack(at).command("decisions"),
  (at) => onSlack.postIt(inSlack(at)),
  (at) => onDiscord.postIt(inDiscord(at)),
];

console.log(`${machine}; ${minutes} minutes, an act every ${between} ms`);
const seen: Look[] = [];
const began = performance.now();
const end = began + minutes * 60_000;
let problems = 0;
for (let at = 0; performance.now() < end && program.exitCode === null; at++) {
  const act = acts[at % acts.length];
  try {
    await act?.(Math.floor(at / acts.length));
    done++;
  } catch (error) {
    problems++;
    if (problems < 5) console.error(error);
  }
  // The twins remember what came; nobody asks them for it here.
  slack.calls.length = 0;
  discord.calls.length = 0;
  if (performance.now() - began > ((seen.length + 1) * minutes * 60_000) / looks) {
    seen.push(await look());
    if (process.env.SHOW) console.log(JSON.stringify(seen.at(-1)), done, problems);
  }
  await pause(between);
}
const of = (from: number, to: number, figure: keyof Look) =>
  median(seen.slice(Math.floor(seen.length * from), Math.ceil(seen.length * to)).map((each) => each[figure]));
for (const [what, figure, unit] of [
  ["memory held", "rss", "MB"],
  ["heap used", "heap", "MB"],
  ["open files", "files", ""],
  ["active handles and requests", "handles", ""],
] as const) {
  const [second, last] = [of(0.25, 0.5, figure), of(0.75, 1, figure)];
  report({
    what: `${what}, last quarter beside the second`,
    ratio: (last / second).toFixed(2),
    aim: "1.1",
    figures: `${last.toFixed(0)} and ${second.toFixed(0)} ${unit}`.trim(),
  });
}
report({
  what: "what was done",
  figures: `${done} acts in ${minutes} minutes, ${slack.standing("CPUBLIC01").length} cards in Slack, ${problems} that did not end well`,
});
program.kill("SIGTERM");
const [code] = await once(program, "exit");
console.log(`ended with ${code}`);
await slack.stop();
await discord.stop();
rmSync(folder, { recursive: true, force: true });
