import type { Situation } from "../advice/situation.ts";
import { quoteMessage } from "./next-step-messages.ts";
import type { Users } from "./users.ts";

/** The questions that a quote has to answer, for the people and the needs that were given. */
export function quoteRequest(situation: Situation, { all }: Users): string {
  const needs = situation.checklist.questions.find(({ id }) => id === "enterprise_needs")?.kind;
  const given = situation.answer("enterprise_needs") ?? [];
  const required =
    needs?.type === "choices"
      ? needs.options.filter(({ id }) => id !== "none" && given.includes(id)).map(({ label }) => label)
      : [];
  return quoteMessage(all, required);
}
