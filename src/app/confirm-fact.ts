import type { Who } from "../conversation/bot.ts";
import { factCode, type PageFact, pageFacts } from "../market/page-facts.ts";
import { edgeSource, rowSource } from "../market/sources.ts";
import { priceWords } from "../present/labels.ts";
import { clean } from "../screen/clean.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import { type FactTarget, writeFact } from "./fact-ticket.ts";
import { checkMessages as words } from "./facts-messages.ts";
import { type AppPorts, infoScreen, textBlock } from "./ports.ts";

/** Longer notes are no value. In characters. */
const longestValue = 120;

/** One fact with its page, for a colleague who looks whether it is still true. `problem`: what is wrong with what was typed. */
export function factScreen(
  who: Who,
  target: FactTarget,
  { advisor }: Pick<AppPorts, "advisor">,
  problem: string | null = null,
): Screen {
  const { market } = advisor(who.tenant);
  const fact = factOf(target, who, { advisor });
  if (fact === undefined) return infoScreen("fact", words.title, [textBlock(words.gone)], [backTo(target)]);
  const { row, edge, name, url } = fact;
  const source = row !== null ? rowSource(row, market) : edge === null ? [] : edgeSource(edge, market);
  return {
    ...infoScreen(
      "fact",
      words.title,
      [
        textBlock(`${name}. ${row === null ? (edge?.says ?? "") : words.price(priceWords(row.price))}`),
        { block: "link", text: words.page, url },
        ...[source].flat().map((each): Block => ({ block: "source", source: each })),
      ],
      [
        { action: "still-true", label: words.still, about: writeFact(target.fact, target.of), weight: "main" },
        { action: "next", label: words.changed },
        backTo(target),
      ],
    ),
    fields: [
      {
        ...{ field: "text", id: "value", label: words.label, hint: words.hint, value: null },
        ...{ empty: "none", mayAsk: false, problem },
      },
    ],
  };
}

/**
 * What a colleague saw on a page, kept for their team alone: that it still says the same, or what it says now. Nothing else
 * follows a value: no price changes.
 */
export async function confirmFact(
  who: Who,
  seen: FactTarget & ({ says: "same" } | { says: "differs"; value: string }),
  ports: AppPorts,
): Promise<Screen> {
  const { store, advisor, now, refresh } = ports;
  const target = { fact: seen.fact, of: seen.of };
  const fact = factOf(target, who, ports);
  if (fact === undefined) return factScreen(who, target, ports);
  const value = seen.says === "same" ? null : clean(seen.value).replace(/\s+/g, " ").trim();
  if (value === "") return factScreen(who, target, ports, words.missing);
  if (value !== null && value.length > longestValue) return factScreen(who, target, ports, words.long(longestValue));
  const on = advisor(who.tenant).market.asOf;
  const tenant = store.of(who.tenant);
  const { says } = seen;
  const kept = { fact: fact.key, on, says, evidence: "colleague" as const, value, owner: who.person, at: now() };
  await tenant.keepFactReading(kept);
  await refresh?.(who.tenant);
  const told = value === null ? words.keptSame(fact.name, on) : words.keptDiffers(fact.name, value);
  return infoScreen("fact", words.thanks, [textBlock(told), { block: "quiet", text: words.keptFor }], [backTo(target)]);
}

function factOf({ fact }: FactTarget, who: Who, { advisor }: Pick<AppPorts, "advisor">): PageFact | undefined {
  return pageFacts(advisor(who.tenant).market).find(({ key }) => factCode(key) === fact);
}

function backTo({ of }: FactTarget): Action {
  return { action: "why", label: words.back, about: of };
}
