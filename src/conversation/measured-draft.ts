import type { Advisor } from "../advice/advise.ts";
import type { Answers } from "../checklist/answers.ts";
import { modelRef } from "../estimate/context.ts";
import { workWords } from "../present/work-words.ts";
import type { Draft } from "../store/rows.ts";
import { readWorkload } from "../workload/workload.ts";
import { sellerOptions } from "./sellers.ts";

/**
 * A conversation that begins with work that was measured. Its vendors are those whose models were used, as far as the
 * catalogue has them: like everything that a line says, they can be changed.
 */
export function draftOfMeasured(work: Record<string, unknown>, { market }: Advisor): Draft {
  const sold = sellerOptions(market);
  const used = vendorsOf(work).flatMap((id) => sold.find((each) => each.id === id) ?? []);
  const answers: Answers = {
    workload: work,
    ...(used.length === 0 ? {} : { vendor: used.map(({ id }) => id) }),
  };
  const said = workWords(work) ?? "";
  const understood = [
    { question: "workload" as const, words: said, value: said },
    ...used.map(({ label }) => ({ question: "vendor" as const, words: label, value: label })),
  ];
  return { answers, asking: [], line: { understood, left: [] } };
}

/**
 * A conversation that waits, with the work and the vendors of another one: everything else that was answered stays. Vendors that
 * somebody named stay, too.
 */
export function beside(waiting: Draft, { answers, line }: Draft): Draft {
  const { typed = {}, line: _, ...rest } = waiting;
  const { vendor = "unknown" } = waiting.answers;
  const taken: Answers = vendor === "unknown" ? answers : { ...answers, vendor };
  const others = Object.entries(typed).filter(([field]) => !field.startsWith("workload"));
  const told = line?.understood.filter(({ question }) => question !== "vendor" || vendor === "unknown") ?? [];
  return {
    ...rest,
    answers: { ...waiting.answers, ...taken },
    asking: waiting.asking.filter((id) => id !== "workload"),
    ...(others.length === 0 ? {} : { typed: Object.fromEntries(others) }),
    line: { understood: told, left: [] },
  };
}

function vendorsOf(input: unknown): string[] {
  const read = readWorkload(input);
  if ("problem" in read || read.workload.kind !== "measured") return [];
  return [...new Set(read.workload.models.map(({ model }) => modelRef(model).vendor))];
}
