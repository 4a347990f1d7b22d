import { expect, it } from "vitest";
import { createTurns, handedOut } from "../../../adapters/worker/turns.ts";

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

it("An answer of the thread is handed out when its turn has come", async () => {
  const { promise: turn, resolve: comes } = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const mine = { ask: async () => "an answer", close: async () => undefined, renew: () => undefined };
  const queue = handedOut(mine, () => {
    asked.resolve();
    return turn;
  });
  let given: unknown = "nothing yet";
  const answer = queue.ask({ task: "count", texts: [], encoding: "o200k_base" }, "somebody").then((it) => {
    given = it;
  });
  await asked.promise;
  expect(given).toBe("nothing yet");
  comes();
  await answer;
  expect(given).toBe("an answer");
});
