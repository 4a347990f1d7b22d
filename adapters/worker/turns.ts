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
