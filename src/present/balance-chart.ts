import type { PlainDate } from "#pricing";
import { burnDownChart } from "../chart/burn-down.ts";
import type { Chart } from "../chart/chart.ts";
import { zero } from "../quantity/band.ts";
import { burnDown, type Loss } from "../team/burn-down.ts";
import type { Holding } from "../team/holding.ts";
import { levelsOf } from "../team/levels.ts";
import { balanceMessages as words } from "./balance-messages.ts";
import { roughWords } from "./balance-words.ts";

/** How a balance goes down from `today` on, with what expires; null for seats, and where its use is not known. */
export function balanceChart(holding: Holding, today: PlainDate): Chart | null {
  const down = burnDown(holding, today);
  const levels = levelsOf(holding, today);
  if (down === null || down.zero === null || levels.length === 0) return null;
  return burnDownChart(
    {
      balance: holding.product,
      unit: holding.unit,
      said: (amount) => roughWords(amount, holding),
      levels: levels.map(({ on, left }) => ({ on, left: left.toFixed() })),
      losses: lossesByDay(down.losses),
      emptyOn: down.zero.expected,
    },
    words.recorded,
  );
}

/** What expires at the expected use, all lots of a day together: a day has one label. */
function lossesByDay(losses: readonly Loss[]): { on: PlainDate; amount: string }[] {
  return [...Map.groupBy(losses, ({ on }) => on)]
    .map(([on, all]) => ({ on, amount: all.reduce((sum, { expected }) => sum.plus(expected), zero) }))
    .filter(({ amount }) => amount.gt(zero))
    .map(({ on, amount }) => ({ on, amount: amount.toFixed() }));
}
