import type { Advisor } from "../../advice/advise.ts";
import { factsOn } from "../../purchase/facts-used.ts";
import type { Pass } from "../../store/aging-store.ts";
import type { Platform } from "../../store/rows.ts";
import { StoreError } from "../../store/store-error.ts";
import { agingMessages as words } from "./aging-messages.ts";
import { announcedAhead } from "./announced.ts";
import { isSuspect, type Looked, type LookPorts, lookAgain, type Today } from "./look.ts";

export type PassPorts = LookPorts & {
  platforms: readonly Platform[];
  advisor: () => Advisor;
  /** Resolves when a page, or one decision of it, may be looked at: the event loop belongs to the people who wait. */
  turn: () => Promise<unknown>;
  log: {
    info(words: string, details?: unknown): void;
    warn(words: string, details?: unknown): void;
    fault(error: unknown): string;
  };
};

/** What a pass did, of one platform. */
export type Passed = { seen: number; evaluated: number; told: number; later: number };

/** So many decisions are read at once: a millisecond or two of the event loop. */
const page = 50;
/** Who holds a pass for so long without a word has ended. */
const lease = 5 * 60_000;

/**
 * Looks at all current decisions when a day or the facts are new, one process at a time, a page in a turn. `round` does what is due
 * and goes on where another process was ended. `stop`: the pass rests after what it is at, and whoever comes next goes on.
 */
export function createAging(ports: PassPorts): { round(): Promise<Passed[]>; stop(): void } {
  const { store, platforms, advisor, turn, now, log } = ports;
  let stopped = false;

  async function look(pass: Pass, platform: Platform, today: Today): Promise<Passed> {
    const done: Passed = { seen: 0, evaluated: 0, told: 0, later: 0 };
    let { place } = pass;
    for (;;) {
      await turn();
      const { lines, next } = await store.agingDecisions(platform, place, page);
      for (const line of lines) {
        if (!isSuspect(line, today)) continue;
        await turn();
        const looked = await lookAgain(line, today, ports).catch((error: unknown): Looked => {
          if (error instanceof StoreError) throw error;
          // One that cannot be evaluated does not keep the others from it.
          return { later: words.fault(log.fault(error)) };
        });
        if (typeof looked === "object") log.warn(words.notEvaluated, { decision: line.id, why: looked.later });
        done.evaluated += looked === "evaluated" ? 1 : 0;
        done.told += looked === "told" ? 1 : 0;
        done.later += typeof looked === "object" ? 1 : 0;
        if (stopped) break;
      }
      if (stopped) {
        // This page is looked at again by whoever comes next: what was told is not told again.
        await store.keepPass(pass, place, now());
        return done;
      }
      done.seen += lines.length;
      place = next ?? place;
      if (!(await store.keepPass(pass, next, now() + lease)) || next === null) return done;
    }
  }

  return {
    async round() {
      const today = advisor();
      const all: Passed[] = [];
      for (const platform of platforms) {
        const state = { facts: versionOf(today), day: today.market.asOf };
        const pass = stopped ? null : await store.claimPass(`decisions of ${platform}`, state, now(), now() + lease);
        if (pass === null) continue;
        const done = await look(pass, platform, todayOf(today));
        if (done.seen > 0) log.info(words.lookedAgain, { platform, ...done });
        all.push(done);
      }
      return all;
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** What is known today: what is looked at again and again is worked out once. */
export function todayOf(advisor: Advisor): Today {
  return { advisor, facts: factsOn(advisor), ahead: announcedAhead(advisor) };
}

/** One name for all facts: the day of the newest reading, then digests. */
function versionOf({ market: { catalogue }, rates }: Advisor): string {
  const newest = [catalogue.version, rates.version].sort().at(-1)?.slice(0, 10);
  return `${newest ?? ""} ${catalogue.version} ${rates.version}`;
}
