import "./node-version.mjs";
import { parentPort, workerData } from "node:worker_threads";

// What the thread of heavy work runs: the catalogue is read when the first estimate is asked for.
const { answerTasks } = await import("./adapters/worker/thread.ts");
if (parentPort !== null)
  answerTasks(parentPort, async () => {
    const [{ openAdvisors }, { openGiven, nothingGiven }] = await Promise.all([
      import("#core"),
      import("./knowledge.ts"),
    ]);
    // The same facts as in the thread that asks, whatever has become of the files since.
    const { catalogue, rates } = openGiven(workerData ?? nothingGiven);
    return openAdvisors(catalogue, rates);
  });
