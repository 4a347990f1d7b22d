import type { Bar, Line, Mark } from "./chart.ts";
import { chartMessages as words } from "./chart-messages.ts";

type Head = { title: string; subject: string; freshness: string };

/** The bars in words, each with its figures. */
export function barsAlt(head: Head, bars: readonly Bar[]): string {
  return whole(
    words.barsAlt,
    head,
    bars.map(({ name, note, value }) => `${name}${note === null ? "" : ` (${note})`}: ${value}`),
  );
}

/** The lines and what is marked on them, in words. `more`: what the picture shows by place alone. */
export function linesAlt(
  head: Head,
  lines: readonly Line[],
  marks: readonly Mark[],
  more: readonly string[] = [],
): string {
  return whole(words.linesAlt, head, [
    ...lines.map(({ name, value }) => `${name}: ${value}`),
    ...marks.map(({ label }) => label),
    ...more,
  ]);
}

function whole(form: string, { title, subject, freshness }: Head, said: readonly string[]): string {
  const parts = [`${form}: ${title}`, subject, ...said, freshness];
  return parts
    .filter((part) => part !== "")
    .map((part) => (/[.]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
