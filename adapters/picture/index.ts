import { Worker } from "node:worker_threads";
import type { Chart } from "#core";
import { noPicture } from "./picture-messages.ts";
import type { Drawn } from "./thread.ts";

/** Draws charts as one PNG, each below the other. Rejects with a `PictureError` where it cannot. */
export type Painter = { draw(charts: readonly Chart[]): Promise<Uint8Array>; close(): Promise<void> };

/** Why there is no picture: it took too long, something went wrong while drawing, too many wait, or it was closed. */
class PictureError extends Error {
  readonly why: "slow" | "failed" | "busy" | "closed";

  constructor(why: PictureError["why"], cause?: unknown) {
    super(noPicture(why), { cause });
    this.why = why;
  }
}

/** How much drawing may take: milliseconds for one picture with the start of its thread, pictures that wait, megabytes. */
export type Bounds = { milliseconds: number; waiting: number; megabytes: number };

/** A picture takes a second on a busy machine: what takes so long is stuck. */
const usual: Bounds = { milliseconds: 20_000, waiting: 100, megabytes: 256 };

/**
 * Draws in a thread beside the event loop, one picture after another. Each thread ends with its picture: what is loaded for
 * drawing is large, and pictures are few. `entry`: the file of the thread.
 */
export function openPainter(bounds: Partial<Bounds> = {}, entry = new URL("thread.ts", import.meta.url)): Painter {
  const { milliseconds, waiting, megabytes } = { ...usual, ...bounds };
  let last: Promise<unknown> = Promise.resolve();
  let under = 0;
  let stop: () => void = () => undefined;
  let isClosed = false;

  async function drawOne(charts: readonly Chart[]): Promise<Uint8Array> {
    if (isClosed) throw new PictureError("closed");
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    // Flags of the process are not handed down: some of them stop a thread from starting.
    const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 8 };
    const thread = new Worker(entry, { execArgv: [], resourceLimits, workerData: charts });
    const timer = setTimeout(() => reject(new PictureError("slow")), milliseconds);
    stop = () => reject(new PictureError("closed"));
    thread.once("message", (drawn: Drawn) => resolve(drawn.png));
    thread.once("error", (cause) => reject(new PictureError("failed", cause)));
    thread.once("exit", () => reject(new PictureError("failed")));
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      await thread.terminate();
    }
  }

  return {
    async draw(charts) {
      if (under >= waiting) throw new PictureError("busy");
      under++;
      const drawn = last.then(() => drawOne(charts));
      last = drawn.catch(() => undefined);
      try {
        return await drawn;
      } finally {
        under--;
      }
    },
    async close() {
      isClosed = true;
      stop();
      await last;
    },
  };
}

/** Draws one picture, and says why there is none where it cannot. */
export async function drawOnce(charts: readonly Chart[]): Promise<Uint8Array | { undrawn: PictureError["why"] }> {
  const painter = openPainter();
  try {
    return await painter.draw(charts);
  } catch (error) {
    if (error instanceof PictureError) return { undrawn: error.why };
    throw error;
  } finally {
    await painter.close();
  }
}
