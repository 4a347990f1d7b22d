import type { Row } from "#pricing";
import { contextOf } from "../advice/estimated.ts";
import { apiWallet, modelRef } from "../estimate/context.ts";
import { type MeasuredWork, measuredDays } from "../estimate/measured/month.ts";
import { monthOf } from "../estimate/text/alternatives.ts";
import { mixOf } from "../estimate/text/text.ts";
import { ceilDivide } from "../quantity/divide.ts";
import { type Decimal, decimal } from "../quantity/money.ts";
import { budgetsOf, outputsOf, type PurchaseContext, workOf } from "./context.ts";
import { evenCounts, messages } from "./messages.ts";
import { oneRequest } from "./models.ts";
import { priceOfMonth } from "./price.ts";
import type { BreakEven } from "./purchase.ts";

/** A request as a coding tool makes it: what is reckoned with until real use is known. */
const usualRequest = { input: 10_000, output: 1_000 };
/** Days on which somebody works, in a month. */
const workingDays = decimal("21");

type Found = { breakEven: BreakEven | null; says: string };

/**
 * From how much work on this plan is cheaper than its vendor's API, and what is said of it; undefined where a person's own
 * work on the API is not the question: for anything but code, or where the vendor sells no API.
 */
export function flatOrMeter(plan: Row, context: PurchaseContext): Found | undefined {
  const price = priceOfMonth(plan);
  if (price === null || price.eq("0")) return undefined;
  // With a program beside the people the work that was told is the program's: two budgets are never one.
  if (budgetsOf(context).length > 1) return byRequests(plan, price, usual(plan, context), context);
  return (
    byFlatCheck(plan, context) ??
    byTextWork(plan, price, context) ??
    byRequests(plan, price, told(context) ?? usual(plan, context), context)
  );
}

/** The person's own figures of a use and its price. */
function byFlatCheck(plan: Row, context: PurchaseContext): Found | undefined {
  const { flat } = context.result.estimate ?? {};
  const work = workOf(context);
  if (flat == null || flat.plan !== plan.id || work?.kind !== "flat") return undefined;
  const meter = apiWallet(contextOf(context.rates, context.situation), plan.vendor);
  if (!flat.comparable || flat.breakEven === null || flat.price === null || meter === undefined)
    return { breakEven: null, says: flat.reason };
  const at = { amount: flat.breakEven, of: evenCounts.use };
  const each = work.usdPerUse.expected.toFixed();
  const prices = { flat: flat.price, start: "0", each, of: "uses", per: "month" as const, upTo: flat.cap };
  return { breakEven: { flat: plan.id, meter: meter.id, at, you: null, cheaper: null, prices }, says: flat.reason };
}

/** The person's own conversations, on the model that they named. */
function byTextWork(plan: Row, price: Decimal, context: PurchaseContext): Found | undefined {
  const work = workOf(context);
  if (work?.kind !== "text") return undefined;
  const on = contextOf(context.rates, context.situation);
  const month = monthOf(work, on);
  const [model] = mixOf(work);
  const meter = model === undefined ? undefined : apiWallet(on, modelRef(model.model).vendor);
  const many = work.conversations.expected;
  if (month === null || meter === undefined || month.expected.lte("0") || many.lte("0")) return undefined;
  const at = ceilDivide(price.times(many), month.expected);
  const flatIsCheaper = many.gte(at);
  return {
    breakEven: {
      flat: plan.id,
      meter: meter.id,
      at: { amount: at.toFixed(), of: evenCounts.conversation },
      you: many.toFixed(),
      cheaper: flatIsCheaper ? plan.id : meter.id,
      prices: {
        flat: price.toFixed(),
        start: "0",
        each: month.expected.div(many).toFixed(),
        of: "conversations",
        per: "month",
        upTo: null,
      },
    },
    says: messages.evenAtConversations(plan, at, many, flatIsCheaper),
  };
}

/** One request with its price: `model` where it is a usual one, as it was told else. */
type Request = { usd: Decimal; model: string | null; aDay?: Decimal };

/** The one request that the person described. */
function told(context: PurchaseContext): Request | undefined {
  const { estimate } = context.result;
  const work = workOf(context);
  if (work?.kind === "measured") return measuredRequest(work, estimate?.total?.expected);
  if (work?.kind !== "usage" || estimate?.per !== "request" || estimate.total === null) return undefined;
  const usd = decimal(estimate.total.expected);
  return usd.lte("0") ? undefined : { usd, model: null };
}

/** The average request of measured use, and how many there were on a working day. */
function measuredRequest(work: MeasuredWork, month: string | undefined): Request | undefined {
  const requests = work.requests?.times("30").div(decimal(String(measuredDays(work))));
  if (requests === undefined || month === undefined || requests.lte("0")) return undefined;
  const usd = decimal(month).div(requests);
  return usd.lte("0") ? undefined : { usd, model: null, aDay: requests.div(workingDays).round(0) };
}

/** A usual request of coding tools, on the vendor's middling model. */
function usual(plan: Row, context: PurchaseContext): Request | undefined {
  return outputsOf(context).includes("code") ? oneRequest(plan.vendor, usualRequest, context) : undefined;
}

/** Requests: the one question is how many of them there are in a day. */
function byRequests(
  plan: Row,
  price: Decimal,
  request: Request | undefined,
  context: PurchaseContext,
): Found | undefined {
  const meter = apiWallet(contextOf(context.rates, context.situation), plan.vendor);
  if (request === undefined || meter === undefined) return undefined;
  const at = ceilDivide(price, request.usd.times(workingDays));
  const count = context.situation.count("requests_a_day");
  const you = count === undefined ? (request.aDay ?? null) : decimal(String(count));
  return {
    breakEven: {
      flat: plan.id,
      meter: meter.id,
      at: { amount: at.toFixed(), of: evenCounts.request },
      you: you?.toFixed() ?? null,
      cheaper: you === null ? null : you.gte(at) ? plan.id : meter.id,
      prices: {
        flat: price.toFixed(),
        start: "0",
        each: request.usd.times(workingDays).toFixed(),
        of: "requests",
        per: "day",
        upTo: null,
      },
    },
    says: messages.evenAtRequests(plan, at, request.model, you),
  };
}
