import { teamMessages as words } from "../../present/team-messages.ts";
import type { Values } from "../../screen/screen.ts";
import type { TeamSettings } from "../../team/settings.ts";
import { isZone } from "../../team/zone.ts";
import { choice, line } from "./fields.ts";
import { type Form, type Problems, typedInto } from "./form.ts";
import { type TeamChange, teamForm } from "./team-form.ts";

/** How approvals work. */
export const approvals: Form = teamForm(
  "approvals",
  words.approvals.title,
  ({ twoApprovals, mayChange }) => {
    const { two, change } = words.approvals;
    return [
      choice("count", two.label, { one: two.one, two: two.two }, twoApprovals ? "two" : "one"),
      choice("change", change.label, { everybody: change.everybody, approvers: change.approvers }, mayChange),
    ];
  },
  (values, team) => ({
    changes: {
      twoApprovals: chosen(values, "count", team.twoApprovals ? "two" : "one") === "two",
      mayChange: chosen(values, "change", team.mayChange) === "approvers" ? "approvers" : "everybody",
    },
  }),
);

/** When people are reminded. */
export const reminders: Form = teamForm(
  "reminders",
  words.remindersForm.title,
  (team, problems) => {
    const { lead, zone, from, to, days } = words.remindersForm;
    const { hours } = team;
    return [
      line("lead", lead, team.leadDays.join(", "), problems.lead ?? null),
      line("zone", zone, team.zone, problems.zone ?? null),
      line("from", from, hours.from, problems.from ?? null),
      line("to", to, hours.to, problems.to ?? null),
      choice("days", days.label, { working: days.working, all: days.all }, hours.workingDays ? "working" : "all"),
    ];
  },
  (values, team) => {
    const form = words.remindersForm;
    const leadDays = typedInto(values, "lead")
      .split(/[\s,;]+/)
      .filter((part) => part !== "")
      .map(Number);
    const zone = typedInto(values, "zone");
    const [from, to] = [timeOf(typedInto(values, "from")), timeOf(typedInto(values, "to"))];
    const late = from !== null && to !== null && from >= to;
    const problems: Problems = {
      ...(isLead(leadDays) ? {} : { lead: form.lead.problem }),
      ...(isZone(zone) ? {} : { zone: form.zone.problem }),
      ...(from === null ? { from: form.from.problem } : {}),
      ...(to === null || late ? { to: form.to.problem } : {}),
    };
    if (from === null || to === null || Object.keys(problems).length > 0) return { problems };
    const workingDays = chosen(values, "days", team.hours.workingDays ? "working" : "all") === "working";
    return {
      changes: {
        leadDays: [...new Set(leadDays)].sort((one, other) => other - one),
        zone,
        hours: { from, to, workingDays },
      },
    };
  },
);

/** The team's own currency, and what is told and kept. */
export const money: Form = teamForm(
  "money",
  words.moneyForm.title,
  (team, problems) => {
    const { code, rate, share, keep, hint } = words.moneyForm;
    return [
      line("code", code, team.currency?.code ?? null, problems.code ?? null),
      line("rate", rate, team.currency?.perDollar ?? null, problems.rate ?? null),
      line("share", share, String(Number(team.moneyShare) * 100), problems.share ?? null),
      line("keep", keep, team.keepDays === null ? null : String(team.keepDays), problems.keep ?? null),
      choice("hint", hint.label, { not: hint.not, tell: hint.tell }, team.sameThingHint ? "tell" : "not"),
    ];
  },
  readMoney,
);

function readMoney(values: Values, team: TeamSettings, today: string): TeamChange {
  const form = words.moneyForm;
  const code = typedInto(values, "code").toUpperCase();
  const rate = typedInto(values, "rate");
  const share = typedInto(values, "share").replace(/\s*%$/, "");
  const keep = typedInto(values, "keep");
  const problems: Problems = {
    ...(code === "" || /^[A-Z]{3}$/.test(code) ? {} : { code: form.code.problem }),
    ...(code === "" || (/^\d{1,9}(?:\.\d{1,9})?$/.test(rate) && Number(rate) > 0) ? {} : { rate: form.rate.problem }),
    ...(/^\d{1,3}(?:\.\d{1,2})?$/.test(share) && Number(share) <= 100 ? {} : { share: form.share.problem }),
    ...(keep === "" || (/^\d{2,4}$/.test(keep) && Number(keep) >= 30 && Number(keep) <= 3_650)
      ? {}
      : { keep: form.keep.problem }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  const same = team.currency !== null && team.currency.code === code && team.currency.perDollar === rate;
  return {
    changes: {
      currency: code === "" ? null : same ? team.currency : { code, perDollar: rate, on: today },
      moneyShare: String(Number((Number(share) / 100).toFixed(4))),
      keepDays: keep === "" ? null : Number(keep),
      sameThingHint: chosen(values, "hint", team.sameThingHint ? "tell" : "not") === "tell",
    },
  };
}

function chosen(values: Values, field: string, before: string): string {
  return typedInto(values, field) || before;
}

function isLead(days: readonly number[]): boolean {
  return (
    days.length > 0 && days.length <= 6 && days.every((each) => Number.isInteger(each) && each >= 1 && each <= 365)
  );
}

/** A time as it is typed, 9:00 as 09:00; null for anything else. */
function timeOf(typed: string): string | null {
  const [, hour = "", minute = ""] = /^(\d{1,2})[:.](\d{2})$/.exec(typed) ?? [];
  return hour === "" || Number(hour) > 23 || Number(minute) > 59 ? null : `${hour.padStart(2, "0")}:${minute}`;
}
