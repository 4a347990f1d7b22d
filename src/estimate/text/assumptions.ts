import { dayWords } from "../../market/days.ts";
import { unmeasuredReasoning } from "../../workload/text.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import { type Context, modelRef } from "../context.ts";
import { mixOf, priceOf, type TextWork } from "./text.ts";

/** What the figures take for granted, each a sentence that a reader can object to. */
export function assumptionsOf(work: TextWork | WorkloadOf<"usage">, context: Context): string[] {
  const models = work.kind === "usage" ? [work.model] : mixOf(work).map(({ model }) => model);
  const ofPrices = models.flatMap((model) => priceAssumptions(model, context));
  if (work.kind === "usage") return ["This is one request. Several requests add up.", ...ofPrices];
  const said: (string | false)[] = [
    "One month of this work, in US dollars and before tax.",
    work.history === "none" && work.turns.high.gt("1") && "Every turn stands alone. Earlier turns are not sent again.",
    work.history === "full" && work.turns.high.gt("1") && "Every turn sends the whole conversation so far again.",
    typeof work.history === "object" && `Every turn sends the last ${work.history.last} turns again.`,
    work.caching === "none" && work.history !== "none" && "Nothing is read from a cache.",
    work.caching !== "none" && "Each chat writes the cache once, and every later turn reads it.",
    work.reasoning === undefined && "Reasoning tokens, which are billed as output, are not included.",
    isUnmeasured(work) && "Reasoning is a guess: 1.5 to 15 billed tokens for each visible one, 4 expected.",
    work.retryRate === undefined && "No request is tried twice.",
    work.basis === "length" && "Token counts are estimated from the length of the texts.",
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
    row.from !== null &&
      row.source.readOn < row.from &&
      `${model}: this price was announced on a page last checked ${dayWords(row.source.readOn)}. Check it again before you pay.`,
    row.until !== null && `${model}: this price ends on ${dayWords(row.until)}.`,
    row.peak !== null &&
      `${model}: at ${row.peak.hours} everything costs ${row.peak.factor} times as much. The work is assumed to be even over the day.`,
    row.note !== null && `${model}: ${row.note}`,
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
      return factor === undefined
        ? []
        : `${model}: ${names[kind]} costs ${factor.factor} times the normal price.${factor.note === null ? "" : ` ${factor.note}`}`;
    }),
  );
}

const names = { batch: "a batch", priority: "priority", region_us: "the US region" } as const;
