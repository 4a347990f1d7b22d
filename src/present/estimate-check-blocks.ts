import type { Calendar, Estimate } from "../estimate/result.ts";
import { dayWords } from "../market/days.ts";
import type { Market } from "../market/market.ts";
import { dollars, moneyWords, unitWords } from "../quantity/amounts.ts";
import type { Block } from "../screen/screen.ts";
import { estimateMessages as words } from "./estimate-messages.ts";
import { lineNames, productName } from "./line-names.ts";
import { listBlocks } from "./lists.ts";

/** What is said beside the lines: pools, expiry, break-even, the curve, announced prices, zero and caps. */
export function checkBlocks(estimate: Estimate, market: Market): Block[] {
  const { pool, prepaid, lots, flat, wallets, curve, calendar, zeroDrill, caps } = estimate;
  const facts: { label: string; value: string }[] = [];
  const units = (money: { units: string; usd: string | null }) =>
    `${unitWords(money.units, money.units, money.units)} ${words.units}${money.usd === null ? "" : `, ${dollars(money.usd)}`}`;
  if (pool !== null) {
    facts.push(
      { label: words.perSeat, value: units(pool.perSeatOverage) },
      { label: words.inOnePool, value: units(pool.pooledOverage) },
      { label: words.poolSaves, value: units(pool.value) },
    );
  }
  if (prepaid !== null) {
    facts.push({ label: words.expiresUnused, value: moneyWords(prepaid.waste) });
    if (prepaid.priceFactor !== null && prepaid.priceFactor !== "1")
      facts.push({ label: words.usedDollar, value: dollars(prepaid.priceFactor) });
    if (prepaid.monthsToZero !== null)
      facts.push({ label: words.emptyAfter, value: words.months(prepaid.monthsToZero) });
  }
  if (lots !== null) {
    const lost = lots.losses.map((each) => words.lot(unitWords(each.amount, each.amount, each.amount), each.on));
    facts.push(
      { label: words.expiresUnused, value: lost.join(", ") || words.nothing },
      { label: words.emptyOn, value: lots.zeroOn === null ? words.never : dayWords(lots.zeroOn) },
    );
  }
  if (flat !== null) facts.push({ label: flat.comparable ? words.planOrApi : words.noSum, value: flat.reason });
  for (const each of wallets.filter((wallet) => wallet.included !== null || wallet.largestTopUp !== null)) {
    facts.push({ label: drainName(each, estimate, market), value: walletWords(each) });
  }
  return [
    ...(facts.length === 0 ? [] : [{ block: "facts" as const, facts }]),
    ...(curve === null ? [] : curveBlocks(curve)),
    ...(calendar === null ? [] : calendarBlocks(calendar)),
    ...listBlocks(
      words.empty,
      zeroDrill.map((drill) => drillWords(drill, market)),
    ),
    ...listBlocks(words.caps, caps.map(words.cap)),
  ];
}

/** A wallet that is drained in several ways is called as the line it stands for. */
function drainName({ wallet, option }: Estimate["wallets"][number], { wallets, lines }: Estimate, market: Market) {
  const options = new Set(wallets.filter((each) => each.wallet === wallet).map((each) => each.option));
  const at = lines.findIndex((line) => line.option === option);
  return options.size > 1 && at >= 0 ? (lineNames(lines, market)[at] ?? wallet) : productName(wallet, market);
}

function walletWords(drain: Estimate["wallets"][number]): string {
  const amount = (units: string) =>
    drain.unit === "account_balance" ? dollars(units) : unitWords(units, units, units);
  const some = (units: string | null): units is string => units !== null && units !== "0";
  const said = [
    drain.included === null ? "" : words.needs(amount(drain.needed), amount(drain.included)),
    some(drain.short) ? words.short(amount(drain.short)) : "",
    some(drain.left) ? words.left(amount(drain.left)) : "",
    some(drain.lost) ? words.lost(amount(drain.lost)) : "",
    drain.zeroOn === null ? "" : words.runsOut(drain.zeroOn),
    ...drain.buckets.flatMap(({ name, until }) => (until === null ? [] : words.lives(name, until))),
    drain.largestTopUp === null
      ? ""
      : words.topUp(
          amount(drain.largestTopUp),
          drain.topUpMonths === null ? "" : words.useOf(monthsWords(drain.topUpMonths)),
        ),
  ];
  return said.filter((part) => part !== "").join(", ");
}

function drillWords(drill: Estimate["zeroDrill"][number], market: Market): string {
  const said = [
    `${productName(drill.wallet, market)}: ${drill.stops}`,
    drill.notices === null ? "" : words.notices(drill.notices),
    drill.jobsInFlight === null ? words.jobsUnknown : words.jobs(drill.jobsInFlight),
    drill.days === null
      ? ""
      : words.lasts(
          drill.from ?? "",
          drill.days.expected,
          drill.days.high === drill.days.expected ? "" : words.atHighest(drill.days.high),
        ),
    drill.days === null || drill.expires === null ? "" : words.restExpires(drill.expires),
  ];
  return said.filter((part) => part !== "").join(" ");
}

function curveBlocks(curve: NonNullable<Estimate["curve"]>): Block[] {
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined) return [];
  const step = Math.max(1, Math.ceil(curve.length / 6));
  const shown = curve.filter((_, at) => at % step === 0 || at === curve.length - 1);
  return [
    {
      block: "text",
      text: words.grows(
        String(last.turn),
        unitWords(last.input, last.input, last.input),
        unitWords(first.input, first.input, first.input),
      ),
    },
    {
      block: "table",
      columns: [...words.turnColumns],
      rows: shown.map((turn) => [
        String(turn.turn),
        unitWords(turn.input, turn.input, turn.input),
        turn.usd === null ? "" : dollars(turn.usd),
      ]),
    },
  ];
}

function monthsWords({ first, last }: { first: string; last: string }): string {
  return words.span(first, last);
}

function calendarBlocks({ months, total, changes }: Calendar): Block[] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  const sum =
    total === null || first === undefined || last === undefined
      ? []
      : [{ label: words.span(first, last), value: moneyWords(total) }];
  return [
    ...(sum.length === 0 ? [] : [{ block: "facts" as const, facts: sum }]),
    ...listBlocks(
      words.changes,
      changes.map(({ on, model, announced, text }) => words.change(on, model, announced, text)),
    ),
  ];
}
