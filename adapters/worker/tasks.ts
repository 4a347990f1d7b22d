import type { EncodingName, LocalReading } from "#core";

/**
 * What the thread can be asked for. `count`: the tokens of texts together. `estimate`: an estimate on a day. `evaluate`: what the
 * facts of a day, with what was read again beside them, make of answers that were given `then`. `usage`: what a usage export holds,
 * by the prices of a day.
 */
export type Task =
  | { task: "count"; texts: readonly string[]; encoding: EncodingName }
  | { task: "estimate"; input: unknown; day: string }
  | { task: "evaluate"; answers: unknown; day: string; then: string; readings: readonly LocalReading[] }
  | { task: "usage"; bytes: Uint8Array; day: string };

/** A task on its way to the thread. */
export type Asked = { id: number; task: Task };

/** What the thread says once, when it can be asked: the time of a task is not spent on loading it. */
export type Ready = "ready";

/** What came of it: an answer, or a bug that nobody there could handle. */
export type Done = { id: number; answer: unknown } | { id: number; bug: Error };
