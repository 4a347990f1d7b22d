import { cpus } from "node:os";

/** One line of what was measured. A ratio says more than its figures: they belong to one machine. */
export type Measured = { what: string; ratio?: string; aim?: string; figures: string };

/** Tells whoever looks on, and the run of all benches that writes them down. */
export function report(measured: Measured): void {
  const { what, ratio, aim, figures } = measured;
  const judged = ratio === undefined ? "" : `${ratio}${aim === undefined ? "" : ` (aim ${aim})`}; `;
  console.log(`${what}: ${judged}${figures}`);
  process.send?.({ measured });
}

export const machine = `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`;

/** The middle one; of an even number the higher of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** The value below which this part of all lies. */
export function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
