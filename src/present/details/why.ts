import { why, whyNot } from "../../advice/reasons.ts";
import type { Block } from "../../screen/screen.ts";
import { titleOf } from "../finding.ts";
import { flipWords } from "../flips.ts";
import { quoteBlocks, routeTitle, routeWords } from "../labels.ts";
import { consideredBlocks, reasonBlocks } from "../purchase-blocks.ts";
import { headings, messages, sectionTitles } from "../recommendation-messages.ts";
import { connectionBlocks, productBlocks } from "./products.ts";
import { type Section, type Subject, textBlocks, under } from "./section.ts";

/** Why this and not the others: reasons, the next best, what was compared, what would change it, and what would be bought. */
export function whySection(subject: Subject): Section {
  const { result, situation, advisor } = subject;
  const { purchases } = result;
  const reasons = purchases.flatMap((each) => reasonBlocks(each, purchases.length > 1));
  const others = ruledOutTexts(subject);
  const flips = flipWords(result.flips, advisor.checklist);
  return {
    id: "why",
    title: sectionTitles.why,
    count: reasonsOf(subject),
    blocks: [
      ...reasons,
      ...routeBlocks(subject),
      ...under(headings.others, textBlocks(others)),
      ...under(headings.flips, textBlocks(flips)),
      ...purchases.flatMap((each) => consideredBlocks(each, advisor.market)),
      ...result.wallets.flatMap(productBlocks),
      ...quoteBlocks(result.quote, messages.quoted),
      ...connectionBlocks(result, situation),
    ],
  };
}

function reasonsOf({ result, situation }: Subject): number {
  const ofPurchases = result.purchases.reduce((sum, each) => sum + each.why.length, 0);
  return result.routes.reduce((sum, { route }) => sum + why(route, situation).length, ofPurchases);
}

function routeBlocks({ result, situation }: Subject): Block[] {
  const [primary, ...others] = result.routes;
  if (primary === undefined) return under(messages.noRoute, textBlocks([messages.sayWho]));
  const because = (reasons: readonly string[]): Block[] =>
    reasons.length === 0 ? [] : [{ block: "facts", facts: [{ label: messages.because, value: reasons.join("; ") }] }];
  return [
    { block: "heading", text: messages.route(routeTitle(primary.route)) },
    { block: "text", text: messages.buys(routeWords[primary.route].buys) },
    ...because(why(primary.route, situation)),
    ...others.flatMap(({ route }): Block[] => [
      { block: "text", text: messages.also(routeTitle(route), routeWords[route].buys) },
      ...because(why(route, situation)),
    ]),
  ];
}

const mostReasons = 2;

/** Why each of the other routes is not recommended. */
function ruledOutTexts({ result, situation }: Subject): string[] {
  return result.ruledOut.map(({ route, how, rules }) => {
    const said = whyNot(route, situation);
    const reasons = said.length > 0 ? said : rules.map((rule) => titleOf({ rule }));
    return messages.ruledOut(routeWords[route].name, how, reasons.slice(0, mostReasons));
  });
}
