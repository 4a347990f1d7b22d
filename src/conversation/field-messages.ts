/** What the fields of a question are called that has several. A form in Discord shows 45 letters of a label. */
export const fieldMessages = {
  seatsOwner: "Who owns the budget for seats?",
  apiOwner: "Who owns the API budget?",
  duty: (duty: string) => `Who looks after ${duty}?`,
  quote: {
    amount: "Amount of the quote",
    currency: "Currency, such as USD",
    unit: "Charged per, such as year or seat and month",
    term: "Term, such as 12 months",
  },
  link: { url: "Address of the official page", readOn: "Date you read it" },
} as const;
