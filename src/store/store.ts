import type { Summary } from "../present/decision-name.ts";
import type { Basis } from "../purchase/basis.ts";
import type { AgingOfTenant, DailyPass } from "./aging-store.ts";
import type { TenantAudiences } from "./audience.ts";
import type { DecisionFilter } from "./decision-filter.ts";
import type { HoldingWork, TenantHoldings } from "./holdings.ts";
import type { TenantLink } from "./link.ts";
import type { Outbox } from "./outbox.ts";
import type {
  AskedQuestion,
  AuditEntry,
  Channel,
  ClaimedPost,
  CurrentDecision,
  Decision,
  DecisionLine,
  DraftRow,
  FactReading,
  Installation,
  KeptReading,
  Moment,
  NewPost,
  Page,
  Platform,
  Post,
  Tenant,
  Tick,
  Verdict,
  Viewer,
} from "./rows.ts";
import type { Settled } from "./settled.ts";

/** `summary` may be left out: then it has no name of its own. `basis`: what it came to and rests on, for later. */
export type NewDecision = Omit<Decision, "supersededBy" | "summary" | "verdict"> &
  Partial<Pick<Decision, "summary">> & { basis?: Basis };

/** What came of a write that expected a revision: it is kept, or somebody was faster and this is the state now. */
export type Saved = { saved: DraftRow } | { conflict: DraftRow | null };

/** What is kept when somebody approves or declines: the verdict from now on, what is posted, and the note of it. */
export type Judgement = { verdict: Verdict | null; posts: readonly NewPost[]; note: AuditEntry };

/** A setting of a tenant. */
export type KeptSetting = { tenant: Tenant; name: string; value: unknown };

/** What is kept for one tenant. Every question names the tenant by being asked here. */
export type TenantStore = TenantHoldings &
  AgingOfTenant &
  TenantAudiences &
  TenantLink & {
    /** The current draft of a person. */
    draftOf(owner: string): Promise<DraftRow | null>;
    draft(id: string): Promise<DraftRow | null>;
    /**
     * Writes the draft of its owner if the one that is kept has the revision `known`; 0 is "none yet". `anew`: it begins anew, so
     * what others were asked for it is not open any more.
     */
    saveDraft(row: DraftRow, known: number, anew?: boolean): Promise<Saved>;

    /**
     * Keeps a decision and its posts, notes in the audit that it was made and for which channels, and ends the draft, all or
     * nothing. The same draft and revision again keep nothing new and give the decision that is there.
     */
    decide(
      decision: NewDecision,
      posts: readonly NewPost[],
      supersedes?: string,
    ): Promise<{ decision: Decision; fresh: boolean }>;
    /** Whoever shows it to somebody asks `maySee` first. */
    decision(id: string): Promise<Decision | null>;
    /** The decision that a draft ended in, at that revision. */
    decisionFrom(draft: string, revision: number): Promise<Decision | null>;
    /** Those that this person may see, the newest first. `after` is where the page before ended. */
    decisions(viewer: Viewer, most: number, after?: string, filter?: DecisionFilter): Promise<Page<DecisionLine>>;
    /** Of those the ones that hold, with what they buy: nothing took their place, and nobody declined them. */
    current(viewer: Viewer, most: number, after?: string): Promise<Page<CurrentDecision>>;
    /**
     * Decisions that ended before a moment go, with all that is kept of them: something newer took their place, or they were
     * declined. One of which something is on its way stays. Returns how many went.
     */
    expireDecisions(before: Moment): Promise<number>;
    /** What a decision is called from now on. Nothing happens to one that is not there. */
    rename(decision: string, summary: Summary): Promise<void>;
    /** The decision whose place this one took. */
    predecessor(decision: string): Promise<string | null>;

    /**
     * Says something of a decision. `judge` is given how it stands while nobody else can judge it, and gives what is to be kept
     * and posted, all or nothing; null: nothing. Gives what it gave; null also where there is no such decision.
     */
    judge(
      decision: string,
      judge: (decision: Decision, posts: readonly Post[], ticks: readonly Tick[]) => Judgement | null,
      now: Moment,
    ): Promise<Judgement | null>;
    /** Ticks an item of a decision, or takes the tick away; what is ticked already keeps who ticked it first. */
    tick(decision: string, tick: Tick, ticked: boolean): Promise<void>;
    ticks(decision: string): Promise<Tick[]>;

    /** Keeps a question to somebody and posts it, all or nothing; an id that is there already changes nothing. */
    askPerson(asked: AskedQuestion, posts: readonly NewPost[], now: Moment): Promise<void>;
    asked(id: string): Promise<AskedQuestion | null>;
    /** The questions that this person asked and nobody has answered yet. */
    unanswered(by: string): Promise<AskedQuestion[]>;
    /** A question is answered, once: these posts say so. False where it was answered before, or is not there. */
    settleAsked(id: string, posts: readonly NewPost[], now: Moment): Promise<boolean>;

    /** More posts for what was decided, such as an update; a key that is there already changes nothing. */
    enqueue(posts: readonly NewPost[], now: Moment): Promise<void>;
    posts(decision: string): Promise<Post[]>;
    post(key: string): Promise<Post | null>;
    /** The newest hundred posts that need somebody's eyes: parked, or with an outcome that nobody knows. `owner`: only theirs. */
    troubled(owner?: string): Promise<Post[]>;
    /** Puts a troubled post back into the queue, by the word of a person who looked, and what waits for it with it. */
    retry(key: string, now: Moment): Promise<boolean>;
    /**
     * A post stands in its channel, as somebody showed who pressed a button on it: it is sent, with this reference, unless
     * one is known already. What waited for it is due again.
     */
    arrived(key: string, reference: string, now: Moment): Promise<boolean>;

    setting(name: string): Promise<unknown>;
    set(name: string, value: unknown): Promise<void>;

    install(installation: Installation): Promise<void>;
    installation(): Promise<Installation | null>;

    keepReading(reading: KeptReading): Promise<void>;
    /** What this person was reading; null when it is not kept any more, or is somebody else's. */
    keptReading(id: string, owner: string): Promise<string | null>;

    /** Takes the place of the last one of that fact, unless that one is of a later moment. */
    keepFactReading(reading: FactReading): Promise<void>;
    /** Oldest first. */
    factReadings(): Promise<FactReading[]>;

    note(entry: AuditEntry): Promise<void>;
    audit(most: number): Promise<AuditEntry[]>;

    /**
     * Everything of one person: drafts, what was to be said to them alone, and the decisions that nobody else ever saw go; other
     * decisions, holdings, posts and notes stay without the name, also where they were picked in an answer. `redraw`: what is to be posted of it, from the posts of all decisions that the person had
     * to do with, as they were before. All or nothing.
     */
    forgetPerson(person: string, now: Moment, redraw: (posts: readonly Post[]) => readonly NewPost[]): Promise<void>;
    /** Everything of the tenant, as after an uninstall. */
    forget(): Promise<void>;
  };

