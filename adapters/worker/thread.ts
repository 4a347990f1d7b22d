import { createRequire } from "node:module";
import type { MessagePort } from "node:worker_threads";
import {
  type AdvisorOn,
  type Answers,
  answerEstimate,
  type Counter,
  type EncodingName,
  evaluate,
  openCounter,
  openEncoding,
  type RankData,
  readUsageFile,
} from "#core";
import type { Asked, Done, Ready, Task } from "./tasks.ts";

const require = createRequire(import.meta.url);
/** Each is a megabyte or two: only the one that is needed is read. */
const rankData: Record<EncodingName, () => RankData> = {
  o200k_base: () => require("js-tiktoken/ranks/o200k_base"),
  cl100k_base: () => require("js-tiktoken/ranks/cl100k_base"),
};

/**
 * Answers the tasks that come through a port. Ranks and catalogue are loaded when they are first needed, and kept as long
 * as the thread lives. `openAdvisors` gives the advisor of each day.
 */
export function answerTasks(port: MessagePort, openAdvisors: () => Promise<AdvisorOn>): void {
  const counters = new Map<EncodingName, Counter>();
  let advisors: Promise<AdvisorOn> | undefined;

  function counterOf(encoding: EncodingName): Counter {
    const known = counters.get(encoding) ?? openCounter(openEncoding(rankData[encoding]()));
    counters.set(encoding, known);
    return known;
  }

  async function answer(task: Task): Promise<unknown> {
    switch (task.task) {
      case "count": {
        const count = counterOf(task.encoding);
        return task.texts.reduce((sum, text) => sum + count(text), 0);
      }
      case "estimate": {
        advisors ??= openAdvisors();
        return answerEstimate((await advisors)(task.day), task.input);
      }
      case "evaluate": {
        advisors ??= openAdvisors();
        return evaluate((await advisors)(task.day, task.readings), task.answers as Answers, task.then);
      }
      case "usage": {
        advisors ??= openAdvisors();
        return readUsageFile(task.bytes, (await advisors)(task.day));
      }
    }
  }

  port.on("message", ({ id, task }: Asked) => {
    answer(task).then(
      (found) => port.postMessage({ id, answer: found } satisfies Done),
      (bug: Error) => port.postMessage({ id, bug } satisfies Done),
    );
  });
  port.postMessage("ready" satisfies Ready);
}
