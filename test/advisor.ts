import { openAdvisors } from "#core";
import { openCatalogue } from "../pricing/open.ts";
import { openRates } from "../pricing/rates/open.ts";

/** The shipped catalogue on a day, opened once for each test file. */
const advisors = openAdvisors(openCatalogue(), openRates());

/** The advisor of a day, by the files of the catalogue alone. */
export const advisorOn = (day: string) => advisors(day);

/** The day of the specification's examples. */
export const exampleDay = "2026-11-20";
