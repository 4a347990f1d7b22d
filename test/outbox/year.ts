import {
  createDispatcher,
  createReminding,
  type HoldingRow,
  holdingSchema,
  type Sender,
  type Store,
  type Tenant,
} from "#core";
import { addDays, addMonths } from "#pricing";

/** `together`: whether both processes work at the same moment throughout. `open` opens another door to the same database. */
export type Year = { teams: number; together: boolean; open: () => Promise<Store> };
/** What should have been told, what is in the outbox, and how often the messages of every fortieth team were sent. */
export type Told = { expected: string[]; found: string[]; sent: Map<string, number>; steps: number; looks: number };

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Australia/Sydney",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
];
const leads = [7, 30, 60];
const [aDay, anHour, aMinute] = [86_400_000, 3_600_000, 60_000];
const first = Date.parse("2027-12-01T00:00:00Z");
const last = Date.parse("2028-12-15T00:00:00Z");

/** `ways`: its reminders and when they are due, the most urgent first. */
type Event = { id: string; on: string; done: boolean; ways: [key: string, at: number][] };
type Team = {
  tenant: Tenant;
  zone: string;
  holding: HoldingRow["holding"];
  events: Event[];
  /** Every reminder that was told or passed over, and the names of those that were told. */
  settled: Set<string>;
  told: string[];
};

/** Chance that is the same in every run: whole numbers below `most`. */
function chance(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const formats = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }),
  ]),
);
/** The clock on the wall, 2028-02-29 09:00:00: told by the language, not by the library whose use is tested. */
const wall = (zone: string, now: number) => formats.get(zone)?.format(now) ?? "";
const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

const nines = new Map<string, number>();
/** The moment at which it is nine on the wall. */
function nine(zone: string, day: string): number {
  const known = nines.get(`${zone} ${day}`);
  if (known !== undefined) return known;
  let at = Date.parse(`${day}T09:00:00Z`) - 15 * anHour;
  while (wall(zone, at) !== `${day} 09:00:00`) at += aMinute * 30;
  nines.set(`${zone} ${day}`, at);
  return at;
}

/** The first working day from a day on; where that is not before the event, the last one before. */
function working(day: string, on: string): string {
  const go = (from: string, by: number): string => (isWeekend(from) ? go(addDays(from, by), by) : from);
  const next = go(day, 1);
  return next < on ? next : go(day, -1);
}

/** Something that expires, is used up, or renews, one for each team. */
const kinds: ((day: string) => { holding: object; events: [what: string, on: string][] })[] = [
  (day) => ({
    holding: { held: { kind: "prepaid", lot: { amount: "100", bought: "2027-06-01", expires: day } } },
    events: [["expiry", day]],
  }),
  (day) => {
    // Three units a day, and so many units that they are gone on that day.
    const amount = String(3 * Math.round((Date.parse(day) - Date.parse("2027-11-01")) / aDay));
    return {
      holding: {
        held: { kind: "prepaid", lot: { amount, bought: "2027-11-01", expires: null } },
        use: { by: "month", low: "90", expected: "90", high: "90" },
      },
      events: [["zero", day]],
    };
  },
  (day) => ({
    holding: {
      held: { kind: "seats", count: 5, price: null, per: "year", renews: day, notice: addDays(day, -40) },
    },
    events: [day, addMonths(day, 12)].flatMap((on): [string, string][] => [
      ["renewal", on],
      ["notice", addDays(on, -40)],
    ]),
  }),
];

function teamAt(at: number, pick: (most: number) => number): Team {
  const day = at % 50 === 7 ? "2028-02-29" : addDays("2027-12-20", pick(360));
  const { holding, events } = (kinds[at % kinds.length] as (typeof kinds)[number])(day);
  const zone = zones[at % zones.length] ?? "UTC";
  return {
    tenant: { platform: at % 40 === 0 ? "discord" : "slack", id: `T${at}` },
    zone,
    holding: holdingSchema.parse({ product: "OpenAI API", owner: "<@UBEN|Ben>", channel: "C1", ...holding }),
    events: events.map(([what, on]) => {
      // An empty balance is named by what was bought.
      const id = `${what}.${what === "zero" ? "2027-11-01" : on}`;
      return {
        id,
        on,
        done: false,
        ways: leads.map((lead) => [`${id}@${lead}`, nine(zone, working(addDays(on, -lead), on))]),
      };
    }),
    settled: new Set(),
    told: [],
  };
}

/** What has to be told to a team at a moment, worked out in the plainest way. `clock`: the one on its wall. */
function tell(team: Team, now: number, clock: string): void {
  const [today = "", time = ""] = clock.split(" ");
  const open = !isWeekend(today) && time >= "09:00:00" && time < "17:00:00";
  const lead = (key: string) => Number(/@(\d+)/.exec(key)?.[1]);
  for (const { id, ways } of team.events.filter(({ on, done }) => on > today && !done)) {
    const [urgent, ...others] = ways.filter(([key, at]) => at <= now && !team.settled.has(key)).map(([key]) => key);
    if (urgent === undefined) continue;
    const overtaken = [...team.settled].some((key) => key.startsWith(`${id}@`) && lead(key) < lead(urgent));
    if (!open && !overtaken) continue;
    for (const key of [urgent, ...others]) team.settled.add(key);
    if (!overtaken) team.told.push(urgent);
  }
}

