/** What an operator reads of keys. */
export const rotateMessages = {
  noKey: "AICOST_KEY is not set: put the new key in front of the old one, such as AICOST_KEY=new,old.",
  done: (tokens: number) =>
    `${tokens} ${tokens === 1 ? "token is" : "tokens are"} encrypted with the first key of AICOST_KEY now. The keys behind it are not needed here any more.`,
} as const;

/** One line of `doctor`. */
export const checkLine = (well: boolean, name: string, says: string) => `${well ? "well " : "WRONG"}  ${name}: ${says}`;
