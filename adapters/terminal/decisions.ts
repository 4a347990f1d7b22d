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
    if (next === null) return { misuse: `There are only ${at} pages.` };
    after = next;
  }
  const { items, next } = await listed(sides, store, onAPage, after, of);
  if (items.length === 0)
    return {
      text: of === everyDecision ? "No decision is kept yet. npm start begins a conversation." : "No decision matches.",
    };
  const more = next === null ? "" : `Page ${page}. --page ${page + 1} shows older ones. `;
  const words = `${more}decisions show NAME tells more of one, with --details all of it.`;
  return { text: renderBlocks([decisionTable(items), { block: "quiet", text: words }], layout).trimStart() };
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
  return { text: `Renamed: ${clean(nameOf({ ...found, summary }))}.` };
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
        ? `"${words}" matches ${lines.length} decisions. Add the owner or the day: ${lines.slice(0, mostNamed).map(nameOf).join("; ")}.`
        : `No decision matches "${words}". npm start -s -- decisions lists them.`,
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
      : [...lookUpCard(answers, advisor), { block: "quiet" as const, text: "Add --details for all that led there." }]),
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
    { label: "Decision", value: name },
    { label: "Cost", value: money || "Not known" },
    { label: "Owner", value: owner || "Not named" },
    { label: "State", value: stateWords[stateOf(decision)] },
    { label: "Vendor", value: vendor || "None yet" },
    { label: "Day", value: dayOf(decision.at) },
  ];
}
