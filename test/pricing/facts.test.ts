import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openCatalogue } from "../../pricing/open.ts";

/** What was written down when the pages were read, as far as it is compared here. */
type Fact = {
  id: string;
  vendor_id: string;
  route: string;
  price: number | null;
  source_url: string;
  source_read_on: string | null;
};

const files = ["plans-text.json", "plans-media.json"].map(
  (name) => new URL(`../../../shared/facts/${name}`, import.meta.url),
);
const absent = !files.every((file) => existsSync(file));
const facts = absent ? [] : files.flatMap((file): Fact[] => JSON.parse(readFileSync(file, "utf8")));
// Rates of models are not sold by themselves: they have a price table of their own and are no rows.
const sold = facts.filter((fact) => !fact.id.startsWith("rate-"));
const skipped = absent ? " (skipped: the fact files are not beside the project)" : "";

describe.skipIf(absent)("the shipped catalogue beside what was read", () => {
  const { rows } = openCatalogue();

  it(`has a row for every record, and no record without one${skipped}`, () => {
    expect(sold.length).toBeGreaterThan(100);
    expect(sold.filter((fact) => !rows.some((row) => row.id === fact.id)).map((fact) => fact.id)).toEqual([]);
  });

  it(`agrees on route, vendor, price, page and day of reading${skipped}`, () => {
    const seen = sold.map((fact) => {
      // A later change is a new dated row of the same id: the one with this reading stays as it was read.
      const row = rows.find((each) => each.id === fact.id && each.source.readOn === fact.source_read_on);
      const amount = row?.price.amount ?? null;
      return {
        id: fact.id,
        vendor: row?.vendor,
        route: row?.route,
        price: amount === null ? null : Number(amount),
        url: row?.source.url,
        readOn: row?.source.readOn,
      };
    });
    expect(seen).toEqual(
      sold.map((fact) => ({
        id: fact.id,
        vendor: fact.vendor_id,
        route: fact.route,
        // A figure from a page that nobody read on a known day is not kept.
        price: fact.source_read_on === null ? null : fact.price,
        url: fact.source_url,
        readOn: fact.source_read_on,
      })),
    );
  });
});
