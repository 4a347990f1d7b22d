import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/postgres.ts"],
    // A walk through a million paths and a child process each take seconds on a small machine.
    testTimeout: 30_000,
    // Many tests wait for a process or a clock: every core has something to do.
    maxWorkers: "100%",
    coverage: { include: ["src/**", "pricing/**", "adapters/**"], exclude: ["src/tsconfig.json"] },
  },
});
