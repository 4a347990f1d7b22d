import type { Row } from "#pricing";
import { mixOf } from "../estimate/text/text.ts";
import { one } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import type { Workload } from "../workload/workload.ts";
import { bare } from "./bare.ts";
import { chosenOn, isNamed, outputsOf, type PurchaseContext, rowsOn, workOf } from "./context.ts";
import { firstTopUp } from "./first-top-up.ts";
import { measuredOn } from "./measured.ts";
import { mediaOffers } from "./media.ts";
import { messages } from "./messages.ts";
import { modelOffers } from "./models.ts";
import { nextSteps } from "./next-steps.ts";
import { inOrder, type Offer, offerOf } from "./offer.ts";
import { sortOut } from "./possible.ts";
import type { NextStep, Purchase } from "./purchase.ts";
import { purchaseOf } from "./put-together.ts";

/** What a program uses, paid as it is used, or, `trial`, from one small balance that is topped up by hand. */
export function apiPurchase(context: PurchaseContext, trial: boolean): Purchase {
  const { possible, excluded } = sortOut(rowsOn("api_meter", context), context);
  const sold = possible.filter((row) => row.price.kind !== "free" && row.kind === "balance");
  const work = workOf(context);
  const offers = inOrder(offersFor(work, sold, context));
  const pick = pickFrom(offers, work, context);
  const saves = pick === undefined ? [] : savings(context, pick.row);
  return purchaseOf({
    budget: "program",
    kind: trial ? "top_up" : "pay_as_you_go",
    picks: pick === undefined ? [] : [pick],
    offers,
    excluded,
    context,
    settledBy: outputsOf(context).length === 0 ? "output" : "workload",
    why: [
      ...(work === undefined ? [messages.noWork] : []),
      ...(pick === undefined ? [] : othersOf(pick, offers)),
      ...(trial ? [] : saves.slice(1).map(({ text }) => text)),
    ],
    next: ({ row, firstPayment }) => {
      const steps = trial ? nextSteps.topUp : nextSteps.payAsYouGo;
      return [...steps(row, firstPayment, context.situation), ...(trial ? [] : saves.slice(0, 1))];
    },
  });
}

function offersFor(work: Workload | undefined, sold: readonly Row[], context: PurchaseContext): Offer[] {
  if (work?.kind === "prepaid" || work?.kind === "lots") {
    const burned = sold.filter((row) => row.id === work.wallet).map((row) => burnedOn(row, work, context));
    if (burned.length > 0)
      return [...burned, ...sold.filter((row) => row.id !== work.wallet).map((row) => bare(row, context))];
  }
  if (work?.kind === "measured") return sold.map((row) => measuredOn(row, work, context));
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

/** For the model that somebody named: the cheapest of all for the same work. */
function othersOf(pick: Offer, offers: readonly Offer[]): string[] {
  const [cheapest] = offers.filter(({ covers, monthly }) => covers === "yes" && monthly !== null);
  if (cheapest === undefined || cheapest === pick || pick.model === null) return [];
  return [messages.namedModel, messages.cheapestModel(cheapest)];
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

/** Ways that change the model come after those that change nothing of the answers. */
const changesAnswers: readonly string[] = ["lighter_model", "window_3"];
const caching: readonly string[] = ["caching_5m", "caching_1h"];

/** What caching, batches, a shorter history or a lighter model would save in a month, those first that change no answer. */
function savings({ result }: PurchaseContext, row: Row): NextStep[] {
  const ways = (result.estimate?.alternatives ?? []).flatMap(({ option, model, wallet, saves }) =>
    wallet !== null || saves === null || decimal(saves).lte("0") ? [] : [{ option, model, saves: decimal(saves) }],
  );
  // Of the two lives of a cache one is enough.
  const caches = ways.filter(({ option }) => caching.includes(option)).sort((one, other) => other.saves.cmp(one.saves));
  return ways
    .filter((way) => !caches.slice(1).includes(way))
    .sort(
      (one, other) =>
        Number(changesAnswers.includes(one.option)) - Number(changesAnswers.includes(other.option)) ||
        other.saves.cmp(one.saves),
    )
    .map(({ option, model, saves }) => nextSteps.save(option, model, saves, row));
}
