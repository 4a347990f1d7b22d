import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeDiscord, token } from "../../wire/discord.ts";
import { Person } from "../../wire/discord-person.ts";
import { freePort, type Program, start } from "../../wire/program.ts";
import { until } from "../../wire/team.ts";
import { toReview } from "./steps.ts";

const hanging = 300_000;
const here = "300000000000000001";
let discord: FakeDiscord;
let folder: string;
let program: Program;

beforeEach(async () => {
  discord = await new FakeDiscord().start();
  folder = mkdtempSync(join(tmpdir(), "aicost-stop-"));
});

afterEach(async () => {
  program.child.kill("SIGKILL");
  await program.ended;
  await discord.stop();
  rmSync(folder, { recursive: true, force: true });
});

const settings = () => ({
  DISCORD_TOKEN: token,
  DISCORD_API_URL: discord.apiUrl,
  AICOST_DB: join(folder, "aicost.db"),
  AICOST_HOST: "127.0.0.1",
});

/** What the store says of every post, once the program has ended. A picture that was not drawn yet waits for the next start. */
function states(): unknown[] {
  const store = new DatabaseSync(join(folder, "aicost.db"));
  const rows = store.prepare("select state from posts where key not like '%:picture' order by key").all();
  store.close();
  return rows.map(({ state }) => state);
}

it(
  "a program that is told to stop while it posts tells the person how that ended, and settles the post",
  async () => {
    program = start(["serve"], settings());
    await program.printed("connected");
    const ana = new Person(discord, "400000000000000001");
    await toReview(ana);
    const posting = Promise.withResolvers<void>();
    discord.trouble(/^post \/channels\/\d+\/messages$/, { after: posting.promise });
    const pressed = ana.press(/^Post( to |$)/);
    const isPost = ({ method, path }: { method: string; path: string }) =>
      method === "post" && path === `/channels/${here}/messages`;
    await until(() => discord.calls.some(isPost), "the post is on its way");
    program.child.kill("SIGTERM");
    await program.printed("Stopping");
    // A moment in which a program that does not wait would close its store.
    await Promise.race([program.printed("Stopped."), pause(1_000)]);
    posting.resolve();
    await pressed;
    expect(await program.ended).toBe(0);
    expect(ana.text).not.toContain("Something is wrong");
    expect(ana.title).toBe("Posted");
    expect(discord.standing(here)).toHaveLength(1);
    expect(states()).toEqual(["sent"]);
    expect(program.out()).not.toContain('"level":50');
  },
  hanging,
);

it(
  "a program that hears Discord over HTTP ends although a client holds half a request",
  async () => {
    const port = await freePort();
    program = start(["serve"], {
      ...settings(),
      DISCORD_PUBLIC_KEY: discord.publicKey,
      DISCORD_PORT: String(port),
    });
    await program.printed("listening");
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    await new Promise<void>((resolve) => socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-", () => resolve()));
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(program.out()).toContain("Stopped.");
    socket.destroy();
  },
  hanging,
);
