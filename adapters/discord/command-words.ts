/** What Discord shows of the command while somebody types it. */
export const commandWords = {
  description: "How to pay for AI work",
  translations: {
    german: "Wie man KI-Arbeit bezahlt",
    french: "Comment payer le travail de l'IA",
    spanish: "Cómo pagar el trabajo con IA",
    portuguese: "Como pagar pelo trabalho com IA",
  },
  about: "One line of work, a product, a topic or a question; empty: the questions",
} as const;

/** The command on a message: Discord knows it by this name alone. */
export const onMessage = "How to pay for this";

/** The commands of single verbs, and what belongs to each. */
export const verbWords = {
  plans: { does: "What is sold, by a vendor, as a product, or on a route", of: "A vendor, a product or a route" },
  estimate: {
    does: "What work costs, as a range",
    work: "Such as: images accepted=1000 acceptanceRate=50% resolution=1k vendor=google",
  },
  compare: {
    does: "The same finished work in dollars with each vendor",
    work: "Such as: media accepted=20 acceptanceRate=40% seconds=8 resolution=1080p vendors=kling,runway",
  },
  explain: {
    does: "A topic, an id, or a question in your own words",
    topic: "Such as: traps, or: how many Kling credits is $20 of OpenAI?",
  },
  decisions: { does: "What was decided here", name: "Part of the name of a decision; or: totals, export" },
  catalogue: { does: "How fresh the prices are, by vendor" },
  balances: { does: "What the team holds, and when it expires", of: "Part of a product's name" },
  usage: {
    does: "What your real usage costs, from a vendor's export",
    file: "A usage export as CSV or JSON, up to 5 MB",
  },
  settings: { does: "The usual channel, and what is kept of you" },
  link: {
    does: "Shows decisions of your team in Slack and in Discord",
    code: "The code from the other side; empty: a new one",
  },
  unlink: { does: "Ends the link with the other side" },
  help: { does: "What can be typed, with examples" },
} as const;

/** What narrows the list of decisions. */
export const filterWords = {
  vendor: "Such as: openai",
  owner: "Part of the name of a budget owner",
  state: "How a decision stands",
  over: "More than so many dollars a month for one budget",
  older: "Made more than so many days ago",
} as const;
