import type { Result } from "../advice/result.ts";
import { moneyWords } from "./amounts.ts";
import { priceWords, routeWords } from "./labels.ts";

/** What is different between a recommendation then and now, in sentences; empty when nothing that matters is. */
export function changesBetween(then: Result, now: Result): string[] {
  return [
    ...routeChanges(then, now),
    ...walletChanges(then, now),
    ...costChanges(then, now),
    ...ruleChanges(then, now),
  ];
}

function routeChanges(then: Result, now: Result): string[] {
  const [before, after] = [then, now].map(({ routes }) => routes.map(({ route }) => routeWords[route].name).join(", "));
  return before === after ? [] : [`The route was ${before || "none"}; it is ${after || "none"} now.`];
}

function walletChanges(then: Result, now: Result): string[] {
  const gone = then.wallets
    .filter(({ id }) => now.wallets.every((each) => each.id !== id))
    .map(({ product }) => `${product} is no longer part of it.`);
  return [
    ...gone,
    ...now.wallets.flatMap((wallet) => {
      const before = then.wallets.find(({ id }) => id === wallet.id);
      if (before === undefined) return [`${wallet.product} is new in it.`];
      const stale = wallet.source.stale && !before.source.stale;
      return [
        ...differs(wallet.product, "price", price(before), price(wallet)),
        ...differs(wallet.product, "unit", before.unitName, wallet.unitName),
        ...differs(wallet.product, "expiry", before.expiry.text, wallet.expiry.text),
        ...differs(wallet.product, "end", before.expiry.date ?? "not known", wallet.expiry.date ?? "not known"),
        ...differs(wallet.product, "behaviour at zero", before.atZeroText, wallet.atZeroText),
        ...(stale
          ? [
              `${wallet.product}: its page was read ${wallet.source.confirmed?.on ?? wallet.source.readOn}, too long ago by now.`,
            ]
          : []),
      ];
    }),
  ];
}

function price(wallet: Result["wallets"][number]): string {
  return wallet.price === null ? "no price known" : priceWords(wallet.price);
}

function differs(product: string, what: string, before: string, after: string): string[] {
  return before === after ? [] : [`${product}: the ${what} was "${before}"; it is "${after}" now.`];
}

function costChanges(then: Result, now: Result): string[] {
  const [before, after] = [then, now].map(({ estimate }) =>
    estimate?.total ? moneyWords(estimate.total) : "no total",
  );
  return before === after ? [] : [`The estimate was ${before}; it is ${after} now.`];
}

/** Blocks and warnings only: notes come and go with the catalogue. */
function ruleChanges(then: Result, now: Result): string[] {
  const grave = ({ findings }: Result) =>
    findings.filter(({ severity }) => severity === "block" || severity === "warn");
  const [before, after] = [grave(then), grave(now)];
  const fresh = after.filter(({ rule }) => before.every((each) => each.rule !== rule));
  const over = before.filter(({ rule }) => after.every((each) => each.rule !== rule));
  return [
    ...fresh.map(({ rule, text }) => `New: ${rule}, ${text}`),
    ...over.map(({ rule }) => `${rule} no longer applies.`),
  ];
}
