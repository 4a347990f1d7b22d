import { expect, it } from "vitest";
import type { Chart } from "../../src/chart/chart.ts";
import { createDrawings } from "../../src/outbox/drawings.ts";

const chart = { title: "Cost", form: "bars" } as unknown as Chart;
const png = new Uint8Array([1]);

it("draws each picture once, however many posts wait for theirs and ask again", async () => {
  const under: (() => void)[] = [];
  let begun = 0;
  const drawings = createDrawings(() => {
    begun++;
    return new Promise((resolve) => under.push(() => resolve(png)));
  });
  const waiting = new Set(Array.from({ length: 120 }, (_, at) => `post ${at}`));
  for (let round = 0; waiting.size > 0 && round < 200; round++) {
    for (const key of waiting) if (drawings.of(key, chart) === png) waiting.delete(key);
    under.shift()?.();
    await Promise.resolve();
  }
  expect([waiting.size, begun]).toEqual([0, 120]);
});

it("lets a picture go that nobody fetches any more, for one that is wanted", async () => {
  const drawings = createDrawings(async () => png);
  for (let at = 0; at < 50; at++) drawings.of(`gone ${at}`, chart);
  await Promise.resolve();
  expect(drawings.of("wanted", chart)).toBe("drawing");
  await Promise.resolve();
  expect(drawings.of("wanted", chart)).toBe(png);
});
