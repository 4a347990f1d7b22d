import { answerEstimate } from "#core";
import { advisorOn, exampleDay } from "../advisor.ts";

type Asked = { vendor?: string[]; asOf?: string; currency?: unknown };

/** The estimate of one workload on the shipped catalogue. Throws when the workload is refused. */
export function estimateOf(workload: unknown, { asOf = exampleDay, ...rest }: Asked = {}) {
  const answer = answerEstimate(advisorOn(asOf), { workload, ...rest });
  if ("problem" in answer) throw new Error(answer.problem);
  return answer;
}

/** The expected total in dollars. */
export function totalOf(workload: unknown, asked: Asked = {}): number | null {
  const { total } = estimateOf(workload, asked).estimate;
  return total === null ? null : Number(total.expected);
}

/** The sentence with which a workload is refused. */
export function problemOf(workload: unknown, { asOf = exampleDay, ...rest }: Asked = {}): string {
  const answer = answerEstimate(advisorOn(asOf), { workload, ...rest });
  return "problem" in answer ? answer.problem : "";
}

/** Ten turns that resend everything: the worked case that several others start from. */
export const conversation = {
  kind: "text",
  model: "openai:gpt-5.6-terra",
  conversations: 1,
  turns: 10,
  systemTokens: 2000,
  userTokens: 1000,
  answerTokens: 1000,
  history: "full",
};
