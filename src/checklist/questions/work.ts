import { always, eq } from "../condition.ts";
import { choice, choices, type Question } from "../question.ts";

/** What the work is and how it reaches a model: enough to tell a person's screen from a program's meter. */
export const workQuestions: Question[] = [
  {
    id: "job",
    page: "work",
    text: "Who or what will use the AI?",
    topic: "users",
    why: "Apps and APIs are billed separately, even by the same vendor.",
    kind: choice(
      ["person", "People, in an app such as ChatGPT", "people use an app"],
      ["code", "Our software, through an API", "your software calls an API"],
      ["both", "Both", "people use an app and your software calls an API"],
      ["unsure", "Not decided yet", "it is not decided who uses it"],
    ),
    askedIf: always,
    seeds: ["000:69-79", "001:37", "003:20", "003:32"],
  },
  {
    id: "unattended",
    page: "unattended",
    text: "Will it run with nobody present?",
    topic: "running unattended",
    why: "Unattended work needs an API, not an app plan.",
    kind: choice(["yes", "Yes", "it runs with nobody present"], ["no", "No", "someone is always present"]),
    askedIf: eq("job", "unsure"),
    seeds: ["003:32", "001:6"],
  },
  {
    id: "audience",
    page: "work",
    text: "Who is it for?",
    topic: "audience",
    why: "",
    kind: choice(
      ["me", "Just me", "it is just for you"],
      ["team", "My team or company", "it is for your team or company"],
      ["customers", "Our customers or the public", "it is for customers or the public"],
    ),
    askedIf: always,
    seeds: ["000:14", "003:22", "003:32"],
  },
  {
    id: "output",
    page: "work",
    text: "What should it produce?",
    topic: "output",
    why: "",
    kind: choices(
      ["text", "Text", "it produces text"],
      ["code", "Code", "it produces code"],
      ["image", "Images", "it produces images"],
      ["video", "Video", "it produces video"],
      ["voice", "Voice", "it produces voice"],
      ["music", "Music", "it produces music"],
    ),
    askedIf: always,
    seeds: ["002:42", "003:24"],
  },
  {
    id: "vendor",
    page: "work",
    text: "Do you have vendors or products in mind?",
    topic: "vendors",
    why: "",
    kind: { type: "vendors" },
    askedIf: always,
    skippable: true,
    seeds: ["003:22", "003:82"],
  },
];
