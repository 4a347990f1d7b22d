import { parentPort, workerData } from "node:worker_threads";

/**
 * A thread that gives processes a part of a core: it lets all of them run for `on` of every `of` milliseconds, at the same time,
 * until the first place of `over` is no longer zero. Then they run freely, and it says so.
 */
const { pids, on, of, over } = workerData as { pids: number[]; on: number; of: number; over: Int32Array };
const still = new Int32Array(new SharedArrayBuffer(4));
const sleep = (milliseconds: number) => Atomics.wait(still, 0, 0, Math.max(0, milliseconds));
const signal = (name: NodeJS.Signals) => {
  for (const pid of pids) process.kill(pid, name);
};

while (Atomics.load(over, 0) === 0) {
  const began = performance.now();
  signal("SIGCONT");
  sleep(on);
  signal("SIGSTOP");
  sleep(of - (performance.now() - began));
}
signal("SIGCONT");
parentPort?.postMessage("over");
