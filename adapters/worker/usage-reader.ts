import type { UsageRead, UsageReader } from "#core";
import { isUnanswered, type Queue } from "./queue.ts";
import { usageReaderMessages as words } from "./usage-reader-messages.ts";

/** So many files are held at once, of 5 MB each: of each person one. */
const mostFiles = 8;

/** Reads usage exports in the thread: nobody waits for what somebody else hands over. */
export function createUsageReader(queue: Queue): UsageReader {
  const reading = new Set<string>();
  return {
    async read(bytes, day, who) {
      if (reading.has(who) || reading.size >= mostFiles) return { problem: words.busy };
      reading.add(who);
      try {
        const answer = await queue.ask({ task: "usage", bytes, day }, who);
        return isUnanswered(answer)
          ? { problem: words[answer.unanswered] }
          : (answer as UsageRead | { problem: string });
      } finally {
        reading.delete(who);
      }
    },
  };
}
