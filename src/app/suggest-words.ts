/** Lines that show what can be typed. */
export const exampleLines = [
  "20k support chats a month with gpt-6-sol for our customers",
  "seats for 12 designers, krea or leonardo",
  "chatgpt for 60 people",
  "20 clips a month, kling pro",
  "claude for coding, 8 developers, SSO",
  "500 images a month through an API, prototype",
] as const;

/** What is offered while somebody types. */
export const suggestWords = {
  topic: (topic: string) => `Explain: ${topic}`,
  route: (route: string) => `Route: ${route}`,
  verb: (verb: string) => `Command: ${verb}`,
} as const;
