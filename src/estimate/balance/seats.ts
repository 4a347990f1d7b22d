import type { Row } from "#pricing";
import { rowSource } from "../../market/sources.ts";
import { bandText, exactly, most, zero } from "../../quantity/band.ts";
import { ceilDivide } from "../../quantity/divide.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import type { Context } from "../context.ts";
import type { At, Inputs, Piece } from "../piece.ts";
import type { Alternative, Pool } from "../result.ts";
import { messages } from "./messages.ts";

type SeatsWork = WorkloadOf<"seats">;

/** The input for how many people are in a group. */
export function peopleInput(group: number): string {
  return `usage.${group}.people`;
}

export function seatsInputs({ usage }: SeatsWork): Inputs {
  return new Map(
    usage.flatMap(({ people, units }, at) => [
      [peopleInput(at), people],
      [`usage.${at}.units`, units],
    ]),
  );
}

/** Units beyond the allowance, were each seat on its own and were all seats one pool. Formula: maths of seats and pools. */
export function overages(
  work: SeatsWork,
  allowance: Decimal,
  at: At,
): { perSeat: Decimal; pooled: Decimal; people: Decimal; used: Decimal } {
  const groups = work.usage.map((_, index) => ({
    people: at(peopleInput(index)),
    units: at(`usage.${index}.units`),
  }));
  const sum = (of: (group: { people: Decimal; units: Decimal }) => Decimal) =>
    groups.reduce((all, group) => all.plus(of(group)), zero);
  const people = sum((group) => group.people);
  const used = sum((group) => group.people.times(group.units));
  return {
    people,
    used,
    perSeat: sum((group) => group.people.times(most([group.units.minus(allowance), zero]))),
    pooled: most([used.minus(people.times(allowance)), zero]),
  };
}

/** Two lines with two owners: the seats, and what is used beyond them. A seat is never changed into usage. */
export function seatsPieces(work: SeatsWork, row: Row, context: Context, at: At): Piece[] {
  const grant = row.included.find((each) => each.per === "seat" && each.amount !== null);
  const allowance = grant?.amount ? decimal(grant.amount) : null;
  const { people, perSeat, pooled, used } = overages(work, allowance ?? zero, at);
  const refusal = seatsRefusal(row, people);
  const line = {
    wallet: row.id,
    model: null,
    option: "base",
    eligible: refusal === null,
    reason: refusal,
    sources: [rowSource(row, context.market)],
  };
  const price = row.price.per === "seat" ? row.price.amount : null;
  const seats: Piece = {
    ...line,
    key: "seats",
    budget: "seats",
    unit: "seat_month",
    amount: people,
    usd: price === null || refusal !== null ? null : people.times(decimal(price)),
    notPriceable: price === null ? messages.noPriceOfSeat(row) : null,
  };
  const beyond = grant?.pooled ? pooled : perSeat;
  const usage = { ...line, key: "usage", budget: "usage" as const, unit: grant?.unit ?? row.unit };
  if (allowance === null)
    return [seats, { ...usage, amount: used, usd: null, notPriceable: messages.noGrantOfSeat(row) }];
  const dollars = unitsToDollars(row, beyond);
  const priced = refusal === null && (dollars !== null || beyond.eq(zero));
  return [
    seats,
    {
      ...usage,
      amount: beyond,
      usd: priced ? (dollars ?? zero) : null,
      notPriceable: dollars === null && beyond.gt(zero) ? messages.noPriceBeyond(row) : null,
    },
  ];
}

/** What sharing the allowance saves: the overage of single seats less that of the pool. Null where no allowance is known. */
export function poolOf(work: SeatsWork, row: Row, at: At): Pool | null {
  const grant = row.included.find((each) => each.per === "seat" && each.amount !== null);
  if (!grant?.amount) return null;
  const { perSeat, pooled } = overages(work, decimal(grant.amount), at);
  const money = (units: Decimal) => ({ units: units.toFixed(), usd: unitsToDollars(row, units)?.toFixed() ?? null });
  return { perSeatOverage: money(perSeat), pooledOverage: money(pooled), value: money(perSeat.minus(pooled)) };
}

/** The same seat paid by the year, where the vendor sells it. */
export function seatsAlternatives(work: SeatsWork, row: Row, context: Context, at: At): Alternative[] {
  const { people } = overages(work, zero, at);
  const price = row.price.amount;
  if (price === null || row.price.period !== "month") return [];
  const other = row.paidYearly === undefined ? undefined : context.market.row(row.paidYearly);
  const annual = other?.price.period === "month_billed_yearly" && other.price.amount !== null ? other : undefined;
  if (annual !== undefined && !isSoldFor(work, annual)) return [];
  const yearly = annual?.price.amount ?? row.otherPrices.find((each) => each.period === "month_billed_yearly")?.amount;
  if (yearly === undefined || yearly === null) return [];
  const [monthCost, yearCost] = [people.times(decimal(price)), people.times(decimal(yearly))];
  const months = ceilDivide(yearCost.times("12"), monthCost);
  return [
    {
      option: "annual",
      wallet: annual?.id ?? row.id,
      model: null,
      text: messages.byTheYear(yearCost.times("12"), months),
      usd: bandText(exactly(yearCost)),
      saves: monthCost.minus(yearCost).toFixed(),
      breakEven: { from: months.toFixed(), upTo: "12", unit: "months" },
    },
  ];
}

/** Whether so many people can buy it, at both ends of their range: what cannot be bought has no total, by no period. */
export function isSoldFor({ usage }: SeatsWork, row: Row): boolean {
  const people = (end: "low" | "high") => usage.reduce((sum, group) => sum.plus(group.people[end]), zero);
  return seatsRefusal(row, people("low")) === null && seatsRefusal(row, people("high")) === null;
}

function seatsRefusal({ seats }: Row, people: Decimal): string | null {
  if (seats?.min && people.lt(String(seats.min))) return messages.leastSeats(seats.min);
  if (seats?.max && people.gt(String(seats.max))) return messages.mostSeats(seats.max);
  return null;
}

function unitsToDollars({ topUp }: Row, units: Decimal): Decimal | null {
  return topUp.rate === null ? null : units.times(decimal(topUp.rate.price)).div(decimal(topUp.rate.gives));
}
