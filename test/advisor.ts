import { openAdvisors } from "#core";
import { openCatalogue } from "../pricing/open.ts";
import { openRates } from "../pricing/rates/open.ts";

/** The shipped catalogue on a day, opened once for each test file. */
export const advisorOn = openAdvisors(openCatalogue(), openRates());

/** The day of the specification's examples. */
export const exampleDay = "2026-11-20";
