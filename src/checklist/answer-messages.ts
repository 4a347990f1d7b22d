/** What is wrong with an answer, and how it would be right. `given`: what was answered, in short and with its quotes. */
export const answerMessages = {
  notAnObject: "The answers are one JSON object: question ids and answers.",
  noQuestion: (given: string, nearest: string) => `There is no question ${given}. ${nearest}`,
  count: "Write a whole number, 1 or more.",
  date: "Write a day such as 2027-01-31.",
  channel: "Write the id of a channel.",
  noOption: (given: string, nearest: string) => `${given} is no option. ${nearest}`,
  list: (option: string | undefined) => `takes a list, such as ["${option}"], or "unknown".`,
  alone: (option: string) => `Choose either "${option}" or other answers.`,
  owner: 'Write a name, or { "seats": name, "api": name } where there are two budgets.',
  duties: 'Write an object such as { "keys": "Ana", "logs": "none" }.',
  noDuty: (given: string, nearest: string) => `${given} is no duty. ${nearest}`,
  duty: (duty: string) => `${duty} takes a name, "none" or "unknown".`,
  quote:
    'Write "none" or { "amount", "currency", "unit", "term" }, such as { "amount": "12000", "currency": "USD", "unit": "year", "term": "12 months" }.',
  amount: "amount is a positive decimal such as 12000.50.",
  currency: "currency is three letters such as USD.",
  link: 'Write "none" or { "url", "readOn" }, an https address and the day you read it.',
  workload: 'Write an object with a "kind", or "unknown".',
} as const;