/**
 * A year of a thousand teams and two processes, that are ended and begun again, miss days, and have their clock put forward
 * and back. Nothing in it waits: time goes on by steps.
 */
export async function simulateYear({ teams: many, together, open }: Year): Promise<Told> {
  const pick = chance(20_281_129);
  const teams = Array.from({ length: many }, (_, at) => teamAt(at, pick));
  let now = first;
  const sent = new Map<string, number>();
  const sender: Sender = {
    platform: "discord",
    deduplicates: false,
    async prepare({ key, tenant }) {
      return {
        do: "send",
        async send() {
          const name = `${tenant.id} ${key}`;
          sent.set(name, (sent.get(name) ?? 0) + 1);
          return { sent: "m" };
        },
      };
    },
  };
  const log = {
    warn: () => undefined,
    fault: (error: unknown) => {
      throw error;
    },
  };
  const begin = async () => {
    const store = await open();
    const reminding = createReminding({ store, platforms: ["slack", "discord"], now: () => now, log });
    const dispatcher = createDispatcher({ store, senders: [sender], now: () => now, random: () => 0.5, log });
    return { store, reminding, dispatcher };
  };
  const processes = [await begin(), await begin()];
  const theFirst = () => (processes[0] as (typeof processes)[number]).store;
  const by = { id: "h", by: "UANA", revision: 1, updatedAt: now };
  for (const { tenant, zone, holding } of teams) {
    await theFirst().of(tenant).set("team", { zone });
    await theFirst()
      .of(tenant)
      .saveHolding({ ...by, holding }, 0);
  }

  let [steps, looks] = [0, 0];
  /** Each process looks until there is nothing left to look at. */
  const lookAll = async (atOnce: boolean) => {
    for (;;) {
      const rounds: number[] = [];
      if (atOnce) rounds.push(...(await Promise.all(processes.map(({ reminding }) => reminding.round()))));
      else for (const { reminding } of processes) rounds.push(await reminding.round());
      looks += rounds.reduce((sum, each) => sum + each, 0);
      if (rounds.every((each) => each === 0)) return;
    }
  };
  while (now < last) {
    steps++;
    const what = pick(60);
    // A process is killed between two steps: what it had taken is looked at when its lease is over.
    if (what < 3) {
      await (processes[what % 2] as (typeof processes)[number]).store.claimHoldings(now, now + 45_000, 30, ["slack"]);
      now += 46_000;
    }
    await lookAll(together || what === 3);
    const clocks = new Map(zones.map((zone) => [zone, wall(zone, now)]));
    for (const team of teams) tell(team, now, clocks.get(team.zone) ?? "");
    for (const { dispatcher } of processes) while ((await dispatcher.round()) > 0) now += 1_001;
    if (what < 3) {
      await processes[what % 2]?.store.close();
      processes[what % 2] = await begin();
    }
    // Somebody presses a button on what was told last.
    for (let press = 0; press < 3; press++) {
      const team = teams[pick(many)] as Team;
      const key = team.told.at(-1);
      const event = team.events.find(({ id }) => key?.startsWith(`${id}@`));
      if (key === undefined || event === undefined || event.done || key.includes("~")) continue;
      // A second press on the same one changes nothing, which the app sees to.
      if (event.ways.some(([each]) => each === `${key}~1`)) continue;
      const here = theFirst().of(team.tenant);
      if (pick(2) === 0) {
        event.done = true;
        await here.keepReminder("h", { key, state: "done", again: null });
        continue;
      }
      const again = now + 7 * aDay;
      await here.keepReminder("h", { key, state: "snoozed", again });
      event.ways.push([`${key}~1`, again]);
    }
    // Mostly half a day; sometimes nothing runs for long, or the clock is put forward, and later back.
    const step = 5 * anHour + pick(10 * anHour);
    now +=
      what === 10 ? pick(20) * aDay : what === 11 ? 3 * aDay : what === 12 ? -2 * aDay : what === 13 ? -anHour : step;
  }
  const expected = teams.flatMap(({ tenant, told }) =>
    told.flatMap((key) => ["C1", "person:UBEN"].map((channel) => `${tenant.id} remind:h:${key}:${channel}`)),
  );
  const found: string[] = [];
  for (const { tenant } of teams)
    for (const { key } of await theFirst().of(tenant).posts("")) found.push(`${tenant.id} ${key}`);
  for (const { store } of processes) await store.close();
  return { expected: expected.sort(), found: found.sort(), sent, steps, looks };
}
