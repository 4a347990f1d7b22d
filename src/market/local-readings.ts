import { addDays, type Catalogue, type Confirmed, type PlainDate, type Reading } from "#pricing";
import { messages } from "./messages.ts";
import { edgeKey, rowKey } from "./page-facts.ts";

/** What was read here since the catalogue was shipped, for this installation or for one team of it. */
export type LocalReading = {
  /** `PageFact.key`. */
  fact: string;
  on: PlainDate;
  /** `same`: the page still says it. `differs`: it says something else, which no price follows. */
  says: "same" | "differs";
  /** Whether our program found it on the page, or somebody of the team did. */
  evidence: "official" | "colleague";
  /** What it says now, in the words of who looked. */
  value: string | null;
};

type Fresh = {
  freshDays: number;
  staleAfter: PlainDate | null;
  confirmed?: Confirmed;
  readings?: Reading[] | undefined;
};

/**
 * The catalogue with these readings beside its own. What was seen to be the same is fresh again from that day on; what was
 * seen to differ is stale, and says so beside its source. No figure changes. A reading of something that the files have read
 * anew since, or that is not after their last reading, counts for nothing.
 */
export function withReadings(catalogue: Catalogue, readings: readonly LocalReading[]): Catalogue {
  if (readings.length === 0) return catalogue;
  const byFact = Map.groupBy(readings, (reading) => reading.fact);
  const renewed = <T extends Fresh>(item: T, key: string, url: string, readOn: PlainDate | null): T => {
    const last = lastOf(byFact.get(key) ?? []);
    if (last === undefined || last.on <= (item.confirmed?.on ?? readOn ?? "")) return item;
    const { on, evidence, value } = last;
    if (last.says === "same") return { ...item, confirmed: { on, evidence }, staleAfter: addDays(on, item.freshDays) };
    const differs: Reading = { url, on, evidence, says: "differs", what: value ?? messages.saysSomethingElse };
    return { ...item, staleAfter: addDays(on, -1), readings: [...(item.readings ?? []), differs] };
  };
  return {
    ...catalogue,
    rows: catalogue.rows.map((row) => renewed(row, rowKey(row), row.source.url, row.source.readOn)),
    connections: catalogue.connections.map((edge) => renewed(edge, edgeKey(edge), edge.url, edge.readOn)),
  };
}

/** The newest; of one day the one that somebody looked at, and of these what is worse. */
function lastOf(readings: readonly LocalReading[]): LocalReading | undefined {
  const weight = ({ on, evidence, says }: LocalReading) =>
    `${on} ${evidence === "colleague" ? 1 : 0} ${says === "differs" ? 1 : 0}`;
  return readings.reduce<LocalReading | undefined>(
    (last, each) => (last === undefined || weight(each) > weight(last) ? each : last),
    undefined,
  );
}
