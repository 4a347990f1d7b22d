import type { Chart } from "../chart/chart.ts";

/** Pictures of posts. `of`: the picture of a post, or how far it is; asked for the first time, it begins to be drawn. */
export type Drawings = { of(key: string, chart: Chart): Uint8Array | "drawing" | "failed" };

/** So many are under way or wait to be fetched. One that waits is let go for another, and drawn anew; one under way never is. */
const mostKept = 50;

/**
 * Draws beside the posts, so that none waits for a picture. Each is handed out once; nothing is kept but in memory, since a
 * picture can always be drawn again. `draw`: whoever gives it hears why one could not be.
 */
export function createDrawings(draw: (charts: readonly Chart[]) => Promise<Uint8Array>): Drawings {
  const kept = new Map<string, Uint8Array | "drawing" | "failed">();

  /** Begins, or leaves it to a later try where too many are under way. */
  function begin(key: string, chart: Chart): void {
    if (kept.size >= mostKept) {
      const done = [...kept].find(([, picture]) => picture !== "drawing");
      if (done === undefined) return;
      kept.delete(done[0]);
    }
    kept.set(key, "drawing");
    draw([chart]).then(
      (picture) => kept.set(key, picture),
      () => kept.set(key, "failed"),
    );
  }

  return {
    of(key, chart) {
      const known = kept.get(key);
      if (known === undefined) begin(key, chart);
      if (known === undefined || known === "drawing") return "drawing";
      kept.delete(key);
      return known;
    },
  };
}
