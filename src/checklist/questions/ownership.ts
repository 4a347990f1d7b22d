import { always, any, derived, eq, listed } from "../condition.ts";
import { choice, type Question } from "../question.ts";

const prepaid = any(derived("code"), listed("prepaid_credits"), listed("usage_package"));

/** Who owns, who pays, who looks after it. */
export const ownershipQuestions: Question[] = [
  {
    id: "owner_kind",
    page: "owner",
    text: "Who owns the account?",
    topic: "account owner",
    why: "",
    kind: choice(
      ["company", "The company"],
      ["personal", "One person"],
      ["shared", "Several people, one login or key"],
      ["reseller", "A reseller or agent"],
    ),
    askedIf: always,
    askSomeone: true,
    seeds: ["003:102", "004:15", "004:26"],
  },
  {
    id: "owner",
    page: "owner",
    text: "Who owns the budget?",
    topic: "budget owner",
    why: "The person who approves, tops up and cancels.",
    kind: { type: "owner" },
    askedIf: always,
    askSomeone: true,
    seeds: ["003:40", "003:56"],
  },
  {
    id: "duties",
    page: "duties",
    text: "Who will look after it?",
    topic: "people in charge",
    why: "Keys, limits, alerts and failed jobs need an owner.",
    kind: { type: "duties" },
    askedIf: derived("code"),
    askSomeone: true,
    seeds: ["003:40"],
  },
  {
    id: "cap",
    page: "money",
    text: "What stops overspending?",
    topic: "spending limit",
    why: "",
    kind: choice(
      ["stops_requests", "A hard limit"],
      ["alerts_only", "Email alerts only"],
      ["limits_recharge", "A cap on auto top-up"],
      ["none", "Nothing yet"],
    ),
    askedIf: derived("code"),
    askSomeone: true,
    seeds: ["002:47", "004:3", "004:13"],
  },
  {
    id: "payment",
    page: "money",
    text: "How can you pay?",
    topic: "payment",
    why: "",
    kind: choice(
      ["card", "By international card"],
      ["no_foreign_card", "Without an international card"],
      ["invoice_only", "By invoice only"],
    ),
    askedIf: prepaid,
    askSomeone: true,
    seeds: ["002:20", "004:2", "004:12", "004:21-22"],
  },
  {
    id: "country_supported",
    page: "money",
    text: "Does the vendor support your country?",
    topic: "your country",
    why: "Vendors publish a list of supported countries.",
    kind: choice(["yes", "Yes"], ["no", "No"]),
    askedIf: eq("payment", "no_foreign_card"),
    askSomeone: true,
    seeds: [],
  },
];
