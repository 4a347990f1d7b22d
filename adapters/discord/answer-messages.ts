/** What is kept of an answer that has no code of Discord's. */
export type OwnAnswer = "no answer" | "not readable" | "trouble there" | "too fast" | "not reached" | "token unknown";

const own: Readonly<Record<OwnAnswer, string>> = {
  "no answer": "Discord gave no answer.",
  "not readable": "Discord's answer could not be read.",
  "trouble there": "Something broke at Discord while it was posted.",
  "too fast": "Discord asks for a pause.",
  "not reached": "Discord cannot be reached just now.",
  "token unknown": "Discord does not know the token of the app.",
};

/** What a person can do about a refused post, by Discord's code. */
const refusals: Readonly<Record<string, string>> = {
  10003: "The channel is gone. Edit, and choose another one.",
  10008: "The card is gone from the channel.",
  50001: 'aicost cannot see that channel: give it "View Channel" there, then press Try again.',
  50007: "This person takes no direct messages from aicost. Ask them in a channel.",
  10013: "Discord does not know this person any more. Ask somebody else.",
  50008: "Nothing can be written in that channel. Edit, and choose another one.",
  50013: 'aicost may not write there: give it "Send Messages" in that channel, then press Try again.',
  50083: "The thread is archived. Edit, and choose another place.",
  160002: "The card cannot be answered: aicost may not read the messages there.",
};

/** What Discord answered to a post, in a sentence, by what is kept of it: one of ours, or its status and code, `403 50013`. */
export function answerWords(said: string): string {
  const known: Readonly<Record<string, string>> = own;
  if (Object.hasOwn(known, said)) return `${known[said]}`;
  const [status, code = ""] = said.split(" ");
  if (Object.hasOwn(refusals, code)) return `${refusals[code]}`;
  const which = code === "" ? status : `${status}, code ${code}`;
  return `Discord refused it (${which}). Edit, or show this to whoever runs aicost.`;
}
