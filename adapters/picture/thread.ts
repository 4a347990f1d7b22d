import { parentPort, workerData } from "node:worker_threads";
import { pngOf } from "./png.ts";
import { svgOf } from "./svg.ts";

/** What the thread says once. */
export type Drawn = { png: Uint8Array };

// Started with the charts that it is to draw.
if (parentPort !== null) parentPort.postMessage({ png: pngOf(await svgOf(workerData)) } satisfies Drawn);
