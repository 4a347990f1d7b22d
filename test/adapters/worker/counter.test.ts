import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { readChat, tokensOfModel } from "#core";
import { openWorker } from "../../../adapters/worker/index.ts";

const entry = new URL("../../../worker.ts", import.meta.url);
// What a megabyte may take here says nothing of what it may take a person.
const { counter } = openWorker(entry, { milliseconds: 300_000 });
afterAll(() => counter.close());
afterEach(() => vi.useRealTimers());

const example = [
  {
    role: "system",
    content: "You are a helpful, pattern-following assistant that translates corporate jargon into plain English.",
  },
  { role: "system", name: "example_user", content: "New synergies will help drive top-line growth." },
  { role: "system", name: "example_assistant", content: "Things working well together will increase revenue." },
  {
    role: "system",
    name: "example_user",
    content: "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
  },
  {
    role: "system",
    name: "example_assistant",
    content: "Let's talk later when we're less busy about how to do better.",
  },
  { role: "user", content: "This late pivot means we don't have time to boil the ocean for the client deliverable." },
];

describe("the counter", () => {
  it("counts the cookbook's chat as 129 and 124 tokens", async () => {
    expect(await counter.count(example, "openai:gpt-4")).toMatchObject({
      encoding: "cl100k_base",
      exact: true,
      tokens: 129,
    });
    expect(await counter.count(example, "openai:gpt-4o")).toMatchObject({
      encoding: "o200k_base",
      exact: true,
      tokens: 124,
      low: 124,
      high: 124,
    });
  });

  it("gives a band and says that it is one, where no tokenizer is published", async () => {
    expect(await counter.count("hello world", "openai:gpt-4o")).toMatchObject({ tokens: 2 });
    expect(await counter.count("hello ".repeat(100), "anthropic:claude-opus-5-5")).toMatchObject({
      exact: false,
      tokens: 152,
      low: 111,
      high: 182,
    });
  });

  it("answers many texts asked at once, each its own", async () => {
    const counts = await Promise.all(
      Array.from({ length: 50 }, (_, at) => counter.count("a b ".repeat(at), "openai:gpt-4o")),
    );
    expect(counts.map((each) => ("tokens" in each ? each.tokens : -1))).toEqual(
      Array.from({ length: 50 }, (_, at) => (at === 0 ? 0 : at * 2 + 1)),
    );
  });

  it("takes a megabyte of equal letters, and refuses one byte more with its size", async () => {
    expect(await counter.count("a".repeat(1_000_000), "openai:gpt-4o")).toMatchObject({ tokens: 125_000 });
    expect(await counter.count("a".repeat(1_000_001), "openai:gpt-4o")).toEqual({
      problem: expect.stringMatching(/1\.0 MB.*at most 1 MB/),
    });
    expect(await counter.count("語".repeat(333_334), "openai:gpt-4o")).toEqual({
      problem: expect.stringMatching(/MB/),
    });
  });

  it("refuses a model that it does not know", async () => {
    expect(await counter.count("x", "openai:gpt-99")).toEqual({ problem: expect.stringContaining("gpt-99") });
  });

  it("gives up on what takes too long, and counts the next text with another worker", async () => {
    const { counter: patient } = openWorker(entry, { milliseconds: 60_000 });
    expect(await patient.count("x", "openai:gpt-4o")).toMatchObject({ tokens: 1 });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const slow = patient.count("x ".repeat(100_000), "openai:gpt-4o");
    const beside = patient.count("x", "openai:gpt-4o");
    vi.advanceTimersByTime(60_000);
    expect(await slow).toEqual({ problem: expect.stringMatching(/too long/) });
    expect(await beside).toMatchObject({ tokens: 1 });
    expect(await patient.count("x", "openai:gpt-4o")).toMatchObject({ tokens: 1 });
    await patient.close();
  });

  it("counts again after it was closed", async () => {
    const { counter: closed } = openWorker(entry);
    expect(await closed.count("x", "openai:gpt-4o")).toMatchObject({ tokens: 1 });
    await closed.close();
    expect(await closed.count("x", "openai:gpt-4o")).toMatchObject({ tokens: 1 });
    await closed.close();
  });

  it("does not keep the process alive", async () => {
    const program = `import { openWorker } from ${JSON.stringify(new URL("../../../adapters/worker/index.ts", import.meta.url).href)};
      const { counter } = openWorker(new URL(${JSON.stringify(entry.href)}));
      console.log((await counter.count("hello world", "openai:gpt-4o")).tokens);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
      cwd: new URL("../../..", import.meta.url),
    });
    expect(stdout.trim()).toBe("2");
  });
});

describe("a model", () => {
  it.each([
    ["openai:gpt-4o", "o200k_base", true],
    ["gpt-4o-mini-2024-07-18", "o200k_base", true],
    ["openai:gpt-4", "cl100k_base", true],
    ["openai:gpt-4-0613", "cl100k_base", true],
    ["openai:text-embedding-3-small", "cl100k_base", true],
    ["openai:gpt-oss-120b", "o200k_base", true],
    ["openai:gpt-5-mini", "o200k_base", true],
    ["openai:gpt-5.6-sol", "o200k_base", false],
    ["openai:gpt-6-luna", "o200k_base", false],
    ["openai:gpt-6.1-sol", "o200k_base", false],
    ["anthropic:claude-sonnet-4-6", "o200k_base", false],
    ["google:gemini-3.8-flash", "o200k_base", false],
    ["xai:grok-4.6", "o200k_base", false],
  ])("%s is told by %s, exactly: %s", (model, encoding, exact) => {
    expect(tokensOfModel(model)).toMatchObject({ encoding, exact });
  });

  it("of the newer Claude tokenizer has a higher factor than an older one", () => {
    expect(
      ["claude-opus-4-6", "claude-sonnet-4-6", "claude-haiku-4-5"].map(
        (name) => tokensOfModel(`anthropic:${name}`)?.factor,
      ),
    ).toEqual(["1.15", "1.15", "1.15"]);
    expect(
      ["claude-opus-4-7", "claude-opus-5", "claude-fable-5-1", "claude-sonnet-5-5", "claude-haiku-5-5"].map(
        (name) => tokensOfModel(`anthropic:${name}`)?.factor,
      ),
    ).toEqual(["1.5", "1.5", "1.5", "1.5", "1.5"]);
  });

  it.each(["gpt-99", "google:gpt-4o", "openai:claude-opus-5", "", "openai:", "gpt-4o "])(
    "named %j is not guessed at",
    (model) => {
      expect(tokensOfModel(model)).toBeUndefined();
    },
  );
});

describe("a chat", () => {
  it("is a JSON list of messages, or one message of a user", () => {
    expect(readChat(JSON.stringify(example))).toEqual(example);
    expect(readChat("[not JSON")).toEqual([{ role: "user", content: "[not JSON" }]);
    expect(readChat('[{"role":"user"}]')).toEqual([{ role: "user", content: '[{"role":"user"}]' }]);
    expect(readChat("hi")).toEqual([{ role: "user", content: "hi" }]);
  });
});
