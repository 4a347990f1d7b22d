/** What can be typed, with what it does. */
export const helpMessages = {
  title: "How to pay for AI work",
  private: "Only you see this. Nothing is posted before you press Post.",
  openQuestions: "Open the questions",
  does: {
    questions: "the guided questions, then a recommendation you can post",
    line: "the same, beginning with what you say in one line",
    resume: "go on where you stopped",
    plans: "what a vendor sells, or what is sold as an API meter",
    estimate: "what work costs, as a range",
    compare: "the same finished work in dollars with each vendor",
    explain: (topics: readonly string[]) => `${topics.join(", ")}, any product, or a question in your own words`,
    decisions: "what was decided here",
    filtered: "the same, filtered",
    totals: "what is committed, by owner and vendor",
    link: "show decisions of your team in Slack and in Discord",
    catalogue: "how fresh the prices are, by vendor",
    balances: "what the team holds, and when it expires",
    usage: "what your real usage costs, from a vendor's export",
    settings: "the usual channel, and what is kept of you",
  },
} as const;

/** What is looked up. */
export const referenceMessages = {
  catalogue: { title: "How fresh the prices are", asOf: (day: string) => `Prices and rules as of ${day}.` },
  plans: {
    title: "What is sold",
    ask: (vendor: string, route: string) => `Name a vendor, a product or a route: ${vendor}, ${route}.`,
    routes: "Routes",
    vendors: "Vendors",
    all: (typed: string) => `${typed} names all vendors and routes.`,
    more: (vendor: string, typed: string) => `All that ${vendor} sells: ${typed}.`,
    noRoute: (route: string, nearest: string) => `There is no route "${route}". ${nearest}`,
    twoRoutes: (one: string, other: string) => `plans takes one route: ${one}, or ${other}.`,
  },
  explain: {
    title: "What can be explained",
    topics: (topics: readonly string[]) =>
      `${topics.join(", ")}; a route, unit, vendor or product by its name; or a question in your own words.`,
    question: "how many Kling credits is $20 of OpenAI?",
    explained: "Explained",
  },
  estimate: {
    title: "What work costs",
    ask: "Say the kind of work and its amounts; any amount may be a range.",
    examples: "For example:",
    done: "Estimate",
  },
} as const;
