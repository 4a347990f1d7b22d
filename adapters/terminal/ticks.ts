import { dayOf, lookUpDetails, type Output, type Store } from "#core";
import { meant, ticksOf } from "./decisions.ts";
import { decisionMessages as words } from "./kept-messages.ts";
import type { Layout } from "./lines.ts";
import { localUser } from "./local-user.ts";
import type { TerminalPorts } from "./ports.ts";
import { renderBlocks } from "./render.ts";

/** Ticks one thing to verify, or takes its tick away; shows all of them then. `check`: which one, from one on. */
export async function tickCheck(
  store: Store,
  { of, check }: { of: string; check: number },
  { openAdvisor, now }: Pick<TerminalPorts, "openAdvisor" | "now">,
  layout: Layout,
): Promise<Output> {
  const found = await meant(store, of);
  if ("misuse" in found) return found;
  const advisor = await openAdvisor(dayOf(found.at));
  const checks = async () => {
    const { sections } = lookUpDetails(found.answers, advisor, await ticksOf(store, found.id));
    return sections.find(({ toTick = [] }) => toTick.length > 0);
  };
  const items = (await checks())?.toTick ?? [];
  const item = items[check - 1];
  if (item === undefined) return { misuse: words.noCheck(items.length) };
  const [tenant, at] = [store.of(localUser.tenant), now()];
  const action = item.ticked ? "unticked" : "ticked";
  await tenant.tick(found.id, { item: item.id, person: localUser.person, at }, !item.ticked);
  await tenant.note({ at, actor: localUser.person, action, subject: found.id, details: { item: item.id } });
  return { text: renderBlocks((await checks())?.blocks ?? [], layout).trimStart() };
}
