import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#pricing";
import { dayIn, isOpen, nextOpening, opening } from "../../src/team/clock.ts";
import { eventsOf, nextOf } from "../../src/team/events.ts";
import { type Holding, holdingSchema } from "../../src/team/holding.ts";
import { eventIn, type KeptReminder, scheduleOf, snoozedUntil } from "../../src/team/schedule.ts";
import { readTeamSettings } from "../../src/team/settings.ts";

const at = (text: string) => Date.parse(text);
const team = (more: object = {}) => readTeamSettings(more);
const berlin = team({ zone: "Europe/Berlin" });
const seats = (more: object = {}): Holding =>
  holdingSchema.parse({
    product: "Claude Team",
    held: { kind: "seats", count: 5, price: "30", per: "year", renews: "2027-01-15", notice: null, ...more },
  });
const credit = (expires: string, more: object = {}): Holding =>
  holdingSchema.parse({
    product: "OpenAI API",
    held: { kind: "prepaid", lot: { amount: "100", bought: "2026-01-15", expires } },
    ...more,
  });
const sent = (key: string): KeptReminder => ({ key, state: "sent", again: null });
const keys = (holding: Holding, settings: typeof berlin, now: string, kept: KeptReminder[] = []) =>
  scheduleOf(holding, settings, kept, at(now)).due.map(({ key }) => key);

