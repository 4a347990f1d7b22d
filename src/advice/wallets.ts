import type { Row, UnitId } from "#pricing";
import { rowSource } from "../market/sources.ts";
import { messages } from "./messages.ts";
import type { PickedWallet } from "./pick.ts";
import { chosenLabels } from "./reasons.ts";
import type { Funding, Wallet } from "./result.ts";
import type { Situation } from "./situation.ts";

/** The wallets in question as the result shows them: what the person says goes before what the catalogue says. */
export function describeWallets(situation: Situation): Wallet[] {
  return situation.wallets.map((picked) => describe(picked, situation));
}

function describe(picked: PickedWallet, situation: Situation): Wallet {
  const { row, route } = picked;
  const expiry = chosenLabels("expiry", situation);
  const unit = (situation.answer("unit") as UnitId | undefined) ?? row.unit;
  return {
    id: row.id,
    vendor: row.vendor,
    product: row.product,
    route,
    unit,
    unitName: row.unitName,
    currency: unit === "account_balance" ? row.price.currency : null,
    price: priceFact(row),
    included: row.included,
    owner: { kind: situation.answer("owner_kind") ?? null, name: ownerName(picked, situation) },
    expiry: {
      text: expiry === undefined ? row.expiry.text : messages.yourAnswer(expiry),
      date: situation.answer("expires_on") ?? null,
    },
    rollover: situation.answer("rollover") ?? row.rollover.text,
    atZero: situation.answer("at_zero") ?? row.atZero.answer,
    atZeroText: row.atZero.text,
    funding: fundingOf(picked, situation),
    source: rowSource(row, situation.market),
  };
}

function priceFact(row: Row): Wallet["price"] {
  const { amount, currency, period, kind, per } = row.price;
  return amount === null ? null : { amount, currency, period, kind, per };
}

/** Where there are two budgets, the code's wallets belong to one name and the people's to the other. */
function ownerName({ list }: PickedWallet, situation: Situation): string | null {
  const owner = situation.answer("owner");
  if (owner === undefined || typeof owner === "string") return owner ?? null;
  return (list === "person" ? owner.seats : (owner.api ?? owner.seats)) ?? null;
}

const answered: Record<string, Funding> = {
  manual: "prepaid_manual",
  auto_capped: "prepaid_auto_capped",
  auto_uncapped: "prepaid_auto_uncapped",
  invoice: "invoice",
};

/** A plan and a seat are paid by card each month, a contract is a commitment; for the rest the person says it. */
function fundingOf({ row, route }: PickedWallet, situation: Situation): Funding | null {
  if (row.kind === "contract") return "committed";
  if (route === "stay_free" || row.price.kind === "free") return null;
  if (row.kind === "plan" || row.kind === "seat") return "card_monthly";
  return answered[situation.answer("funding") ?? ""] ?? null;
}
