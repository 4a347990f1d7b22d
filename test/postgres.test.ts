import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import setup, { installed, startPostgres } from "./postgres.ts";
import { withPostgres } from "./suites/with-postgres.ts";

let folder = "";
beforeEach(() => {
  // Only its owner may enter it, as root's home.
  folder = mkdtempSync(join(tmpdir(), "aicost closed "));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

withPostgres("PostgreSQL for the tests", () => {
  it("runs although its user may neither enter the folder of the packages nor run what is there", async () => {
    const native = join(folder, "native");
    cpSync(installed(), native, { recursive: true, verbatimSymlinks: true });
    for (const program of ["initdb", "postgres"]) chmodSync(join(native, "bin", program), 0o644);
    const { url, stop } = await startPostgres(native);
    const client = new Client({ connectionString: url });
    await client.connect();
    expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await client.end();
    await stop();
  });
});

describe("where no PostgreSQL can be started", () => {
  const start = () => startPostgres(join(folder, "nothing here"));

  it("its tests are left out, and why is said", async () => {
    vi.stubEnv("CI", "");
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const provide = vi.fn();
    expect(await setup({ provide }, start)).toBeUndefined();
    const missing = expect.stringMatching(/could not be started: in .+: .*nothing here/);
    expect(provide.mock.calls).toEqual([["postgres", { missing }]]);
    expect(warned).toHaveBeenCalledOnce();
  });

  it("the run fails where the checks run unwatched", async () => {
    vi.stubEnv("CI", "true");
    const provide = vi.fn();
    await expect(setup({ provide }, start)).rejects.toThrow(/could not be started/);
    expect(provide).not.toHaveBeenCalled();
  });
});
