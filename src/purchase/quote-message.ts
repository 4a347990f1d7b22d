import type { Situation } from "../advice/situation.ts";
import type { Users } from "./users.ts";

/** The questions that a quote has to answer, as a message that can be sent as it is. */
export function quoteMessage(situation: Situation, { all }: Users): string {
  const needs = situation.checklist.questions.find(({ id }) => id === "enterprise_needs")?.kind;
  const given = situation.answer("enterprise_needs") ?? [];
  const labels =
    needs?.type === "choices"
      ? needs.options.filter(({ id }) => id !== "none" && given.includes(id)).map(({ label }) => label)
      : [];
  const who = all === null ? "our organisation" : `${all.toFixed()} people`;
  const required = labels.length === 0 ? "" : ` We require: ${labels.join(", ")}.`;
  return `Please quote for ${who}.${required} 1. What is the fee per seat, and what does it cover? 2. How is usage billed, and at which rates? 3. What are the minimum commitment and the term? 4. When does it renew, and how much notice do we give? 5. What happens, and what does it cost, above the commitment?`;
}