describe("a reminder", () => {
  it("is due on the morning of its day in the team's zone, and not before", () => {
    // 16 Nov 2026 is 60 days before 15 Jan 2027; 9:00 in Berlin is 8:00 in Greenwich.
    expect(keys(seats(), berlin, "2026-11-16T07:59:59Z")).toEqual([]);
    expect(scheduleOf(seats(), berlin, [], at("2026-11-01T12:00:00Z")).next).toBe(at("2026-11-16T08:00:00Z"));
    expect(keys(seats(), berlin, "2026-11-16T08:00:00Z")).toEqual(["renewal.2027-01-15@60"]);
    expect(keys(seats(), berlin, "2026-11-16T15:59:59Z")).toEqual(["renewal.2027-01-15@60"]);
    expect(scheduleOf(seats(), berlin, [], at("2026-11-16T16:00:00Z"))).toMatchObject({
      due: [],
      next: at("2026-11-17T08:00:00Z"),
    });
  });

  it("waits from a weekend for Monday, unless all days are working days", () => {
    // 30 days before 15 Jan 2027 is Wednesday; before 18 Jan it is Saturday, 19 Dec.
    const holding = seats({ renews: "2027-01-18" });
    const kept = [sent("renewal.2027-01-18@60")];
    expect(keys(holding, berlin, "2026-12-19T10:00:00Z", kept)).toEqual([]);
    expect(keys(holding, berlin, "2026-12-21T10:00:00Z", kept)).toEqual(["renewal.2027-01-18@30"]);
    const always = team({ zone: "Europe/Berlin", hours: { from: "09:00", to: "17:00", workingDays: false } });
    expect(keys(holding, always, "2026-12-19T10:00:00Z", kept)).toEqual(["renewal.2027-01-18@30"]);
  });

  it("comes on the Friday before where Monday would be too late", () => {
    // One day before Sunday, 17 Jan 2027, is Saturday, and Monday comes after it.
    const holding = seats({ renews: "2027-01-17" });
    expect(keys(holding, team({ leadDays: [1] }), "2027-01-15T10:00:00Z")).toEqual(["renewal.2027-01-17@1"]);
  });

  it.each([
    // Clocks go forward on 28 March 2027: 9:00 is 7:00 in Greenwich from then on.
    ["2027-03-26T08:00:00Z", "2027-03-26"],
    ["2027-03-29T07:00:00Z", "2027-03-29"],
    // And back on 31 October 2027.
    ["2027-10-29T07:00:00Z", "2027-10-29"],
    ["2027-11-01T08:00:00Z", "2027-11-01"],
  ])("is due at nine by the clock on the wall: %s", (moment, day) => {
    expect(opening(day, berlin)).toBe(at(moment));
    expect([isOpen(at(moment) - 1, berlin), isOpen(at(moment), berlin)]).toEqual([false, true]);
  });

  it("is due in an hour that a clock leaves out, and once in one that comes twice", () => {
    const early = team({ zone: "Europe/Berlin", hours: { from: "02:30", to: "02:45", workingDays: false } });
    expect(opening("2027-03-28", early)).toBe(at("2027-03-28T01:30:00Z"));
    expect(nextOpening(at("2027-03-27T12:00:00Z"), early)).toBe(at("2027-03-28T01:30:00Z"));
    expect(opening("2027-10-31", early)).toBe(at("2027-10-31T00:30:00Z"));
    expect(nextOpening(at("2027-10-31T01:00:00Z"), early)).toBe(at("2027-11-01T01:30:00Z"));
  });

  it("knows 29 February, and the day on the other side of the world", () => {
    const kept = [60, 30].map((lead) => sent(`expiry.2028-03-07@${lead}`));
    expect(keys(credit("2028-03-07"), team(), "2028-02-29T09:00:00Z", kept)).toEqual(["expiry.2028-03-07@7"]);
    expect(dayIn({ zone: "Pacific/Kiritimati" }, at("2028-02-28T10:00:00Z"))).toBe("2028-02-29");
    expect(nextOf("2024-02-29", 12, "2026-11-21")).toBe("2027-02-28");
    expect(nextOf("2024-02-29", 12, "2027-11-21")).toBe("2028-02-29");
    expect(nextOf("2026-01-31", 1, "2026-02-28")).toBe("2026-03-31");
  });

  it("is told once, the most urgent one where several were missed, and never after its day", () => {
    const missed = scheduleOf(seats(), berlin, [], at("2027-01-11T10:00:00Z"));
    expect(missed.due).toMatchObject([{ key: "renewal.2027-01-15@7", daysLeft: 4 }]);
    expect(missed.passed).toEqual(["renewal.2027-01-15@30", "renewal.2027-01-15@60"]);
    const kept = [
      sent("renewal.2027-01-15@7"),
      ...missed.passed.map((key) => ({ ...sent(key), state: "passed" as const })),
    ];
    expect(scheduleOf(seats(), berlin, kept, at("2027-01-11T10:00:01Z"))).toMatchObject({ due: [], passed: [] });
    expect(keys(seats(), berlin, "2027-01-15T10:00:00Z")).toEqual([]);
    // A less urgent one that is found late, as after a change of the settings, is passed over.
    const later = scheduleOf(
      seats(),
      team({ leadDays: [14, 7] }),
      [sent("renewal.2027-01-15@7")],
      at("2027-01-11T10:00:00Z"),
    );
    expect([later.due, later.passed]).toEqual([[], ["renewal.2027-01-15@14"]]);
  });

  it("comes again a week after Snooze, once, and not at all after Done", () => {
    const [event] = eventsOf(seats(), "2026-11-16");
    if (event === undefined) throw new Error("it renews");
    const again = snoozedUntil(event, berlin, at("2026-11-16T12:00:00Z"));
    expect(again).toBe(at("2026-11-23T08:00:00Z"));
    const snoozed: KeptReminder = { key: "renewal.2027-01-15@60", state: "snoozed", again };
    expect(keys(seats(), berlin, "2026-11-20T12:00:00Z", [snoozed])).toEqual([]);
    expect(keys(seats(), berlin, "2026-11-23T08:00:00Z", [snoozed])).toEqual(["renewal.2027-01-15@60~1"]);
    const told = [snoozed, sent("renewal.2027-01-15@60~1")];
    expect(keys(seats(), berlin, "2026-11-23T08:00:00Z", told)).toEqual([]);
    expect(keys(seats(), berlin, "2026-12-16T12:00:00Z", told)).toEqual(["renewal.2027-01-15@30"]);
    const done = { ...snoozed, state: "done" as const };
    expect(scheduleOf(seats(), berlin, [done], at("2026-12-16T12:00:00Z"))).toMatchObject({ due: [], passed: [] });
    // The year after is another event.
    expect(keys(seats(), berlin, "2028-01-10T12:00:00Z", [done])).toEqual(["renewal.2028-01-15@7"]);
  });

  it("that is snoozed in its last week comes on the last working day, if there is one", () => {
    const [event] = eventsOf(seats({ renews: "2027-01-18" }), "2027-01-12");
    if (event === undefined) throw new Error("it renews");
    expect(snoozedUntil(event, berlin, at("2027-01-12T12:00:00Z"))).toBe(at("2027-01-15T08:00:00Z"));
    expect(snoozedUntil(event, berlin, at("2027-01-15T12:00:00Z"))).toBeNull();
  });

  it("is not written two months ahead for what renews every month", () => {
    const monthly = seats({ per: "month", renews: "2026-12-15" });
    const { next } = scheduleOf(monthly, berlin, [], at("2026-11-16T12:00:00Z"));
    expect(next).toBe(at("2026-12-08T08:00:00Z"));
    expect(keys(monthly, berlin, "2026-12-08T12:00:00Z")).toEqual(["renewal.2026-12-15@7"]);
    expect(keys(monthly, berlin, "2027-01-08T12:00:00Z")).toEqual(["renewal.2027-01-15@7"]);
  });
});

