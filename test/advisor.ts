import { type Advisor, openAdvisor } from "#core";
import { openCatalogue } from "../pricing/open.ts";
import { openRates } from "../pricing/rates/open.ts";

const catalogue = openCatalogue();
const rates = openRates();
const advisors = new Map<string, Advisor>();

/** The shipped catalogue on a day, opened once for each test file. */
export function advisorOn(asOf: string): Advisor {
  const known = advisors.get(asOf) ?? openAdvisor(catalogue, rates, asOf);
  advisors.set(asOf, known);
  return known;
}

/** The day of the specification's examples. */
export const exampleDay = "2026-11-20";
