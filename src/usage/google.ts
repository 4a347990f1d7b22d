import { z } from "zod";
import type { PlainDate } from "#pricing";
import { type Decimal, decimal } from "../quantity/money.ts";
import { noTokens, type Used } from "./gathering.ts";
import type { JsonShape, Record, ShapeSource, TableShape } from "./shape.ts";
import { lookedFor, shapeNames } from "./shape-words.ts";
import { readSku } from "./sku.ts";
import type { Reason } from "./usage.ts";
import { amountOf, countOf, currencyOf, dayOfTime, tableAmount } from "./values.ts";

const readOn = "2026-11-21";
const sources: ShapeSource[] = [
  {
    url: "https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-tables/standard-usage",
    readOn,
    by: "documentation",
  },
  // How the charges for Gemini are described: a question in the vendor's forum.
  {
    url: "https://discuss.ai.google.dev/t/how-are-short-input-long-input-and-cached-input-token-costs-calculated-for-gemini-2-5-flash/111014",
    readOn,
    by: "public_code",
  },
  // The columns of the tables that the console saves: instructions of others name them.
  { url: "https://github.com/Navid200/xDrip", readOn, by: "public_code" },
];
const shape = shapeNames.google;

// Labels, projects and the account are dropped here.
const row = z.object({
  service: z.object({ description: z.string() }),
  sku: z.object({ description: z.string() }),
  usage_start_time: z.string(),
  cost: z.string(),
  currency: z.string(),
  cost_type: z.string().nullish(),
  usage: z.object({ amount: z.string().nullish(), unit: z.string().nullish() }).nullish(),
  credits: z.array(z.object({ amount: z.string() })).nullish(),
});
const isRow = (unit: unknown) =>
  typeof unit === "object" && unit !== null && "sku" in unit && "usage_start_time" in unit;

/** Rows of the billing export out of BigQuery, as a list or a line each. */
export const googleJson: JsonShape = {
  sources,
  lookedFor: lookedFor.googleRows,
  is: isRow,
  read(units, into) {
    for (const unit of units) if (!into.isRepeated(shape, unit)) into.take(shape, readRow(unit));
    return undefined;
  },
};

function readRow(unit: unknown): Used | Reason {
  const read = row.safeParse(unit).data;
  if (read === undefined) return "unknown_form";
  return readCharge({
    service: read.service.description,
    sku: read.sku.description,
    day: dayOfTime(read.usage_start_time),
    cost: sum([read.cost, ...(read.credits ?? []).map(({ amount }) => amount)].map(amountOf)),
    currency: currencyOf(read.currency),
    type: read.cost_type ?? "",
    amount: amountOf(read.usage?.amount),
    unit: read.usage?.unit ?? "",
  });
}

/** The same as a table: flat names of the export, or the columns of the console's cost table and report. */
export const googleTable: TableShape = {
  sources,
  lookedFor: lookedFor.googleTable,
  needs: ["sku_description"],
  read({ head, records, comma }, into) {
    const fallback = currencyIn(head);
    for (const record of records) {
      if (!into.isRepeated(shape, record.cells)) into.take(shape, readRecord(record, comma, fallback));
    }
  },
};

function readRecord(record: Record, comma: boolean, fallback: string | undefined): Used | Reason {
  const first = (...names: string[]) => names.map(record.cell).find((cell) => cell !== "");
  return readCharge({
    service: first("service_description") ?? "",
    sku: first("sku_description") ?? "",
    day: dayOfTime(first("usage_start_time", "usage_start_date", "date")),
    cost: tableAmount(first("unrounded_cost", "unrounded_subtotal", "cost", "subtotal"), comma),
    currency: currencyOf(first("currency")) ?? fallback,
    type: first("cost_type") ?? "",
    amount: tableAmount(first("usage_amount"), comma),
    unit: first("usage_unit") ?? "",
  });
}

type Charge = {
  service: string;
  sku: string;
  day: PlainDate | undefined;
  cost: Decimal | undefined;
  currency: string | undefined;
  type: string;
  amount: Decimal | undefined;
  unit: string;
};

function readCharge({ service, sku, day, cost, currency, type, amount, unit }: Charge): Used | Reason {
  if (/^tax/i.test(type)) return "tax";
  if (!/gemini|generative|vertex|agent platform/i.test(`${service} ${sku}`)) return "other_service";
  if (day === undefined) return "no_day";
  if (cost === undefined) return "not_a_number";
  if (currency === undefined) return "no_currency";
  const { model, part, tier, long } = readSku(sku);
  const counted = /^(count|tokens?)$/i.test(unit) ? countOf(amount?.toFixed()) : undefined;
  const isText = model !== null && part !== null && counted !== undefined;
  return {
    day,
    vendor: "google",
    ...(isText ? { model, tier, long, tokens: { ...noTokens, [part]: counted } } : { model: null }),
    cost: { amount: cost, currency },
    ...(model === null && part !== null && counted !== undefined ? { note: "tokens_without_model" } : {}),
  };
}

/** The sum; undefined where one part of it is no amount. */
function sum(amounts: readonly (Decimal | undefined)[]): Decimal | undefined {
  return amounts.reduce<Decimal | undefined>(
    (all, each) => (all === undefined || each === undefined ? undefined : all.plus(each)),
    decimal("0"),
  );
}

const signs: Readonly<{ [sign: string]: string }> = { $: "USD", "€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY" };

/** The console writes the currency into the names of its columns: `Cost ($)`. */
function currencyIn(head: readonly string[]): string | undefined {
  const sign = head.map((name) => /cost.*\((.+)\)|subtotal.*\((.+)\)/i.exec(name)).find((found) => found !== null);
  const written = sign?.[1] ?? sign?.[2] ?? "";
  return Object.hasOwn(signs, written) ? signs[written] : currencyOf(written);
}
