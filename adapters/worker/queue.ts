import { Worker } from "node:worker_threads";
import type { Asked, Done, Ready, Task } from "./tasks.ts";

/** How much the thread may take: milliseconds for one task, tasks that wait at once, megabytes of heap. */
export type Bounds = { milliseconds: number; waiting: number; waitingOfOne: number; megabytes: number };

/** Why there is no answer: it took too long, too many wait, the thread ended, or it was closed. */
export type Unanswered = { unanswered: "slow" | "busy" | "ended" | "closed" };

/** A thread that answers one task after another. */
export type Queue = {
  /**
   * The answer to a task, or why there is none. `who` has asked: people take turns, however much each of them asks for.
   * Rejects with what went wrong in the thread when that is a bug.
   */
  ask(task: Task, who: string): Promise<unknown>;
  /** Ends the thread; whoever waits is told. The next task starts another. */
  close(): Promise<void>;
  /** What the thread was given has changed: it ends when it has answered, and the next task starts another. */
  renew(): void;
};

/** How long a thread may take to load: only a machine that does hardly anything takes so long. */
const startMilliseconds = 60_000;

type Waiting = { task: Task; done: (answer: unknown) => void; failed: (bug: Error) => void };

/**
 * A thread of its own for what would hold the event loop up. It starts with the first task, keeps what it has loaded, and
 * does not keep the process alive. It is given one task at a time, so that the time of each is its own.
 */
export function openQueue(entry: URL, bounds: Bounds, given: () => unknown = () => null): Queue {
  /** By who asked, in the order of their turns. */
  const waiting = new Map<string, Waiting[]>();
  let running: (Waiting & { id: number }) | null = null;
  let thread: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let last = 0;
  let isOutdated = false;

  /** Flags of the process are not handed down: some of them stop a thread from starting. */
  function start(): Worker {
    // Little room for what is young: it is quickly gone, and the thread takes a quarter less of memory.
    const resourceLimits = { maxOldGenerationSizeMb: bounds.megabytes, maxYoungGenerationSizeMb: 8 };
    const started = new Worker(entry, { execArgv: [], resourceLimits, workerData: given() });
    started.on("message", (said: Done | Ready) => {
      if (said !== "ready") return settle(said);
      if (thread === started && running !== null) giveTime(bounds.milliseconds);
    });
    started.on("error", (error: NodeJS.ErrnoException) => {
      if (thread !== started) return;
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return drop("ended");
      thread = undefined;
      if (running !== null) settle({ id: running.id, bug: error });
    });
    started.on("exit", () => {
      if (thread === started) drop("ended");
    });
    return started;
  }

  function settle(done: Done): void {
    if (running === null || running.id !== done.id) return;
    const { done: answered, failed } = running;
    clearTimeout(timer);
    running = null;
    if (isOutdated) retire();
    if ("bug" in done) failed(done.bug);
    else answered(done.answer);
    next();
  }

  /** A thread that is stuck or gone takes its task with it, and no other. */
  function drop(unanswered: Unanswered["unanswered"]): void {
    const dropped = thread;
    thread = undefined;
    void dropped?.terminate();
    if (running !== null) settle({ id: running.id, answer: { unanswered } satisfies Unanswered });
  }

  function retire(): void {
    isOutdated = false;
    void thread?.terminate();
    thread = undefined;
  }

  function next(): void {
    const [turn] = waiting;
    if (running !== null) return;
    const [who = "", [task, ...rest] = []] = turn ?? [];
    if (task === undefined) {
      thread?.unref();
      return;
    }
    waiting.delete(who);
    if (rest.length > 0) waiting.set(who, rest);
    giveTime(thread === undefined ? startMilliseconds : bounds.milliseconds);
    thread ??= start();
    thread.ref();
    const id = ++last;
    running = { ...task, id };
    thread.postMessage({ id, task: task.task } satisfies Asked);
  }

  function giveTime(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => drop("slow"), milliseconds);
  }

  return {
    ask(task, who) {
      const own = waiting.get(who) ?? [];
      const all = [...waiting.values()].reduce((sum, each) => sum + each.length, 0);
      if (all >= bounds.waiting || own.length >= bounds.waitingOfOne)
        return Promise.resolve({ unanswered: "busy" } satisfies Unanswered);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      waiting.set(who, [...own, { task, done: resolve, failed: reject }]);
      next();
      return promise;
    },
    renew() {
      isOutdated = true;
      if (running === null) retire();
    },
    async close() {
      const left = [...waiting.values()].flat();
      waiting.clear();
      for (const each of left) each.done({ unanswered: "closed" } satisfies Unanswered);
      const ending = thread;
      drop("closed");
      await ending?.terminate();
    },
  };
}

export function isUnanswered(answer: unknown): answer is Unanswered {
  return typeof answer === "object" && answer !== null && "unanswered" in answer;
}
