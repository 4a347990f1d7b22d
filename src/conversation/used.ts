import type { Result } from "../advice/result.ts";
import type { Answers } from "../checklist/answers.ts";

/** The rows and connections that a result for this work speaks of: what has to be read again before it is believed later. */
export function usedBy(
  { wallets, estimate, connections }: Result,
  work: Answers["workload"],
): { rows: string[]; connections: string[] } {
  const drained = estimate?.lines.flatMap((line) => line.wallet ?? []) ?? [];
  // The rate of a text is known by its model, `openai:gpt-6-luna`; a model of media belongs to its wallet's row.
  const byRate = typeof work === "object" && ["text", "usage", "measured"].includes(String(work.kind));
  const rates = byRate ? (estimate?.lines.flatMap((line) => line.model ?? []) ?? []) : [];
  const rows = [...new Set([...wallets.map((wallet) => wallet.id), ...drained, ...rates])].sort();
  return { rows, connections: connections.map((edge) => `${edge.from}>${edge.to}`).sort() };
}
