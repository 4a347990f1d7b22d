import { afterEach, describe, expect, it } from "vitest";
import { readUsageFile } from "#core";
import { openWorker, type WorkerThread } from "../../../adapters/worker/index.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { bytesOf } from "../../usage/ask.ts";

const program = new URL("../../../worker.ts", import.meta.url);
const odd = new URL("../../fixtures/odd-thread.ts", import.meta.url);
const opened: WorkerThread[] = [];
const open: typeof openWorker = (entry, bounds) => {
  const worker = openWorker(entry, bounds);
  opened.push(worker);
  return worker;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((worker) => worker.close()));
});
const text = (words: string) => new TextEncoder().encode(words);

describe("a usage export in the thread", () => {
  it.each(["openai-usage.json", "anthropic-usage.csv", "ccusage.json", "focus.csv", "openai-costs.json"])(
    "is read as here: %s",
    async (name) => {
      const { usage } = open(program);
      const read = await usage.read(bytesOf(name), exampleDay, "ana");
      expect(read).toEqual(readUsageFile(bytesOf(name), advisorOn(exampleDay)));
      expect(read).toHaveProperty("blocks");
    },
  );

  it("that is none comes back as a sentence", async () => {
    const { usage } = open(program);
    expect(await usage.read(text("hello"), exampleDay, "ana")).toHaveProperty("problem");
  });

  it.each([
    ["takes too long", "hang", 3_000, /too long/],
    ["needs too much memory", "hog", 60_000, /stopped before it was done/],
    ["ends the thread", "exit", 60_000, /stopped before it was done/],
  ])("that %s is given up, and the next one is read", async (_, what, milliseconds, says) => {
    const { usage } = open(odd, { milliseconds, megabytes: 64 });
    const gone = await usage.read(text(what), exampleDay, "ana");
    expect(gone).toEqual({ problem: expect.stringMatching(says) });
    expect(await usage.read(text("calm"), exampleDay, "ana")).toMatchObject({ problem: "calm is answered" });
  });

  it("is read one at a time for each person, and eight at once for all: files are large", async () => {
    const { usage } = open(odd, { milliseconds: 60_000 });
    const busy = { problem: expect.stringMatching(/Try again/) };
    const [own, again] = [0, 1].map(() => usage.read(text("calm"), exampleDay, "ana"));
    expect(await again).toEqual(busy);
    await own;
    const people = Array.from({ length: 8 }, (_, at) => `person ${at}`);
    const first = people.map((who) => usage.read(text("calm"), exampleDay, who));
    expect(await usage.read(text("calm"), exampleDay, "person 9")).toEqual(busy);
    for (const read of await Promise.all(first)) expect(read).toMatchObject({ problem: "calm is answered" });
    expect(await usage.read(text("calm"), exampleDay, "person 9")).toMatchObject({ problem: "calm is answered" });
  });
});
