import { always, eq } from "../condition.ts";
import { choice, choices, type Question } from "../question.ts";

/** What the work is and how it reaches a model: enough to tell a person's screen from a program's meter. */
export const workQuestions: Question[] = [
  {
    id: "job",
    page: "work",
    text: "How does the work reach the model?",
    topic: "the way to the model",
    why: "A person's screen and a program's calls are sold apart, even by one vendor under one name.",
    kind: choice(
      ["person", "a person on the vendor's screen"],
      ["code", "code that calls it"],
      ["both", "a person and code"],
      ["unsure", "not clear yet"],
    ),
    askedIf: always,
    seeds: ["000:69-79", "001:37", "003:20", "003:32"],
  },
  {
    id: "unattended",
    page: "unattended",
    text: "Will anything run while nobody is at the keyboard?",
    topic: "running unattended",
    why: "Whatever runs by itself needs a key and a meter; a plan is for somebody who sits there.",
    kind: choice(["yes", "yes"], ["no", "no"]),
    askedIf: eq("job", "unsure"),
    seeds: ["003:32", "001:6"],
  },
  {
    id: "audience",
    page: "work",
    text: "Who gets the result?",
    topic: "the audience",
    why: "A personal plan must not feed customers, and a team needs an owner for what it shares.",
    kind: choice(["me", "only me"], ["team", "my team or company"], ["customers", "customers or the public"]),
    askedIf: always,
    seeds: ["000:14", "003:22", "003:32"],
  },
  {
    id: "output",
    page: "work",
    text: "What comes out?",
    topic: "the output",
    why: "Each kind of output has a meter of its own.",
    kind: choices(
      ["text", "text"],
      ["code", "program code"],
      ["image", "images"],
      ["video", "video"],
      ["voice", "voice"],
      ["music", "music"],
    ),
    askedIf: always,
    seeds: ["002:42", "003:24"],
  },
  {
    id: "vendor",
    page: "work",
    text: "Which vendors or products do you have in mind?",
    topic: "the choice of vendors",
    why: "Units, expiry and what happens at zero differ by vendor, and so do the traps.",
    kind: { type: "vendors" },
    askedIf: always,
    skippable: true,
    seeds: ["003:22", "003:82"],
  },
];
