import type {
  AuditEntry,
  Decision,
  DecisionLine,
  DraftRow,
  Installation,
  KeptReading,
  Moment,
  NewPost,
  Page,
  Post,
  Reminder,
  TeamWallet,
  Tenant,
} from "./rows.ts";

export type NewDecision = Omit<Decision, "supersededBy">;

/** What came of a write that expected a revision: it is kept, or somebody was faster and this is the state now. */
export type Saved = { saved: DraftRow } | { conflict: DraftRow | null };

/** What is kept for one tenant. Every question names the tenant by being asked here. */
export type TenantStore = {
  /** The current draft of a person. */
  draftOf(owner: string): Promise<DraftRow | null>;
  draft(id: string): Promise<DraftRow | null>;
  /** Writes the draft of its owner if the one that is kept has the revision `known`; 0 is "none yet". */
  saveDraft(row: DraftRow, known: number): Promise<Saved>;
  deleteDraft(id: string): Promise<void>;

  /**
   * Keeps a decision and its posts and ends the draft, all or nothing. The same draft and revision again keep nothing new
   * and give the decision that is there.
   */
  decide(
    decision: NewDecision,
    posts: readonly NewPost[],
    supersedes?: string,
  ): Promise<{ decision: Decision; fresh: boolean }>;
  decision(id: string): Promise<Decision | null>;
  /** The decision that a draft ended in, at that revision. */
  decisionFrom(draft: string, revision: number): Promise<Decision | null>;
  /** The newest first. `after` is where the page before ended. */
  decisions(most: number, after?: string): Promise<Page<DecisionLine>>;

  /** More posts for what was decided, such as an update; a key that is there already changes nothing. */
  enqueue(posts: readonly NewPost[], now: Moment): Promise<void>;
  posts(decision: string): Promise<Post[]>;
  post(key: string): Promise<Post | null>;
  /** The newest hundred posts that need somebody's eyes: parked, or with an outcome that nobody knows. */
  troubled(): Promise<Post[]>;
  /** Puts a troubled post back into the queue, by the word of a person who looked. */
  retry(key: string, now: Moment): Promise<boolean>;

  keepWallet(wallet: TeamWallet): Promise<void>;
  wallets(): Promise<TeamWallet[]>;
  dropWallet(id: string): Promise<void>;

  remind(reminder: Omit<Reminder, "tenant">): Promise<void>;
  reminders(owner: string): Promise<Reminder[]>;
  dropReminder(id: string): Promise<void>;

  setting(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;

  install(installation: Installation): Promise<void>;
  installation(): Promise<Installation | null>;

  keepReading(reading: KeptReading): Promise<void>;
  /** What this person was reading; null when it is not kept any more, or is somebody else's. */
  keptReading(id: string, owner: string): Promise<string | null>;

  note(entry: AuditEntry): Promise<void>;
  audit(most: number): Promise<AuditEntry[]>;

  /** Everything of one person: drafts and reminders go; decisions, posts and notes stay without the name. */
  forgetPerson(person: string): Promise<void>;
  /** Everything of the tenant, as after an uninstall. */
  forget(): Promise<void>;
};

/** How one attempt to post ended. */
export type Settled =
  | { state: "sent"; reference: string }
  /** `counts` false: nothing was tried, such as when a channel has to rest. */
  | { state: "waiting"; dueAt: Moment; reason: string; counts: boolean }
  | { state: "unknown"; reason: string }
  | { state: "parked"; reason: string }
  /** It means nothing any more, and nobody misses it. */
  | { state: "dropped"; reason: string };

/** What workers do across tenants, and the door to each tenant. */
export type Store = {
  of(tenant: Tenant): TenantStore;
  /**
   * Takes due posts for one worker until `leaseUntil`; no post is ever given to two. `platforms`: those that the worker
   * serves, all unless given.
   */
  claimPosts(now: Moment, leaseUntil: Moment, most: number, platforms?: readonly Tenant["platform"][]): Promise<Post[]>;
  /** Says how a claimed post ended. False when the lease is over and the post is no longer this worker's. */
  settle(post: Post, settled: Settled): Promise<boolean>;
  /**
   * Posts whose worker died while sending: due again where sending twice does no harm and it was less than a minute ago,
   * unknown elsewhere.
   */
  releasePosts(
    now: Moment,
    deduplicating: readonly Tenant["platform"][],
    platforms?: readonly Tenant["platform"][],
  ): Promise<number>;
  claimReminders(now: Moment, leaseUntil: Moment, most: number): Promise<Reminder[]>;
  /** Drafts that nobody touched since then. Returns how many went. */
  expireDrafts(before: Moment): Promise<number>;
  expireReadings(before: Moment): Promise<number>;
  /** Asks one cheap question, once. Throws a `StoreError` that says why the store cannot be read now. */
  ping(): Promise<void>;
  /** Writes something and takes it back. Throws a `StoreError` that says why nothing can be kept. */
  tryWrite(): Promise<void>;
  /** Encrypts every installation anew with the first key. Returns how many. */
  rotateKeys(): Promise<number>;
  close(): Promise<void>;
};
