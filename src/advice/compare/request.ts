import { modelName } from "../../market/model-name.ts";
import { nameProblem, readName } from "../../market/names.ts";
import { nearest } from "../../quantity/nearest.ts";
import { readWorkload, workKinds } from "../../workload/workload.ts";
import type { Advisor } from "../advise.ts";
import { type ComparableWork, isComparable, isFinishing } from "./comparison.ts";
import { exampleLine } from "./examples.ts";
import { messages } from "./messages.ts";

/** A comparison that can be made. */
export type Asked = {
  workload: ComparableWork;
  /** The work as it was given, without a model. */
  given: Record<string, unknown>;
  /** Vendors and products by id; none means all. */
  vendors: string[];
  /** Models that were named, as `vendor:model`, beside those of the vendors. */
  models: string[];
};

/** Why there is no comparison, in one sentence, and a line that would make one. */
export type Refused = { problem: string; example: string };

const keys = ["workload", "vendor", "vendors"];
const mostModels = 20;

/** `{ workload, vendor? }` from outside as a comparison that can be made. Vendors go by any of their names. */
export function readComparison(input: unknown, advisor: Advisor): Asked | Refused {
  const { market } = advisor;
  const refused = (problem: string, of: { vendors?: readonly string[]; workload?: unknown } = {}): Refused => ({
    problem,
    example: exampleLine(of.vendors ?? [], of.workload, market),
  });
  if (!isObject(input)) return refused(messages.notAnObject);
  const named = readVendors(input.vendors ?? input.vendor ?? [], advisor);
  if ("problem" in named) return refused(named.problem, { workload: input.workload });
  const of = { vendors: named.vendors, workload: input.workload };
  if ("currency" in input) return refused(messages.dollarsOnly, of);
  const stray = Object.keys(input).find((key) => !keys.includes(key));
  if (stray !== undefined) return refused(messages.unknownField(stray.slice(0, 40)), of);
  if (!isObject(input.workload)) return refused(messages.noWork, of);
  const { model, models: mix, ...given } = input.workload;
  const paid = workKinds.find((kind) => kind === given.kind && !isFinishing(kind));
  if (paid !== undefined)
    return refused(paid === "measured" ? messages.measured : messages.notFinished(paid), { vendors: of.vendors });
  const isText = given.kind === "text" || given.kind === "usage";
  if (mix !== undefined) return refused(messages.mixOfModels, of);
  const models = isText ? readModels(model, advisor) : { models: [] };
  if ("problem" in models) return refused(models.problem, of);
  // Every model gets the same work: which one stands in it while it is checked makes no difference.
  const [anyModel] = advisor.rates.models;
  const read = readWorkload(isText ? { ...given, model: anyModel } : input.workload);
  if ("problem" in read) return refused(read.problem, of);
  const { workload } = read;
  if (!isComparable(workload)) return refused(messages.notFinished(workload.kind), { vendors: of.vendors });
  const open = openFields(workload);
  if (open.length > 0) return refused(messages.openWork(open), of);
  return { workload, given, vendors: named.vendors, models: models.models };
}

function readVendors(given: unknown, { market }: Advisor): { vendors: string[] } | { problem: string } {
  if (!Array.isArray(given)) return { problem: messages.brokenVendors };
  const vendors: string[] = [];
  for (const each of given) {
    if (typeof each !== "string") return { problem: messages.brokenVendors };
    const named = readName(each, market);
    if (!("id" in named)) return { problem: nameProblem(each, named) };
    vendors.push(named.id);
  }
  return { vendors: [...new Set(vendors)] };
}

/** The models that were named, with or without their vendor. Only those whose prices we read. */
function readModels(given: unknown, { rates }: Advisor): { models: string[] } | { problem: string } {
  if (given === undefined) return { models: [] };
  const names = String(given)
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
  if (names.length > mostModels) return { problem: messages.tooManyModels(mostModels) };
  const models: string[] = [];
  for (const name of names) {
    const found = rates.models.find((model) => model === name || modelName(model) === name);
    if (found === undefined) return { problem: messages.unknownModel(name.slice(0, 60), nearest(name, rates.models)) };
    models.push(found);
  }
  return { models: [...new Set(models)] };
}

/** What has to be said so that every vendor is asked for the same thing. */
function openFields(work: ComparableWork): string[] {
  if (work.kind !== "media") return [];
  return [
    ...(work.resolution === undefined ? [messages.resolution] : []),
    ...(work.output === "video" && work.audio === undefined ? [messages.sound] : []),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
