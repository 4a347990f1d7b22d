/** What the terminal says of pictures. */
export const chartWords = {
  legend: ({ low, expected, high }: Record<"low" | "expected" | "high", string>) =>
    `${low} low  ${expected} expected  ${high} high`,
  saved: (file: string) => `Picture saved: ${file}`,
  nothing: "No picture: fewer than two options have a price for this work. Name a vendor or describe the work.",
  undrawn: {
    slow: "No picture: drawing took too long. Try again.",
    failed: "No picture: drawing failed. Try again, or leave out --png.",
    busy: "No picture: too many are being drawn. Try again.",
    closed: "No picture: the program is stopping.",
  },
} as const;
