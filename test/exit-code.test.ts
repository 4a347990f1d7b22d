import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it.each([
  ["in which one fails", "fails", "1 failed", 1],
  ["in which all pass", "passes", "1 passed", 0],
])("a run of tests %s says so to whoever started it", (_, name, says, code) => {
  const run = spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--configLoader",
      "runner",
      "--config",
      "test/fixtures/vitest.config.ts",
      name,
    ],
    { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );
  expect(run.stdout).toContain(says);
  expect(run.status).toBe(code);
});
