import { resultOf, situationOf } from "../advice/advise.ts";
import type { Who } from "../conversation/bot.ts";
import { dayWords } from "../market/days.ts";
import { isCard, newPost } from "../outbox/post-body.ts";
import { changesBetween } from "../present/changes.ts";
import type { Block, Screen } from "../screen/screen.ts";
import { nameOf } from "../store/named.ts";
import type { Decision } from "../store/rows.ts";
import { asksFirst } from "./decision-screens.ts";
import { type AppPorts, infoScreen, textBlock } from "./ports.ts";

/** Whether today's facts still say what was decided. The threads of its cards are told what has changed. */
export async function checkAgain(
  who: Who,
  decision: Decision,
  { store, advisor, now, deliver }: Pick<AppPorts, "store" | "advisor" | "now" | "deliver">,
): Promise<Screen> {
  const tenant = store.of(who.tenant);
  const { id } = decision;
  const today = advisor(who.tenant);
  const result = resultOf(today, situationOf(today, decision.answers));
  const changes = changesBetween(decision.result, result);
  const since = `${nameOf(decision)}: compared with the facts of ${dayWords(today.market.asOf)}.`;
  if (changes.length === 0)
    return infoScreen("checked", "Nothing has changed", [
      textBlock("The same answers give the same recommendation."),
      { block: "quiet", text: since },
    ]);
  const blocks: Block[] = [...changes.map(textBlock), { block: "quiet", text: since }];
  // The team learns of it once for each state of the facts, however many press.
  await tenant.enqueue(
    (await tenant.posts(id)).filter(isCard).map(({ channel }) =>
      newPost(who.person, `${id}:check:${result.catalogue.version}:${today.market.asOf}:${channel}`, id, channel, {
        kind: "reply",
        title: "Checked again: something has changed",
        blocks,
      }),
    ),
    now(),
  );
  await deliver();
  const mine = decision.by === who.person;
  return infoScreen("checked", "Something has changed", blocks, [
    {
      action: "revise",
      label: mine ? "Edit with today's facts" : "Start from these answers",
      about: id,
      weight: "main",
      ...(await asksFirst(who, store)),
    },
  ]);
}
