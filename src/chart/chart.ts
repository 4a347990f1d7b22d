/** A place on an axis with what stands beside it. `at`: a decimal, in the axis' own unit. */
type Tick = { at: string; label: string };

/** One axis. It begins at zero, always, and ends at `to`, its last tick. */
export type Axis = { label: string; to: string; ticks: Tick[] };

/** One option: what it costs, with its range. Amounts are decimals in the axis' unit, `value` is the same in words. */
export type Bar = {
  name: string;
  /** What to know of it before it is compared; null where there is nothing. */
  note: string | null;
  /** The one that the answer is about. */
  main: boolean;
  low: string;
  expected: string;
  high: string;
  value: string;
};

/** A line from point to point. `value`: what it comes to, in words. */
export type Line = { name: string; value: string; main: boolean; points: { x: string; y: string }[] };

/** What each mark is about: where somebody is, where two ways cost the same, what is lost, when nothing is left. */
type MarkKind = "you" | "even" | "loss" | "empty";

/** A place worth a word. `y`: null where it is about the whole height. */
export type Mark = { kind: MarkKind; x: string; y: string | null; label: string };

/**
 * What a picture shows, without a word on how it is drawn. `subject`: the work that the figures are for. `freshness`: when
 * the prices were last checked. `alt`: the whole of it for whoever cannot see it, with every figure.
 */
export type Chart = {
  title: string;
  subject: string;
  freshness: string;
  alt: string;
} & ({ form: "bars"; axis: Axis; bars: Bar[] } | { form: "lines"; x: Axis; y: Axis; lines: Line[]; marks: Mark[] });

/** What stands around a chart, by whoever knows the work and the pages behind it. */
export type About = { subject: string; freshness: string };
