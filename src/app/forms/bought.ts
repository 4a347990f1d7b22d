import { addMonths } from "#pricing";
import { situationOf } from "../../advice/advise.ts";
import type { Who } from "../../conversation/bot.ts";
import { boughtUntil } from "../../estimate/buckets.ts";
import type { Pick, Purchase } from "../../purchase/purchase.ts";
import { type Recommendation, withPurchases } from "../../purchase/recommend.ts";
import { decimal } from "../../quantity/money.ts";
import type { Values } from "../../screen/screen.ts";
import { dayOf } from "../../store/named.ts";
import type { Decision } from "../../store/rows.ts";
import { fundings, type Holding } from "../../team/holding.ts";
import { todayOf } from "../balances.ts";
import { findDecision, noSuchDecision } from "../decision-lookup.ts";
import type { AppPorts } from "../ports.ts";
import { balancePage, recordBalance } from "./balance-form.ts";
import type { BalanceForm } from "./balance-values.ts";
import { type Form, once } from "./form.ts";

/** What a decision recommended was bought: the form of its purchase, filled in. About the decision. */
export const bought: Form = {
  async show(who, about, place, ports) {
    const decision = await findDecision(who, about, place, ports);
    if (decision === null) return noSuchDecision(ports.typed);
    const { kind, values } = await purchaseOf(who, decision, ports);
    return balancePage(kind, values, {});
  },
  async fill(who, about, values, place, ports) {
    const decision = await findDecision(who, about, place, ports);
    if (decision === null) return once(noSuchDecision(ports.typed));
    const { kind, more } = await purchaseOf(who, decision, ports);
    return recordBalance(who, { kind, form: "bought", about, values, row: null }, more, ports);
  },
};

type Filling = { kind: BalanceForm; values: Values; more: Partial<Holding> };

/** What the first purchase of a decision fills in. Where nothing is named to be bought, an empty form. */
async function purchaseOf(who: Who, decision: Decision, ports: AppPorts): Promise<Filling> {
  const today = await todayOf(who, ports);
  const then = ports.advisorOn(dayOf(decision.at), who.tenant);
  const kept = decision.result as Partial<Recommendation>;
  const { purchases } = kept.purchases
    ? (kept as Recommendation)
    : withPurchases(then, situationOf(then, decision.answers), decision.result);
  const purchase = purchases.find(({ picks }) => picks.length > 0);
  const pick = purchase?.picks[0];
  if (purchase === undefined || pick === undefined)
    return { kind: "prepaid", values: {}, more: { decision: decision.id } };
  const row = then.market.row(pick.row);
  const { owner, funding } = decision.answers;
  const more: Partial<Holding> = {
    row: pick.row,
    vendor: row === undefined ? "" : then.market.vendorName(row.vendor),
    decision: decision.id,
    ...(typeof owner === "string" && owner !== "unknown" && owner.trim() !== "" ? { owner } : {}),
    funding: fundings.find((each) => each === funding) ?? null,
  };
  const product = pick.product;
  if (isSeats(purchase))
    return {
      kind: "seats",
      values: { product, count: pick.quantity.count, price: seatPrice(pick), renews: renewal(pick, today) },
      more,
    };
  const month = purchase.monthly;
  const values = {
    product,
    amount: pick.firstPayment === null ? "" : `${pick.currency} ${pick.firstPayment}`,
    bought: today,
    expires: row === undefined ? null : boughtUntil(row, today),
    use: month === null ? "" : `${month.low}/${month.expected}/${month.high} a month`,
  };
  return { kind: "prepaid", values, more };
}

function isSeats({ kind, picks }: Purchase): boolean {
  return kind === "seats" || kind === "subscribe" || picks[0]?.quantity.of === "seat";
}

/** The price of one seat, by the month: what all of them cost, by their number. */
function seatPrice({ quantity, currency, monthly }: Pick): string {
  if (monthly === null) return "";
  const one = decimal(monthly.expected).div(decimal(quantity.count)).round(2);
  return `${currency} ${one.toFixed()} a month`;
}

/** When what is bought today renews first: by what is paid, after a month or a year. */
function renewal({ monthly }: Pick, today: string): string {
  return addMonths(today, monthly === null ? 12 : 1);
}
