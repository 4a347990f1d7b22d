import type { Calendar, Estimate } from "../estimate/result.ts";
import type { Market } from "../market/market.ts";
import type { Block } from "../screen/screen.ts";
import { dollars, moneyWords, unitWords } from "./amounts.ts";
import { lineNames, productName } from "./line-names.ts";
import { listBlocks } from "./lists.ts";

/** What is said beside the lines: pools, expiry, break-even, the curve, announced prices, zero and caps. */
export function checkBlocks(estimate: Estimate, market: Market): Block[] {
  const { pool, prepaid, lots, flat, wallets, curve, calendar, zeroDrill, caps } = estimate;
  const facts: { label: string; value: string }[] = [];
  const units = (money: { units: string; usd: string | null }) =>
    `${unitWords(money.units, money.units, money.units)} units${money.usd === null ? "" : `, ${dollars(money.usd)}`}`;
  if (pool !== null) {
    facts.push(
      { label: "Seats apart", value: units(pool.perSeatOverage) },
      { label: "In one pool", value: units(pool.pooledOverage) },
      { label: "The pool saves", value: units(pool.value) },
    );
  }
  if (prepaid !== null) {
    facts.push({ label: "Lost at the end", value: moneyWords(prepaid.waste) });
    if (prepaid.priceFactor !== null && prepaid.priceFactor !== "1")
      facts.push({ label: "A used dollar costs", value: `${dollars(prepaid.priceFactor)}` });
    if (prepaid.monthsToZero !== null) facts.push({ label: "Empty after", value: `${prepaid.monthsToZero} months` });
  }
  if (lots !== null) {
    const lost = lots.losses.map((each) => `${unitWords(each.amount, each.amount, each.amount)} on ${each.on}`);
    facts.push(
      { label: "Lost", value: lost.join("; ") || "nothing" },
      { label: "Empty on", value: lots.zeroOn ?? "never within their lives" },
    );
  }
  if (flat !== null) facts.push({ label: flat.comparable ? "Plan or meter" : "No sum", value: flat.reason });
  for (const each of wallets.filter((wallet) => wallet.included !== null || wallet.largestTopUp !== null)) {
    facts.push({ label: drainName(each, estimate, market), value: walletWords(each) });
  }
  return [
    ...(facts.length === 0 ? [] : [{ block: "facts" as const, facts }]),
    ...(curve === null ? [] : curveBlocks(curve)),
    ...(calendar === null ? [] : calendarBlocks(calendar)),
    ...listBlocks(
      "When it is empty",
      zeroDrill.map((drill) => drillWords(drill, market)),
    ),
    ...listBlocks(
      "What a cap does",
      caps.map(
        (cap) => `${cap.cap}: ${effectWords[cap.effect]}. ${cap.says} (read ${cap.source.readOn ?? "on no known day"})`,
      ),
    ),
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
    drain.included === null ? "" : `needs ${amount(drain.needed)}, has ${amount(drain.included)}`,
    some(drain.short) ? `short of ${amount(drain.short)}` : "",
    some(drain.left) ? `${amount(drain.left)} left` : "",
    some(drain.lost) ? `${amount(drain.lost)} lost` : "",
    drain.zeroOn === null ? "" : `empty on ${drain.zeroOn}`,
    ...drain.buckets
      .filter((bucket) => bucket.until !== null)
      .map((bucket) => `${bucket.name} of today: until ${bucket.until}`),
    drain.largestTopUp === null
      ? ""
      : `top up by ${amount(drain.largestTopUp)} at most${drain.topUpMonths === null ? "" : `, the use of ${monthsWords(drain.topUpMonths)}`}, or some of it expires`,
  ];
  return said.filter((part) => part !== "").join("; ");
}

const effectWords = {
  stops: "stops",
  alerts: "only tells",
  limits_recharge: "only limits refilling",
  unknown: "not known",
} as const;

function drillWords(drill: Estimate["zeroDrill"][number], market: Market): string {
  const said = [
    `${productName(drill.wallet, market)}: ${drill.stops}`,
    drill.notices === null ? "" : `Who notices: ${drill.notices}`,
    drill.jobsInFlight === null ? "Jobs that run: no page says." : `Jobs that run: ${drill.jobsInFlight}`,
    drill.days === null
      ? ""
      : `${drill.from} lasts ${drill.days.expected} days${drill.days.high === drill.days.expected ? "" : `, ${drill.days.high} at the highest use`}.${drill.expires === null ? "" : ` What is left then expires, on ${drill.expires}.`}`,
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
      text: `Turn ${last.turn} sends ${unitWords(last.input, last.input, last.input)} tokens where turn 1 sends ${unitWords(first.input, first.input, first.input)}.`,
    },
    {
      block: "table",
      columns: ["Turn", "Input tokens", "Cost of the turn"],
      rows: shown.map((turn) => [
        String(turn.turn),
        unitWords(turn.input, turn.input, turn.input),
        turn.usd === null ? "" : dollars(turn.usd),
      ]),
    },
  ];
}

function monthsWords({ first, last }: { first: string; last: string }): string {
  return first === last ? first : `${first} to ${last}`;
}

function calendarBlocks({ months, total, changes }: Calendar): Block[] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  const sum =
    total === null || first === undefined || last === undefined
      ? []
      : [{ label: monthsWords({ first, last }), value: moneyWords(total) }];
  return [
    ...(sum.length === 0 ? [] : [{ block: "facts" as const, facts: sum }]),
    ...listBlocks(
      "Price changes ahead",
      changes.map(
        (change) =>
          `${change.on}, ${change.model}${change.announced ? ", announced and not in force" : ""}: ${change.text}`,
      ),
    ),
  ];
}