describe("what is ahead of a holding", () => {
  const ids = (holding: Holding, today: string) => eventsOf(holding, today).map(({ id, on }) => `${id} on ${on}`);

  it("is the last day to cancel, and the renewal, again and again", () => {
    const holding = seats({ notice: "2026-12-15" });
    expect(ids(holding, "2026-11-21")).toEqual(["notice.2026-12-15 on 2026-12-15", "renewal.2027-01-15 on 2027-01-15"]);
    expect(ids(holding, "2026-12-20")).toEqual(["renewal.2027-01-15 on 2027-01-15", "notice.2027-12-15 on 2027-12-15"]);
  });

  it("is what expires unused, each day once, and nothing that is used up before", () => {
    const use = { by: "month", low: "10", expected: "10", high: "10" };
    // 366 days from 15 Jan 2026 use 122 of 100; by 1 Nov, 290 days use 96.67.
    expect(ids(credit("2027-01-16", { use }), "2026-02-01")).toEqual(["zero.2026-01-15 on 2026-11-11"]);
    expect(ids(credit("2026-11-01", { use }), "2026-02-01")).toEqual(["expiry.2026-11-01 on 2026-11-01"]);
    expect(ids(credit("2026-11-01"), "2026-02-01")).toEqual(["expiry.2026-11-01 on 2026-11-01"]);
  });

  it("is no empty balance where the vendor fills it", () => {
    const use = { by: "month", low: "10", expected: "10", high: "10" };
    expect(ids(credit("2027-01-16", { use, funding: "auto_capped" }), "2026-02-01")).toEqual([]);
  });

  it("has the same name though a new level moves the day, and another one for what is bought anew", () => {
    const levels = (amount: string) => ({
      use: { by: "levels", first: { amount: "90", on: "2026-02-01" }, second: { amount, on: "2026-03-01" } },
    });
    const [one, other] = [
      ids(credit("2030-01-01", levels("80")), "2026-03-02"),
      ids(credit("2030-01-01", levels("70")), "2026-03-02"),
    ];
    expect(one).not.toEqual(other);
    expect([one, other].map(([each]) => each?.split(" ")[0])).toEqual(["zero.2026-01-15", "zero.2026-01-15"]);
  });
});

describe("a schedule, whatever the clock does", () => {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
  ];
  const anySettings = fc
    .record({
      zone: fc.constantFrom(...zones),
      leadDays: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
      workingDays: fc.boolean(),
      from: fc.integer({ min: 0, max: 20 }),
      long: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ zone, leadDays, workingDays, from, long }) => {
      const hour = (each: number) => `${String(each).padStart(2, "0")}:00`;
      return team({ zone, leadDays, hours: { from: hour(from), to: hour(from + long), workingDays } });
    });
  const anyHolding = fc.oneof(
    fc.integer({ min: 1, max: 300 }).map((days) => credit(addDays("2026-03-01", days))),
    fc.integer({ min: 1, max: 300 }).map((days) => seats({ renews: addDays("2026-03-01", days), per: "month" })),
    fc
      .integer({ min: 0, max: 300 })
      .map((days) => seats({ renews: addDays("2026-03-01", days), notice: "2026-03-01" })),
  );
  const steps = fc.array(fc.integer({ min: -3_000_000, max: 8_000_000 }), { minLength: 20, maxLength: 120 });

  it("tells each reminder once, within hours, before its day, the more urgent never before the less", () => {
    fc.assert(
      fc.property(anyHolding, anySettings, steps, (holding, settings, moves) => {
        const kept: KeptReminder[] = [];
        let now = at("2026-02-20T00:00:00Z");
        for (const move of moves) {
          now += move * 100;
          const { due, passed, next } = scheduleOf(holding, settings, kept, now);
          if (next !== null) expect(next).toBeGreaterThan(now);
          for (const { key, event, daysLeft } of due) {
            expect(isOpen(now, settings)).toBe(true);
            expect(event.on > dayIn(settings, now) && daysLeft > 0).toBe(true);
            const before = kept.filter((each) => each.state === "sent" && eventIn(each.key) === event.id);
            const lead = (each: string) => Number(each.split("@")[1]);
            for (const each of before) expect(lead(each.key)).toBeGreaterThan(lead(key));
          }
          const fresh = [...due.map(({ key }) => key), ...passed];
          expect(fresh.filter((key) => kept.some((each) => each.key === key))).toEqual([]);
          expect(new Set(fresh).size).toBe(fresh.length);
          kept.push(
            ...due.map(({ key }) => sent(key)),
            ...passed.map((key) => ({ ...sent(key), state: "passed" as const })),
          );
        }
      }),
    );
  });

  it("says when to look next, so that who looks only then misses nothing", () => {
    fc.assert(
      fc.property(anyHolding, anySettings, (holding, settings) => {
        const start = at("2026-02-20T00:00:00Z");
        const end = at("2026-05-05T00:00:00Z");
        const run = (step: (now: number, next: number | null) => number) => {
          const kept: KeptReminder[] = [];
          for (let now = start; now < end; ) {
            const { due, passed, next } = scheduleOf(holding, settings, kept, now);
            kept.push(...due.map(({ key }) => sent(key)), ...passed.map(sent));
            now = step(now, next);
          }
          return kept.map(({ key }) => key);
        };
        const often = run((now) => now + 3_000_000);
        expect(run((now, next) => Math.max(now + 1, next ?? end))).toEqual(often);
      }),
      { numRuns: 4 },
    );
  });
});
