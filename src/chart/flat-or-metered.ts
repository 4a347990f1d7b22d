import type { Market } from "../market/market.ts";
import { plainName } from "../market/plain-name.ts";
import type { BreakEven } from "../purchase/purchase.ts";
import { least, most, zero } from "../quantity/band.ts";
import { type Decimal, decimal, formatAmount } from "../quantity/money.ts";
import { linesAlt } from "./alt.ts";
import { countAxis, moneyAxis } from "./axis.ts";
import type { Chart, Line, Mark } from "./chart.ts";
import { chartMessages as words } from "./chart-messages.ts";
import { usdWords } from "./money-words.ts";

/**
 * A fixed price beside what is paid per use, with where they meet and, where it is known, where the person stands. Null
 * where they never meet, where that is beyond what the fixed price
 * is enough for, or where a row is gone from the catalogue.
 */
export function flatOrMeteredChart({ flat, meter, at, you, prices }: BreakEven, market: Market, freshness: string) {
  const [fixed, used] = [market.row(flat), market.row(meter)];
  const [price, start, each] = [decimal(prices.flat), decimal(prices.start), decimal(prices.each)];
  if (fixed === undefined || used === undefined || each.lte(zero) || price.lte(start)) return null;
  const even = price.minus(start).div(each);
  const upTo = prices.upTo === null ? null : decimal(prices.upTo);
  // A package is used up, and how far it reaches is not known here.
  if (fixed.route === "usage_package" || upTo?.lt(even)) return null;
  const here = you === null ? null : decimal(you);
  const x = countAxis(
    words.used(prices.of, prices.per),
    most([even.times("2"), here === null ? zero : here.times("1.2")]),
  );
  const metered = (count: Decimal) => start.plus(count.times(each));
  const end = decimal(x.to);
  const covered = upTo === null ? end : least([upTo, end]);
  const extra = start.gt(zero);
  const lines: Line[] = [
    {
      name: words.flatName(fixed.product),
      value:
        upTo === null ? words.monthly(usdWords(prices.flat)) : words.upTo(usdWords(prices.flat), formatAmount(upTo)),
      main: true,
      points: [
        { x: "0", y: prices.flat },
        { x: covered.toFixed(), y: prices.flat },
      ],
    },
    {
      name: extra ? words.withExtra(used.product) : words.meterName(plainName(used, market)),
      value: words.perUnit(usdWords(each.times("100").toFixed()), prices.of, prices.per),
      main: false,
      points: [
        { x: "0", y: prices.start },
        { x: x.to, y: metered(end).toFixed() },
      ],
    },
  ];
  const marks: Mark[] = [
    {
      kind: "even",
      x: even.toFixed(),
      y: prices.flat,
      label: words.breakEven(formatAmount(decimal(at.amount)), prices.of, prices.per),
    },
    ...(here === null
      ? []
      : [{ kind: "you" as const, x: here.toFixed(), y: null, label: words.you(formatAmount(here)) }]),
  ];
  const head = { title: words.flatTitle, subject: words.flatSubject, freshness };
  const atYou = here === null ? [] : [words.atYou(usdWords(prices.flat), usdWords(metered(here).toFixed()))];
  const y = moneyAxis(words.costAxis, most([price, metered(end)]));
  return { ...head, form: "lines", x, y, lines, marks, alt: linesAlt(head, lines, marks, atYou) } satisfies Chart;
}
