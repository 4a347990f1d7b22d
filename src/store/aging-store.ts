import type { PlainDate } from "#pricing";
import type { Basis } from "../purchase/basis.ts";
import type { Aged, AgingLine, Moment, NewPost, Platform } from "./rows.ts";

/** How the decisions of one tenant age. */
export type AgingOfTenant = {
  /** How a decision has aged; null where there is none. */
  aging(decision: string): Promise<AgingLine | null>;
  /** Keeps what an older program did not: what a decision rests on. One that has it stays as it is. */
  keepBasis(decision: string, basis: Basis): Promise<void>;
  /**
   * Keeps what was found of a decision and what its threads are told of it, all or nothing. False where it is not current any
   * more, or its author was forgotten: then nothing is written.
   */
  keepAged(decision: string, aged: Aged, posts: readonly NewPost[], now: Moment): Promise<boolean>;
};

/** A pass over everything, one worker at a time. `place`: where the last one got to; empty at the beginning. */
export type Pass = { name: string; claim: number; place: string };

/** What a worker does with the decisions of all tenants, once a day. */
export type DailyPass = {
  /**
   * Takes a pass for one worker until `leaseUntil`, if it is due: `facts` and `day` are not those of the last one that ended,
   * and nobody is at it. One that was begun for the same is gone on with. Facts older than those of a pass since the day
   * before `day` are not gone back to: theirs is another program that has not been replaced yet.
   */
  claimPass(
    name: string,
    state: { facts: string; day: PlainDate },
    now: Moment,
    leaseUntil: Moment,
  ): Promise<Pass | null>;
  /** Writes down how far a pass got; null: to the end. False when it is no longer this worker's. */
  keepPass(pass: Pick<Pass, "name" | "claim">, place: string | null, leaseUntil: Moment): Promise<boolean>;
  /** Decisions of a platform that nothing took the place of and whose author is known, in an order that stays; after a place. */
  agingDecisions(platform: Platform, after: string, most: number): Promise<{ lines: AgingLine[]; next: string | null }>;
};
