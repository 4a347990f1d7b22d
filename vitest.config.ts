import { availableParallelism } from "node:os";
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
    // Many tests wait for a process: with one more for every two cores, each core has something to do.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    coverage: { include: ["src/**", "pricing/**", "adapters/**"], exclude: ["src/tsconfig.json"] },
  },
});
