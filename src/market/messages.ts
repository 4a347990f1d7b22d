/** What is said of a page that somebody saw to have changed. */
export const messages = {
  /** Where nobody wrote down what it says now. */
  saysSomethingElse: "the page says something else now.",
};
