import type { PlainDate } from "#pricing";
import type { Advisor } from "../../advice/advise.ts";
import type { Answers } from "../../checklist/answers.ts";
import { recheckAction } from "../../outbox/card-actions.ts";
import { cardsLeft } from "../../outbox/post-body.ts";
import { type Basis, basisOf } from "../../purchase/basis.ts";
import type { FactsOn } from "../../purchase/facts-used.ts";
import { digestOf } from "../../quantity/digest.ts";
import type { Block } from "../../screen/screen.ts";
import {
  type Aged,
  type AgingLine,
  type Decision,
  type Moment,
  type NewPost,
  nobody,
  type Post,
  type Tenant,
} from "../../store/rows.ts";
import type { Store } from "../../store/store.ts";
import { teamOf } from "../../store/team.ts";
import { agingMessages as words } from "./aging-messages.ts";
import { type Ahead, type Announced, announcedFor } from "./announced.ts";
import { aheadBlocks, changeBlocks } from "./blocks.ts";
import { stateOf } from "./changes.ts";
import { compare } from "./compare.ts";

/** What is known on the day of a look: its advisor, its facts, and what is announced. */
export type Today = { advisor: Advisor; facts: FactsOn; ahead: Ahead };

export type LookPorts = {
  store: Store;
  /**
   * What the facts of `day`, with what the tenant read again, make of answers, with readings as fresh as on `then`; or why that
   * cannot be said now.
   */
  evaluate: (answers: Answers, day: PlainDate, then: PlainDate, tenant: Tenant) => Promise<Basis | { problem: string }>;
  now: () => Moment;
};

/** What came of a look. `same`: nothing to do. `later`: it could not be evaluated now. */
export type Looked = "same" | "evaluated" | "told" | { later: string };

/**
 * Whether anything of a decision may have to be told: a fact that matters to it is another one than when it was last evaluated,
 * or something is announced that was not told. Cheap: nothing is evaluated for it.
 */
export function isSuspect({ basis, aged }: AgingLine, { facts, ahead }: Today): boolean {
  if (basis === null) return true;
  const known = aged?.facts ?? basis.facts;
  for (const fact in known) if (facts(fact) !== known[fact]) return true;
  return untold(basis, aged, ahead).length > 0;
}

/** Looks at one decision, and tells the threads of its cards what they have to know. Once for each state of the facts. */
export async function lookAgain(line: AgingLine, today: Today, ports: LookPorts): Promise<Looked> {
  const { store, now } = ports;
  const tenant = store.of(line.tenant);
  // Nothing is told, and nothing counts as told, where no card stands.
  const cards = cardsLeft(await tenant.posts(line.id)).filter(({ reference }) => reference !== null);
  const decision = cards.length === 0 ? null : await tenant.decision(line.id);
  if (decision === null || decision.supersededBy !== null || decision.by === nobody) return "same";
  const basis = line.basis ?? (await fill(decision, today, ports, line.tenant));
  const found = await find(decision, { ...line, basis }, today, ports);
  if ("later" in found) return found;
  const posts = found.says.flatMap((each) => cards.map((card) => replyTo(card, decision, each)));
  const kept = await tenant.keepAged(decision.id, found.aged, posts, now());
  return !kept ? "same" : posts.length > 0 ? "told" : "evaluated";
}

type Says = { key: string; title: string; blocks: Block[] };

async function find(
  decision: Decision,
  { basis, aged, tenant }: AgingLine & { basis: Basis },
  today: Today,
  ports: LookPorts,
): Promise<{ says: Says[]; aged: Aged } | { later: string }> {
  const announced = untold(basis, aged, today.ahead);
  const ahead = [...(aged?.ahead ?? []), ...announced.map(({ key }) => key)];
  const says: Says[] = announced.length === 0 ? [] : [aheadSays(announced)];
  const known = aged?.facts ?? basis.facts;
  if (Object.entries(known).every(([fact, digest]) => today.facts(fact) === digest))
    return { says, aged: { facts: known, heard: aged?.heard ?? null, ahead } };
  const present = await ports.evaluate(decision.answers, today.advisor.market.asOf, basis.on, tenant);
  if ("problem" in present) return { later: present.problem };
  const then = aged?.heard ?? basis;
  const changes = compare(then, present, (await teamOf(tenant, ports)).moneyShare);
  const facts = factsNow(basis, present, today);
  if (changes === null) return { says, aged: { facts, heard: aged?.heard ?? null, ahead } };
  const blocks = changeBlocks(changes, then, present, today.advisor.market);
  const told = {
    key: `changed:${stateOf(changes)}`,
    title: aged?.heard == null ? words.changed : words.changedAgain,
    blocks,
  };
  return { says: [told, ...says], aged: { facts, heard: present, ahead } };
}

/** The facts to watch from now on: those it was decided on, and those that today's outcome rests on. */
function factsNow(basis: Basis, present: Basis, { facts }: Today): Aged["facts"] {
  const watched = [...new Set([...Object.keys(basis.facts), ...Object.keys(present.facts)])].sort();
  return Object.fromEntries(watched.map((fact) => [fact, facts(fact)]));
}

function untold(basis: Basis, aged: Aged | null, ahead: Today["ahead"]): Announced[] {
  return announcedFor(aged?.heard ?? basis, ahead).filter(({ key }) => !aged?.ahead.includes(key));
}

function aheadSays(announced: readonly Announced[]): Says {
  return {
    key: `ahead:${digestOf(announced.map(({ key }) => key))}`,
    title: words.ahead,
    blocks: aheadBlocks(announced),
  };
}

/** In the name of who decided: whoever that is can post it again where it did not arrive. */
function replyTo({ channel }: Pick<Post, "channel">, { id, by }: Decision, { key, title, blocks }: Says): NewPost {
  return {
    key: `${id}:${key}:${channel}`,
    decision: id,
    channel,
    owner: by,
    body: { kind: "reply", title, blocks, actions: [recheckAction(id)] },
    repeatable: false,
  };
}

/** What an older program kept, with facts of which nobody knows how they were: it is evaluated once. */
async function fill(
  { id, result, answers }: Decision,
  { advisor }: Today,
  { store }: LookPorts,
  tenant: Tenant,
): Promise<Basis> {
  const basis = basisOf(result, answers, advisor, () => "");
  await store.of(tenant).keepBasis(id, basis);
  return basis;
}
