import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asked, optionOf, pageTitle } from "../../words.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const python = spawnSync("python3", ["-c", "import pty"]).status === 0;

/**
 * Plays keys to the program in a terminal of its own: waits for a text, then sends what comes with it. A text that never
 * comes is named. The limit is against hanging only.
 */
const player = `
import fcntl, os, pty, select, signal, struct, sys, termios, time
node, columns, steps = sys.argv[1], int(sys.argv[2]), [s.split("|", 1) for s in sys.argv[3:]]
pid, tty = pty.fork()
if pid == 0:
    os.execv(node, [node, "main.ts"])
fcntl.ioctl(tty, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
seen, end, at = b"", time.time() + 240, 0
while time.time() < end:
    ready, _, _ = select.select([tty], [], [], 0.2)
    if ready:
        try:
            chunk = os.read(tty, 65536)
        except OSError:
            break
        if not chunk:
            break
        seen += chunk
        sys.stdout.buffer.write(chunk)
    if at < len(steps) and steps[at][0].encode() in seen:
        os.write(tty, steps[at][1].encode().decode("unicode_escape").encode())
        seen, at = b"", at + 1
if time.time() >= end:
    os.kill(pid, signal.SIGKILL)
for text, _ in steps[at:]:
    print("WAITED IN VAIN FOR", text)
_, status = os.waitpid(pid, 0)
print("EXIT", os.waitstatus_to_exitcode(status))
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aicost-terminal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const execute = promisify(execFile);
const withStore = () => ({ ...process.env, AICOST_DB: join(folder, "data", "aicost.db"), DATABASE_URL: "" });

/** What a verb prints, on the store of this test. */
async function verb(...args: string[]): Promise<string> {
  return (await execute(process.execPath, ["main.ts", ...args], { cwd: root, env: withStore() })).stdout;
}

/** What is seen in a terminal of so many columns while the steps are played. Throws where a step is never reached. */
async function play(columns: number, ...steps: string[]): Promise<string> {
  const all = ["-c", player, process.execPath, String(columns), ...steps];
  const { stdout } = await execute("python3", all, { cwd: root, env: withStore() });
  const missed = /WAITED IN VAIN FOR .*/.exec(stdout);
  if (missed !== null) throw new Error(`${missed[0]}\n${stdout}`);
  return stdout;
}

/** Nothing is said in one line. */
const fromQuestions = ["need AI for|\\r"];

const title = python ? "in a real terminal" : "in a real terminal (skipped: no python3 here to open one)";

describe.skipIf(!python)(title, () => {
  it("a conversation is left cleanly by Ctrl-C, and the cursor is shown again", async () => {
    const seen = await play(80, ...fromQuestions, `${asked("job")}|\\x1b[B\\r`, `${asked("audience")}|\\x03`);
    expect(seen).toContain(optionOf("job", "code").label);
    expect(seen).toContain("Nothing was posted");
    expect(seen.trimEnd()).toMatch(/EXIT 0$/);
    expect(seen.lastIndexOf("\u001b[?25h")).toBeGreaterThan(seen.lastIndexOf("\u001b[?25l"));
    expect(seen).not.toContain("    at ");
  });

  it("Details offer their pages with a way back, and starting again asks first", async () => {
    const down = (times: number) => "\\x1b[B".repeat(times);
    const seen = await play(
      80,
      ...fromQuestions,
      `${asked("job")}|\\r`,
      `${asked("audience")}|\\r`,
      `${asked("output")}| \\r`,
      `${asked("vendor")}|\\r`,
      `${asked("intensity")}|\\x1b[B\\r`,
      `${asked("owner_kind")}|\\r`,
      `${asked("owner")}|Ana\\r`,
      `What next|${down(1)}\\r`,
      "Which page|\\x1b[A\\r",
      `What next|${down(6)}\\r`,
      "Delete your answers|\\r",
      `What next|${down(7)}\\r`,
    );
    expect(seen).toMatch(/All warnings \(\d+\)/);
    expect(seen.trimEnd()).toMatch(/EXIT 0$/);
  });

  it("a whole conversation goes by keys alone, and ends with the recommendation", async () => {
    const toDone = "\\x1b[B".repeat(7);
    const seen = await play(
      80,
      ...fromQuestions,
      `${asked("job")}|\\r`,
      `${asked("audience")}|\\r`,
      `${asked("output")}| \\r`,
      `${asked("vendor")}|\\r`,
      `${asked("intensity")}|\\x1b[B\\r`,
      `${asked("owner_kind")}|\\r`,
      `${asked("owner")}|Ana\\r`,
      `What next|${toDone}\\r`,
    );
    expect(seen).toMatch(/Buy [\s\S]*a month/);
    expect(seen.trimEnd()).toMatch(/EXIT 0$/);
  });

  it("what was answered before Ctrl-C is there again, to go on with or to start over", async () => {
    await play(
      80,
      ...fromQuestions,
      `${asked("job")}|\\x1b[B\\r`,
      `${asked("audience")}|\\r`,
      `${asked("output")}| \\r`,
      `${asked("vendor")}|\\r`,
      `${asked("stage")}|\\x03`,
    );
    const resumed = await play(80, "You have been here before|\\r", `${asked("stage")}|\\x03`);
    expect(resumed).toContain("Resume from Route");
    expect(resumed).not.toContain(asked("job"));
    const anew = await play(80, "You have been here before|\\x1b[B\\r", ...fromQuestions, `${asked("job")}|\\x03`);
    expect(anew).toContain(asked("job"));
    expect(anew.trimEnd()).toMatch(/EXIT 0$/);
  });

  it("a recommendation is kept as a decision, which is listed, shown and exported", async () => {
    const seen = await play(
      80,
      ...fromQuestions,
      `${asked("job")}|\\r`,
      `${asked("audience")}|\\r`,
      `${asked("output")}| \\r`,
      `${asked("vendor")}|\\r`,
      `${asked("intensity")}|\\x1b[B\\r`,
      `${asked("owner_kind")}|\\r`,
      `${asked("owner")}|=Ana\\r`,
      "What next|\\r",
    );
    const name = /Kept: ([^,]+), /.exec(seen)?.[1] ?? "nothing";
    expect(seen.trimEnd()).toMatch(/EXIT 0$/);
    const kept = JSON.parse(await verb("decisions", "export", "--format", "json"));
    expect(kept).toMatchObject([{ route: "app_subscription", summary: { name }, answers: { owner: "=Ana" } }]);
    const [{ id }] = kept;
    expect(await verb("decisions")).toContain(name);
    expect(await verb("decisions", id, "--details")).toContain("Route: App subscription");
    expect(await verb("decisions", name, "--details")).toContain("Route: App subscription");
    expect(await verb("decisions", "rename", name, "--to", "Ana writes")).toContain("Renamed: Ana writes");
    expect((await verb("decisions", "export", "--format", "csv")).split("\n")).toHaveLength(3);
    expect(await verb("decisions", "export", "--format", "md")).toContain(id);
    expect(await play(80, ...fromQuestions, `${asked("job")}|\\x03`)).not.toContain("You have been here before");
  });

  it("a line of work is what the conversation begins with, and what it said can be changed", async () => {
    const seen = await play(
      80,
      "need AI for|20k support chats a month for our customers, zebra\\r",
      "Is this right|\\x1b[B\\x1b[B\\r",
      `${asked("job")}|\\x03`,
    );
    expect(seen).toMatch(/Understood\s+20,000 chats a month/);
    expect(seen).toMatch(/Not understood\s+"zebra"/);
    expect(seen).toContain("Change: Our customers");
    const again = await play(80, "You have been here before|\\r", "Is this right|\\x03");
    expect(again).toContain("Resume from");
  });

  it("a terminal that tells no width is written to as if it had eighty columns", async () => {
    const seen = await play(0, ...fromQuestions, `${asked("job")}|\\x03`);
    expect(seen).toContain(pageTitle("work"));
    expect(seen.trimEnd()).toMatch(/EXIT 0$/);
  });
});
