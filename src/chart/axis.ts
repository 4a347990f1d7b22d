import { one, zero } from "../quantity/band.ts";
import { ceilDivide } from "../quantity/divide.ts";
import { type Decimal, decimal, formatAmount } from "../quantity/money.ts";
import type { Axis } from "./chart.ts";

/** More than so many ticks cannot be read at the width of a phone. */
const mostSteps = 4;

/** An axis from zero to the first round amount that covers `most`, in dollars. */
export function moneyAxis(label: string, most: Decimal): Axis {
  return axis(label, most, (at, step) => dollarLabel(at, step, most));
}

/** The same for what is counted. */
export function countAxis(label: string, most: Decimal): Axis {
  return axis(label, most, (at) => formatAmount(at));
}

function axis(label: string, most: Decimal, labelOf: (at: Decimal, step: Decimal) => string): Axis {
  const step = stepFor(most);
  const count = Number((most.gt(zero) ? ceilDivide(most, step) : one).toFixed());
  const ticks = Array.from({ length: count + 1 }, (_, at) => {
    const place = step.times(String(at));
    return { at: place.toFixed(), label: labelOf(place, step) };
  });
  return { label, to: ticks.at(-1)?.at ?? "1", ticks };
}

/** The smallest of 1, 2 and 5 times a power of ten of which a few steps reach `most`. */
function stepFor(most: Decimal): Decimal {
  if (most.lte(zero)) return one;
  const power = powerOfTen(most.e - 1);
  const steps = ["1", "2", "5", "10", "20", "50"].map((times) => power.times(times));
  return steps.find((step) => step.times(String(mostSteps)).gte(most)) ?? power.times("100");
}

function powerOfTen(exponent: number): Decimal {
  return decimal(exponent >= 0 ? `1${"0".repeat(exponent)}` : `0.${"0".repeat(-exponent - 1)}1`);
}

/** From how many dollars on they are told in thousands, millions or billions. */
const large: readonly [from: string, unit: string, sign: string][] = [
  ["1000000000", "1000000000", "B"],
  ["1000000", "1000000", "M"],
  ["10000", "1000", "k"],
];

/** `$0.50`, `$20`, `$40k`: ticks of one axis have the same number of digits behind the point. */
function dollarLabel(at: Decimal, step: Decimal, most: Decimal): string {
  if (at.eq(zero)) return "$0";
  const [, unit, sign] = large.find(([from]) => most.gte(from)) ?? ["", "1", ""];
  if (step.gte(one)) return `$${formatAmount(at.div(unit))}${sign}`;
  return `$${at.toFixed(Math.max(2, -step.e))}`;
}