/** What workers do across tenants, and the door to each tenant. */
export type Store = HoldingWork &
  DailyPass & {
    of(tenant: Tenant): TenantStore;
    /**
     * Takes due posts of these platforms for one worker until `leaseUntil`; no post is ever given to two. A channel gives its
     * oldest due post, unless it rests or one of its posts is being sent; tenants take turns, and so do their channels.
     */
    claimPosts(
      now: Moment,
      leaseUntil: Moment,
      most: number,
      platforms: readonly Platform[],
      resting?: readonly Channel[],
    ): Promise<ClaimedPost[]>;
    /**
     * Writes down that sending begins, and keeps the post for its worker until `leaseUntil`. False when the post is no longer
     * this worker's: it must not be sent.
     */
    beginPost(post: ClaimedPost, now: Moment, leaseUntil: Moment): Promise<boolean>;
    /** Says how a claimed post ended. False when the post is no longer this worker's: nothing was written. */
    settle(post: ClaimedPost, settled: Settled): Promise<boolean>;
    /**
     * Puts posts of these platforms back into the queue whose worker let its lease run out. Since when they may have been
     * posted is kept with them. Returns how many.
     */
    releasePosts(now: Moment, platforms: readonly Platform[]): Promise<number>;
    /** What is in the outbox for these platforms. */
    outbox(platforms: readonly Platform[]): Promise<Outbox>;
    /** Drafts that nobody touched since then. Returns how many went. */
    expireDrafts(before: Moment): Promise<number>;
    expireReadings(before: Moment): Promise<number>;
    /** The settings of these names that these tenants keep. */
    settings(tenants: readonly Tenant[], names: readonly string[]): Promise<KeptSetting[]>;
    /** Every tenant that keeps a setting of this name. */
    tenantsWith(setting: string): Promise<Tenant[]>;
    /** What our program and the teams of this installation read again, oldest first: for who looks after the catalogue. */
    allFactReadings(): Promise<(FactReading & { tenant: Tenant })[]>;
    /** How many of the newest decisions, whosever, used each row, by its id, and each connection, as `from>to`. */
    usedFacts(most: number): Promise<Map<string, number>>;
    /** Asks one cheap question, once. Throws a `StoreError` that says why the store cannot be read now. */
    ping(): Promise<void>;
    /** Writes something and takes it back. Throws a `StoreError` that says why nothing can be kept. */
    tryWrite(): Promise<void>;
    /** Encrypts every installation anew with the first key. Returns how many. */
    rotateKeys(): Promise<number>;
    close(): Promise<void>;
  };
