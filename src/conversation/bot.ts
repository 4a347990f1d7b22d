import type { Advisor } from "../advice/advise.ts";
import type { TokenCounter } from "../estimate/tokens/counted.ts";
import { redrawWithout } from "../outbox/redraw.ts";
import type { Block, Event } from "../screen/screen.ts";
import type { Decision, Draft, DraftRow, Moment, Tenant } from "../store/rows.ts";
import { emptyDraft, isEmptyDraft } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { converse, type Turn } from "./converse.ts";
import { cardOf, decideOn, type Thread } from "./decide.ts";
import { beside } from "./measured-draft.ts";
import { noticeMessages as words } from "./notice-messages.ts";
import { decidedAlready, somebodyElses, startAgain } from "./notices.ts";
import { ended, type Reply, replyOf, withChoice } from "./reply.ts";
import type { Standing } from "./standing.ts";
import { newTicket, readTicket, type Ticket } from "./ticket.ts";
import { countPasted } from "./workload/paste.ts";

/** Who acts, and where. Stands beside every event, never inside it. */
export type Who = { tenant: Tenant; person: string };

/** What the bot needs from outside. */
export type BotPorts = {
  store: Store;
  /** The advisor on today's catalogue, with what a tenant read again; without one, with what is the same for everybody. */
  advisor: (tenant?: Tenant) => Advisor;
  now: () => Moment;
  newId: () => string;
  counter: () => Promise<TokenCounter>;
  /** Whether cards get a picture. Left out: they do not. */
  pictures?: boolean;
};

/** The conversation as every adapter holds it: kept between clicks, between processes, and safe against late and foreign ones. */
export type Bot = {
  /** The step at which a person's conversation stands, or null when there is none. */
  waiting(who: Who): Promise<string | null>;
  /** The first page, for whoever has no conversation yet. Nothing is read or kept: it can be shown at once. */
  first(): Reply;
  /** Goes on where the person stopped; or, `fresh`, begins anew. */
  begin(who: Who, fresh: boolean): Promise<Reply>;
  /**
   * Begins with a draft of answers. Where a conversation with answers of its own waits, it is left as it is, and only the step at
   * which it waits is told; unless `fresh`: then it gives way, or, `beside`, it goes on with them.
   */
  beginWith(who: Who, draft: Draft, fresh: boolean | "beside"): Promise<Reply | { waits: string }>;
  act(who: Who, ticket: string, event: Event): Promise<Reply>;
  /**
   * Keeps the recommendation and posts it to these channels, or into a thread of one, once, whatever is pressed twice.
   * `open`: those of them that everybody in the tenant can read.
   */
  decide(
    who: Who,
    ticket: string,
    channels: readonly string[],
    where?: { open?: readonly string[]; within?: Thread | null },
  ): Promise<{ decision: Decision; fresh: boolean } | Reply>;
  /** A new conversation that begins with the answers of a decision that its author, who alone may, puts in its place. */
  revise(who: Who, decision: Decision): Promise<Reply>;
  /** The recommendation as it would be posted in a tenant. */
  card(standing: Standing, tenant: Tenant): { title: string; blocks: Block[] };
  forget(who: Who): Promise<void>;
};

