import { nearest } from "#core";

/** What decisions can be taken away as. */
const formats = ["csv", "json", "md"] as const;
export type Format = (typeof formats)[number];

/** What can be asked of decisions. */
export type DecisionsCommand =
  | { verb: "decisions"; show: string | null }
  | { verb: "rename"; of: string; name: string }
  | { verb: "export"; format: Format };

/** `decisions`, `decisions show NAME`, `decisions rename NAME --to NAME` and `decisions export --format F`. */
export function decisionsOf(
  words: readonly string[],
  format: string | undefined,
  to: string | undefined,
): DecisionsCommand | { misuse: string } {
  const [what, ...more] = words;
  const name = more.join(" ");
  if (to !== undefined && what !== "rename") return { misuse: "Only decisions rename takes --to." };
  if (format !== undefined && what !== "export") return { misuse: "Only decisions export takes --format." };
  if (what === undefined) return { verb: "decisions", show: null };
  if (what === "show")
    return name === ""
      ? { misuse: "decisions show needs part of a name, or an id." }
      : { verb: "decisions", show: name };
  if (what === "rename")
    return name === "" || to === undefined
      ? { misuse: 'decisions rename needs part of a name, or an id, and --to "Support chats".' }
      : { verb: "rename", of: name, name: to };
  if (what !== "export")
    return { misuse: `decisions has no "${what}". ${nearest(what, ["show", "rename", "export"])}` };
  if (name !== "") return { misuse: `decisions export takes no "${more[0]}".` };
  const known = formats.find((each) => each === (format ?? "json"));
  return known === undefined
    ? { misuse: `decisions export takes --format ${formats.join(", ")}.` }
    : { verb: "export", format: known };
}
