import { z } from "zod";
import type { PlainDate } from "#pricing";
import { type Gathering, noTokens, type Used } from "./gathering.ts";
import { messages } from "./messages.ts";
import type { JsonShape, ShapeSource } from "./shape.ts";
import { lookedFor, shapeNames } from "./shape-words.ts";
import type { Reason } from "./usage.ts";
import { amountOf, countOf, countOrNone, dayOfTime, nameOf } from "./values.ts";
import { vendorOfModel } from "./vendors.ts";

const readOn = "2026-11-21";
const sources: ShapeSource[] = [
  { url: "https://www.mintlify.com/ryoppippi/ccusage/advanced/json-output", readOn, by: "documentation" },
  // Newer versions write `period` for `date`.
  {
    url: "https://docs.rs/crate/csusage-adapter-all/0.0.9/source/src/snapshots/csusage_adapter_all__tests__dsh_fixture_daily_json.snap",
    readOn,
    by: "public_code",
  },
];

// Names of projects and sessions are dropped here.
const tokens = {
  inputTokens: z.string(),
  outputTokens: z.string(),
  cacheCreationTokens: z.string().nullish(),
  cacheReadTokens: z.string().nullish(),
};
const breakdown = z.object({ modelName: z.string().optional(), cost: z.string().nullish(), ...tokens });
const day = z.object({
  date: z.string().optional(),
  period: z.string().optional(),
  modelsUsed: z.array(z.string()).optional(),
  modelBreakdowns: z.array(z.unknown()).optional(),
  totalCost: z.string().nullish(),
  ...tokens,
});
const daily = z.object({ daily: z.array(z.unknown()) });
/** With `--instances`, days stand under the name of each project. */
const byProject = z.object({ projects: z.record(z.string(), z.array(z.unknown())) });
const withoutDays = ["monthly", "weekly", "sessions", "session", "blocks"];

/** What `ccusage daily --json` writes. Its dollars are worked out by ccusage: nobody was billed for them. */
export const ccusage: JsonShape = {
  sources,
  lookedFor: lookedFor.ccusage,
  is: (unit) =>
    daily.safeParse(unit).success ||
    byProject.safeParse(unit).success ||
    withoutDays.some((key) => typeof unit === "object" && unit !== null && key in unit && "totals" in unit),
  read(units, into) {
    const days = units.flatMap((unit) => {
      const projects = byProject.safeParse(unit).data?.projects ?? {};
      return [...(daily.safeParse(unit).data?.daily ?? []), ...Object.values(projects).flat()];
    });
    if (days.length === 0) return { problem: messages.ccusageWithoutDays };
    into.note("reckoned_cost");
    for (const each of days) takeDay(each, into);
    return undefined;
  },
};

function takeDay(given: unknown, into: Gathering): void {
  const read = day.safeParse(given).data;
  const on = dayOfTime(read?.date ?? read?.period);
  if (read === undefined || on === undefined) into.leaveOut("no_day");
  else if (!into.isRepeated(shapeNames.ccusage, given)) {
    into.covers(shapeNames.ccusage, on, on);
    const [only, ...more] = read.modelsUsed ?? [];
    const whole = { ...read, cost: read.totalCost, modelName: more.length === 0 ? only : undefined };
    const models = read.modelBreakdowns ?? [];
    for (const each of models.length === 0 ? [whole] : models) into.take(shapeNames.ccusage, readModel(each, on));
  }
}

function readModel(given: unknown, on: PlainDate): Used | Reason {
  const read = breakdown.safeParse(given).data;
  const [input, output, write, cached] = [
    countOf(read?.inputTokens),
    countOf(read?.outputTokens),
    countOrNone(read?.cacheCreationTokens),
    countOrNone(read?.cacheReadTokens),
  ];
  // An answer that the tool made up itself, such as an error message.
  if (read?.modelName === "<synthetic>") return "no_name";
  if (input === undefined || output === undefined || write === undefined || cached === undefined) return "not_a_number";
  const model = nameOf(read?.modelName) ?? null;
  const usd = amountOf(read?.cost);
  return {
    day: on,
    vendor: vendorOfModel(model),
    model,
    tokens: { ...noTokens, input, cached, write5m: write, output },
    ...(usd === undefined ? {} : { cost: { amount: usd, currency: "USD" } }),
    ...(write > 0n ? { note: "write_time_unknown" } : {}),
  };
}
