import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import type { StoreSettings } from "../../../adapters/sql/index.ts";

export type Settings = Omit<StoreSettings, "now">;

/** A database of its own for each try; `at` tells them apart. */
export type Fresh = (at: number) => Promise<Settings>;

/** How a worker ended: what it printed, or null where it was killed. */
export function runWorker(worker: URL, given: readonly string[]): Promise<{ steps: number } | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(worker), ...given]);
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (err += chunk));
    child.on("close", (code, signal) => {
      if (signal === "SIGKILL") resolve(null);
      else if (code !== 0 || err !== "") reject(new Error(err));
      else resolve(JSON.parse(out));
    });
  });
}

/** Works with files that are gone afterwards. */
export async function onFiles(work: (fresh: Fresh) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aicost-killed-"));
  await work(async (at) => ({ file: join(folder, `${at}.db`) }));
  rmSync(folder, { recursive: true, force: true });
}

/** Works with schemas of a PostgreSQL that are gone afterwards. */
export async function onSchemas(url: string, work: (fresh: Fresh) => Promise<void>): Promise<void> {
  const name = `killed_${randomBytes(4).toString("hex")}`;
  const admin = new Client({ connectionString: url });
  await admin.connect();
  let schemas = 0;
  await work(async () => {
    await admin.query(`create schema ${name}_${++schemas}`);
    return { url: `${url}?options=${encodeURIComponent(`-c search_path=${name}_${schemas}`)}` };
  });
  for (let at = 1; at <= schemas; at++) await admin.query(`drop schema ${name}_${at} cascade`);
  await admin.end();
}
