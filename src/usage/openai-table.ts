import { readOpenaiBuckets } from "./openai.ts";
import type { Record, ShapeSource, TableShape } from "./shape.ts";
import { lookedFor } from "./shape-words.ts";

const readOn = "2026-11-21";
// No page of the vendor shows the tables that its console saves: these are a saved one, and a tool that reads them.
const sources: ShapeSource[] = [
  { url: "https://github.com/xavierjflanagan/Guardian", readOn, by: "public_code" },
  { url: "https://github.com/wanlonghenry/aiecon", readOn, by: "public_code" },
];

/** A line of a table as a bucket with one result; a line of a day without use has an empty one. */
function bucketOf({ cells, cell }: Record, result: object, isEmpty: boolean): unknown {
  return {
    object: "bucket",
    start_time: cell("start_time"),
    end_time: cell("end_time"),
    // The cells tell two lines apart that differ in a key or a project only.
    results: isEmpty ? [] : [{ ...result, cells }],
  };
}

/** What the console's usage page saves for text (`completions_usage_...csv`). */
export const openaiUsageTable: TableShape = {
  sources,
  lookedFor: lookedFor.openaiUsageTable,
  needs: ["start_time", "end_time", "input_tokens", "output_tokens", "num_model_requests"],
  read({ records }, into) {
    const buckets = records.map((record) => {
      const { cell } = record;
      const result = {
        object: "organization.usage.completions.result",
        model: cell("model"),
        input_tokens: cell("input_tokens"),
        input_cached_tokens: cell("input_cached_tokens"),
        input_cache_write_tokens: cell("input_cache_write_tokens"),
        output_tokens: cell("output_tokens"),
        num_model_requests: cell("num_model_requests"),
        batch: /^true$/i.test(cell("batch")),
        service_tier: cell("service_tier"),
      };
      return bucketOf(record, result, result.input_tokens === "" && result.output_tokens === "");
    });
    readOpenaiBuckets(buckets, into);
  },
};

/** What the console's cost page saves. */
export const openaiCostTable: TableShape = {
  sources,
  lookedFor: lookedFor.openaiCostTable,
  needs: ["start_time", "end_time", "amount_value", "amount_currency"],
  read({ records }, into) {
    const buckets = records.map((record) => {
      const { cell } = record;
      const amount = { value: cell("amount_value"), currency: cell("amount_currency") };
      const result = { object: "organization.costs.result", amount, line_item: cell("line_item") };
      return bucketOf(record, result, amount.value === "");
    });
    readOpenaiBuckets(buckets, into);
  },
};
