import { personName } from "../checklist/person.ts";
import { dayWords } from "../market/days.ts";
import type { TeamSettings } from "../team/settings.ts";

const days = (all: readonly number[]) => all.join(", ");

/** What people read of the settings of their team. */
export const teamMessages = {
  facts: {
    approvers: "Approvers",
    reminders: "Reminders",
    hours: "Reminder hours",
    money: "Currency",
    threshold: "Tell threads",
    keep: "Old decisions",
    hint: "Same purchase",
  },
  nobody: "The owner of each budget",
  approvers: ({ approvers, twoApprovals, mayChange }: TeamSettings) =>
    [
      approvers.length === 0 ? teamMessages.nobody : approvers.map(personName).join(", "),
      ...(twoApprovals ? ["two have to approve"] : []),
      ...(mayChange === "approvers" ? ["only they change settings"] : []),
    ].join("; "),
  reminders: ({ leadDays }: TeamSettings) => `${days(leadDays)} days ahead`,
  hours: ({ hours: { from, to, workingDays }, zone }: TeamSettings) =>
    `${from} to ${to}, ${workingDays ? "Monday to Friday" : "every day"}, ${zone}`,
  money: ({ currency }: TeamSettings) =>
    currency === null
      ? "US dollars"
      : `US dollars, and ${currency.code} at ${currency.perDollar} a dollar (${dayWords(currency.on)})`,
  inOwn: (code: string) => `In ${code}`,
  atRate: (amount: string, perDollar: string, day: string) =>
    `${amount} a month, at your rate of ${perDollar} a dollar (${day})`,
  threshold: ({ moneyShare }: TeamSettings) => `when the money changes by more than ${Number(moneyShare) * 100}%`,
  keep: ({ keepDays }: TeamSettings) => (keepDays === null ? "kept" : `deleted ${keepDays} days after they end`),
  hint: ({ sameThingHint }: TeamSettings) => (sameThingHint ? "people are told of each other" : "nobody is told"),

  buttons: {
    approver: "Add an approver",
    approvals: "Approval rules",
    reminders: "Reminders",
    money: "Money and data",
  },
  save: "Save",
  change: "Change",
  back: "Back to Settings",
  mayNot: {
    title: "Only approvers change settings",
    words: "Ask one of them.",
    who: "Approvers",
  },

  approver: {
    title: "Add an approver",
    words: "Approvers can approve and decline every decision of the team, beside the owner it names.",
    label: "Who?",
    hint: "Pick one person. Add more one by one.",
    pick: "Pick a person from the list.",
    remove: (name: string) => `Remove ${name}`,
    full: (most: number) => `A team has at most ${most} approvers. Remove one first.`,
  },
  approvals: {
    title: "Approval rules",
    two: { label: "How many have to approve?", one: "One person", two: "Two different people" },
    change: { label: "Who may change settings?", everybody: "Everybody", approvers: "Approvers only" },
  },
  remindersForm: {
    title: "Reminders",
    lead: {
      label: "Days ahead",
      hint: "How many days before a date, such as 60, 30, 7.",
      problem: "Enter days such as 60, 30, 7: at most six, each from 1 to 365.",
    },
    zone: { label: "Time zone", hint: "", problem: "Enter a time zone such as Europe/Berlin." },
    from: { label: "Earliest time", hint: "", problem: "Enter a time such as 09:00, before the latest time." },
    to: { label: "Latest time", hint: "", problem: "Enter a time such as 17:00, after the earliest time." },
    days: { label: "On which days?", working: "Monday to Friday", all: "Every day" },
  },
  moneyForm: {
    title: "Money and data",
    code: {
      label: "Your currency",
      hint: "Three letters. Empty: US dollars only.",
      problem: "Enter three letters such as EUR, or leave it empty.",
    },
    rate: {
      label: "One US dollar in your currency",
      hint: "Such as 0.92. It is your own rate, and gets today's date.",
      problem: "Enter a rate such as 0.92.",
    },
    share: {
      label: "Tell threads when the money changes by more than",
      hint: "In percent.",
      problem: "Enter a percentage such as 10, from 0 to 100.",
    },
    keep: {
      label: "Delete ended decisions after so many days",
      hint: "Empty: never.",
      problem: "Enter days such as 365, from 30 to 3650, or leave it empty.",
    },
    hint: { label: "When two people buy the same thing", tell: "Tell them", not: "Tell nobody" },
  },
} as const;
