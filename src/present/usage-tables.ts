import type { Reckoned } from "../estimate/measured/reckon.ts";
import type { Market } from "../market/market.ts";
import { moneyWords } from "../quantity/amounts.ts";
import { bandText, exactly, zero } from "../quantity/band.ts";
import { type Decimal, decimal, formatAmount, type Money } from "../quantity/money.ts";
import type { Block } from "../screen/screen.ts";
import { withCost } from "../usage/gathering.ts";
import type { UsedTokens } from "../usage/usage.ts";
import { usageMessages as words } from "./usage-messages.ts";

/** As many models as a table shows, those that cost most first. */
const mostModels = 20;

/** The sums of each vendor, where there are several. */
export function vendorTable(models: readonly Reckoned[], market: Market): Block[] {
  const vendors = [...new Set(models.map(({ vendor }) => vendor))];
  if (vendors.length < 2) return [];
  const rows = vendors.map((vendor) => {
    const own = models.filter((each) => each.vendor === vendor);
    const costs = own.flatMap(({ cost }) => cost).reduce<Money[]>(withCost, []);
    const used = own.filter(({ tokens }) => allOf(tokens) > 0n);
    const known = used.flatMap(({ computed }) => computed ?? []);
    const computed =
      used.length > 0 && known.length === used.length ? known.reduce((sum, each) => sum.plus(each)) : null;
    return [vendorName(vendor, market), ...paid(models, costs), computedWords(computed)];
  });
  const { vendor, computed } = words.columns;
  return [{ block: "table", columns: [vendor, ...paidColumn(models), computed], rows }];
}

/** What was used of each model, the dearest first. A column that would be empty throughout is left out. */
export function modelTable(models: readonly Reckoned[], market: Market): Block[] {
  const inOrder = [...models].sort((one, other) => weightOf(other).cmp(weightOf(one)));
  const isCounted = models.some(({ tokens }) => allOf(tokens) > 0n);
  const rows = inOrder
    .slice(0, mostModels)
    .map(({ vendor, model, tokens, cost, computed }) => [
      model ?? `${vendorName(vendor, market)}, ${words.otherCharges}`,
      ...(isCounted ? countsOf(tokens) : []),
      ...paid(models, cost),
      ...(isCounted ? [allOf(tokens) === 0n ? "" : computedWords(computed)] : []),
    ]);
  const { model, input, cached, output, computed } = words.columns;
  const counted = isCounted ? [input, cached, output] : [];
  const columns = [model, ...counted, ...paidColumn(models), ...(isCounted ? [computed] : [])];
  const more = inOrder.length - rows.length;
  return [
    ...(rows.length === 0 ? [] : [{ block: "table" as const, columns, rows }]),
    ...(more > 0 ? [{ block: "quiet" as const, text: words.moreModels(more) }] : []),
  ];
}

function countsOf(tokens: UsedTokens): string[] {
  const { input, cached, write5m, write1h, output } = tokens;
  return allOf(tokens) === 0n ? ["", "", ""] : [input + write5m + write1h, cached, output].map(countWords);
}

/** The column of the file's own money, where it has any. */
function paidColumn(models: readonly Reckoned[]): string[] {
  return models.some(({ cost }) => cost.length > 0) ? [words.cost] : [];
}

function paid(models: readonly Reckoned[], costs: readonly Money[]): string[] {
  return paidColumn(models).map(() => costWords(costs));
}

/** Money of a file, one amount for each currency. */
export function costWords(costs: readonly Money[]): string {
  return costs.map(({ amount, currency }) => moneyOf(amount, currency)).join(", ") || words.noCost;
}

export function moneyOf(amount: Decimal, currency = "USD"): string {
  return moneyWords(bandText(exactly(amount)), currency);
}

function vendorName(vendor: string, market: Market): string {
  return vendor === "unknown" ? words.unknownVendor : market.vendorName(vendor);
}

function computedWords(computed: Decimal | null): string {
  return computed === null ? words.unpriced : moneyOf(computed);
}

function countWords(count: bigint): string {
  return formatAmount(decimal(count.toString()));
}

/** By dollars of list prices, else by those of the file. */
function weightOf({ computed, cost }: Reckoned): Decimal {
  return computed ?? cost.find(({ currency }) => currency === "USD")?.amount ?? zero;
}

function allOf({ input, cached, write5m, write1h, output }: UsedTokens): bigint {
  return input + cached + write5m + write1h + output;
}
