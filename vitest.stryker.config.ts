import { defineConfig } from "vitest/config";

// What mutants are judged by: everything but the tests that start processes, and the long walk.
export default defineConfig({
  test: {
    include: ["test/{advice,checklist,quantity,pricing,conversation}/**/*.test.ts"],
    exclude: ["test/advice/walk.test.ts", "test/advice/properties.test.ts", "test/pricing/facts.test.ts"],
    testTimeout: 30_000,
  },
});
