/**
 * Answers as they are given today. A cap on auto top-up was once an answer to what limits spending: it is an answer of its
 * own, and says nothing of the spending limit. Scripts, drafts and decisions have the old one for ever.
 */
export function withoutOldAnswers<A extends object>(answers: A): A {
  if (!("cap" in answers) || answers.cap !== "limits_recharge") return answers;
  const { cap: _, ...others } = answers;
  return { reload_cap: "monthly_cap", ...others } as unknown as A;
}
