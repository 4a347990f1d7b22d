/** Reasons why a page could not be read that are read as they stand: beside a robots.txt, and in the data of `facts check`. */
export const unreachableWords = {
  redirects: "too many redirects",
  browser: "needs a browser",
} as const;
