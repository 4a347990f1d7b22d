import { createHash } from "node:crypto";
import { addDays, type PlainDate } from "../dates.ts";
import { freshUntil } from "../own.ts";
import { confirmedBy } from "../readings.ts";
import { shelfLife } from "../shelf-life.ts";
import { baseName } from "./names.ts";
import type { MarkedFile, MarkedModel as OwnModel } from "./own.ts";
import type { Factor, ModelRef, PriceUpdate, RateBook, RateFound, RateRow } from "./rate.ts";

const freshDays = shelfLife.rate.days;

/** Joins the rows we read ourselves with those of a library, which is asked only where ours are silent. */
export function rateBook(
  files: readonly MarkedFile[],
  read: Omit<Factor, "staleAfter">[],
  library: (ref: ModelRef) => RateRow[],
  update: PriceUpdate | null = null,
): RateBook {
  const factors = read.map((each): Factor => ({ ...each, staleAfter: addDays(each.source.readOn, freshDays) }));
  const own = new Map<string, OwnModel>();
  for (const { vendor, models } of files) {
    for (const model of models) for (const name of [model.id, ...model.aliases]) own.set(`${vendor}:${name}`, model);
  }
  const ownOf = ({ vendor, model }: ModelRef) =>
    own.get(`${vendor}:${model}`) ?? own.get(`${vendor}:${baseName(model)}`);
  const ours = new Map<OwnModel, RateRow[]>();
  const remembered = new Map<string, RateRow[]>();

  function ownRows(ref: ModelRef): RateRow[] {
    const own = ownOf(ref);
    if (own === undefined) return [];
    const known = ours.get(own) ?? own.rows.map(withFreshness);
    ours.set(own, known);
    return known;
  }

  function allRows(ref: ModelRef): RateRow[] {
    const key = `${ref.vendor}:${ref.model}`;
    const known = remembered.get(key) ?? joined(ownOf(ref), ownRows(ref), () => library(ref));
    // Names come from people: a bound keeps a stranger from filling the memory.
    if (remembered.size < 1_000) remembered.set(key, known);
    return known;
  }

  /** The library knows only of days before our first row: for later ones it is not even loaded. */
  const isOwn = (ref: ModelRef, day: PlainDate) => (ownRows(ref)[0]?.from ?? "9999-12-31") <= day;
  const rowsSince = (ref: ModelRef, day: PlainDate) => (isOwn(ref, day) ? ownRows(ref) : allRows(ref));

  return {
    update,
    version: versionOf(files, read),
    isOwn,
    rows: (ref, since) =>
      since === undefined ? allRows(ref) : rowsSince(ref, since).filter((row) => (row.until ?? since) >= since),
    find(ref, day): RateFound {
      const all = rowsSince(ref, day);
      const row = all.find((each) => (each.from ?? "") <= day && day <= (each.until ?? "9999-12-31"));
      if (row !== undefined) return { row };
      // Where the first row has no first day, no day is before it.
      const first = all[0]?.from ?? "";
      if (day < first) return { before: first };
      return { unknown: whyUnknown(ref, ownOf(ref), all, day) };
    },
    factor: (ref, kind) =>
      factors.find((each) => each.vendor === ref.vendor && each.kind === kind && each.models.some(covers(ref.model))),
    lighter(ref) {
      const lighter = ownOf(ref)?.lighter;
      return lighter === undefined || lighter === null ? undefined : `${ref.vendor}:${lighter}`;
    },
    models: files.flatMap(({ vendor, models }) =>
      models.filter((model) => model.rows.length > 0).map((model) => `${vendor}:${model.id}`),
    ),
  };
}

function versionOf(files: readonly MarkedFile[], factors: Omit<Factor, "staleAfter">[]): string {
  const rows = files.flatMap(({ models }) => models.flatMap((model) => model.rows));
  const days = [...rows, ...factors].map(({ source }) => source.readOn).sort();
  const digest = createHash("sha256")
    .update(JSON.stringify([files, factors]))
    .digest("hex");
  return `${days.at(-1) ?? ""}+${digest.slice(0, 8)}`;
}

function withFreshness(row: OwnModel["rows"][number]): RateRow {
  const confirmed = confirmedBy(row.source, row.readings);
  const aged = addDays(confirmed?.on ?? row.source.readOn, freshDays);
  const staleAfter = row.own === true ? freshUntil(aged, row.until) : aged;
  return { ...row, staleAfter, ...(confirmed === undefined ? {} : { confirmed }) };
}

function joined(own: OwnModel | undefined, ours: RateRow[], library: () => RateRow[]): RateRow[] {
  if (own === undefined) return library();
  const first = own.rows[0]?.from;
  if (own.before === "nothing" || first === undefined) return ours;
  const earlier = library().filter((row) => (row.from ?? "") < first);
  const dayBefore = addDays(first, -1);
  return [
    ...earlier.map((row) => ({ ...row, until: row.until === null || row.until > dayBefore ? dayBefore : row.until })),
    ...ours,
  ];
}

function whyUnknown(ref: ModelRef, own: OwnModel | undefined, rows: RateRow[], day: PlainDate): string {
  const name = `${ref.vendor}:${ref.model}`;
  const last = rows.findLast((row) => row.until !== null && row.until < day);
  if (last?.until) return `no price known for ${name} after ${last.until}: the last one read ended that day`;
  if (own !== undefined) return `no price known for ${name}: what is known of it is too old to be believed`;
  return `no price known for ${name}`;
}

function covers(model: string): (pattern: string) => boolean {
  return (pattern) => (pattern.endsWith("*") ? model.startsWith(pattern.slice(0, -1)) : model === pattern);
}
