import { type Advisor, situationOf } from "../advice/advise.ts";
import type { Who } from "../conversation/bot.ts";
import { changeSentences } from "../ledger/aging/blocks.ts";
import { differences } from "../ledger/aging/changes.ts";
import { lookAgain } from "../ledger/aging/look.ts";
import { todayOf } from "../ledger/aging/pass.ts";
import { dayWords } from "../market/days.ts";
import { recheckAction } from "../outbox/card-actions.ts";
import { isCard, newPost } from "../outbox/post-body.ts";
import { changesBetween, staleBetween } from "../present/changes.ts";
import { type Basis, basisOf } from "../purchase/basis.ts";
import { evaluate } from "../purchase/evaluate.ts";
import { recommend } from "../purchase/recommend.ts";
import { digestOf } from "../quantity/digest.ts";
import type { Block, Screen } from "../screen/screen.ts";
import { nameOf } from "../store/named.ts";
import type { AgingLine, Decision } from "../store/rows.ts";
import { checkAgainMessages as words } from "./check-messages.ts";
import { asksFirst } from "./decision-screens.ts";
import { type AppPorts, infoScreen, textBlock } from "./ports.ts";

/**
 * Whether today's facts still say what was decided. The threads of its cards are told what has changed, as they are by the
 * daily look; and, as somebody asked, what has only become old.
 */
export async function checkAgain(
  who: Who,
  decision: Decision,
  { store, advisor, now, deliver }: Pick<AppPorts, "store" | "advisor" | "now" | "deliver">,
): Promise<Screen> {
  const tenant = store.of(who.tenant);
  const { id } = decision;
  const today = advisor(who.tenant);
  const situation = situationOf(today, decision.answers);
  const result = recommend(today, situation);
  const line = await tenant.aging(id);
  const changes = [
    ...changesBetween(decision.result, result),
    ...(line?.basis == null ? [] : bought(line.basis, basisOf(result, decision.answers, today), today)),
  ];
  const since = words.since(nameOf(decision), dayWords(today.market.asOf));
  if (changes.length === 0)
    return infoScreen("checked", words.same.title, [textBlock(words.same.words), { block: "quiet", text: since }]);
  // The team learns of it once for each state of the facts, however many press.
  const told = line !== null && (await tellAsDaily(line, today, { store, now }));
  const news = told ? staleBetween(decision.result, result) : changes;
  await tenant.enqueue(
    (news.length === 0 ? [] : await tenant.posts(id)).filter(isCard).map(({ channel }) =>
      newPost(who.person, `${id}:check:${digestOf(news)}:${channel}`, id, channel, {
        kind: "reply",
        title: words.told,
        blocks: [...news.map(textBlock), { block: "quiet", text: since }],
        actions: [recheckAction(id)],
      }),
    ),
    now(),
  );
  const blocks: Block[] = [...changes.map(textBlock), { block: "quiet", text: since }];
  await deliver();
  const mine = decision.by === who.person;
  return infoScreen("checked", words.changed, blocks, [
    {
      action: "revise",
      label: mine ? words.edit : words.startFrom,
      about: id,
      weight: "main",
      ...(await asksFirst(who, store)),
    },
  ]);
}

/** What is different about what is bought, which the changes of a result do not tell. */
function bought(then: Basis, now: Basis, { market }: Advisor): string[] {
  const also = differences(then, now).filter(({ about }) => ["buy", "money", "sold", "edge", "rate"].includes(about));
  return changeSentences(also, now, market);
}

/** Looks at the decision as the daily look does. Gives whether its threads have heard, now or before, how it stands. */
async function tellAsDaily(line: AgingLine, today: Advisor, { store, now }: Pick<AppPorts, "store" | "now">) {
  await lookAgain(line, todayOf(today), {
    store,
    now,
    evaluate: async (answers, _, then) => evaluate(today, answers, then),
  });
  const after = await store.of(line.tenant).aging(line.id);
  return after?.aged?.heard != null;
}
