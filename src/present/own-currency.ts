import { dayWords } from "../market/days.ts";
import { decimal, formatMoney } from "../quantity/money.ts";
import type { Fact } from "../screen/screen.ts";
import type { TeamSettings } from "../team/settings.ts";
import { teamMessages as words } from "./team-messages.ts";

/**
 * Dollars a month in the team's own currency, at its own rate, beside the dollars; nothing where the team has none. `dollars`:
 * exact amounts, one for each budget, which are never added.
 */
export function inOwnCurrency(dollars: readonly string[], { currency }: Pick<TeamSettings, "currency">): Fact[] {
  if (currency === null || dollars.length === 0) return [];
  const { code, perDollar, on } = currency;
  const amounts = dollars.map((each) =>
    formatMoney({ amount: decimal(each).times(decimal(perDollar)), currency: code }),
  );
  return [{ label: words.inOwn(code), value: words.atRate(amounts.join(" and "), perDollar, dayWords(on)) }];
}
