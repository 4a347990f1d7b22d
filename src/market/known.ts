import { type Catalogue, type Connection, freshness, type PlainDate, type Row } from "#pricing";

/**
 * The catalogue without what nobody could know on that day: a row is not known before it was sold, and where no page says
 * since when it is sold, not before it was read; a later reading confirms nothing yet. Its version stays: it is cut from the
 * same files.
 */
export function knownOn(catalogue: Catalogue, day: PlainDate): Catalogue {
  const rows = catalogue.rows.filter((row) => (knownSince(row) ?? day) <= day);
  const ids = new Set(rows.map((row) => row.id));
  const uses = new Set(catalogue.uses.map((use) => use.id));
  const connections = catalogue.connections.filter(
    (edge) => (edge.readOn ?? day) <= day && ids.has(edge.from) && (ids.has(edge.to) || uses.has(edge.to)),
  );
  const accidents = catalogue.accidents.flatMap((accident) => {
    const sources = accident.sources.filter(({ readOn }) => (readOn ?? accident.seenOn) <= day);
    const basis = sources.some(({ kind }) => kind === "official") ? accident.basis : ("reported" as const);
    return sources.length === 0 ? [] : [{ ...accident, sources, basis }];
  });
  return {
    ...catalogue,
    rows: rows.map((row) => asReadBy(day, row, row.source)),
    connections: connections.map((edge) => asReadBy(day, edge, edge)),
    accidents,
  };
}

/** As it was read by that day. */
function asReadBy<T extends Row | Connection>(day: PlainDate, item: T, source: Parameters<typeof freshness>[0]): T {
  const readings = item.readings?.filter(({ on }) => on <= day);
  if (readings?.length === item.readings?.length) return item;
  const { confirmed: _, ...rest } = item;
  return { ...rest, readings, ...freshness(source, readings, item.freshDays) } as T;
}

/** The first day on which anything of the catalogue is known; null where no row has a day. */
export function firstDay(catalogue: Catalogue): PlainDate | null {
  return catalogue.rows.flatMap((row) => knownSince(row) ?? []).sort()[0] ?? null;
}

/** Null where no day is known: of a row that was read on no known day, or when it was over already. */
function knownSince({ from, until, source }: Row): PlainDate | null {
  if (from !== null) return from;
  return until !== null && source.readOn !== null && until < source.readOn ? null : source.readOn;
}
