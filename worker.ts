import "./node-version.mjs";
import { parentPort } from "node:worker_threads";

// What the thread of heavy work runs: the catalogue is read when the first estimate is asked for.
const { answerTasks } = await import("./adapters/worker/thread.ts");
if (parentPort !== null)
  answerTasks(parentPort, async () => {
    const [{ openAdvisors }, { openCatalogue }, { openRates }] = await Promise.all([
      import("#core"),
      import("./pricing/open.ts"),
      import("./pricing/rates/open.ts"),
    ]);
    return openAdvisors(openCatalogue(), openRates());
  });
