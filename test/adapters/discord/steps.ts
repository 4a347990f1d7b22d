import type { Person } from "../../wire/discord-person.ts";

export const script = {
  job: "person",
  audience: "me",
  output: ["text"],
  vendor: ["OpenAI"],
  intensity: "daily",
  owner_kind: "personal",
  owner: "Ana",
};

/** The same with nothing left open: who approves it is asked nothing. */
export const complete = { ...script, vendor: ["ChatGPT Plus"] };

/** Answers until the recommendation is there. */
export async function toReview(who: Person, answers: Record<string, string | string[]> = script): Promise<void> {
  await who.command();
  if (who.title === "You have been here before") await who.press(/^Resume/);
  for (let at = 0; !who.title.startsWith("Recommendation"); at++) {
    if (at > 20) throw new Error(`stuck on ${who.title}`);
    await who.answer(answers);
  }
}

/** Goes through the questions and posts where they were asked. */
export async function postIt(who: Person, answers = complete): Promise<void> {
  await toReview(who, answers);
  await who.press(/^Post( to |$)/);
}
