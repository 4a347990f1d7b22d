import { z } from "zod";
import { workExamples } from "./examples.ts";
import { faultLine, firstFault } from "./fault.ts";
import { measured } from "./measured.ts";
import { images, media, music, voice } from "./media.ts";
import { faults, messages } from "./messages.ts";
import { flat, lots, prepaid, seats } from "./money.ts";
import { text, usage } from "./text.ts";

const schema = z.discriminatedUnion("kind", [
  text,
  usage,
  measured,
  media,
  voice,
  music,
  images,
  seats,
  prepaid,
  lots,
  flat,
]);

/** What is to be done, in amounts that a person can know. Checked: every band is in order and no two parts contradict. */
export type Workload = z.infer<typeof schema>;
export type WorkloadOf<K extends Workload["kind"]> = Extract<Workload, { kind: K }>;

/**
 * A workload from outside, checked; or what is wrong with it. `problem`: one line that begins with the field and ends with
 * an example; `says`: the same without either. Nothing is guessed or rounded.
 */
export function readWorkload(
  input: unknown,
): { workload: Workload } | { field: string; problem: string; says: string } {
  const read = schema.safeParse(input, { reportInput: true });
  if (read.success) return { workload: read.data };
  const kind = workKinds.find((each) => each === kindOf(input)) ?? null;
  const option = schema.options.find((each) => each.shape.kind.value === kind);
  const fault =
    option === undefined && isObject(input)
      ? { field: "kind", says: messages.sentence(faults.oneOf(workKinds)), example: messages.kindExample }
      : firstFault(read.error, workExamples[kind ?? "voice"], Object.keys(option?.shape ?? {}));
  return { field: fault.field, problem: faultLine(fault), says: fault.says };
}

/** Fields that are a share of something: only there a percentage is an amount. */
const shares: readonly string[] = ["acceptanceRate", "failureRate", "batchShare", "retryRate"];

export function isShare(field: string): boolean {
  return shares.includes(field);
}

/** The kinds of work, and of ways to pay that an estimate looks into. */
export const workKinds: readonly Workload["kind"][] = schema.options.map((option) => option.shape.kind.value);

/** Fields that are an amount for a month: only there an amount for a day or a week is one. */
const monthlyFields: readonly string[] = [
  "conversations",
  "accepted",
  "characters",
  "burnPerMonth",
  "units",
  "heavyUnits",
];

export function isMonthly(field: string): boolean {
  return monthlyFields.includes(field);
}

function isObject(input: unknown): input is object {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

function kindOf(input: unknown): unknown {
  return isObject(input) ? (input as { kind?: unknown }).kind : undefined;
}
