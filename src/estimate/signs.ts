import type { WorkloadSign } from "../checklist/ids.ts";
import { type Band, zero } from "../quantity/band.ts";
import { decimal } from "../quantity/money.ts";
import type { Workload } from "../workload/workload.ts";
import type { Context } from "./context.ts";
import { lighterOf } from "./text/alternatives.ts";
import { mixOf } from "./text/text.ts";

const highVolume = "100000";
const smallTopUp = "5";

/** What a workload shows about itself, for the rules. `total` is a month in dollars, where one is known. */
export function signsOf(work: Workload, total: Band | null, context: Context): Set<WorkloadSign> {
  const signs = new Set<WorkloadSign>(["given"]);
  const add = (sign: WorkloadSign, when: boolean) => {
    if (when) signs.add(sign);
  };
  switch (work.kind) {
    case "text": {
      const several = work.turns.high.gt("1");
      const window = typeof work.history === "object" ? work.history.last : work.history === "full" ? 1 : 0;
      const requests = work.conversations.expected.times(work.turns.expected);
      add("tokens", true);
      add("history_resent", several && window > 0);
      add(
        "prefix_reused",
        (work.prefixTokens ?? work.systemTokens).high.gt(zero) && (several || work.conversations.high.gt("1")),
      );
      add(
        "heavy_model",
        mixOf(work).some(({ model }) => lighterOf(model, context) !== undefined),
      );
      add("retries", work.retryRate?.high.gt(zero) ?? false);
      add("priority_speed", work.speed === "priority");
      add("only_text_length", work.basis === "length");
      add("high_volume", requests.gte(highVolume));
      add("low_frequency", total?.high.lte(smallTopUp) ?? false);
      add("under_a_dollar", total?.high.lt(decimal("1")) ?? false);
      return signs;
    }
    case "measured":
      add("tokens", true);
      add(
        "heavy_model",
        work.models.some(({ model }) => lighterOf(model, context) !== undefined),
      );
      add("low_frequency", total?.high.lte(smallTopUp) ?? false);
      add("under_a_dollar", total?.high.lt(decimal("1")) ?? false);
      return signs;
    case "usage":
      add("tokens", true);
      add("heavy_model", lighterOf(work.model, context) !== undefined);
      return signs;
    case "media":
      add("retries", work.failureRate?.high.gt(zero) ?? false);
      return signs;
    case "lots":
      add("several_lots", work.lots.length > 1);
      return signs;
    case "voice":
    case "music":
    case "images":
    case "seats":
    case "prepaid":
    case "flat":
      return signs;
  }
}
