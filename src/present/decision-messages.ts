/** The words of which the names of decisions are made. */
export const decisionMessages = {
  and: " and ",
  noRoute: "Nothing to buy yet",
  free: "no cost",
  thingFor: (thing: string, subject: string) => `${thing} for ${subject}`,
  forPeople: (products: string, count: string) => `${products} for ${count} people`,
  seats: (products: string, count: string) => `${count} ${count === "1" ? "seat" : "seats"} of ${products}`,
  credit: (api: string) => `${api} credit`,
  extra: (products: string) => `${products} and extra units`,
  quote: (products: string) => `Quote for ${products}`,
  /** Behind something else. */
  andQuote: (products: string) => `quote for ${products}`,
  aMonth: (amount: string) => `${amount} a month`,
  /** Where there are two budgets, each amount says whose it is. */
  ofBudget: { people: (money: string) => `${money} for people`, program: (money: string) => `${money} for the API` },
} as const;
