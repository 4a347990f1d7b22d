import type { PlainDate } from "#pricing";
import type { Result } from "../advice/result.ts";
import { dayWords } from "../market/days.ts";
import { moneyWords } from "../quantity/amounts.ts";
import { changing, messages as words } from "./change-messages.ts";
import { titleOf } from "./finding.ts";
import { routeWords } from "./labels.ts";
import { priceWords } from "./price-words.ts";

/** What is different between a recommendation then and now, in sentences; empty when nothing that matters is. */
export function changesBetween(then: Result, now: Result): string[] {
  return [
    ...routeChanges(then, now),
    ...walletChanges(then, now),
    ...costChanges(then, now),
    ...ruleChanges(then, now),
  ];
}

/** What has only become old since: pages that have to be read again. */
export function staleBetween(then: Result, now: Result): string[] {
  return now.wallets.flatMap((wallet) => {
    const before = then.wallets.find(({ id }) => id === wallet.id);
    return before === undefined ? [] : staleChange(before, wallet);
  });
}

function routeChanges(then: Result, now: Result): string[] {
  const [before, after] = [then, now].map(({ routes }) => routes.map(({ route }) => routeWords[route].name).join(", "));
  return before === after ? [] : [words.route(before ?? "", after ?? "")];
}

function walletChanges(then: Result, now: Result): string[] {
  const gone = then.wallets
    .filter(({ id }) => now.wallets.every((each) => each.id !== id))
    .map(({ product }) => words.gone(product));
  return [
    ...gone,
    ...now.wallets.flatMap((wallet) => {
      const before = then.wallets.find(({ id }) => id === wallet.id);
      if (before === undefined) return [words.added(wallet.product)];
      return [
        ...differs(wallet.product, changing.price, price(before), price(wallet)),
        ...differs(wallet.product, changing.unit, before.unitName, wallet.unitName),
        ...differs(wallet.product, changing.expiry, before.expiry.text, wallet.expiry.text),
        ...differs(wallet.product, changing.expiryDate, day(before.expiry.date), day(wallet.expiry.date)),
        ...differs(wallet.product, changing.whenEmpty, before.atZeroText, wallet.atZeroText),
        ...staleChange(before, wallet),
      ];
    }),
  ];
}

function staleChange(before: Result["wallets"][number], { product, source }: Result["wallets"][number]): string[] {
  return source.stale && !before.source.stale ? [words.stale(product, source.confirmed?.on ?? source.readOn)] : [];
}

function price(wallet: Result["wallets"][number]): string {
  return wallet.price === null ? words.noPrice : priceWords(wallet.price);
}

function day(date: PlainDate | null): string {
  return date === null ? words.noDate : dayWords(date);
}

function differs(product: string, what: string, before: string, after: string): string[] {
  return before === after ? [] : [words.differs(product, what, before, after)];
}

function costChanges(then: Result, now: Result): string[] {
  const [before, after] = [then, now].map(({ estimate }) =>
    estimate?.total ? moneyWords(estimate.total) : words.noTotal,
  );
  return before === after ? [] : [words.cost(before ?? "", after ?? "")];
}

/** Blocks and warnings only: notes come and go with the catalogue. A decision keeps its findings as they were. */
function ruleChanges(then: Result, now: Result): string[] {
  const grave = ({ findings }: Result) =>
    findings.filter(({ severity }) => severity === "block" || severity === "warn");
  const [before, after] = [grave(then), grave(now)];
  const fresh = after.filter(({ rule }) => before.every((each) => each.rule !== rule));
  const over = before.filter(({ rule }) => after.every((each) => each.rule !== rule));
  return [
    ...fresh.map((finding) => words.newFinding(titleOf(finding), finding.text)),
    ...over.map((finding) => words.overFinding(titleOf(finding))),
  ];
}
