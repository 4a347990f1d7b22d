import { addMonths, type PlainDate } from "#pricing";
import { withNames } from "../checklist/person.ts";
import type { Market } from "../market/market.ts";
import { addBands } from "../quantity/band.ts";
import { type Bought, boughtOf } from "../store/bought.ts";
import { dayOf, summaryOfLine } from "../store/named.ts";
import type { Decision } from "../store/rows.ts";
import { stateOf } from "../store/state.ts";
import { type Commitment, commitmentOf } from "./commitment.ts";
import { messages } from "./export-messages.ts";
import { stateWords } from "./filter-messages.ts";

/** The version of the FinOps Open Cost and Usage Specification whose column names are used: focus.finops.org, of May 2025. */
export const focusVersion = "1.2";

/**
 * The columns of an export, in their order. Those without a prefix are FOCUS columns, of a cost that is planned and not
 * invoiced; `x_` begins the columns that FOCUS leaves to whoever writes the file.
 */
export const columns = [
  "BilledCost",
  "EffectiveCost",
  "ContractedCost",
  "ListCost",
  "BillingCurrency",
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "ChargeCategory",
  "ChargeFrequency",
  "ChargeDescription",
  "PricingQuantity",
  "PricingUnit",
  "ServiceName",
  "ServiceCategory",
  "ProviderName",
  "PublisherName",
  "InvoiceIssuerName",
  "x_CostLow",
  "x_CostHigh",
  "x_MonthShare",
  "x_FirstPayment",
  "x_YearPaidAtOnce",
  "x_Planned",
  "x_DecisionId",
  "x_DecisionName",
  "x_DecidedAt",
  "x_State",
  "x_Budget",
  "x_BudgetOwner",
  "x_PurchaseKind",
  "x_Model",
  "x_Route",
  "x_SupersededBy",
  "x_MadeBy",
  "x_Platform",
  "x_Catalogue",
  "x_Answers",
] as const;
export type Column = (typeof columns)[number];

/** The columns that hold exact decimals; all others hold text. */
export const numberColumns: ReadonlySet<Column> = new Set([
  "BilledCost",
  "EffectiveCost",
  "ContractedCost",
  "ListCost",
  "PricingQuantity",
  "x_CostLow",
  "x_CostHigh",
  "x_MonthShare",
  "x_FirstPayment",
  "x_YearPaidAtOnce",
]);

/** One purchase of a decision. Numbers are exact decimals; null where nothing is known, which is never zero. */
export type ExportRow = Record<Column, string | null>;

/** A decision with the platform that it was made on. */
export type Exported = { decision: Decision; platform: string };

/** The rows of decisions, one for each budget that one buys for; one without money where it buys nothing. */
export function exportRows(all: readonly Exported[], market: Market): ExportRow[] {
  return all.flatMap(({ decision, platform }) => {
    const bought = boughtOf(decision.result, decision.answers) ?? [];
    const about = { ...nothing, ...ofDecision(decision, platform) };
    return bought.length === 0
      ? [about]
      : bought.map((each) => ({ ...about, ...ofPurchase(each, dayOf(decision.at), market) }));
  });
}

const nothing = Object.fromEntries(columns.map((column) => [column, null])) as ExportRow;

function ofDecision(decision: Decision, platform: string): Partial<ExportRow> {
  const { name, owner } = summaryOfLine(decision);
  const { id, at, route, supersededBy, by, catalogue, answers } = decision;
  return {
    x_Planned: "true",
    x_DecisionId: id,
    x_DecisionName: name,
    x_DecidedAt: momentText(at),
    x_State: stateWords[stateOf(decision)],
    x_BudgetOwner: textOf(withNames(owner)),
    x_Route: route,
    x_SupersededBy: supersededBy,
    x_MadeBy: by,
    x_Platform: platform,
    x_Catalogue: catalogue,
    x_Answers: withNames(JSON.stringify(answers)),
  };
}

/** A purchase of several products has one amount where they are paid alike; else only their names. */
function ofPurchase(bought: Bought, day: PlainDate, market: Market): Partial<ExportRow> {
  const { kind, budget, picks, owner } = bought;
  const money = together(picks.map((pick) => commitmentOf(bought, pick)));
  const [pick, ...others] = picks;
  const single = others.length === 0 ? pick : undefined;
  const cost = money?.amount.expected.toFixed() ?? null;
  const products = textOf(joined(picks.map(({ product }) => product)));
  const vendor = textOf(joined(picks.flatMap(({ row }) => market.row(row)?.vendor ?? []).map(market.vendorName)));
  const end = addMonths(day, money?.period === "year" ? 12 : 1);
  return {
    BilledCost: cost,
    EffectiveCost: cost,
    ContractedCost: cost,
    // What a vendor quoted for one buyer is no list price.
    ListCost: kind === "quote" ? null : cost,
    BillingCurrency: money?.currency ?? pick?.currency ?? null,
    ChargePeriodStart: money === null ? null : `${day}T00:00:00Z`,
    ChargePeriodEnd: money === null ? null : `${end}T00:00:00Z`,
    ChargeCategory: picks.length === 0 ? null : money?.paid === "use" ? "Usage" : "Purchase",
    ChargeFrequency: money === null ? null : money.paid === "use" ? "Usage-Based" : "Recurring",
    ChargeDescription: products,
    PricingQuantity: single?.quantity.count ?? null,
    PricingUnit: single === undefined ? null : units[single.quantity.of],
    ServiceName: products,
    ServiceCategory: picks.length === 0 ? null : messages.category,
    ProviderName: vendor,
    PublisherName: vendor,
    InvoiceIssuerName: vendor,
    x_CostLow: money?.amount.low.toFixed() ?? null,
    x_CostHigh: money?.amount.high.toFixed() ?? null,
    x_MonthShare: single === undefined ? null : (money?.monthShare ?? null),
    x_FirstPayment: single?.firstPayment ?? null,
    x_YearPaidAtOnce: single?.annual?.amount ?? null,
    x_Budget: budget,
    x_BudgetOwner: owner === null ? null : withNames(owner),
    x_PurchaseKind: kind,
    x_Model: textOf(joined(picks.flatMap(({ model }) => model ?? []))),
  };
}

function together(parts: readonly (Commitment | null)[]): Commitment | null {
  const known = parts.filter((part) => part !== null);
  const [first] = known;
  if (first === undefined || known.length < parts.length) return null;
  const alike = known.every(({ currency, period }) => currency === first.currency && period === first.period);
  return alike ? { ...first, amount: addBands(known.map(({ amount }) => amount)) } : null;
}

const units: Record<Bought["picks"][number]["quantity"]["of"], string> = {
  seat: "Seats",
  account: "Accounts",
  balance: "Balances",
  package: "Packages",
  contract: "Contracts",
};

function joined(texts: readonly string[]): string {
  return [...new Set(texts)].join(" and ");
}

function textOf(text: string): string | null {
  return text === "" ? null : text;
}

/** A moment as FOCUS writes it: in UTC, to the second. */
export function momentText(at: number): string {
  const seconds = Math.floor(at / 1_000) % 86_400;
  const part = (many: number) => String(many).padStart(2, "0");
  return `${dayOf(at)}T${part(Math.floor(seconds / 3_600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}Z`;
}
