import type { PlainDate, RateRow, Row } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import type { Result, Wallet } from "../advice/result.ts";
import type { Answers } from "../checklist/answers.ts";
import type { Route } from "../checklist/ids.ts";
import { modelRef } from "../estimate/context.ts";
import { digestOf } from "../quantity/digest.ts";
import { type FactsOn, factOf, factsOn } from "./facts-used.ts";
import type { Budget, Purchase, PurchaseKind } from "./purchase.ts";

/** What one budget pays: for a month, or, where no month is known, on the first day. Decimal amounts of the currency. */
export type BasisMoney = {
  low: string;
  expected: string;
  high: string;
  currency: string;
  period: "month" | "first payment";
};

export type BasisBuy = {
  budget: Budget;
  kind: PurchaseKind;
  picks: { row: string; product: string; model: string | null; count: string }[];
  money: BasisMoney | null;
};

/** Something in words. `answer`: what it comes to, so that other words for the same are no change; null where no page says. */
export type Told = { answer: string | null; text: string };

/** What a card tells of a product that it names. */
export type BasisBalance = {
  row: string;
  product: string;
  price: Wallet["price"];
  unit: Told;
  expiry: Told;
  whenEmpty: Told;
  sold: boolean;
};

/** US dollars for a million tokens of a model that money was worked out for, as its row says. */
export type BasisRate = Pick<RateRow, "input" | "cached" | "output"> & { model: string };

/**
 * What a recommendation came to, and on what it rested: as little as can tell later what has changed since. Nothing in it is of
 * a person. `facts`: every fact used, with its digest on that day; empty where that is not known.
 */
export type Basis = {
  on: PlainDate;
  facts: Record<string, string>;
  routes: Route[];
  /** Null where nothing was worked out to buy, as in what was decided long ago. */
  buys: BasisBuy[] | null;
  balances: BasisBalance[];
  /** Each pair of balances once. */
  edges: { from: string; to: string; status: Connection["status"] | "contradicted" }[];
  rates: BasisRate[];
  /** The rules that stood against buying at once. */
  rules: string[];
};

/** `facts`: as they were on the day of the advisor. */
export function basisOf(
  result: Result & { purchases?: Purchase[] },
  answers: Answers,
  advisor: Advisor,
  facts: FactsOn = factsOn(advisor),
): Basis {
  const { market, rates } = advisor;
  const purchases = result.purchases ?? [];
  const models = modelsIn(result, purchases, answers);
  const picks = purchases.flatMap((each) => each.picks);
  const own = new Set([...picks.map(({ row }) => row), ...result.wallets.map(({ id }) => id)]);
  // Of a vendor's many connections those between what is bought and what was named.
  const edges = result.connections.filter(({ from, to }) => own.has(from) && own.has(to));
  const rules = result.findings.filter(({ severity }) => severity === "block" || severity === "warn");
  const used = [
    ...rowsIn(result, purchases).map(factOf.row),
    ...edges.map(factOf.edge),
    ...models.map(factOf.rate),
    ...rules.map(({ rule }) => factOf.rule(rule)),
  ];
  const shown = new Set(picks.length > 0 ? picks.map(({ row }) => row) : own);
  const paid = models.filter((model) => picks.some((each) => each.model === model));
  return {
    on: result.catalogue.asOf,
    facts: Object.fromEntries([...new Set(used)].sort().map((fact) => [fact, facts(fact)])),
    routes: result.routes.map(({ route }) => route),
    buys: result.purchases === undefined ? null : purchases.map(buyOf),
    balances: [...shown].flatMap((id) => {
      const row = market.row(id);
      const wallet = result.wallets.find((each) => each.id === id);
      return row === undefined ? [] : balanceOf(row, wallet, market.isSold(row));
    }),
    edges: edgesOf(edges),
    rates: paid.flatMap((model) => {
      const found = rates.find(modelRef(model), market.asOf);
      return "row" in found ? [rateOf(model, found.row)] : [];
    }),
    rules: [...new Set(rules.map(({ rule }) => rule))].sort(),
  };
}

type Connection = Result["connections"][number];

/** What is said of two balances; where pages contradict each other, that. */
function edgesOf(edges: Connection[]): Basis["edges"] {
  const pairs = [...Map.groupBy(edges, ({ from, to }) => `${from} ${to}`).values()];
  return pairs.flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { from, to, status } = first;
    return [{ from, to, status: same.every((each) => each.status === status) ? status : "contradicted" }];
  });
}

/** Also what was compared and not taken: a price of it that falls can change what is best. */
function rowsIn({ wallets, estimate }: Result, purchases: readonly Purchase[]): string[] {
  return [
    ...wallets.map(({ id }) => id),
    ...(estimate?.lines.flatMap(({ wallet }) => wallet ?? []) ?? []),
    ...purchases.flatMap(({ picks, runnerUp, candidates }) =>
      [...picks, ...(runnerUp === null ? [] : [runnerUp]), ...candidates].map(({ row }) => row),
    ),
  ];
}

/** The models of texts, which have rates: a model of media belongs to the row of its wallet. */
function modelsIn({ estimate }: Result, purchases: readonly Purchase[], { workload, output }: Answers): string[] {
  const media = typeof workload === "object" && workload.kind !== "text" && workload.kind !== "usage";
  if (media || (Array.isArray(output) && !output.includes("text") && workload === undefined)) return [];
  const models = [
    ...(typeof workload === "object" ? (estimate?.lines.map(({ model }) => model) ?? []) : []),
    ...purchases.flatMap(({ picks, candidates }) => [...picks, ...candidates].map(({ model }) => model)),
  ];
  return [...new Set(models.flatMap((model) => (model?.includes(":") ? [model] : [])))].sort();
}

function buyOf({ budget, kind, picks, monthly }: Purchase): BasisBuy {
  const [pick] = picks;
  const first = picks.length === 1 ? pick?.firstPayment : null;
  const currency = pick?.currency ?? "";
  return {
    budget,
    kind,
    picks: picks.map(({ row, product, model, quantity }) => ({ row, product, model, count: quantity.count })),
    money:
      monthly !== null
        ? { ...monthly, currency, period: "month" }
        : first != null
          ? { low: first, expected: first, high: first, currency, period: "first payment" }
          : null,
  };
}

function balanceOf(row: Row, wallet: Wallet | undefined, sold: boolean): BasisBalance {
  const { amount, currency, period, kind, per } = row.price;
  const { answer, life, text } = row.expiry;
  return {
    row: row.id,
    product: row.product,
    price: amount === null ? null : { amount, currency, period, kind, per },
    unit: { answer: row.unit, text: row.unitName },
    expiry: { answer: answer === null ? null : digestOf([answer, life, row.lots]), text: wallet?.expiry.text ?? text },
    whenEmpty: { answer: row.atZero.answer, text: row.atZero.text },
    sold,
  };
}

function rateOf(model: string, { input, cached, output }: RateRow): BasisRate {
  return { model, input, cached, output };
}
