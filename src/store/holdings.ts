import type { KeptReminder } from "../team/schedule.ts";
import type { ClaimedHolding, HoldingRow, Moment, NewPost, Platform } from "./rows.ts";

/** What came of a write that expected a revision, as with a draft. */
export type SavedHolding = { saved: HoldingRow } | { conflict: HoldingRow | null };

/** What is kept of what one tenant holds. */
export type TenantHoldings = {
  /** All that the team holds. */
  holdings(): Promise<HoldingRow[]>;
  holding(id: string): Promise<HoldingRow | null>;
  /** Writes a holding if the one that is kept has the revision `known`; 0 is "none yet". Its reminders are looked at anew. */
  saveHolding(row: HoldingRow, known: number): Promise<SavedHolding>;
  /** With its reminders. Nothing happens to one that is not there. */
  dropHolding(id: string): Promise<void>;
  reminders(holding: string): Promise<KeptReminder[]>;
  /** What somebody said of a reminder takes the place of what was kept of it. Nothing is kept for a holding that is gone. */
  keepReminder(holding: string, reminder: KeptReminder): Promise<void>;
  /** The reminders of everything that the team holds are looked at anew, as after a change of its settings. */
  lookAgain(): Promise<void>;
};

/** What came of looking at a holding. */
export type Looked = {
  holding: ClaimedHolding;
  reminders: readonly KeptReminder[];
  posts: readonly NewPost[];
  lookAt: Moment;
};

/** What workers do with the holdings of all tenants. */
export type HoldingWork = {
  /**
   * Takes holdings whose reminders have to be looked at, for one worker until `leaseUntil`; the longest due first. One that
   * was looked at by a clock that has been set back since is due, as what it saw may be ahead again.
   */
  claimHoldings(
    now: Moment,
    leaseUntil: Moment,
    most: number,
    platforms: readonly Platform[],
  ): Promise<ClaimedHolding[]>;
  /**
   * Keeps what came of looking at claimed holdings: their reminders with the posts, and when to look again, all or nothing.
   * What is no longer this worker's, or was changed meanwhile, is left out. Returns how many were kept.
   */
  settleHoldings(looked: readonly Looked[], now: Moment): Promise<number>;
};
