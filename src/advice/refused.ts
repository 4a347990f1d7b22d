import { refuseToAdd } from "../quantity/combine.ts";
import type { Measure, Refusal } from "../quantity/quantity.ts";
import type { Wallet } from "./result.ts";

/** The comparisons that suggest themselves on the primary route and are refused: each pair of two vendors' wallets. */
export function refusedPairs(wallets: readonly Wallet[]): Refusal[] {
  const primary = wallets.filter((wallet) => wallet.route === wallets[0]?.route);
  return primary.flatMap((left, at) =>
    primary
      .slice(at + 1)
      .flatMap((right) => (left.vendor === right.vendor ? [] : (refuseToAdd(measure(left), measure(right)) ?? []))),
  );
}

function measure({ id, product, unit, unitName, currency, owner, source }: Wallet): Measure {
  return {
    unit,
    wallet: { id, name: product, unitName, budgetOwner: owner.name },
    currency,
    period: null,
    readOn: source.readOn,
  };
}
