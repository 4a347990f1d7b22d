import { always, any, derived, eq, listed } from "../condition.ts";
import { choice, type Question } from "../question.ts";

const prepaid = any(derived("code"), listed("prepaid_credits"), listed("usage_package"));

/** Who owns, who pays, who looks after it. */
export const ownershipQuestions: Question[] = [
  {
    id: "owner_kind",
    page: "owner",
    text: "Who owns the account?",
    topic: "the owner of the account",
    why: "The owner keeps the balance, the keys and the work when a person leaves.",
    kind: choice(
      ["company", "the company"],
      ["personal", "one person"],
      ["shared", "a login or key that several share"],
      ["reseller", "a reseller or top-up agent"],
    ),
    askedIf: always,
    askSomeone: true,
    seeds: ["003:102", "004:15", "004:26"],
  },
  {
    id: "owner",
    page: "owner",
    text: "Who is named for the budget?",
    topic: "the named owner of the budget",
    why: "A budget without a name is noticed when it is empty.",
    kind: { type: "owner" },
    askedIf: always,
    askSomeone: true,
    seeds: ["003:40", "003:56"],
  },
  {
    id: "duties",
    page: "duties",
    text: "Who looks after each of these?",
    topic: "the people who look after it",
    why: "Whatever nobody is named for is what fails first.",
    kind: { type: "duties" },
    askedIf: derived("code"),
    askSomeone: true,
    seeds: ["003:40"],
  },
  {
    id: "cap",
    page: "money",
    text: "Which spend limit is set?",
    topic: "the spend limit",
    why: "Some limits stop the spending, some only tell you about it.",
    kind: choice(
      ["stops_requests", "one that stops requests"],
      ["alerts_only", "alerts only"],
      ["limits_recharge", "one that limits recharging"],
      ["none", "none"],
    ),
    askedIf: derived("code"),
    askSomeone: true,
    seeds: ["002:47", "004:3", "004:13"],
  },
  {
    id: "payment",
    page: "money",
    text: "How can you pay?",
    topic: "the way to pay",
    why: "A balance that cannot be topped up in time is a production risk.",
    kind: choice(
      ["card", "a card the vendor takes"],
      ["no_foreign_card", "no card that works abroad"],
      ["invoice_only", "by invoice only"],
    ),
    askedIf: prepaid,
    askSomeone: true,
    seeds: ["002:20", "004:2", "004:12", "004:21-22"],
  },
  {
    id: "country_supported",
    page: "money",
    text: "Is your country on the vendor's list of supported countries?",
    topic: "your country on the vendor's list",
    why: "Outside that list there is no route to recommend.",
    kind: choice(["yes", "yes"], ["no", "no"]),
    askedIf: eq("payment", "no_foreign_card"),
    askSomeone: true,
    seeds: [],
  },
];
