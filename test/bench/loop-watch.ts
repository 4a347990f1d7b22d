import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Loaded before the program (`--import`): tells its parent how long its event loop was held, and can move its clock on by
 * a day. `cpu` is what this thread itself worked between two turns: on a busy machine a turn also waits for others.
 */
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
let before = process.threadCpuUsage();
let cpu = 0;
const tick = setInterval(() => {
  const now = process.threadCpuUsage();
  cpu = Math.max(cpu, now.user + now.system - before.user - before.system);
  before = now;
}, 1);
tick.unref();

let ahead = 0;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number]) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }
  static override now() {
    return RealDate.now() + ahead;
  }
} as DateConstructor;

process.on("message", async (asked) => {
  if (asked === "a day on") {
    ahead += 86_400_000;
    process.send?.("moved");
  }
  if (asked === "begin") {
    delay.reset();
    // The first turn after a reset only sets the mark.
    await pause(20);
    cpu = 0;
    process.send?.("begun");
  }
  if (asked === "end") {
    await pause(20);
    process.send?.({ held: delay.max / 1e6, cpu: cpu / 1e3, rss: process.memoryUsage.rss() / 1e6 });
  }
});
process.channel?.unref();