export function createBot({ store, advisor, now, newId, counter, pictures = false }: BotPorts): Bot {
  const firsts = new WeakMap<Advisor, Reply>();
  const started = (tenant: Tenant, draft: Draft) => converse(advisor(tenant), draft, { event: "start" });

  /** The same for everybody, and asked for more often than anything else. */
  function first(): Reply {
    const today = advisor();
    const known = firsts.get(today);
    if (known !== undefined) return known;
    const turn = converse(today, emptyDraft, { event: "start" });
    const reply = { screen: turn.screen, ticket: newTicket(turn.screen.id), standing: turn, notice: null };
    firsts.set(today, reply);
    return reply;
  }

  /** Shows a turn; what changed is kept first, and a faster writer wins. */
  async function keep(
    who: Who,
    row: DraftRow | null,
    known: number,
    turn: Turn,
    more: Partial<DraftRow> = {},
    anew = false,
  ): Promise<Reply> {
    const revision = known + 1;
    const next: DraftRow = {
      id: row?.id ?? newId(),
      owner: who.person,
      supersedes: row?.supersedes ?? null,
      ...more,
      draft: turn.draft,
      revision,
      catalogue: advisor(who.tenant).market.catalogue.version,
      page: turn.screen.id,
      updatedAt: now(),
    };
    const written = await store.of(who.tenant).saveDraft(next, known, anew);
    if ("saved" in written) return replyOf(next, turn, null);
    if (written.conflict === null) return ended(startAgain);
    // A first page was answered that knew of no conversation: pressed twice it is the same, else one has waited.
    const same = JSON.stringify(written.conflict.draft) === JSON.stringify(turn.draft);
    return known === 0 && !same
      ? withChoice(current(who, written.conflict, words.waited))
      : current(who, written.conflict, words.meanwhile);
  }

  function current({ tenant }: Who, row: DraftRow, notice: string | null): Reply {
    return replyOf(row, started(tenant, row.draft), notice);
  }

  /** The draft behind a ticket, or what to show instead of acting on it. */
  async function behind(who: Who, text: string): Promise<{ ticket: Ticket; row: DraftRow | null } | Reply> {
    const ticket = readTicket(text);
    if (ticket === null) return ended(startAgain);
    // A first page was shown without keeping anything: its row begins with what is done on it.
    if (ticket.revision === 0) return { ticket, row: null };
    const row = await store.of(who.tenant).draft(ticket.draft);
    if (row === null) {
      const decision = await store.of(who.tenant).decisionFrom(ticket.draft, ticket.revision);
      return ended(decision === null ? startAgain : decidedAlready(decision.by === who.person ? decision : null));
    }
    if (row.owner !== who.person) return ended(somebodyElses);
    return row.revision === ticket.revision ? { ticket, row } : current(who, row, words.meanwhile);
  }

  return {
    async waiting(who) {
      const row = await store.of(who.tenant).draftOf(who.person);
      return row === null ? null : (started(who.tenant, row.draft).screen.step?.name ?? null);
    },

    first,

    async begin(who, fresh) {
      const row = await store.of(who.tenant).draftOf(who.person);
      const { version } = advisor(who.tenant).market.catalogue;
      if (row !== null && !fresh) return current(who, row, row.catalogue === version ? null : words.newCatalogue);
      if (row === null) return first();
      return keep(who, row, row.revision, started(who.tenant, emptyDraft), { supersedes: null }, true);
    },

    async beginWith(who, draft, fresh) {
      const row = await store.of(who.tenant).draftOf(who.person);
      const turn = started(who.tenant, row !== null && fresh === "beside" ? beside(row.draft, draft) : draft);
      if (row === null) return keep(who, null, 0, turn);
      // Sent twice, it is the same.
      if (JSON.stringify(row.draft) === JSON.stringify(turn.draft)) return current(who, row, null);
      if (!fresh && !isEmptyDraft(row.draft)) return { waits: current(who, row, null).screen.step?.name ?? "" };
      if (fresh === "beside") return keep(who, row, row.revision, turn);
      return keep(who, row, row.revision, turn, { supersedes: null }, true);
    },

    async act(who, text, event) {
      const found = await behind(who, text);
      if ("screen" in found) return found;
      const { row } = found;
      const draft = row?.draft ?? emptyDraft;
      const typed = "values" in event ? event.values : undefined;
      const counted: Event =
        typed === undefined ? event : ({ ...event, values: await countPasted(draft, typed, counter) } as Event);
      const turn = converse(advisor(who.tenant), draft, counted);
      // Looking back and forth changes nothing that would have to be kept.
      if (JSON.stringify(turn.draft) === JSON.stringify(draft))
        return row === null ? { ...first(), screen: turn.screen } : replyOf(row, turn, null);
      return keep(who, row, row?.revision ?? 0, turn);
    },

    async decide(who, text, channels, { open = [], within = null } = {}) {
      const ticket = readTicket(text);
      // The second press of a button finds the draft gone and its decision there.
      const before = ticket && (await store.of(who.tenant).decisionFrom(ticket.draft, ticket.revision));
      if (before && before.by === who.person) return { decision: before, fresh: false };
      const found = await behind(who, text);
      if ("screen" in found) return found;
      const { row } = found;
      if (row === null) return ended(startAgain);
      return decideOn(row, who, { channels, open, within }, advisor(who.tenant), { store, now, newId, pictures });
    },

    async revise(who, decision) {
      const row = await store.of(who.tenant).draftOf(who.person);
      const draft = { answers: decision.answers, asking: [] };
      // Who did not make it may begin with its answers, but not put something else in its place.
      const supersedes = decision.by === who.person ? decision.id : null;
      return keep(who, row, row?.revision ?? 0, started(who.tenant, draft), { supersedes }, true);
    },

    card: (standing, tenant) => cardOf(standing, advisor(tenant)),

    forget({ tenant, person }) {
      const at = now();
      return store.of(tenant).forgetPerson(person, at, (posts) => redrawWithout(person, posts, at));
    },
  };
}
