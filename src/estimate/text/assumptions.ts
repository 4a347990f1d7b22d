import { unmeasuredReasoning } from "../../workload/text.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import { type Context, modelRef } from "../context.ts";
import { assumptions as words } from "./messages.ts";
import { mixOf, priceOf, type TextWork } from "./text.ts";

/** What the figures take for granted, each a sentence that a reader can object to. */
export function assumptionsOf(work: TextWork | WorkloadOf<"usage">, context: Context): string[] {
  const models = work.kind === "usage" ? [work.model] : mixOf(work).map(({ model }) => model);
  const ofPrices = models.flatMap((model) => priceAssumptions(model, context));
  if (work.kind === "usage") return [words.oneRequest, ...ofPrices];
  const said: (string | false)[] = [
    words.oneMonth,
    work.history === "none" && work.turns.high.gt("1") && words.turnsAlone,
    work.history === "full" && work.turns.high.gt("1") && words.allResent,
    typeof work.history === "object" && words.someResent(work.history.last),
    work.caching === "none" && work.history !== "none" && words.noCache,
    work.caching !== "none" && words.cacheOnce,
    work.reasoning === undefined && words.noReasoning,
    isUnmeasured(work) && words.guessedReasoning,
    work.retryRate === undefined && words.noRetries,
    work.basis === "length" && words.fromLength,
  ];
  return [...said.filter((each) => each !== false), ...ofPrices, ...factorNotes(work, models, context)];
}

function isUnmeasured({ reasoning }: TextWork): boolean {
  const { low, high } = unmeasuredReasoning;
  if (reasoning === undefined) return false;
  return reasoning.low.eq(low) && reasoning.high.eq(high);
}

/** What a reader can object to in the price of one model. */
export function priceAssumptions(model: string, context: Context): string[] {
  const row = priceOf(model, context);
  if (row === undefined) return [];
  const said: (string | false)[] = [
    row.from !== null && row.source.readOn < row.from && words.announced(model, row.source.readOn),
    row.until !== null && words.ends(model, row.until),
    row.peak !== null && words.peak(model, row.peak),
    row.note !== null && words.note(model, row.note),
  ];
  return said.filter((each) => each !== false);
}

function factorNotes(work: TextWork, models: readonly string[], { rates }: Context): string[] {
  const kinds = [
    ["batch", work.batchShare?.high.gt("0")],
    ["priority", work.speed === "priority"],
    ["region_us", work.region === "us"],
  ] as const;
  return models.flatMap((model) =>
    kinds.flatMap(([kind, used]) => {
      const factor = used ? rates.factor(modelRef(model), kind) : undefined;
      return factor === undefined ? [] : words.factor(model, kind, factor.factor, factor.note);
    }),
  );
}
