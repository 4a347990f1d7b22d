/** What leads through a reply of several pages. */
export const pageMessages = {
  fromBeginning: "From the beginning",
  more: (next: number, of: number) => `More (${next} of ${of})`,
  backToResult: "Back to the result",
  details: (name: string) => `Details: ${name}`,
} as const;

/** What stands on a page of the conversation besides its questions. */
export const conversationMessages = {
  soFar: "So far",
  copy: "Copy",
  toCopy: "To be copied",
  intoThread: " In the channel you came from it goes into the thread.",
  chooseChannel: "Choose a channel, or keep it private.",
} as const;

/** Plain answers to requests that no platform makes. */
export const httpMessages = {
  nothing: "There is nothing here.",
  reference: (reference: string) => `Reference ${reference}.`,
} as const;
