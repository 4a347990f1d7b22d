import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** The program as a process of its own. */
export type Program = {
  child: ChildProcess;
  /** All that it printed so far, on both streams. */
  out(): string;
  /** The exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  /** Resolves when it printed this; rejects when it ended without. */
  printed(words: string): Promise<void>;
};

const here = fileURLToPath(new URL("../../main.ts", import.meta.url));

/** Starts the program, or a copy of it, with nothing in its environment but this, where it is told. */
export function start(args: readonly string[], env: Record<string, string>, cwd = process.cwd(), main = here): Program {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [main, ...args], { cwd, env: { PATH, HOME, ...env } });
  let out = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      out += data;
      for (const look of waiting) look();
    });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    child,
    out: () => out,
    ended,
    printed: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!out.includes(words)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        ended.then(() => reject(new Error(`ended without "${words}":\n${out}`)));
        look();
      }),
  };
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
