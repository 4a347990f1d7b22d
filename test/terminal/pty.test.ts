import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const python = spawnSync("python3", ["-c", "import pty"]).status === 0;

/** Plays keys to the program in a terminal of its own: waits for a text, then sends what comes with it. */
const player = `
import fcntl, os, pty, select, struct, sys, termios, time
node, columns, steps = sys.argv[1], int(sys.argv[2]), [s.split("|", 1) for s in sys.argv[3:]]
pid, tty = pty.fork()
if pid == 0:
    os.execv(node, [node, "main.ts"])
fcntl.ioctl(tty, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
seen, end, at = b"", time.time() + 20, 0
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
_, status = os.waitpid(pid, 0)
print("EXIT", os.waitstatus_to_exitcode(status))
`;

function play(columns: number, ...steps: string[]): string {
  const done = spawnSync("python3", ["-c", player, process.execPath, String(columns), ...steps], {
    cwd: root,
    encoding: "utf8",
    timeout: 25_000,
  });
  return done.stdout;
}

const title = python ? "in a real terminal" : "in a real terminal (skipped: no python3 here to open one)";

describe.skipIf(!python)(title, () => {
  it("a conversation is left cleanly by Ctrl-C, and the cursor is shown again", () => {
    const seen = play(80, "reach the model|\\x1b[B\\r", "gets the result|\\x03");
    expect(seen).toContain("code that calls it");
    expect(seen).toContain("Nothing was posted");
    expect(seen.trimEnd()).toMatch(/EXIT 0$/);
    expect(seen.lastIndexOf("\u001b[?25h")).toBeGreaterThan(seen.lastIndexOf("\u001b[?25l"));
    expect(seen).not.toContain("    at ");
  });

  it("a whole conversation goes by keys alone, and ends with the recommendation", () => {
    const down5 = "\\x1b[B".repeat(5);
    const seen = play(
      80,
      "reach the model|\\r",
      "gets the result|\\r",
      "What comes out| \\r",
      "products do you have in mind|\\r",
      "does the person use it|\\x1b[B\\r",
      "Which unit drains|\\r",
      "Who owns the account|\\r",
      "named for the budget|Ana\\r",
      "What happens at zero|\\r",
      `What next|${down5}\\r`,
    );
    expect(seen).toContain("Route: App subscription");
    expect(seen.trimEnd()).toMatch(/EXIT 0$/);
  });

  it("a terminal that tells no width is written to as if it had eighty columns", () => {
    const seen = play(0, "reach the model|\\x03");
    expect(seen).toContain("A few questions, then a recommendation on how to pay");
    expect(seen.trimEnd()).toMatch(/EXIT 0$/);
  });
});
