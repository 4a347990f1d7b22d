import { execFile } from "node:child_process";
import { expect, it } from "vitest";

it.each([
  ["in which one fails", "fails", "1 failed", 1],
  ["in which all pass", "passes", "1 passed", 0],
])("a run of tests %s says so to whoever started it", async (_, name, says, code) => {
  const config = ["--configLoader", "runner", "--config", "test/fixtures/vitest.config.ts"];
  const { promise, resolve } = Promise.withResolvers<{ status: unknown; stdout: string }>();
  const env = { ...process.env, NO_COLOR: "1" };
  execFile(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...config, name], { env }, (error, stdout) =>
    resolve({ status: error === null ? 0 : error.code, stdout }),
  );
  const run = await promise;
  expect(run.stdout).toContain(says);
  expect(run.status).toBe(code);
});
