import { z } from "zod";
import { images, media, music, voice } from "./media.ts";
import { flat, lots, prepaid, seats } from "./money.ts";
import { text, usage } from "./text.ts";

const schema = z.discriminatedUnion("kind", [text, usage, media, voice, music, images, seats, prepaid, lots, flat]);

/** What is to be done, in amounts that a person can know. Checked: every band is in order and no two parts contradict. */
export type Workload = z.infer<typeof schema>;
export type WorkloadOf<K extends Workload["kind"]> = Extract<Workload, { kind: K }>;

/**
 * A workload from outside, checked; or one sentence that begins with the field to put right, and `fault`, the rest of that
 * sentence. Nothing is guessed or rounded.
 */
export function readWorkload(
  input: unknown,
): { workload: Workload } | { field: string; problem: string; fault: string } {
  const read = schema.safeParse(input, { reportInput: true });
  if (read.success) return { workload: read.data };
  const { path, message } = first(read.error.issues);
  return { field: path.map(String).join("."), problem: firstFault(read.error), fault: message };
}

/** Fields that are a share of something: only there a percentage is an amount. */
const shares: readonly string[] = ["acceptanceRate", "failureRate", "batchShare", "retryRate"];

export function isShare(field: string): boolean {
  return shares.includes(field);
}

/** The first thing that is wrong, as a sentence that begins with the name of its field. */
export function firstFault({ issues }: z.core.$ZodError): string {
  const { path, message } = first(issues);
  return [...(path.length > 0 ? [path.map(String).join(".")] : []), message].join(" ");
}

type Fault = { path: PropertyKey[]; message: string };

function first(issues: readonly z.core.$ZodIssue[]): Fault {
  const [issue] = issues;
  if (issue === undefined) return { path: [], message: "is not as it must be." };
  switch (issue.code) {
    case "unrecognized_keys":
      return { path: [...issue.path, issue.keys[0] ?? ""], message: "is no field of this kind of workload." };
    case "invalid_union": {
      if (issue.path.at(-1) === "kind" || issue.discriminator === "kind")
        return { path: ["kind"], message: `must be one of ${kinds.join(", ")}.` };
      return { path: issue.path, message: `${issue.message}.` };
    }
    case "invalid_type":
      return { path: issue.path, message: issue.input === undefined ? "is missing." : `must be ${nameOf(issue)}.` };
    case "invalid_value":
      return { path: issue.path, message: `must be one of ${issue.values.join(", ")}.` };
    case "custom":
    case "too_big":
    case "too_small":
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
      return { path: issue.path, message: `${issue.message}.` };
  }
}

const kinds = schema.options.map((option) => option.shape.kind.value);

function nameOf({ expected }: { expected: string }): string {
  return expected === "boolean" ? "true or false" : expected === "array" ? "a list" : `${expected}`;
}
