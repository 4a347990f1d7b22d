import type { RateRow } from "#pricing";
import type { Market } from "../../market/market.ts";
import { titleOf } from "../../present/finding.ts";
import { priceWords, routeWords } from "../../present/labels.ts";
import { monthWords } from "../../present/purchase-words.ts";
import type { Basis, BasisBuy, BasisMoney } from "../../purchase/basis.ts";
import { decimal, formatAmount } from "../../quantity/money.ts";
import type { Block } from "../../screen/screen.ts";
import { kindWords, agingMessages as words } from "./aging-messages.ts";
import type { Announced } from "./announced.ts";
import type { Change } from "./changes.ts";

/** What changed, before and after, the outcome first. */
export function changeBlocks(changes: readonly Change[], then: Basis, now: Basis, market: Market): Block[] {
  const outcome = changes.some(({ about }) => about === "routes" || about === "buy" || about === "rule");
  const money = changes.some(({ about }) => about === "money");
  return [
    { block: "text", text: outcome ? words.another : money ? words.money : words.fact },
    ...changeSentences(changes, now, market).map((text): Block => ({ block: "text", text })),
    { block: "quiet", text: words.compared(then.on, now.on) },
  ];
}

/** A sentence for each change. */
export function changeSentences(changes: readonly Change[], { buys }: Basis, market: Market): string[] {
  return changes.map((each) => changeWords(each, (buys ?? []).length > 1, market));
}

function changeWords(change: Change, several: boolean, market: Market): string {
  switch (change.about) {
    case "routes": {
      const [before, after] = [change.before, change.after].map((each) =>
        each.map((route) => routeWords[route].name).join(", "),
      );
      return words.differs(words.route, before || words.noRoute, after || words.noRoute);
    }
    case "buy": {
      const [before, after] = [change.before, change.after].map(buyWords);
      const same = before === after;
      const kind = (buy: BasisBuy | null) =>
        buy === null ? words.nothing : `${buyWords(buy)} (${kindWords[buy.kind]})`;
      return words.differs(
        words.buy[change.budget],
        same ? kind(change.before) : (before ?? ""),
        same ? kind(change.after) : (after ?? ""),
      );
    }
    case "money":
      return words.differs(
        several ? words.costOf[change.budget] : words.cost,
        moneyWords(change.before),
        moneyWords(change.after),
      );
    case "rule":
      return change.after ? words.newRule(titleOf(change)) : words.overRule(titleOf(change));
    case "sold":
      return change.after ? words.sold(change.product) : words.notSold(change.product);
    case "unit":
    case "expiry":
    case "whenEmpty":
      return words.differs(
        `${change.product}, ${words.facts[change.about]}`,
        words.quoted(change.before),
        words.quoted(change.after),
      );
    case "price": {
      const [before, after] = [change.before, change.after].map((price) =>
        price === null ? words.unknown : priceWords(price),
      );
      return words.differs(change.product, before ?? "", after ?? "");
    }
    case "edge": {
      const name = (id: string) => market.row(id)?.product ?? id;
      const status = (each: string) => words.edges[each] ?? each;
      return words.differs(words.edge(name(change.from), name(change.to)), status(change.before), status(change.after));
    }
    case "rate":
      return words.differs(modelName(change.model), rateWords(change.before), rateWords(change.after));
  }
}

function buyWords(buy: BasisBuy | null): string {
  if (buy === null || buy.picks.length === 0) return words.nothing;
  return buy.picks
    .map(({ product, model, count }) => {
      const named = model === null ? product : `${product}, ${modelName(model)}`;
      return decimal(count).gt("1") ? words.several(named, formatAmount(decimal(count))) : named;
    })
    .join(" and ");
}

function moneyWords(money: BasisMoney | null): string {
  if (money === null) return words.unknown;
  const amount = money.currency === "USD" ? monthWords(money) : `${money.expected} ${money.currency}`;
  return money.period === "month" ? words.month(amount) : words.firstPayment(amount);
}

function modelName(model: string): string {
  return model.split(":").at(-1) ?? model;
}

function rateWords({ input, output }: Pick<RateRow, "input" | "output">): string {
  return words.rates(input, output);
}

/** What is announced, a sentence each, and that the decision uses it. */
export function aheadBlocks(announced: readonly Announced[]): Block[] {
  const uses = announced.length === 1 ? words.usesIt : words.usesThem;
  return [...announced.map(aheadWords), uses].map((text): Block => ({ block: "text", text }));
}

function aheadWords(each: Announced): string {
  switch (each.is) {
    case "price":
      return words.priceAhead(each.product, each.on, each.before, each.after);
    case "row":
      return words.rowAhead(each.product, each.on);
    case "end":
      return words.endAhead(each.product, each.on);
    case "model-end":
      return words.modelLeaves(each.model, each.product, each.on);
    case "rate":
      return words.rateAhead(modelName(each.model), each.on, rateWords(each.before), rateWords(each.after));
    case "rate-end":
      return words.rateEnds(modelName(each.model), each.on);
  }
}
