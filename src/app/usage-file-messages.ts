/** What is said around a usage export that somebody hands over in a chat. */
export const usageFileMessages = {
  title: "Your usage",
  form: {
    about: "aicost reads the totals: days, models, tokens and money. It keeps no prompt, no key, no name and no file.",
    kinds:
      "Export your usage in the vendor's console first. OpenAI, Anthropic, Google Cloud, ccusage, LiteLLM and FOCUS files work.",
    label: "Usage export",
    hint: "A CSV or JSON file, up to 5 MB.",
    button: "Read it",
    opens: "Choose a file",
    empty: "Choose a file first, such as the usage export of OpenAI.",
  },
  use: "Use this in a decision",
  another: "Choose another file",
  questions: "Open the questions",
  onlyYou: "Only you see this. The totals are kept for a day, or with the decision in which you use them.",
  notRead: "The file was not read",
  notHere: "Files cannot be sent here. In the terminal, type: npm start -s -- usage FILE.",
  gone: { title: "No longer kept", text: "The totals were kept for a day. Send the export again." },
  waits: {
    title: "You have a conversation already",
    text: (work: string) => `Add the ${work} to it, or start a new one. A new one deletes your earlier answers.`,
    add: (step: string) => `Add it and resume from ${step}`,
    start: "Start with this usage",
  },
} as const;
