import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/postgres.ts"],
    // Against hanging only: no test depends on how fast the machine is.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A test that expects nothing passes whatever happens.
    expect: { requireAssertions: true },
    // Many tests wait for a process or a clock: every core has something to do.
    maxWorkers: "100%",
    coverage: { include: ["src/**", "pricing/**", "adapters/**"], exclude: ["src/tsconfig.json"] },
  },
});
