/** What people read who ask somebody a question of the checklist, and who is asked. */
export const askingMessages = {
  choose: { title: "Ask someone", words: "Which question? The answer comes back into your answers." },
  nothing: "Nothing is left to ask: every question has an answer.",
  person: {
    title: "Ask someone",
    label: "Who knows?",
    hint: "They get the question as a direct message.",
    button: "Send",
  },
  pick: "Pick the person who knows.",
  yourself: "Pick somebody else. You can answer this yourself.",
  sent: (name: string) => `${name} gets the question now. You are told when they answer.`,
  goOn: "Go on",
  /** To whoever is asked. */
  message: { title: "A question for you", asks: "Asked by", button: "Answer" },
  answering: { title: "Answer a question", button: "Send", opens: "Answer" },
  empty: "Answer the question, or leave it and tell the person who asked.",
  thanks: "Thank you. The person who asked is told.",
  passed: "This question is answered.",
  gone: "This question is not open any more.",
  somebodyElses: "Somebody else was asked this.",
  /** To whoever asked. */
  answered: {
    title: "Your question is answered",
    by: "Answered by",
    kept: "It is kept in your answers.",
    tooLate: "You have decided meanwhile. Press Edit on the decision to use it.",
    goOn: "Go on",
  },
  waiting: (question: string) => `Waiting for an answer: ${question}`,
} as const;
