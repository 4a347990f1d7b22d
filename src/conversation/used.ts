import type { Result } from "../advice/result.ts";

/** The rows and connections that a result speaks of: what has to be read again before it is believed later. */
export function usedBy({ wallets, estimate, connections }: Result): { rows: string[]; connections: string[] } {
  const drained = estimate?.lines.flatMap((line) => line.wallet ?? []) ?? [];
  // A rate is known by its model, `openai:gpt-6-luna`; a model of media belongs to its wallet's row.
  const rates = estimate?.lines.flatMap((line) => (line.model?.includes(":") ? [line.model] : [])) ?? [];
  const rows = [...new Set([...wallets.map((wallet) => wallet.id), ...drained, ...rates])].sort();
  return { rows, connections: connections.map((edge) => `${edge.from}>${edge.to}`).sort() };
}
