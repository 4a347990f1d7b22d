import type { Person } from "../../wire/slack-person.ts";

export const person = {
  job: "person",
  audience: "me",
  output: ["text"],
  vendor: ["openai"],
  intensity: "daily",
  owner_kind: "personal",
  owner: "Ana",
};

/** The same with nothing left open: who approves it is asked nothing. */
export const complete = { ...person, vendor: ["openai-chatgpt-plus"] };

/** Begins, or resumes, and answers until the recommendation is there. */
export async function toReview(who: Person, script: Record<string, string | string[]> = person): Promise<void> {
  await who.command("");
  if (who.title === "You have been here before") await who.press(/^Resume/);
  await answerAll(who, script);
}

/** Answers the pages that are left until the recommendation is there. */
export async function answerAll(who: Person, script: Record<string, string | string[]> = person): Promise<void> {
  for (let at = 0; !who.title.startsWith("Recommendation"); at++) {
    if (at > 20) throw new Error(`stuck on ${who.title}`);
    await who.answer(script);
  }
}

/** Goes through the questions and posts. */
export async function postIt(who: Person, channel = "CPUBLIC01", script = complete): Promise<void> {
  await toReview(who, script);
  await who.post(channel);
}
