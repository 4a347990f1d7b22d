import { maySee } from "../store/audience.ts";
import { type DecisionFilter, everyDecision } from "../store/decision-filter.ts";
import type { CurrentDecision, Decision, DecisionLine, Page, Tenant, Viewer } from "../store/rows.ts";
import type { Store } from "../store/store.ts";

/** A tenant of a team, and as whom somebody sees its decisions. */
export type Side = { tenant: Tenant; viewer: Viewer };

/** Something with the tenant that it is of. */
export type Sided<T> = T & { tenant: Tenant };

/**
 * Somebody of another tenant: they see what everybody there may see. No id of theirs is given, as the same one may be
 * somebody else's there.
 */
const outsider: Viewer = { person: "", channels: [] };

/** The tenants whose decisions somebody may see: their own first, then the one that it is linked with. */
export async function sidesOf(tenant: Tenant, viewer: Viewer, store: Store): Promise<Side[]> {
  const link = await store.of(tenant).link();
  return [{ tenant, viewer }, ...(link === null ? [] : [{ tenant: link.tenant, viewer: outsider }])];
}

/** The newest decisions of all sides as one list. `after` is where the page before ended: a place in time, the same for all. */
export function listed(
  sides: readonly Side[],
  store: Store,
  most: number,
  after?: string,
  filter?: DecisionFilter,
): Promise<Page<Sided<DecisionLine>>> {
  return merged(sides, most, ({ tenant, viewer }) => store.of(tenant).decisions(viewer, most, after, filter));
}

/** The same of what holds, with what it buys. */
export function current(
  sides: readonly Side[],
  store: Store,
  most: number,
  after?: string,
): Promise<Page<Sided<CurrentDecision>>> {
  return merged(sides, most, ({ tenant, viewer }) => store.of(tenant).current(viewer, most, after));
}

async function merged<T extends DecisionLine>(
  sides: readonly Side[],
  most: number,
  ask: (side: Side) => Promise<Page<T>>,
): Promise<Page<Sided<T>>> {
  const pages = await Promise.all(
    sides.map(async (side) => {
      const { items, next } = await ask(side);
      return { items: items.map((item) => ({ ...item, tenant: side.tenant })), next };
    }),
  );
  const all = pages
    .flatMap(({ items }) => items)
    .sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
  const items = all.slice(0, most);
  const last = items.at(-1);
  const more = all.length > most || pages.some(({ next }) => next !== null);
  return { items, next: more && last !== undefined ? `${last.at}.${last.id}` : null };
}

/** A decision that somebody may see, on whichever side it is; null where they see none of this id. */
export async function seen(
  sides: readonly Side[],
  store: Store,
  id: string,
): Promise<{ decision: Decision; side: Side } | null> {
  for (const side of sides) {
    const decision = await store.of(side.tenant).decision(id);
    if (decision !== null && maySee(decision, side.viewer)) return { decision, side };
  }
  return null;
}

/**
 * The decisions that words mean, the newest first: those whose id begins so, else those in whose name, money, owner, vendor or
 * day every word is found.
 */
export async function meant(
  sides: readonly Side[],
  store: Store,
  words: string,
  most: number,
): Promise<Sided<DecisionLine>[]> {
  if (/^[\w-]{4,64}$/.test(words)) {
    const begun = (await listed(sides, store, mostLookedThrough)).items.filter(({ id }) => id.startsWith(words));
    if (begun.length > 0) return begun.slice(0, most);
  }
  const asked = words.split(/[\s,]+/).filter((word) => word !== "");
  if (asked.length === 0) return [];
  return (await listed(sides, store, most, undefined, { ...everyDecision, words: asked })).items;
}

/** So many of the newest are looked through for the beginning of an id. */
const mostLookedThrough = 500;
