import { readUsed } from "./anthropic.ts";
import type { Used } from "./gathering.ts";
import type { Record, ShapeSource, TableShape } from "./shape.ts";
import { lookedFor, shapeNames } from "./shape-words.ts";
import { readSku } from "./sku.ts";
import type { Reason } from "./usage.ts";
import { dayOfTime, tableAmount } from "./values.ts";

const readOn = "2026-11-21";
// No page of the vendor shows the tables that its console saves: this is a tool that reads them.
const sources: ShapeSource[] = [{ url: "https://github.com/axigatelabs/axigate-finops", readOn, by: "public_code" }];
const { anthropicUsage: usage, anthropicCosts: costs } = shapeNames;

/** What the console's usage page saves. */
export const anthropicUsageTable: TableShape = {
  sources,
  lookedFor: lookedFor.anthropicUsageTable,
  needs: ["usage_date_utc", "usage_input_tokens_no_cache", "usage_output_tokens"],
  read({ records }, into) {
    for (const record of records) if (!into.isRepeated(usage, record.cells)) into.take(usage, readUsage(record));
  },
};

/** What the console's cost page saves, in dollars. */
export const anthropicCostTable: TableShape = {
  sources,
  lookedFor: lookedFor.anthropicCostTable,
  needs: ["usage_date_utc", "token_type", "cost_usd"],
  read({ records, comma }, into) {
    for (const record of records) if (!into.isRepeated(costs, record.cells)) into.take(costs, readCost(record, comma));
  },
};

function readUsage({ cell }: Record): Used | Reason {
  const day = dayOfTime(cell("usage_date_utc"));
  if (day === undefined) return "no_day";
  const result = {
    model: cell("model_version"),
    uncached_input_tokens: cell("usage_input_tokens_no_cache"),
    cache_read_input_tokens: cell("usage_input_tokens_cache_read"),
    cache_creation: {
      ephemeral_5m_input_tokens: cell("usage_input_tokens_cache_write_5m"),
      ephemeral_1h_input_tokens: cell("usage_input_tokens_cache_write_1h"),
    },
    output_tokens: cell("usage_output_tokens"),
    service_tier: /batch/i.test(cell("usage_type")) ? "batch" : "standard",
    context_window: cell("context_window"),
    speed: cell("speed"),
  };
  return readUsed(result, day);
}

function readCost({ cell }: Record, comma: boolean): Used | Reason {
  const day = dayOfTime(cell("usage_date_utc"));
  const usd = tableAmount(cell("cost_usd"), comma);
  if (day === undefined) return "no_day";
  if (usd === undefined) return "not_a_number";
  // Models go by their names for people there, such as "Claude Haiku 4.5".
  const { model, long } = readSku(`${cell("model")} ${cell("context_window")}`);
  const tier = /batch/i.test(cell("usage_type")) ? "batch" : "standard";
  return { day, vendor: "anthropic", model, tier, long, cost: { amount: usd, currency: "USD" } };
}
