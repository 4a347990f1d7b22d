import type { Generated } from "kysely";
import type { Platform } from "#core";

type Owned = { platform: Platform; tenant: string };

/** The tables as they are in both databases. Moments are milliseconds; what has no columns of its own is JSON as text. */
export type Tables = {
  migrations: { version: number; at: number };
  tenants: Owned & { since: number };
  drafts: Owned & {
    id: string;
    owner: string;
    draft: string;
    revision: number;
    catalogue: string;
    supersedes: string | null;
    page: string;
    updated_at: number;
  };
  decisions: Owned & {
    id: string;
    draft: string;
    revision: number;
    route: string | null;
    complete: number;
    answers: string;
    result: string;
    catalogue: string;
    used_rows: string;
    used_connections: string;
    made_by: string;
    made_at: number;
    superseded_by: string | null;
    verdict: string | null;
    used: string | null;
    words: Generated<string>;
    owners: Generated<string>;
    vendors: Generated<string>;
    month: number | null;
  };
  ticks: Owned & { decision: string; item: string; person: string; at: number };
  asked: Owned & {
    id: string;
    person: string;
    made_by: string;
    question: string;
    draft: string;
    at: number;
    answered: number;
  };
  checks: Owned & { decision: string; state: string };
  passes: {
    name: string;
    facts: string;
    day: string;
    place: string;
    done: number;
    claim: number;
    lease_until: number | null;
  };
  /** What a decision buys, apart from its long row: sums read it of all of them. */
  purchases: Owned & { decision: string; bought: string };
  /** Both sides of a link have a row. */
  links: Owned & { other_platform: Platform; other_tenant: string; made_by: string; made_at: number };
  link_codes: Owned & { code: string; made_by: string; until: number };
  link_tries: Owned & { at: number };
  audiences: Owned & { decision: string; channel: string; open: number };
  posts: Owned & {
    key: string;
    decision: string;
    channel: string;
    thread: string | null;
    owner: string;
    body: string;
    repeatable: number;
    state: string;
    tries: number;
    due_at: number;
    claim: number;
    lease_until: number | null;
    began_at: number | null;
    reference: string | null;
    reason: string | null;
  };
  holdings: Owned & {
    id: string;
    holding: string;
    kept_by: string;
    revision: number;
    updated_at: number;
    look_at: number;
    looked_at: number;
    claim: number;
    lease_until: number | null;
  };
  reminders: Owned & { holding: string; key: string; state: string; again: number | null };
  readings: Owned & { id: string; owner: string; reading: string; at: number };
  fact_readings: Owned & {
    fact: string;
    owner: string | null;
    day: string;
    says: string;
    evidence: string;
    value: string | null;
    at: number;
  };
  settings: Owned & { name: string; value: string };
  installations: Owned & { token: string; details: string; updated_at: number };
  audit: Owned & { id: string; at: number; actor: string; action: string; subject: string; details: string };
};
