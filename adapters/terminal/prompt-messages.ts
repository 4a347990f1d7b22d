import type { Field } from "#core";

/** What the prompts of the terminal say beside the questions. Where one goes to is typed as a mark, or chosen as an option. */
export const promptMessages = {
  back: "Back",
  show: "Show me now",
  showHint: "the result with what is known so far",
  backHint: "to the page before",
  /** What Enter alone says, at a line and as an option. */
  emptyLine: { unknown: "skip", none: "none", preset: "the usual" },
  emptyOption: { unknown: "Not sure yet", none: "None", preset: "The usual" },
  line: (parts: readonly string[]) => parts.filter((part) => part !== "").join(" \u00b7 "),
  empty: (says: string) => `Enter: ${says}`,
  ask: "? ask someone",
  backMark: (mark: string) => `${mark} back`,
  showMark: (mark: string) => `${mark} show me now`,
  either: (label: string) => `Choose either "${label}" or other answers.`,
  beenHere: "You have been here before.",
  resume: (from: string) => `Resume from ${from}`,
  startOver: "Start over",
  startWith: (line: string) => `Start with: ${line}`,
  answersGo: "the answers so far are deleted",
  needFor: "What do you need AI for? Say it in one line, or press Enter for the questions.",
  needForExample: "20k support chats a month with gpt-6-sol for our customers",
  isThisRight: "Is this right?",
  goOn: "Go on",
  change: (answer: string) => `Change: ${answer}`,
  backToResult: "to the result",
  next: "What next?",
  fileName: "Under which name?",
  noFileName: "Enter a name such as aicost.md.",
  saved: (file: string) => `Saved: ${file}`,
  intro: "aicost: how to pay for AI work",
  done: "Done.",
  kept: (name: string) => `Kept: ${name}. To see it later: npm start -s -- decisions`,
  step: ({ name }: { name: string }) => `${name}: `,
  moreDetails: "With --details: why, all warnings, the estimate, sources, and what to verify before you pay.",
  left: "Nothing was posted. Your answers are kept: npm start goes on from here.",
} as const;

/** What a line may look like, where the question does not say it itself. */
export const examples: Record<Exclude<Field["field"], "choice" | "choices" | "file" | "channel">, string> = {
  number: "Such as 12",
  money: "Such as 12000.50",
  date: "Such as 2027-01-31",
  text: "",
  person: "A name",
};
