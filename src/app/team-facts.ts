import type { PlainDate } from "#pricing";
import type { Advisor, AdvisorOn } from "../advice/advise.ts";
import type { LocalReading } from "../market/local-readings.ts";
import { installation, type Tenant } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import type { Log } from "./log.ts";

/** What each team has read again is remembered for so many of them. */
const mostTeams = 1_000;

/**
 * The advisor of each team: the shipped catalogue with what this installation and that team read again, and no other team.
 * `refresh` looks into the store, so that what a colleague pressed a moment ago counts, whichever process heard it. A store that
 * cannot be read just now is written down, and what was known last goes on counting.
 */
export function createTeamFacts(
  advisorOn: AdvisorOn,
  { store, today, log }: { store: Store; today: () => PlainDate; log: Pick<Log, "warn"> },
) {
  const known = new Map<string, readonly LocalReading[]>();
  const keyOf = ({ platform, id }: Tenant) => `${platform} ${id}`;
  const of = (tenant: Tenant | undefined) =>
    (tenant === undefined ? undefined : known.get(keyOf(tenant))) ?? known.get(keyOf(installation)) ?? [];
  const refresh = async (tenant: Tenant): Promise<void> => {
    try {
      const [here, theirs] = await Promise.all([installation, tenant].map((each) => store.of(each).factReadings()));
      const bare = (readings: readonly LocalReading[] = []) =>
        readings.map(({ fact, on, says, evidence, value }) => ({ fact, on, says, evidence, value }));
      if (known.size >= mostTeams) known.delete(known.keys().next().value ?? "");
      known.set(keyOf(installation), bare(here));
      known.set(keyOf(tenant), [...bare(here), ...bare(theirs)]);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      log.warn("what was read again could not be looked up", { kind: error.kind });
    }
  };
  return {
    advisor: (tenant?: Tenant): Advisor => advisorOn(today(), of(tenant)),
    advisorOn: (day: PlainDate, tenant?: Tenant): Advisor => advisorOn(day, of(tenant)),
    refresh,
    /** What this installation and a team read again, as the store has it now. */
    async readingsOf(tenant: Tenant): Promise<readonly LocalReading[]> {
      await refresh(tenant);
      return of(tenant);
    },
  };
}
