import type { Route } from "../../checklist/ids.ts";
import type { Basis, BasisBalance, BasisBuy, BasisMoney, BasisRate, Told } from "../../purchase/basis.ts";
import type { Budget } from "../../purchase/purchase.ts";
import { digestOf } from "../../quantity/digest.ts";
import { decimal } from "../../quantity/money.ts";

/** What is different about a decision. Each has what it was and what it is; `null` where there was or is nothing. */
export type Change =
  | { about: "routes"; before: Route[]; after: Route[] }
  | { about: "buy"; budget: Budget; before: BasisBuy | null; after: BasisBuy | null }
  | { about: "money"; budget: Budget; before: BasisMoney | null; after: BasisMoney | null }
  | { about: "rule"; rule: string; before: boolean; after: boolean }
  | { about: "sold"; product: string; row: string; before: boolean; after: boolean }
  | { about: "unit" | "expiry" | "whenEmpty"; product: string; row: string; before: string; after: string }
  | { about: "price"; product: string; row: string; before: BasisBalance["price"]; after: BasisBalance["price"] }
  | { about: "edge"; from: string; to: string; before: string; after: string }
  | { about: "rate"; model: string; before: BasisRate; after: BasisRate };

/** Everything that is different, in an order of its own, whatever order anything was listed in. */
export function differences(then: Basis, now: Basis): Change[] {
  return [
    ...routeChanges(then, now),
    ...(then.buys === null || now.buys === null ? [] : buyChanges(then.buys, now.buys)),
    ...ruleChanges(then, now),
    ...shared(then.balances, now.balances, ({ row }) => row).flatMap(([before, after]) =>
      balanceChanges(before, after),
    ),
    ...shared(then.edges, now.edges, ({ from, to }) => `${from} ${to}`)
      .filter(([before, after]) => before.status !== after.status)
      .map(([{ from, to, status }, after]): Change => {
        return { about: "edge", from, to, before: status, after: after.status };
      }),
    ...shared(then.rates, now.rates, ({ model }) => model)
      .filter(([before, after]) => digestOf(rateKey(before)) !== digestOf(rateKey(after)))
      .map(([before, after]): Change => ({ about: "rate", model: before.model, before, after })),
  ];
}

/** What tells that a change was told: its subject and how it is now. The same state has the same key in every process. */
export function stateOf(changes: readonly Change[]): string {
  return digestOf(changes.map(({ before, ...now }) => digestOf(now)).sort());
}

function routeChanges({ routes: before }: Basis, { routes: after }: Basis): Change[] {
  return before.join() === after.join() ? [] : [{ about: "routes", before, after }];
}

function buyChanges(then: readonly BasisBuy[], now: readonly BasisBuy[]): Change[] {
  const budgets = (["people", "program"] as const).filter((budget) =>
    [...then, ...now].some((each) => each.budget === budget),
  );
  return budgets.flatMap((budget): Change[] => {
    const [before = null, after = null] = [then, now].map((each) => each.find((buy) => buy.budget === budget));
    const [paid, pays] = [before?.money ?? null, after?.money ?? null];
    return [
      ...(digestOf(bought(before)) === digestOf(bought(after))
        ? []
        : [{ about: "buy" as const, budget, before, after }]),
      ...(digestOf(inOrder(paid)) === digestOf(inOrder(pays))
        ? []
        : [{ about: "money" as const, budget, before: paid, after: pays }]),
    ];
  });
}

/** What is bought, apart from its price. */
function bought(buy: BasisBuy | null): unknown {
  return (
    buy && [buy.kind, buy.picks.map(({ row, model, count }) => `${row} ${model} ${decimal(count).toFixed()}`).sort()]
  );
}

function inOrder(money: BasisMoney | null): unknown {
  if (money === null) return null;
  const amounts = [money.low, money.expected, money.high].map((amount) => decimal(amount).toFixed());
  return [...amounts, money.currency, money.period];
}

function ruleChanges({ rules: before }: Basis, { rules: after }: Basis): Change[] {
  const all = [...new Set([...before, ...after])].sort();
  return all
    .filter((rule) => before.includes(rule) !== after.includes(rule))
    .map((rule) => ({ about: "rule", rule, before: before.includes(rule), after: after.includes(rule) }));
}

function balanceChanges(then: BasisBalance, now: BasisBalance): Change[] {
  const { row, product } = now;
  const told = (["unit", "expiry", "whenEmpty"] as const)
    .filter((about) => saysOtherwise(then[about], now[about]))
    .map((about): Change => ({ about, row, product, before: then[about].text, after: now[about].text }));
  return [
    ...(then.sold === now.sold ? [] : [{ about: "sold" as const, row, product, before: then.sold, after: now.sold }]),
    ...told,
    ...(digestOf(priceKey(then.price)) === digestOf(priceKey(now.price))
      ? []
      : [{ about: "price" as const, row, product, before: then.price, after: now.price }]),
  ];
}

/** Other words for the same answer are no change; what the person said stands in the text, and stays. */
function saysOtherwise(then: Told, now: Told): boolean {
  if (then.text === now.text) return false;
  return then.answer === null || now.answer === null || then.answer !== now.answer;
}

function priceKey(price: BasisBalance["price"]): unknown {
  return price && [decimal(price.amount).toFixed(), price.currency, price.period, price.per];
}

function rateKey({ input, cached, output }: BasisRate): unknown {
  return [input, cached, output].map((amount) => (amount === null ? null : decimal(amount).toFixed()));
}

/** What stands in both lists, in pairs, ordered by key. */
function shared<T>(then: readonly T[], now: readonly T[], key: (each: T) => string): [T, T][] {
  const before = new Map(then.map((each) => [key(each), each]));
  return [...now]
    .sort((one, other) => (key(one) < key(other) ? -1 : 1))
    .flatMap((after): [T, T][] => {
      const known = before.get(key(after));
      return known === undefined ? [] : [[known, after]];
    });
}
