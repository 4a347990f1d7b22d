import { unmeasuredReasoning } from "../../workload/text.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import { type Context, modelRef } from "../context.ts";
import { mixOf, priceOf, type TextWork } from "./text.ts";

/** What the figures take for granted, each a sentence that a reader can object to. */
export function assumptionsOf(work: TextWork | WorkloadOf<"usage">, context: Context): string[] {
  const models = work.kind === "usage" ? [work.model] : mixOf(work).map(({ model }) => model);
  const ofPrices = models.flatMap((model) => priceAssumptions(model, context));
  if (work.kind === "usage") return ["One request; the sum of many is the sum of each.", ...ofPrices];
  const said: (string | false)[] = [
    "A month of this work, before tax and in US dollars.",
    work.history === "none" &&
      work.turns.high.gt("1") &&
      "Every turn stands alone: nothing of earlier turns is sent again.",
    work.history === "full" && work.turns.high.gt("1") && "Every turn sends the whole conversation so far again.",
    typeof work.history === "object" && `Every turn sends the last ${work.history.last} turns again.`,
    work.caching === "none" && work.history !== "none" && "Nothing is read from a cache.",
    work.caching !== "none" &&
      "The cache lives within a conversation: each conversation writes it anew and every later turn finds it.",
    work.reasoning === undefined && "Reasoning that is billed as output is not included.",
    isUnmeasured(work) &&
      "How much the model reasons is not known: 1.5 to 15 tokens are billed for each visible one, 4 expected, measured by nobody.",
    work.retryRate === undefined && "No request is tried twice.",
    work.basis === "length" && "Tokens were worked out from the length of texts, not counted.",
  ];
  return [...said.filter((each) => each !== false), ...ofPrices, ...factorNotes(work, models, context)];
}

function isUnmeasured({ reasoning }: TextWork): boolean {
  const { low, high } = unmeasuredReasoning;
  if (reasoning === undefined) return false;
  return reasoning.low.eq(low) && reasoning.high.eq(high);
}

function priceAssumptions(model: string, context: Context): string[] {
  const row = priceOf(model, context);
  if (row === undefined) return [];
  const said: (string | false)[] = [
    row.from !== null &&
      row.source.readOn < row.from &&
      `${model}: this price was announced on a page read on ${row.source.readOn}; nobody has read it since it is in force.`,
    row.until !== null && `${model}: this price holds until ${row.until}.`,
    row.peak !== null &&
      `${model}: at ${row.peak.hours} everything costs ${row.peak.factor} times as much; expected is work spread evenly over the day.`,
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
        : `${model}: ${names[kind]} multiplies by ${factor.factor}.${factor.note === null ? "" : ` ${factor.note}`}`;
    }),
  );
}

const names = { batch: "a batch", priority: "priority", region_us: "the US region" } as const;
