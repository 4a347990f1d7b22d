import type { Result } from "../advice/result.ts";
import type { Answers } from "../checklist/answers.ts";
import type { QuestionId, Route } from "../checklist/ids.ts";
import type { LocalReading } from "../market/local-readings.ts";
import type { Summary } from "../present/decision-name.ts";
import type { Basis } from "../purchase/basis.ts";
import type { Values } from "../screen/screen.ts";
import type { Holding } from "../team/holding.ts";
import type { KeptReminder } from "../team/schedule.ts";
import type { Bought } from "./bought.ts";
import type { Reason } from "./reason.ts";

/** The name of the adapter whose people these are. The store has no list of them: an adapter brings its own name along. */
export type Platform = string;

/** A workspace of Slack, a guild or a direct message of Discord, a terminal: whose data it is. Nothing crosses tenants. */
export type Tenant = { platform: Platform; id: string };

/** A moment, in milliseconds since 1970. Given by whoever calls: the core has no clock. */
export type Moment = number;

/**
 * Answers so far, and the questions that the person wants to ask somebody. Where one stands follows from it. `typed`: what
 * was typed on a page that was left, is right, and makes no answer yet, such as three parts of four. `line`: what was understood
 * of the one line it began with, and what was not, until the conversation has gone on.
 */
export type Draft = {
  answers: Answers;
  asking: readonly QuestionId[];
  typed?: Values;
  line?: { understood: readonly { question: QuestionId; words: string; value: string }[]; left: readonly string[] };
};

export const emptyDraft: Draft = { answers: {}, asking: [] };

/** Whether nothing would be lost with it. */
export function isEmptyDraft({ answers, typed = {} }: Draft): boolean {
  return Object.keys(answers).length === 0 && Object.keys(typed).length === 0;
}

/** Somebody's conversation. A person has one in each tenant. */
export type DraftRow = {
  id: string;
  owner: string;
  draft: Draft;
  /** Grows with every write; a write that does not know the last one is refused. */
  revision: number;
  catalogue: string;
  /** The decision that this one is to take the place of. */
  supersedes: string | null;
  /** The page last shown. Only remembered: where one stands follows from the answers. */
  page: string;
  updatedAt: Moment;
};

/** What was decided, by whom, and on which facts. Only its name is ever changed; a later one supersedes it. */
export type Decision = {
  id: string;
  /** What people call it. Null for what was kept before decisions had names. */
  summary: Summary | null;
  /** The draft it came from and that draft's revision: the same pair never decides twice. */
  draft: string;
  revision: number;
  route: Route | null;
  complete: boolean;
  answers: Answers;
  result: Result;
  catalogue: string;
  /** Ids of every row and connection that the result used. */
  rows: string[];
  connections: string[];
  by: string;
  at: Moment;
  supersededBy: string | null;
  /** What those who may approve said of it, and null until enough of them did. It is about this decision as it stands. */
  verdict: Verdict | null;
  /** Who may see it besides its author: the people of these channels. Nobody where there are none. */
  audience: AudienceChannel[];
};

export type Verdict = "approved" | "declined";

/** A channel whose people may see a decision. `open`: it is known that everybody in the tenant can read there. */
export type AudienceChannel = { channel: string; open: boolean };

/** Who wants to see decisions, and the channels in which they are, as far as a platform said so. */
export type Viewer = { person: string; channels: readonly string[] };

/** What stands where a person was, in what the team keeps of somebody who was forgotten. */
export const nobody = "(forgotten)";

/** A decision in a list: without its answers and its result. */
export type DecisionLine = Pick<
  Decision,
  "id" | "summary" | "route" | "complete" | "catalogue" | "by" | "at" | "supersededBy" | "verdict"
>;

/** What is known of how a decision has aged. */
export type Aged = {
  /** Every fact that matters to it, as it was when it was last evaluated: while they are so, nothing is to be done. */
  facts: Record<string, string>;
  /** What its threads were last told that it comes to; null: nothing since it was decided. */
  heard: Basis | null;
  /** The keys of the announced changes that were told. */
  ahead: string[];
};

/**
 * A decision as it is looked at every day. `basis`: null where an older program kept it. `aged`: null where nothing was found
 * of it yet.
 */
export type AgingLine = { tenant: Tenant; id: string; basis: Basis | null; aged: Aged | null };
/** A decision that holds, with what it buys for each budget; null for one that was kept before purchases were. */
export type CurrentDecision = DecisionLine & { bought: Bought[] | null };

type PostState = "waiting" | "sending" | "sent" | "unknown" | "parked" | "dropped";

/**
 * Something to be posted. `key` is unique in its tenant: what is asked for twice is posted once. `thread`: into which thread
 * of the channel a card goes, by the id of its platform; without one, it stands by itself. `repeatable`: sending it twice
 * does no harm, as with a change or a deletion of what stands there.
 */
export type NewPost = {
  key: string;
  decision: string;
  channel: string;
  thread?: string | null;
  owner: string;
  body: unknown;
  repeatable: boolean;
  /** Milliseconds until it is due: so that what matters more comes before it. At once unless given. */
  after?: number;
};

export type Post = Omit<NewPost, "after"> & {
  tenant: Tenant;
  thread: string | null;
  state: PostState;
  /** How often it was tried; a try that is under way is not counted yet. */
  tries: number;
  dueAt: Moment;
  /** What the platform calls the message, once it is there. */
  reference: string | null;
  /** Why it waits, is parked or unknown. */
  reason: Reason | null;
};

/** A post that a worker has taken. */
export type ClaimedPost = Post & {
  /** Grows with every claim: a worker whose claim is over cannot speak for the next one. */
  claim: number;
  /** Since when the post may stand in its channel, as sending began and nobody heard how it ended. Null: it does not. */
  beganAt: Moment | null;
};

/** A channel of a tenant: posts go into one of them in order. */
export type Channel = { tenant: Tenant; channel: string };

/** What a team holds. `by`: who recorded it. `revision` grows with every write, as with a draft. */
export type HoldingRow = { id: string; holding: Holding; by: string; revision: number; updatedAt: Moment };

/** A holding that a worker looks at, with what became of its reminders. `claim` grows with every claim and every change. */
export type ClaimedHolding = HoldingRow & { tenant: Tenant; reminders: KeptReminder[]; claim: number };

/** How a workspace lets us in. `token` is encrypted by the store and never leaves it in a log or a list. */
export type Installation = { token: string; details: unknown; updatedAt: Moment };

/** What somebody is reading page by page, where a button cannot carry what they asked for. Kept for a day. */
export type KeptReading = { id: string; owner: string; reading: string; at: Moment };

/**
 * One question of the checklist that somebody was asked by direct message. `draft`: into which their answer flows; it is no
 * longer there once its author has decided.
 */
export type AskedQuestion = {
  id: string;
  person: string;
  by: string;
  question: QuestionId;
  draft: string;
  at: Moment;
  answered: boolean;
};

/** An item of "verify before you pay" that somebody ticked. */
export type Tick = { item: string; person: string; at: Moment };

/**
 * What was read again here of the catalogue's facts. `owner`: who of the team looked; null where our program did. The last
 * one of a fact is kept.
 */
export type FactReading = LocalReading & { owner: string | null; at: Moment };

/** Whose readings count for everybody on this installation: those of our program. No platform has this name. */
export const installation: Tenant = { platform: "aicost", id: "installation" };

export type AuditEntry = { at: Moment; actor: string; action: string; subject: string; details: unknown };

/** A page of a list, and where the next one begins; null at the end. */
export type Page<T> = { items: T[]; next: string | null };
