import type { Queue } from "./queue.ts";

/**
 * For work that stays on the event loop: whoever waits for a turn gets one in which nobody else's work is begun. Between two
 * turns the loop sees to everything else, so that many who ask at once do not hold it up together.
 */
export function createTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}

/** A queue whose answers are handed out one a turn: those that come while one is worked with would all follow at once. */
export function handedOut(queue: Queue, turn: () => Promise<void>): Queue {
  return {
    async ask(task, who) {
      const answer = await queue.ask(task, who);
      await turn();
      return answer;
    },
    close: () => queue.close(),
    renew: () => queue.renew(),
  };
}
