import { personName } from "../checklist/person.ts";
import { moneyWords } from "../quantity/amounts.ts";
import { bandText } from "../quantity/band.ts";
import type { Block } from "../screen/screen.ts";
import type { Group, Sum, Totals } from "./totals.ts";
import { reasons, messages as words } from "./totals-messages.ts";

/** Totals for people. `nameOf`: what a vendor is called. */
export function totalsBlocks({ lines, rest, byOwner, byVendor }: Totals, nameOf: (vendor: string) => string): Block[] {
  if (lines.length === 0 && rest.length === 0) return [{ block: "text", text: words.nothing }];
  const yearly = lines.filter(({ period }) => period === "year");
  return [
    ...(lines.length === 0
      ? []
      : [
          ...table(words.byOwner, words.owner, byOwner, (label) => (label === null ? words.nobody : personName(label))),
          ...table(words.byVendor, words.vendor, byVendor, (label) => nameOf(label ?? "")),
          { block: "quiet" as const, text: words.apart },
        ]),
    ...listed(
      words.yearly,
      yearly.map(({ product, name, amount, currency, monthShare }) => {
        const share = monthShare === null ? null : moneyWords(same(monthShare), currency);
        return words.year(product, name, moneyWords(bandText(amount), currency), share);
      }),
    ),
    ...listed(
      words.rest,
      rest.map(({ name, product, reason }) => words.restLine(name, product, reasons[reason])),
    ),
  ];
}

const places = [
  { period: "month", paid: "fixed" },
  { period: "month", paid: "use" },
  { period: "year", paid: "fixed" },
  { period: "year", paid: "use" },
] as const;

/** Only the columns in which something stands. */
function table(
  title: string,
  first: string,
  groups: readonly Group[],
  labelOf: (label: string | null) => string,
): Block[] {
  const used = places.filter((place) => groups.some(({ sums }) => sums.some((sum) => isAt(sum, place))));
  return [
    { block: "heading", text: title },
    {
      block: "table",
      columns: [first, ...used.map((place) => words.columns[places.indexOf(place)] ?? "")],
      rows: groups.map(({ label, sums }) => [
        labelOf(label),
        ...used.map(
          (place) =>
            sums
              .filter((sum) => isAt(sum, place))
              .map(({ amount, currency }) => moneyWords(bandText(amount), currency))
              .join("; ") || "None",
        ),
      ]),
    },
  ];
}

function isAt(sum: Sum, { period, paid }: (typeof places)[number]): boolean {
  return sum.period === period && sum.paid === paid;
}

function listed(title: string, texts: readonly string[]): Block[] {
  return texts.length === 0
    ? []
    : [{ block: "heading", text: title }, ...texts.map((text): Block => ({ block: "text", text }))];
}

function same(amount: string) {
  return { low: amount, expected: amount, high: amount };
}
