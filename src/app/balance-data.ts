import type { Advisor } from "../advice/advise.ts";
import type { Chart } from "../chart/chart.ts";
import { balanceBlocks, balanceTable } from "../present/balance-blocks.ts";
import { balanceChart } from "../present/balance-chart.ts";
import { clean } from "../screen/clean.ts";
import type { Block } from "../screen/screen.ts";
import type { HoldingRow } from "../store/rows.ts";
import { burnDown } from "../team/burn-down.ts";
import { eventsOf } from "../team/events.ts";
import { lifeOf, sorted } from "./balances.ts";

/** What is held as blocks: a table, or one of them in full. */
export function balanceTexts(rows: readonly HoldingRow[], today: string, advisor: Advisor, reader: string): Block[] {
  const [row] = rows;
  if (row !== undefined && rows.length === 1) {
    const life = lifeOf(row.holding, today, { advisor: () => advisor });
    return [{ block: "heading", text: clean(row.holding.product) }, ...balanceBlocks(row.holding, today, life)];
  }
  return [
    balanceTable(
      sorted(rows, today).map(({ holding }) => holding),
      today,
      reader,
    ),
  ];
}

/** How each of them goes down, where that can be foreseen. */
export function balanceCharts(rows: readonly HoldingRow[], today: string): Chart[] {
  return rows.flatMap(({ holding }) => balanceChart(holding, today) ?? []);
}

/** A holding as data, with what becomes of it seen on a day. Amounts are decimals in its unit. */
export function balanceOf({ id, holding, by, revision }: HoldingRow, today: string, advisor: Advisor) {
  const down = burnDown(holding, today, lifeOf(holding, today, { advisor: () => advisor }));
  const cents = (amount: { round(digits: number): { toFixed(): string } }) => amount.round(6).toFixed();
  return {
    id,
    ...holding,
    by,
    revision,
    asOf: today,
    next: eventsOf(holding, today).map(({ what, on }) => ({ what, on })),
    burnDown:
      down === null
        ? null
        : {
            from: down.from,
            bought: cents(down.bought),
            gone: cents(down.gone),
            left: cents(down.left),
            runsOut: down.zero,
            expires: down.losses.map(({ on, bought, low, expected, high }) => ({
              on,
              bought,
              low: cents(low),
              expected: cents(expected),
              high: cents(high),
            })),
            largestTopUp:
              down.largestTopUp === null ? null : { ...down.largestTopUp, amount: cents(down.largestTopUp.amount) },
          },
  };
}
