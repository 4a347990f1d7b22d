import { type Decimal, decimal } from "../quantity/money.ts";
import { noTokens, type Used } from "./gathering.ts";
import type { Record, TableShape } from "./shape.ts";
import { lookedFor, shapeNames } from "./shape-words.ts";
import { readSku } from "./sku.ts";
import type { Reason } from "./usage.ts";
import { countOf, currencyOf, dayOfTime, nameOf, tableAmount } from "./values.ts";
import { vendorOfModel, vendorOfName } from "./vendors.ts";

const shape = shapeNames.focus;

/** Costs and usage in the open form of the FinOps Foundation, as a table. A vendor's own columns (`x_...`) are not read. */
export const focus: TableShape = {
  sources: [
    { url: "https://focus.finops.org/focus-specification/v1-2", readOn: "2026-11-21", by: "documentation" },
    {
      url: "https://focus.finops.org/technology-categories/focus-for-ai/",
      readOn: "2026-11-21",
      by: "documentation",
    },
    // How tokens are counted in it is left to each vendor: units as a tool for AI bills writes them.
    { url: "https://docs.rs/crate/costroid-focus/0.2.0", readOn: "2026-11-21", by: "public_code" },
  ],
  lookedFor: lookedFor.focus,
  needs: ["chargeperiodstart", "billedcost"],
  read({ records, comma }, into) {
    for (const record of records)
      if (!into.isRepeated(shape, record.cells)) into.take(shape, readCharge(record, comma));
  },
};

function readCharge(record: Record, comma: boolean): Used | Reason {
  const { cell } = record;
  if (/^tax$/i.test(cell("chargecategory"))) return "tax";
  const sku = readSku([cell("skumeter"), cell("chargedescription"), cell("skuid")].join(" "));
  const unit = tokensIn(cell("consumedunit"));
  const vendor = vendorOf(record, sku.model);
  // Without tokens, a model or a vendor of AI a charge is for something else.
  if (unit === undefined && sku.model === null && !sellsAi.has(vendor)) return "other_service";
  const day = dayOfTime(cell("chargeperiodstart"));
  const cost = tableAmount(cell("billedcost"), comma);
  const currency = currencyOf(cell("billingcurrency"));
  if (day === undefined) return "no_day";
  if (cost === undefined) return "not_a_number";
  if (currency === undefined) return "no_currency";
  const many = unit === undefined ? undefined : tableAmount(cell("consumedquantity"), comma)?.times(unit);
  const counted = countOf(many?.toFixed());
  const { model, part, tier, long } = sku;
  const isText = model !== null && part !== null && counted !== undefined;
  return {
    day,
    vendor,
    ...(isText ? { model, tier, long, tokens: { ...noTokens, [part]: counted } } : { model: null }),
    cost: { amount: cost, currency },
    ...(model === null && part !== null && counted !== undefined ? { note: "tokens_without_model" } : {}),
  };
}

/** Vendors whose every charge is for AI: their credits and fees belong to the sum. */
const sellsAi = new Set(["openai", "anthropic", "mistral", "xai", "deepseek", "groq", "openrouter", "cohere"]);

function vendorOf(record: Record, model: string | null): string {
  const columns = ["serviceprovidername", "providername", "publishername", "invoiceissuername"];
  const named = columns.map((name) => nameOf(record.cell(name))).find((name) => name !== undefined);
  return named === undefined ? vendorOfModel(model) : vendorOfName(named);
}

const thousands: Readonly<{ [letter: string]: string }> = { "": "1", k: "1000", m: "1000000" };

/** How many tokens one unit has, such as `tokens`, `1K tokens` or `1M Tokens`; undefined for other units. */
function tokensIn(unit: string): Decimal | undefined {
  const [, number = "1", letter = ""] = /^(\d{1,7})?\s*([km])?\s*tokens?$/i.exec(unit) ?? [];
  if (!/tokens?$/i.test(unit)) return undefined;
  return decimal(number === "" ? "1" : number).times(thousands[letter.toLowerCase()] ?? "1");
}
