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

const fileOf = (name: string) => new URL(`../../../shared/facts/${name}`, import.meta.url);
const names = ["plans-text.json", "plans-media.json", "plans-more.json", "rereads-text.json", "rereads-media.json"];
const absent = !names.every((name) => existsSync(fileOf(name)));
const read = <T>(...some: string[]): T[] =>
  absent ? [] : some.flatMap((name): T[] => JSON.parse(readFileSync(fileOf(name), "utf8")));
const facts = read<Fact>("plans-text.json", "plans-media.json");
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

  it(`has a row for every record of a vendor that it lacked, with its price, page and day${skipped}`, () => {
    const more = read<Fact>("plans-more.json");
    expect(more).toHaveLength(69);
    const wrong = more.filter((fact) => {
      if (Object.hasOwn(otherwise, fact.id)) return !rows.some((row) => row.id === otherwise[fact.id]);
      const row = rows.find((each) => each.id === fact.id);
      const amount = row?.price.amount ?? null;
      const price = byTheHour.includes(fact.id) ? null : fact.price;
      const isSame = amount === null ? price === null : Number(amount) === price;
      return (
        !isSame ||
        row?.route !== fact.route ||
        row.source.url !== fact.source_url ||
        row.source.readOn !== fact.source_read_on
      );
    });
    expect(wrong.map((fact) => fact.id)).toEqual([]);
  });

  it(`has every dated reading of a row that was read again, on its day${skipped}`, () => {
    const again = read<{ id: string; read_on: string | null }>("rereads-text.json", "rereads-media.json");
    const dated = again.filter((each) => each.read_on !== null && rows.some((row) => row.id === each.id));
    expect(dated.length).toBeGreaterThan(70);
    const missing = dated.filter(({ id, read_on }) => {
      const days = rows
        .filter((row) => row.id === id)
        .flatMap(({ source, readings = [] }) => [source.readOn, ...readings.map(({ on }) => on)]);
      return !days.includes(read_on);
    });
    expect(missing.map(({ id, read_on }) => `${id} ${read_on}`)).toEqual([]);
  });
});

/** Records that are new rows of an id that there was. */
const otherwise: Record<string, string> = {
  "google-vertex-paygo": "google-vertex",
  "mistral-plan-pro": "mistral-le-chat-pro",
  "mistral-api-payg": "mistral-api",
  "xai-api-prepaid": "xai-api",
  "openrouter-credits-2026-08": "openrouter-credits",
};

/** What an hour of one machine costs is no price of the wallet: it stands among what drains. */
const byTheHour = ["fireworks-on-demand-gpu", "cohere-model-vault-standard"];
