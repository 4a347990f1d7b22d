import {
  allBlocks,
  type Block,
  clean,
  type Decision,
  type DecisionFilter,
  dayOf,
  meant as decisionsMeant,
  decisionTable,
  everyDecision,
  listed,
  lookUpCard,
  lookUpDetails,
  nameOf,
  type Output,
  readName,
  type Side,
  type Store,
  seen,
  stateOf,
  stateWords,
  summaryOfLine,
  type Viewer,
} from "#core";
import { decisionMessages as messages } from "./kept-messages.ts";
import type { Layout } from "./lines.ts";
import { localUser } from "./local-user.ts";
import type { TerminalPorts } from "./ports.ts";
import { renderBlocks } from "./render.ts";

const onAPage = 50;

/** There are no channels here. */
const viewer: Viewer = { person: localUser.person, channels: [] };

/** One side: here is no other place to be linked with. */
const sides: Side[] = [{ tenant: localUser.tenant, viewer }];

/** The newest decisions, one line each. `of`: what narrows them; `page`: which fifty of them, from one on. */
export async function listDecisions(
  store: Store,
  layout: Layout,
  of: DecisionFilter = everyDecision,
  page = 1,
): Promise<Output> {
  let after: string | undefined;
  for (let at = 1; at < page; at++) {
    const { next } = await listed(sides, store, onAPage, after, of);
    if (next === null) return { misuse: messages.pages(at) };
    after = next;
  }
  const { items, next } = await listed(sides, store, onAPage, after, of);
  if (items.length === 0)
    return {
      text: of === everyDecision ? messages.none : messages.noMatch,
    };
  const hint = messages.hint(next === null ? null : page);
  return { text: renderBlocks([decisionTable(items), { block: "quiet", text: hint }], layout).trimStart() };
}

/**
 * One decision as it was made, then, and what its card says in today's words; with `details` all that led there. `show`: its
 * id, or part of its name.
 */
export async function showDecision(
  store: Store,
  { show, details }: { show: string; details: boolean },
  ports: TerminalPorts,
  layout: Layout,
): Promise<Output> {
  const found = await meant(store, show);
  return "misuse" in found
    ? found
    : { text: renderBlocks(await blocksOf(store, found, details, ports), layout).trimStart() };
}

/** Gives a decision another name. */
export async function renameDecision(store: Store, words: string, name: string, now: number): Promise<Output> {
  const found = await meant(store, words);
  if ("misuse" in found) return found;
  const read = readName(name);
  if ("problem" in read) return { misuse: read.problem };
  const tenant = store.of(localUser.tenant);
  const summary = { ...summaryOfLine(found), name: read.name };
  await tenant.rename(found.id, summary);
  await tenant.note({
    at: now,
    actor: localUser.person,
    action: "renamed",
    subject: found.id,
    details: { name: read.name },
  });
  return { text: messages.renamed(clean(nameOf({ ...found, summary }))) };
}

/** The one decision that words mean, or what is wrong with them. */
export async function meant(store: Store, words: string): Promise<Decision | { misuse: string }> {
  const tenant = store.of(localUser.tenant);
  const exact = await seen(sides, store, words);
  if (exact !== null) return exact.decision;
  const lines = await decisionsMeant(sides, store, words, mostSearched);
  const [line] = lines;
  const decision = line === undefined || lines.length > 1 ? null : await tenant.decision(line.id);
  if (decision !== null) return decision;
  return {
    misuse:
      lines.length > 1
        ? messages.several(words, lines.length, lines.slice(0, mostNamed).map(nameOf))
        : messages.noSuch(words),
  };
}

/** So many of a name are counted, and so many are named where words mean several. */
const mostSearched = 100;
const mostNamed = 3;

async function blocksOf(
  store: Store,
  decision: Decision,
  details: boolean,
  { openAdvisor }: TerminalPorts,
): Promise<Block[]> {
  // On the day it was made: what was known then, in the order in which it is read.
  const advisor = await openAdvisor(dayOf(decision.at));
  const { answers } = decision;
  return [
    { block: "facts", facts: factsOf(decision) },
    ...(details
      ? allBlocks(lookUpDetails(answers, advisor, await ticksOf(store, decision.id)))
      : [...lookUpCard(answers, advisor), { block: "quiet" as const, text: messages.moreDetails }]),
  ];
}

/** What of a decision's things to verify is ticked, and when. Nobody is named: here is one person. */
export async function ticksOf(store: Store, decision: string) {
  const ticks = await store.of(localUser.tenant).ticks(decision);
  return ticks.map(({ item, at }) => ({ item, person: null, on: dayOf(at) }));
}

/** What is told of a decision in a line each, without an id. */
function factsOf(decision: Decision): { label: string; value: string }[] {
  const { name, money, owner, vendor } = summaryOfLine(decision);
  return [
    { label: messages.facts.decision, value: name },
    { label: messages.facts.cost, value: money || messages.noCost },
    { label: messages.facts.owner, value: owner || messages.noOwner },
    { label: messages.facts.state, value: stateWords[stateOf(decision)] },
    { label: messages.facts.vendor, value: vendor || messages.noVendor },
    { label: messages.facts.day, value: dayOf(decision.at) },
  ];
}
