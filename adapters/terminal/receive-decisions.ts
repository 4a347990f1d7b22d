import { nearest } from "#core";

/** What decisions can be taken away as. */
const formats = ["csv", "json", "md"] as const;
export type Format = (typeof formats)[number];

/** What was meant of decisions: the list, one of them, or all to be taken away. */
type DecisionsCommand = { verb: "decisions"; show: string | null } | { verb: "export"; format: Format };

/** `decisions`, `decisions show ID` and `decisions export --format F`. */
export function decisionsOf(
  words: readonly string[],
  format: string | undefined,
): DecisionsCommand | { misuse: string } {
  const [what, id, ...more] = words;
  if (more.length > 0) return { misuse: `decisions takes no "${more[0]}".` };
  if (what === undefined && format === undefined) return { verb: "decisions", show: null };
  if (what === "show")
    return id === undefined
      ? { misuse: "decisions show needs the id of a decision." }
      : { verb: "decisions", show: id };
  if (what !== undefined && what !== "export")
    return { misuse: `decisions has no "${what}". ${nearest(what, ["show", "export"])}` };
  const known = formats.find((each) => each === (format ?? "json"));
  if (what === undefined || known === undefined)
    return { misuse: `decisions export takes --format ${formats.join(", ")}.` };
  return { verb: "export", format: known };
}
