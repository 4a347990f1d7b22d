/** What is said of pages and names. */
export const messages = {
  /** Of a page that somebody saw to have changed, where nobody wrote down what it says now. */
  saysSomethingElse: "the page says something else now.",
  connection: (from: string, to: string) => `${from} and ${to}`,
  severalMeant: (typed: string, names: readonly string[]) =>
    `"${typed}" may be of ${names.slice(0, -1).join(", ")} or ${names.at(-1)}: say which.`,
  unknownName: (typed: string, nearest: readonly string[]) =>
    `There is no vendor or product "${typed}" here.${nearest.length === 0 ? "" : ` Nearest: ${nearest.join(", ")}.`}`,
};
