/** What decisions can be taken away as. */
const formats = ["csv", "json", "md"] as const;
export type Format = (typeof formats)[number];

/** What can be asked of decisions. */
export type DecisionsCommand =
  | { verb: "decisions"; show: string | null; details: boolean }
  | { verb: "rename"; of: string; name: string }
  | { verb: "export"; format: Format };

/** `decisions`, `decisions NAME` or `decisions show NAME`, both with `--details`, `decisions rename NAME --to NAME` and `decisions export --format F`. */
export function decisionsOf(
  words: readonly string[],
  { format, to, details }: { format: string | undefined; to: string | undefined; details: boolean },
): DecisionsCommand | { misuse: string } {
  const [what, ...more] = words;
  const name = more.join(" ");
  const show = what === "show" ? name : words.join(" ");
  const shows = what !== undefined && what !== "rename" && what !== "export";
  if (details && !shows) return { misuse: "decisions takes --details with part of a name, or an id." };
  if (to !== undefined && what !== "rename") return { misuse: "Only decisions rename takes --to." };
  if (format !== undefined && what !== "export") return { misuse: "Only decisions export takes --format." };
  if (what === undefined) return { verb: "decisions", show: null, details };
  if (shows)
    return show === ""
      ? { misuse: "decisions show needs part of a name, or an id." }
      : { verb: "decisions", show, details };
  if (what === "rename")
    return name === "" || to === undefined
      ? { misuse: 'decisions rename needs part of a name, or an id, and --to "Support chats".' }
      : { verb: "rename", of: name, name: to };
  if (name !== "") return { misuse: `decisions export takes no "${more[0]}".` };
  const known = formats.find((each) => each === (format ?? "json"));
  return known === undefined
    ? { misuse: `decisions export takes --format ${formats.join(", ")}.` }
    : { verb: "export", format: known };
}
