import { expect, it } from "vitest";
import { createTurns } from "../../../adapters/worker/index.ts";

it("Work that waits is begun once a turn of the loop, in the order in which it was asked for", async () => {
  const turn = createTurns();
  const seen: string[] = [];
  let going = true;
  const loop = () => {
    seen.push("loop");
    if (going) setImmediate(loop);
  };
  const work = async (name: string) => {
    await turn();
    seen.push(name);
  };
  const all = Promise.all(["a", "b", "c"].map(work));
  setImmediate(loop);
  await all;
  await work("d");
  going = false;
  const at = ["a", "b", "c", "d"].map((name) => seen.indexOf(name));
  expect(at).toEqual([...at].sort((one, other) => one - other));
  for (const [from, to] of [at.slice(0, 2), at.slice(1, 3), at.slice(2, 4)])
    expect(seen.slice((from ?? 0) + 1, to)).toContain("loop");
});
