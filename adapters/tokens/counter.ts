import { Worker } from "node:worker_threads";
import {
  asCounted,
  byteLength,
  type Counted,
  chatOverhead,
  countedVendors,
  mostBytes,
  type NotCounted,
  type TokenCounter,
  textsOf,
  tokensOfModel,
} from "#core";
import type { Done, Task } from "./worker.ts";

/** The work of a megabyte takes well under a second; whatever takes so long is stuck. */
const mostMilliseconds = 10_000;

type Waiting = { done: (tokens: number | NotCounted) => void; timer: NodeJS.Timeout };

/**
 * A counter in a worker of its own: the event loop of the bot never waits for a paste. The worker starts with the first
 * text, keeps the encodings it has loaded, and does not keep the process alive.
 */
export function openTokenCounter(milliseconds: number = mostMilliseconds): TokenCounter {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function settle(id: number, result: number | NotCounted): void {
    const found = waiting.get(id);
    if (found === undefined) return;
    clearTimeout(found.timer);
    waiting.delete(id);
    found.done(result);
    if (waiting.size === 0) worker?.unref();
  }

  /** A worker that is stuck or gone takes its texts with it; the next text starts another. */
  async function drop(problem: string): Promise<void> {
    const dropped = worker;
    worker = undefined;
    for (const id of [...waiting.keys()]) settle(id, { problem });
    await dropped?.terminate();
  }

  /** Flags of the process are not handed down: some of them stop a worker from starting. */
  function start(): Worker {
    const started = new Worker(new URL("./worker.ts", import.meta.url), { execArgv: [] });
    started.on("message", ({ id, tokens }: Done) => settle(id, tokens));
    started.on("error", (cause) => {
      if (worker === started) void drop(`The text could not be counted: ${cause.message}.`);
    });
    return started;
  }

  async function tokensOf(texts: readonly string[], encoding: Task["encoding"]): Promise<number | NotCounted> {
    worker ??= start();
    worker.ref();
    const id = ++last;
    const { promise, resolve } = Promise.withResolvers<number | NotCounted>();
    const timer = setTimeout(() => void drop(tooSlow), milliseconds);
    waiting.set(id, { done: resolve, timer });
    worker.postMessage({ id, texts, encoding } satisfies Task);
    return promise;
  }

  return {
    async count(what, model): Promise<Counted | NotCounted> {
      const known = tokensOfModel(model);
      if (known === undefined) return { problem: unknownModel(model) };
      const texts = typeof what === "string" ? [what] : textsOf(what);
      if (texts.some((text) => text.length > mostBytes) || sizeOf(texts) > mostBytes)
        return { problem: tooLong(texts) };
      const tokens = await tokensOf(texts, known.encoding);
      if (typeof tokens !== "number") return tokens;
      return asCounted(model, known, tokens + (typeof what === "string" ? 0 : chatOverhead(what)));
    },
    close: () => drop("The counter was closed."),
  };
}

const tooSlow = "Counting took too long and was stopped. Count a part of the text.";

function unknownModel(model: string): string {
  return `How "${model.slice(0, 80)}" makes tokens is not known. Known are models of ${countedVendors.join(", ")}, such as openai:gpt-4o.`;
}

function tooLong(texts: readonly string[]): string {
  const size = (sizeOf(texts) / 1_000_000).toFixed(1);
  return `The text has ${size} MB, and at most ${mostBytes / 1_000_000} MB is counted. Count a typical part of it.`;
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + byteLength(text), 0);
}
