import type { Row } from "#pricing";
import { mixOf } from "../estimate/text/text.ts";
import { one } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import type { Workload } from "../workload/workload.ts";
import { chosenOn, isNamed, outputsOf, type PurchaseContext, rowsOn, workOf } from "./context.ts";
import { firstTopUp } from "./first-top-up.ts";
import { mediaOffers } from "./media.ts";
import { messages } from "./messages.ts";
import { modelOffers } from "./models.ts";
import { nextSteps } from "./next-steps.ts";
import { inOrder, type Offer, offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import { smallestPayment } from "./price.ts";
import type { NextStep, Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";

/** What a program uses, paid as it is used, or, `trial`, from one small balance that is topped up by hand. */
export function apiPurchase(context: PurchaseContext, trial: boolean): Purchase {
  const { possible, excluded } = sortOut(rowsOn("api_meter", context), context);
  const sold = possible.filter((row) => row.price.kind !== "free" && row.kind === "balance");
  const work = workOf(context);
  const offers = inOrder(offersFor(work, sold, context));
  const pick = pickFrom(offers, work, context);
  return purchaseOf({
    budget: "program",
    kind: trial ? "top_up" : "pay_as_you_go",
    picks: pick === undefined ? [] : [pick],
    offers,
    excluded,
    context,
    settledBy: outputsOf(context).length === 0 ? "output" : "workload",
    why: work === undefined ? [messages.noWork] : [],
    next: ({ row, firstPayment }) => {
      const steps = trial ? nextSteps.topUp : nextSteps.payAsYouGo;
      return [...steps(row, firstPayment, context.situation), ...(trial ? [] : savings(context, row).slice(0, 1))];
    },
  });
}

function offersFor(work: Workload | undefined, sold: readonly Row[], context: PurchaseContext): Offer[] {
  if (work?.kind === "prepaid" || work?.kind === "lots") {
    const burned = sold.filter((row) => row.id === work.wallet).map((row) => burnedOn(row, work, context));
    if (burned.length > 0)
      return [...burned, ...sold.filter((row) => row.id !== work.wallet).map((row) => bare(row, context))];
  }
  const media = mediaOffers(sold, context);
  if (media !== undefined) return media;
  const models = modelOffers(work?.kind === "text" ? work : undefined, sold, context);
  const without = sold.filter((row) => models.every((offer) => offer.row !== row)).map((row) => bare(row, context));
  return [...models, ...without];
}

/** The named model or product, else the cheapest that was named and is known to fit, else the first that is sold. */
function pickFrom(offers: readonly Offer[], work: Workload | undefined, context: PurchaseContext): Offer | undefined {
  const models = work?.kind === "text" ? mixOf(work).map(({ model }) => model) : [];
  const chosen = chosenOn("api_meter", context);
  const able = offers.filter(({ covers }) => covers !== "no");
  const named =
    able.find(({ model }) => model !== null && models.includes(model)) ?? able.find(({ row }) => chosen.includes(row));
  const own = able.filter(({ row }) => isNamed(row, context));
  return named ?? own.find(({ monthly }) => monthly !== null) ?? own.find(({ model }) => model !== null) ?? own[0];
}

/** A balance of which only the smallest payment is known. */
function bare(row: Row, { situation }: PurchaseContext): Offer {
  return offerOf(row, one, situation, {
    of: "balance",
    monthly: null,
    annual: null,
    firstPayment: smallestPayment(row),
    why: [messages.noRateHere],
  });
}

/** A balance whose use was told in its own dollars. */
function burnedOn(
  row: Row,
  work: Extract<Workload, { kind: "prepaid" | "lots" }>,
  { situation }: PurchaseContext,
): Offer {
  const monthly = row.unit === "account_balance" ? work.burnPerMonth : null;
  return offerOf(row, one, situation, {
    of: "balance",
    monthly,
    annual: null,
    firstPayment: firstTopUp(row, monthly),
    covers: "yes",
    why: [messages.asYouBurn],
  });
}

/** What caching, batches or a shorter history would save in a month, the most first. */
function savings({ result }: PurchaseContext, row: Row): NextStep[] {
  return (result.estimate?.alternatives ?? [])
    .filter(
      ({ wallet, saves, model }) => wallet === null && saves !== null && decimal(saves).gt("0") && model !== undefined,
    )
    .sort((left, right) => decimal(right.saves ?? "0").cmp(decimal(left.saves ?? "0")))
    .map(({ option, model, saves }) => nextSteps.save(option, model, decimal(saves ?? "0"), row));
}
